"""Kills a working analyst again and again, and prints what was found each time as JSON.

python killed.py WORK FOLDER SEED ROUNDS

The analyst is a child of this process: it does one step after the other and confirms each through
a pipe, as the window shows it as saved. It is killed at a moment that chance has chosen; then the
project must be as after all confirmed steps, or after the one more that was under way.
"""

import json
import os
import select
import shutil
import signal
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

from workbench.comparison.options import CompareOptions
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Comparison,
    EditGroup,
    Kind,
    Passage,
    PassagePair,
    Reason,
    RemoveArticles,
    ReviseArticle,
    Span,
    Tag,
    Target,
)
from workbench.model import select as select_words
from workbench.project.project import Project
from workbench.store.verify import findings

OLD_FILES = Path(__file__).parents[1] / "store" / "data"
CYCLE = 8  # steps after which the kinds of them begin again
MOST_STEPS = 10  # confirmed before the kill
LONGEST = 0.004  # seconds more until the kill: about one step
PAIRS = 1_500  # in a comparison: several portions


class Analyst:
    """Does the steps of an analyst; what step `number` is follows from its number alone."""

    def __init__(self, project):
        self.project = project

    def do(self, number):
        group, kind = number - number % CYCLE, number % CYCLE
        if kind == 0:
            self.project.apply(AddArticles(imported(group)), "import")
        elif kind in {1, 3}:
            self.project.apply(ChangeAnnotations((annotated(group, kind),)), "annotate")
        elif kind == 2:
            tag = ChangeCodebook((Tag(f"t{group}", f"Tag {group}"),))
            edits = (tag, ChangeAnnotations((annotated(group, kind),)))
            self.project.apply(EditGroup(edits), "tag")
        elif kind == 4:
            later = replace(imported(group)[1], text=f"Later. {text(group)}")
            self.project.apply(ReviseArticle(later), "revise")
        elif kind == 5:
            self.project.undo()
        elif kind == 6:
            self.project.redo()
        else:
            self.project.apply(RemoveArticles((f"a{group}-2",)), "remove")


def text(group):
    return f"The ferry of group {group} left the old pier at six. " * 40


def imported(group):
    return tuple(Article(f"a{group}-{place}", text(group), "Harbour Post") for place in range(3))


def annotated(group, kind):
    """Return the annotation of a group as its step of that kind leaves it."""
    words = select_words(f"a{group}-0", text(group), Span(4, 9))
    tags = (f"t{group}",) if kind > 1 else ()
    return Annotation(f"n{group}", Target((words,)), tags, "Late" if kind > 2 else "")


def state(done):
    """Return what a project holds after so many steps."""
    articles, annotations, tags, steps = {}, {}, set(), []
    for number in range(done):
        group, kind = number - number % CYCLE, number % CYCLE
        if kind == 0:
            articles.update({one.id: (one.text, 0) for one in imported(group)})
        elif kind in {1, 2, 3}:
            annotations[f"n{group}"] = annotated(group, kind)
            tags |= {f"t{group}"} if kind == 2 else set()
        elif kind in {4, 6}:
            articles[f"a{group}-1"] = (f"Later. {text(group)}", 1)
        elif kind == 5:
            articles[f"a{group}-1"] = (text(group), 0)
        else:
            del articles[f"a{group}-2"]
        if kind not in {5, 6}:
            steps.append(number)
    return articles, annotations, tags, len(steps)


def found(project):
    articles = {one.id: (one.text, one.revision) for one in project.articles()}
    annotations = {one.id: one for part in project.reading_annotations() for one in part}
    tags = {tag.id for tag in project.codebook().tags}
    return articles, annotations, tags, len(project.steps())


