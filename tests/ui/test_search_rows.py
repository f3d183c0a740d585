"""What the list of what was found says of an article, a place, an annotation."""

import pytest

from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Placing,
    Selector,
    Span,
    Tag,
    Target,
)
from workbench.project.searching import Hit, Note
from workbench.ui.desk import Desk
from workbench.ui.search_rows import FEW, MEMO, RowKind, place_rows, rows_of

TEXT = (
    "The ferry left.\n\nA ferry came. " + "Nobody waved at the pier of Elin. " * 20 + "One ferry."
)
ONE = Article("one", TEXT, "Morning Post", "Ferry leaves", "Ines Vale", "2024-02-22")
BARE = Article("two", "A ferry.")
CODEBOOK = Codebook((Tag("t1", "Blame"), Tag("t2", "Framing")))


@pytest.fixture
def desk(qapp):
    desk = Desk()
    desk.show_articles((ONE, BARE))
    return desk


def places(text, word):
    starts = [at for at in range(len(text)) if text.startswith(word, at)]
    return tuple(Span(at, at + len(word)) for at in starts)


def hit(article=ONE, word="ferry", notes=(), more=0):
    found = places(article.text, word) if article else ()
    headline = places(article.headline, "Ferry") if article else ()
    return Hit(article, found, headline, (), tuple(notes), more)


def rows(desk, hit):
    return list(rows_of(hit, desk, CODEBOOK))


def strong(row):
    return [span.of(row.words) for span in row.strong]


def note(memo, words=(), **known):
    target = known.pop("target", Target(article="one"))
    spans = tuple(span for word in words for span in places(memo, word))
    return Note(Annotation("n1", target, memo=memo, **known), spans)


def test_an_article_is_named_with_what_is_known_of_it(desk):
    head, *_ = rows(desk, hit())
    assert head.kind is RowKind.ARTICLE
    assert (head.words, strong(head)) == ("Ferry leaves", ["Ferry"])
    assert head.below == "A · Morning Post · 22 Feb 2024 · Ines Vale · 3 places"
    assert (head.article, head.span) == ("one", Span(4, 9))
    head, *_ = rows(desk, hit(BARE, "boat"))
    assert (head.words, head.below, head.span) == ("A ferry.", "B", None)


def test_places_near_each_other_share_a_line(desk):
    _, first, second = rows(desk, hit())
    assert strong(first) == ["ferry", "ferry"]
    assert first.words.startswith("The ferry left.  A ferry came. Nobody")
    assert first.words.endswith("…")
    assert (strong(second), second.span) == (["ferry"], places(TEXT, "ferry")[-1])
    assert second.words.startswith("…")
    assert second.words.endswith("One ferry.")


def test_of_many_places_the_richest_lines_are_shown(desk):
    found = rows(desk, hit(word="o"))
    lines = [row for row in found if row.kind is RowKind.PLACE]
    more = found[-1]
    assert len(lines) == FEW
    assert more.kind is RowKind.MORE
    shown = sum(len(row.strong) for row in lines)
    assert more.words == f"{len(places(TEXT, 'o')) - shown} more places"
    everything = list(place_rows(ONE, more.places))
    assert sum(len(row.strong) for row in everything) == len(places(TEXT, "o"))
    assert [row for row in everything if row in lines] == lines


def test_an_annotation_says_its_memo_tags_and_author(desk):
    words = Target((Selector("one", Span(4, 9), "ferry"),))
    notes = [
        note("A wrong ferry", ["ferry"], tags=("t2", "t1", "gone"), author="Anna", target=words),
        note("", target=words),
        note(""),
    ]
    found = rows(desk, hit(word="boat", notes=notes, more=2))
    assert [row.kind for row in found] == [RowKind.ARTICLE, *[RowKind.NOTE] * 4]
    assert (found[1].words, strong(found[1])) == ("A wrong ferry", ["ferry"])
    assert found[1].below == "Annotation · Framing, Blame · Anna"
    assert found[1].span == Span(4, 9)
    assert (found[2].words, found[3].words) == ("“ferry”", "No memo")
    assert found[3].span is None
    assert found[4].words == "2 more annotations"


def test_an_annotation_that_waits_for_review_leads_to_no_words(desk):
    lost = Target((Selector("one", Span(4, 9), "ferry", placing=Placing.DOUBTFUL),))
    assert rows(desk, hit(word="boat", notes=[note("memo", target=lost)]))[1].span is None


def test_a_long_memo_is_cut_around_what_was_found(desk):
    memo = f"{'before ' * 30}ferry\n{'after ' * 30}ferry"
    row = rows(desk, hit(word="boat", notes=[note(memo, ["ferry"])]))[1]
    assert strong(row) == ["ferry"]
    assert row.words.startswith("…")
    assert len(row.words) <= MEMO + 2
    row = rows(desk, hit(word="boat", notes=[note(memo)]))[1]
    assert row.words == memo[:MEMO] + "…"


def test_what_is_about_the_project_says_so(desk):
    head, memo = rows(desk, hit(None, notes=[note("of it all", target=Target())]))
    assert (head.words, head.article) == ("The project", "")
    assert (memo.words, memo.article, memo.span) == ("of it all", "", None)
