"""The table of a cluster: what each passage has, and what became there of the earliest words."""

import pytest

from workbench.comparison.compare import compare
from workbench.model import (
    Article,
    Cluster,
    Comparison,
    Flag,
    Kind,
    Passage,
    Span,
    VariantKind,
)
from workbench.project.apparatus import apparatus, before_column, before_word, length_of

LATER = "The old ferry, with forty guests, left the harbour on Monday."
EARLIER = "The ferry with fifty guests left the busy harbour on Monday."
THIRD = "On Monday the ferry with fifty guests left the busy harbour."


def made(*texts, dates=(), prefix="…  "):
    """Lay texts out as the passages of one cluster, each after a few marks of its article."""
    articles = tuple(
        Article(f"a{place}", prefix + text, published=date)
        for place, (text, date) in enumerate(
            zip(texts, (*dates, *[""] * len(texts)), strict=False), 1
        )
    )
    passages = tuple(Passage(each.id, Span(len(prefix), len(each.text))) for each in articles)
    found = compare(articles)
    dated = [passage for passage, date in zip(passages, dates, strict=False) if date]
    cluster = Cluster(
        "c1",
        Kind.EDITED,
        passages,
        tuple(pair.id for pair in found.pairs),
        min(dated, key=lambda one: dates[passages.index(one)]) if dated else None,
    )
    return apparatus(cluster, Comparison(articles, found.pairs, (cluster,))), articles


def shown(table):
    """Return the differing cells of all rows but the base, by their words and their sign."""
    return [
        (row.siglum, cell.kind.value, cell.text, table.rows[table.base].cells[at].text)
        for row in table.rows
        for at, cell in enumerate(row.cells)
        if cell.kind
    ]


def test_cells_are_held_against_the_earliest_row():
    table, _ = made(LATER, EARLIER, dates=("2024-02-02", "2024-02-01"))
    assert table.base == 1
    assert shown(table) == [
        ("A", "addition", "old", ""),
        ("A", "substitution", "forty", "fifty"),
        ("A", "omission", "", "busy"),
    ]


def test_without_dates_the_first_row_is_the_base():
    table, _ = made(LATER, EARLIER)
    assert table.base == 0
    assert ("B", "omission", "", "old") in shown(table)


def test_every_cell_stands_where_its_words_are():
    table, articles = made(LATER, EARLIER, THIRD)
    for row, article in zip(table.rows, articles, strict=True):
        assert all(cell.span.of(article.text) == cell.text for cell in row.cells)
        words = " ".join("".join(cell.text + " " for cell in row.cells).split())
        assert words.replace(" ", "") == row.passage.span.of(article.text).replace(" ", "")


def test_what_stands_elsewhere_has_moved():
    table, _ = made(EARLIER, THIRD)
    assert {cell.kind for cell in table.rows[1].cells} >= {VariantKind.TRANSPOSITION}


def test_marks_and_capitals_make_no_difference():
    table, _ = made("The ferry left, at noon.", "the FERRY left at “noon”")
    assert table.differing == (False,)
    assert shown(table) == []


def test_flags_are_those_of_the_variants():
    table, _ = made(LATER, EARLIER)
    (number,) = [cell for cell in table.rows[1].cells if cell.text == "fifty"]
    assert number.flags == (Flag.NUMBER,)
    assert all(not cell.flags for cell in table.rows[1].cells if cell.kind is None)


def test_a_second_passage_of_one_article_has_no_variants_of_its_own():
    text = "The old ferry left. The new ferry left."
    first, second = (Passage("a1", Span(start, start + 19)) for start in (0, 20))
    cluster = Cluster("c1", Kind.EDITED, (first, second), ())
    table = apparatus(cluster, Comparison((Article("a1", text),), (), (cluster,)))
    assert [row.siglum for row in table.rows] == ["A", "A2"]
    assert shown(table) == [("A2", "substitution", "new", "old")]
    assert length_of(cluster) == 38


def words_at(places, articles):
    texts = {article.id: article.text for article in articles}
    return [texts[where.article][at:].split(" ")[0] for where, at in places.items()]


def test_a_column_is_cut_before_its_words():
    table, articles = made(LATER, EARLIER)
    column = [cell.text for cell in table.rows[0].cells].index("forty")
    assert words_at(before_column(table, column), articles) == ["forty", "fifty"]


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (LATER.index("guests"), ["guests,", "guests"]),
        (LATER.index("guests") + 3, ["guests,", "guests"]),
        (LATER.index("forty") + 2, ["forty", "fifty"]),
        (LATER.index("Monday"), ["Monday.", "Monday."]),
    ],
)
def test_a_word_is_cut_before_the_same_word_elsewhere(at, words):
    table, articles = made(LATER, EARLIER)
    assert words_at(before_word(table, "a1", at + 3), articles) == words


def test_behind_the_last_word_of_a_cell_it_ends():
    table, articles = made("The ferry left the pier.", "The ferry left the pier.")
    end = len(articles[0].text)
    assert before_word(table, "a1", end - 1) == {
        row.passage: articles[0].text.index("pier.") for row in table.rows
    }
    assert before_word(table, "a1", end) is None
    assert before_word(table, "a1", 0) is None


def test_where_a_row_has_fewer_words_it_is_cut_at_the_end_of_its_cell():
    table, articles = made("One – two.", "One two.")
    places = before_word(table, "a1", articles[0].text.index("two"))
    assert list(places.values())[1] == len(articles[1].text)
