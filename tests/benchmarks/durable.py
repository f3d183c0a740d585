"""Does one work on a large annotated project and prints its seconds and what came of it as JSON.

python durable.py WORK PROJECT
"""

import json
import shutil
import sys
import time
from dataclasses import replace
from pathlib import Path

from corpus import make_archive

from workbench.model import (
    AddArticles,
    Annotation,
    ChangeAnnotations,
    ChangeCodebook,
    Span,
    Tag,
    Target,
    select,
)
from workbench.project.project import Project

ARTICLES = 10_000
ANNOTATIONS = 100_000
TAGS = 200
STEPS = 500
WORDS_AT_ONCE = 10_000  # annotations put in at once while the project is made


def make(path):
    """Make the project: each article annotated ten times."""
    begun = time.perf_counter()
    archive = make_archive(ARTICLES).articles
    tags = tuple(Tag(f"t{number}", f"Tag {number}") for number in range(TAGS))
    with Project.create(path, AddArticles(archive)) as project:
        project.apply(ChangeCodebook(tags))
        for start in range(0, ANNOTATIONS, WORDS_AT_ONCE):
            numbers = range(start, start + WORDS_AT_ONCE)
            project.apply(ChangeAnnotations(tuple(annotation(archive, n) for n in numbers)))
    return time.perf_counter() - begun, f"{path.stat().st_size / 1e6:.0f} MB"


def annotation(archive, number):
    article = archive[number % len(archive)]
    at = number * 7 % (len(article.text) - 60)
    words = select(article.id, article.text, Span(at, at + 60))
    made = f"2026-11-{1 + number % 28:02}T09:00:00Z"
    return Annotation(
        f"n{number:06}", Target((words,)), (f"t{number % TAGS}",), f"Memo {number}", "", made, made
    )


def annotate(path):
    """Say how long one annotation takes until it is on the disk, and taking it back."""
    with Project.open(path) as project:
        archive = project.articles()
        new = [
            replace(annotation(archive, number), id=f"new{number}") for number in range(STEPS + 1)
        ]
        project.apply(ChangeAnnotations((new.pop(),)), "annotate")
        done = [timed(lambda one=one: project.apply(ChangeAnnotations((one,)), "a")) for one in new]
        undone = [timed(project.undo) for _ in range(STEPS)]
    return median(done), f"annotate {spread(done)}; undo {spread(undone)}"


def timed(work):
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def median(times):
    return sorted(times)[len(times) // 2]


def spread(times):
    """Return median, 95 of 100, and the longest, in milliseconds."""
    order = sorted(times)
    marks = (median(times), order[len(order) * 95 // 100], order[-1])
    return " / ".join(f"{mark * 1000:.1f}" for mark in marks) + " ms"


def read(path):
    """Open it and read all of it."""
    begun = time.perf_counter()
    with Project.open(path) as project:
        articles = len(project.articles())
        shown = time.perf_counter() - begun
        annotations = sum(map(len, project.reading_annotations()))
        last = time.perf_counter() - begun
    return shown, f"{articles} articles; all {annotations} annotations after {last:.1f} s"


def window(path):
    """Open it in the window, to where it can be used."""
    from PySide6.QtWidgets import QApplication

    from workbench.app import Program

    app = QApplication([])
    app.setStyle("Fusion")
    folder = path.parent / "window"
    begun = time.perf_counter()
    program = Program(app, Project.open(path), folder, folder)
    program.open()
    app.processEvents()
    shown = time.perf_counter() - begun
    longest = max(timed(app.processEvents) for _ in range(200))
    program.window.close()
    return shown, f"then the longest turn of 200 was {longest * 1000:.0f} ms"


def back_up(path):
    """Back it up while it is open, and once more where nothing has changed."""
    from workbench.project.backups import back_up, folder_of

    with Project.open(path):
        first = timed(lambda: back_up(path))
        again = timed(lambda: back_up(path))
    for file in folder_of(path).iterdir():
        file.unlink()
    return first, f"again, unchanged, {again * 1000:.0f} ms"


def renew(path):
    """Bring a project of schema 2 with as many articles, and a large comparison, up to date."""
    import sqlite3
    from contextlib import closing

    from workbench.project.renewing import renew

    old = path.with_name("old.crossread")
    shutil.copy(Path(__file__).parents[1] / "store" / "data" / "schema-2.crossread", old)
    with closing(sqlite3.connect(old)) as connection, connection:
        rows = ((f"b{n}", n + 9, one.text) for n, one in enumerate(make_archive(ARTICLES).articles))
        columns = "headline, byline, published, url, language, path, sha256"
        connection.executemany(
            f"INSERT INTO articles (id, position, text, {columns})"
            " VALUES (?, ?, ?, '', '', '', '', '', '', '')",
            rows,
        )
        connection.execute("CREATE TEMP TABLE more AS SELECT * FROM pairs LIMIT 1")
        for place in range(10, 200_010):
            connection.execute("UPDATE more SET place = ?1, id = 'p' || ?1", (place,))
            connection.execute("INSERT INTO pairs SELECT * FROM more")
    size = old.stat().st_size
    seconds = timed(lambda: renew(old))
    return seconds, f"{size / 1e6:.0f} MB, backed up before"


def check(path):
    """Check all of it."""
    from workbench.project.checking import check

    begun = time.perf_counter()
    report = check(path)
    told = f"{report.annotations} annotations, {len(report.findings)} findings"
    return time.perf_counter() - begun, told


def main():
    works = {work.__name__: work for work in (make, annotate, read, window, back_up, renew, check)}
    seconds, told = works[sys.argv[1]](Path(sys.argv[2]))
    print(json.dumps({"seconds": seconds, "told": told}))


if __name__ == "__main__":
    main()
