"""A check finds what is not as it was written."""

import pytest

from workbench.store.articles import add_articles
from workbench.store.comparisons import keep_comparison
from workbench.store.finding import Fault, Finding
from workbench.store.history import add_step
from workbench.store.verify import count_comparisons, count_rows, findings
from workbench.store.verify_analyst import records


@pytest.fixture
def full(file, articles, comparison):
    add_articles(file, articles, ["a1", "a2", "a3"])
    for _ in keep_comparison(file, "key", 1, "{}", comparison):
        pass
    return file


def change(file, *statements):
    with file.reading() as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)


def test_a_sound_project_has_no_findings(full):
    assert list(findings(full)) == []
    assert count_rows(full, "articles") == 3
    assert count_rows(full, "comparisons") == 1


def test_a_comparison_that_was_abandoned_does_not_count_as_kept(full, comparison):
    steps = keep_comparison(full, "another", 1, "{}", comparison)
    next(steps)
    assert count_rows(full, "comparisons") == 2
    assert count_comparisons(full) == 1


def test_an_annotated_project_has_no_findings(annotated):
    assert list(findings(annotated)) == []
    assert count_rows(annotated, "annotations") == 5


def test_a_changed_text_is_found(full):
    change(full, "UPDATE articles SET text = text || '.' WHERE id = 'a2'")
    assert list(findings(full)) == [Finding(Fault.TEXT, "a2")]


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE pairs SET a_end = 999 WHERE id = 'p1'", "pairs 1.0: a1 [4, 999)"),
        ("UPDATE pairs SET b_end = 89 WHERE id = 'p2'", "pairs 1.1: a1 [4, 89)"),
        ("UPDATE variants SET a_end = 89", "variants 1.0: a1 [32, 89)"),
        ("UPDATE variants SET b_end = 1000", "variants 1.0: a2 [65, 1000)"),
        ("UPDATE passages SET end = 99 WHERE place = 1", "passages 1.0: a2 [37, 99)"),
        (
            "UPDATE clusters SET earliest_start = 36 WHERE earliest_start IS NOT NULL",
            "clusters 1.0: a1 [36, 35)",
        ),
        ("UPDATE only_here SET article = 'a9'", "only_here 1.0: a9 [0, 30)"),
        ("UPDATE quotations SET end = 90 WHERE place = 0", "quotations 1.0: a1 [0, 90)"),
        (
            "UPDATE quotations SET speaker_end = 90 WHERE speaker_end IS NOT NULL",
            "quotations 1.0: a1 [67, 90)",
        ),
        ("UPDATE mentions SET article = 'a9'", "mentions 1.0: a9 [40, 45)"),
        ("UPDATE term_uses SET end = 99 WHERE family = 1", "term_uses 1.1: a1 [4, 99)"),
        ("UPDATE boilerplate_passages SET end = 32", "boilerplate_passages 1.0: a3 [8, 32)"),
    ],
)
def test_a_span_outside_its_article_is_found(full, statement, where):
    change(full, statement)
    assert list(findings(full)) == [Finding(Fault.SPAN, where)]


@pytest.mark.parametrize(
    ("statement", "where"),
    [
        ("UPDATE quotations SET cluster = 'c9' WHERE place = 0", "quotations 1.0: c9"),
        ("""UPDATE clusters SET pairs = '["p1", "p9"]' WHERE place = 0""", "clusters 1.0: p9"),
        ("""UPDATE wording SET pairs = '["p9"]'""", "wording 1.0: p9"),
        ("UPDATE wording SET pairs = 'p1'", "wording 1.0: "),
    ],
)
def test_a_name_that_stands_for_nothing_is_found(full, statement, where):
    change(full, statement)
    assert list(findings(full)) == [Finding(Fault.REFERENCE, where)]


def test_a_row_without_its_parent_is_found(full):
    change(full, "DELETE FROM outlets WHERE name = 'Harbour Post'")
    assert [found.fault for found in findings(full)] == [Fault.FILE]


def test_an_index_that_does_not_agree_is_found(full):
    change(
        full,
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET sql = 'CREATE INDEX articles_by_position ON articles (id)'"
        " WHERE name = 'articles_by_position'",
        "PRAGMA writable_schema = RESET",
    )
    assert Fault.FILE in {found.fault for found in findings(full)}


@pytest.mark.parametrize(
    ("statement", "fault", "where"),
    [
        ("UPDATE revisions SET text = 'x' || substr(text, 2)", Fault.TEXT, "a2 (revision 0)"),
        ("DELETE FROM revisions", Fault.REFERENCE, "revisions of article a2"),
        ("UPDATE revisions SET number = 3", Fault.REFERENCE, "revisions of article a2"),
        ("UPDATE articles SET revision = 1", Fault.REFERENCE, "revisions of article a1"),
        ("UPDATE tags SET parent = 't9' WHERE id = 't2'", Fault.REFERENCE, "tag t2: t9"),
        ("UPDATE tags SET parent = 't2' WHERE id = 't1'", Fault.CIRCLE, "tag t1"),
        ("UPDATE tags SET parent = 't3' WHERE id = 't3'", Fault.CIRCLE, "tag t3"),
        (
            "UPDATE selectors SET end = 99 WHERE annotation = 'n1'",
            Fault.SPAN,
            "annotation n1.0: a1 [44, 99)",
        ),
        (
            "UPDATE selectors SET quote = 'eighty' WHERE annotation = 'n1'",
            Fault.QUOTE,
            "annotation n1.0: a1 [44, 50)",
        ),
        (
            "UPDATE selectors SET start = 45 WHERE annotation = 'n1'",
            Fault.QUOTE,
            "annotation n1.0: a1 [45, 50)",
        ),
        (
            "UPDATE selectors SET placing = 'placed' WHERE annotation = 'n2'",
            Fault.PLACING,
            "annotation n2.0: a2 [72, 84)",
        ),
        (
            "UPDATE selectors SET revision = 7 WHERE annotation = 'n1'",
            Fault.REFERENCE,
            "annotation n1.0: a1 [44, 50)",
        ),
    ],
)
def test_what_the_analyst_put_in_is_found_where_it_does_not_fit(annotated, statement, fault, where):
    change(annotated, statement)
    assert Finding(fault, where) in list(findings(annotated))


def test_a_tag_and_an_article_that_are_not_there_are_found(annotated):
    change(annotated, "DELETE FROM tags WHERE id = 't3'", "DELETE FROM articles WHERE id = 'a3'")
    assert {found.where.split()[0] for found in findings(annotated)} == {
        "annotations",
        "annotation_tags",
    }


def test_the_records_of_the_history_come_in_order(annotated):
    add_step(annotated, "remove 1 article", "{}")
    assert [(number, words) for number, words, _ in records(annotated)] == [
        (1, "import 3 articles"),
        (2, "remove 1 article"),
    ]
