"""However a project was damaged a repair drops nothing; however often opened, few backups stay."""

import shutil
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    CrossreadError,
    ReviseArticle,
    Span,
    Tag,
    Target,
    select,
)
from workbench.project.checking import Fault, check, mend
from workbench.project.project import Project
from workbench.store.backup import DAYS, LATEST, WEEKS, Backup, kept

FERRY = "The ferry left the old pier at six, and the other ferry at seven."
DAMAGES = (
    "DELETE FROM tags WHERE id = 't1'",
    "DELETE FROM tags",
    "UPDATE tags SET parent = 't2' WHERE id = 't1'",
    "UPDATE tags SET parent = 'nowhere'",
    "UPDATE selectors SET start = 0, end = 3",
    "UPDATE selectors SET end = end + 1000 WHERE annotation = 'n1'",
    "UPDATE selectors SET quote = 'the' WHERE annotation = 'n2'",
    "UPDATE selectors SET revision = revision + 1 WHERE annotation = 'n2'",
    "UPDATE selectors SET placing = 'placed'",
    "UPDATE articles SET text = 'Another text.' WHERE id = 'a2'",
    "DELETE FROM revisions",
    "DELETE FROM articles WHERE id = 'a2'",
    "DELETE FROM outlets",
    "UPDATE history SET edit = '{' WHERE number = 1",
    "UPDATE history SET is_undone = 1 WHERE number = 2",
    "DELETE FROM searchable WHERE number = 1",
    "INSERT INTO fingerprints VALUES ('nowhere', 1, x'00')",
)
LEFT = {Fault.FILE, Fault.TEXT, Fault.REFERENCE, Fault.SPAN, Fault.QUOTE}
"""What only the analyst can mend."""


def annotation(number, words, revision=0):
    start = FERRY.index(words)
    selector = select("a1", FERRY, Span(start, start + len(words)), revision)
    return Annotation(f"n{number}", Target((selector,)), ("t1", "t2"), f"Memo {number}")


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "story.crossread"
    articles = (Article("a1", FERRY, "Harbour Post"), Article("a2", "It left.", "Ledger"))
    with Project.create(path, AddArticles(articles)) as project:
        project.apply(ChangeCodebook((Tag("t1", "Times"), Tag("t2", "Piers", "t1"))), "tag")
        notes = (annotation(1, "old pier"), annotation(2, "ferry"))
        project.apply(ChangeAnnotations((*notes, Annotation("n3", Target(article="a2")))), "note")
        project.apply(ReviseArticle(Article("a2", "It left late.", "Ledger")), "revise")
    return path


def said(path):
    """Return what the analyst has said, whatever it hangs on."""
    with closing(sqlite3.connect(path)) as connection:
        return (
            connection.execute("SELECT id, article, memo FROM annotations ORDER BY id").fetchall(),
            connection.execute("SELECT * FROM annotation_tags ORDER BY 1, 2").fetchall(),
            connection.execute("SELECT annotation, place, quote FROM selectors").fetchall(),
            connection.execute("SELECT id, text FROM articles ORDER BY id").fetchall(),
        )


@settings(max_examples=15, deadline=None)
@given(damages=st.sets(st.sampled_from(DAMAGES)))
def test_a_repair_drops_nothing_that_was_said_and_needs_no_second(whole, damages):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "story.crossread"
        shutil.copy(whole, path)
        with closing(sqlite3.connect(path)) as connection, connection:
            for damage in sorted(damages):
                connection.execute(damage)
        before = said(path)
        first = mend(path)
        assert said(path) == before
        assert {finding.fault for finding in first.findings} <= LEFT
        again = mend(path)
        assert again.repairs == ()
        assert again.findings == first.findings == check(path).findings


FILES = sorted((Path(__file__).parents[1] / "store" / "data").glob("schema-*.crossread"))
SPOTS = st.lists(st.tuples(st.floats(0, 1), st.binary(min_size=1, max_size=12)), max_size=20)


@settings(max_examples=40, deadline=None)
@given(file=st.sampled_from(FILES), spots=SPOTS)
def test_a_file_with_bytes_changed_anywhere_is_read_or_refused_and_never_a_bug(file, spots):
    content = bytearray(file.read_bytes())
    for place, damage in spots:
        start = int(place * (len(content) - len(damage)))
        content[start : start + len(damage)] = damage
    with TemporaryDirectory() as folder:
        path = Path(folder) / "story.crossread"
        path.write_bytes(content)
        for work in (read_all, check, mend):
            with suppress(CrossreadError):
                work(path)


def read_all(path):
    with Project.open(path) as project:
        project.articles()
        project.revisions("a2")
        list(project.reading_annotations())
        project.codebook()
        project.outlets()
        project.undo()


NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MOMENTS = st.integers(0, 200 * 24 * 60).map(lambda minutes: NOON - timedelta(minutes=minutes))


@given(moments=st.sets(MOMENTS, max_size=60), old=st.dictionaries(MOMENTS, st.integers(1, 2)))
def test_the_rule_keeps_the_newest_and_few_and_holds_when_it_is_applied_again(moments, old):
    backups = [Backup(Path(f"{made}"), made) for made in sorted(moments)]
    backups += [Backup(Path(f"{made} {schema}"), made, schema) for made, schema in old.items()]
    chosen = kept(backups)
    newest = sorted(backups, key=lambda one: (one.made, one.path.name), reverse=True)
    assert list(chosen[:LATEST]) == newest[:LATEST]
    assert len(chosen) <= LATEST + DAYS + WEEKS + len(set(old.values()))
    assert kept(chosen) == chosen
    assert {one.schema for one in chosen if one.schema} == set(old.values())
    week = NOON - timedelta(days=DAYS - 1)
    assert {one.made.date() for one in backups if one.made > week} <= {
        one.made.date() for one in chosen
    }
