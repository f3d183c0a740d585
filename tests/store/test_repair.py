"""A repair mends what it can without a guess, says what it was, and drops nothing that was said."""

from contextlib import closing

import pytest

from workbench.model import Placing, Span
from workbench.store.annotations import find_annotations
from workbench.store.articles import read_articles
from workbench.store.codebook import read_codebook
from workbench.store.comparisons import keep_comparison
from workbench.store.finding import Cure, Fault, Finding, Repair
from workbench.store.history import add_step, read_steps, turn_step
from workbench.store.project_file import open_file
from workbench.store.repair import repair
from workbench.store.search import Words, count_waiting, keep_words, waiting
from workbench.store.verify import count_rows, findings


def change(file, *statements):
    with file.reading() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
        connection.execute("PRAGMA foreign_keys = ON")


def named_index(sql):
    """Return statements that make SQLite believe that an index is another one."""
    return (
        "PRAGMA writable_schema = ON",
        f"UPDATE sqlite_schema SET sql = '{sql}' WHERE name = 'annotations_in_order'",
        "PRAGMA writable_schema = RESET",
    )


def selector(file, id_):
    return find_annotations(file, [id_])[0].target.selectors[0]


def test_a_sound_project_is_left_alone(annotated, annotations):
    assert repair(annotated) == ()
    assert find_annotations(annotated, ["n1", "n2", "n3", "n4", "n5"]) == annotations


def test_a_missing_tag_is_made_anew_and_stays_on_its_annotations(annotated):
    change(
        annotated,
        "DELETE FROM tags WHERE id IN ('t1', 't3')",
        "UPDATE tags SET parent = '', name = 'Recovered 1'",
    )
    assert repair(annotated) == (Repair(Cure.TAG, "Recovered 2"), Repair(Cure.TAG, "Recovered 3"))
    assert [tag.name for tag in read_codebook(annotated).below()] == [
        "Recovered 1",
        "Recovered 2",
        "Recovered 3",
    ]
    assert find_annotations(annotated, ["n1"])[0].tags == ("t2", "t1")
    assert list(findings(annotated)) == []


def test_a_tag_below_itself_or_below_none_goes_to_the_top(annotated):
    change(
        annotated,
        "UPDATE tags SET parent = 't2' WHERE id = 't1'",
        "UPDATE tags SET parent = 't9' WHERE id = 't3'",
    )
    assert repair(annotated) == (Repair(Cure.TOP, "People"), Repair(Cure.TOP, "Late"))
    assert [tag.id for tag in read_codebook(annotated).below()] == ["t1", "t3"]
    assert [tag.id for tag in read_codebook(annotated).below("t1")] == ["t2"]
    assert list(findings(annotated)) == []


@pytest.mark.parametrize("wrong", ["start = 3, end = 9", "end = 999"])
def test_an_annotation_goes_back_to_words_that_stand_once(annotated, annotations, wrong):
    change(annotated, f"UPDATE selectors SET {wrong} WHERE annotation = 'n1'")
    assert repair(annotated) == (Repair(Cure.QUOTE, "annotation n1.0: a1"),)
    assert find_annotations(annotated, ["n1"]) == annotations[:1]


@pytest.mark.parametrize("quote", ["the", "nowhere", ""])
def test_an_annotation_stays_where_its_words_stand_twice_or_never(annotated, quote):
    change(annotated, f"UPDATE selectors SET quote = '{quote}' WHERE annotation = 'n1'")
    before = selector(annotated, "n1")
    assert repair(annotated) == ()
    assert selector(annotated, "n1") == before
    assert [found.fault for found in findings(annotated)] == [Fault.QUOTE]


def test_an_annotation_of_an_earlier_text_waits_for_review(annotated):
    change(
        annotated,
        "UPDATE selectors SET placing = 'placed', start = 0, end = 12 WHERE annotation = 'n2'",
    )
    assert repair(annotated) == (
        Repair(Cure.QUOTE, "annotation n2.0: a2"),
        Repair(Cure.REVIEW, "annotation n2.0: a2"),
    )
    mended = selector(annotated, "n2")
    assert (mended.placing, mended.span) == (Placing.DOUBTFUL, Span(72, 84))
    assert list(findings(annotated)) == []