def killed(chance, longest, most, work):
    """Let a child do `work(confirm)` and kill it; return how often it confirmed."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            work(lambda: os.write(writing, b"+"))
            signal.pause()
        except BaseException as error:  # noqa: BLE001 - it is told to the parent
            os.write(writing, repr(error).encode())
        os._exit(0)
    os.close(writing)
    wanted, confirmed = chance.randint(0, most), b""
    while len(confirmed) < wanted:
        confirmed += os.read(reading, 1) or b"ended"
    end = time.monotonic() + chance.random() * longest
    while select.select([reading], [], [], max(0.0, end - time.monotonic()))[0]:
        confirmed += os.read(reading, 1) or b"ended"
        if confirmed.endswith(b"ended"):
            break
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 4096):
        confirmed += more
    os.close(reading)
    if confirmed.strip(b"+"):
        raise SystemExit(confirmed.decode())
    return len(confirmed)


def edits(folder, chance, rounds):
    """Annotate, tag, import, revise, undo, redo and remove in one project through all kills."""
    path = folder / "story.crossread"
    Project.create(path).close()
    done = 0
    for _ in range(rounds):

        def work(confirm, begun=done):
            with Project.open(path) as project:
                analyst = Analyst(project)
                for number in range(begun, begun + 1_000):
                    analyst.do(number)
                    confirm()

        confirmed = killed(chance, LONGEST, MOST_STEPS, work)
        with Project.open(path) as project:
            held = found(project)
            assert problems(project) == []
        assert held in (state(done + confirmed), state(done + confirmed + 1))
        more = held != state(done + confirmed)
        yield confirmed, more
        done += confirmed + more


def migrations(folder, chance, rounds):
    """Open files of all older schemas, and go on with them."""
    old = sorted(OLD_FILES.glob("schema-[12].crossread"))
    note = Annotation("n1", Target(article="a1"), (), "Ask")

    def work(confirm):
        with Project.open(path) as project:
            confirm()
            project.apply(ChangeAnnotations((note,)), "annotate")
            confirm()

    for name in ("first", "story"):  # the first migration of all waits for what it imports
        path = folder / f"{name}.crossread"
        shutil.copy(old[0], path)
        begun = time.monotonic()
        Project.open(path).close()
    longest = 1.5 * (time.monotonic() - begun)  # so that most kills come while it migrates
    for number in range(rounds):
        path = folder / str(number) / "story.crossread"
        path.parent.mkdir()
        shutil.copy(old[number % len(old)], path)
        confirmed = killed(chance, longest, 0, work)
        schema = texts_of(path)
        for backup in path.parent.glob("*/*.crossread"):
            assert texts_of(backup) == 1 + number % len(old)
        with Project.open(path) as project:
            notes = project.annotations(["n1"])
            assert problems(project) == []
        assert notes == (note,) or (not notes and confirmed < 2)
        yield confirmed, schema


def texts_of(path):
    """Return the schema of a file of whatever schema, having seen that its articles are there."""
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM articles").fetchone() == (3,)
        return connection.execute("PRAGMA user_version").fetchone()[0]


def comparisons(folder, chance, rounds):
    """Keep one comparison after the other, in portions."""
    path = folder / "story.crossread"
    articles = imported(0)
    Project.create(path, AddArticles(articles)).close()
    places = [Passage(one.id, Span(0, 30)) for one in articles[:2]]
    pairs = tuple(
        PassagePair(f"p{number}", Kind.EDITED, 0.9, *places, (), Reason(6, 1))
        for number in range(PAIRS)
    )
    comparison = Comparison(articles, pairs)
    done = 0
    for _ in range(rounds):

        def work(confirm, begun=done):
            with Project.open(path) as project:
                for number in range(begun, begun + 100):
                    project.keep_comparison(comparison, options(number))
                    confirm()

        confirmed = killed(chance, 0.03, 2, work)
        done += confirmed
        with Project.open(path) as project:
            assert problems(project) == []
            assert project.articles() == articles
            assert not done or project.cached_comparison(options(done - 1)) == comparison
            more = project.cached_comparison(options(done)) is not None
        yield confirmed, more


def options(number):
    return CompareOptions(boilerplate_articles=number + 2)


def problems(project):
    return list(findings(project._file))


def main():
    work, folder, seed, rounds = sys.argv[1:]
    works = {"edits": edits, "migrations": migrations, "comparisons": comparisons}
    Project.create(Path(folder) / "warm.crossread").close()  # all is loaded before the first child
    told = json.dumps(list(works[work](Path(folder), Random(seed), int(rounds))))
    sys.stdout.write(told)


if __name__ == "__main__":
    main()