def test_an_outlet_that_is_not_there_is_not_known(annotated):
    change(annotated, "DELETE FROM outlets WHERE name = 'Harbour Post'")
    assert repair(annotated) == (Repair(Cure.OUTLET, "a1"),)
    assert read_articles(annotated)[0].outlet == ""
    assert list(findings(annotated)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE pairs SET a_end = 999 WHERE id = 'p1'",
        "INSERT INTO fingerprints VALUES ('a9', 1, x'00')",
    ],
)
def test_what_was_computed_is_dropped_where_it_is_wrong(annotated, comparison, wrong):
    for _ in keep_comparison(annotated, "key", 1, "{}", comparison):
        pass
    change(annotated, wrong)
    assert repair(annotated) == (Repair(Cure.COMPARISON, "1"),)
    assert {count_rows(annotated, table) for table in ("comparisons", "pairs", "variants")} == {0}
    assert list(findings(annotated)) == []


def test_steps_that_only_a_broken_record_leads_to_go_with_it(annotated):
    for number in range(2, 7):
        add_step(annotated, f"step {number}", "{}")
    for number in (6, 5):
        turn_step(annotated, number, "{}", is_undone=True)
    assert repair(annotated, [2]) == (Repair(Cure.HISTORY, "2"),)
    assert [step.number for step in read_steps(annotated)] == [3, 4, 5, 6]
    assert repair(annotated, [6, 4]) == (Repair(Cure.HISTORY, "2"), Repair(Cure.HISTORY, "1"))
    assert [step.number for step in read_steps(annotated)] == [5]


def test_an_index_that_does_not_agree_is_made_anew(annotated):
    known = "CREATE INDEX annotations_in_order ON annotations (created, id)"
    change(annotated, *named_index(f"{known} WHERE 0"))
    change(annotated, "INSERT INTO annotations VALUES ('n6', NULL, '', '', '', '')")
    change(annotated, *named_index(known))
    assert {found.fault for found in findings(annotated)} == {Fault.FILE}
    assert repair(annotated) == (Repair(Cure.INDEX, ""),)
    assert list(findings(annotated)) == []


BROKEN = "UPDATE search_words_data SET block = x'00' WHERE id > 10"


@pytest.fixture
def indexed(annotated):
    """The story with some of it in the index of words."""
    keep_words(annotated, [Words(row[0], f"words of {row[1]}") for row in waiting(annotated, 2)])
    assert count_waiting(annotated) == (1, 5)
    return annotated


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("DELETE FROM searchable WHERE article = 'a1'", "article a1"),
        ("DELETE FROM searchable WHERE annotation = 'n2'", "annotation n2"),
        ("INSERT INTO searchable (article) VALUES ('a9')", "article a9"),
        ("INSERT INTO searchable (annotation) VALUES ('n9')", "annotation n9"),
        ("UPDATE searchable SET is_ready = 1 WHERE article = 'a2'", "article a2"),
        ("UPDATE searchable SET is_ready = 1 WHERE annotation = 'n3'", "annotation n3"),
        (BROKEN, "database disk image is malformed"),
    ],
)
def test_an_index_of_words_that_does_not_fit_is_filled_anew(indexed, statement, where):
    assert list(findings(indexed)) == []
    change(indexed, statement)
    assert list(findings(indexed)) == [Finding(Fault.SEARCH, where)]
    assert repair(indexed) == (Repair(Cure.SEARCH, ""),)
    assert list(findings(indexed)) == []
    assert count_waiting(indexed) == (3, 5)
    assert [row[1:] for row in waiting(indexed, 2)] == [("a1", ""), ("a2", "")]


def test_who_only_reads_sees_what_the_index_does_not_know(indexed, path):
    change(indexed, "DELETE FROM searchable WHERE article = 'a1'")
    with closing(open_file(path)) as second:
        assert list(findings(second)) == [Finding(Fault.SEARCH, "article a1")]
