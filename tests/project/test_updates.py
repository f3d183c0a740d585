"""Which new articles are changed texts of known ones."""

from dataclasses import replace

import pytest

from workbench.model import Article
from workbench.project.updates import COMMON, is_update, updates

TEXT = (
    "The ferry Aurora left the old pier at six on Monday. On board were ninety people, the harbour "
    "master said. Nobody was hurt when it touched the northern breakwater; the crew sent a call at "
    "seven, and two tugs brought the ship back before the storm came in from the east."
)
MENDED = TEXT.replace("ninety", "eighty-eight").replace("seven", "half past six")
OTHER = (
    "A baker in Elin won three prizes last week for bread with rye and walnuts. The judges tasted "
    "two hundred loaves in one afternoon, and nobody who was asked could say which one was best."
)
KNOWN = Article("a1", TEXT, "Harbour Post", "Ferry back in port", published="2024-02-21")


def changed(**values):
    return replace(KNOWN, id="", **({"text": MENDED} | values))


@pytest.mark.parametrize(
    "new",
    [
        changed(),
        changed(outlet=" harbour post "),
        changed(published="2024-02-22T06:30:00+01:00"),
        changed(published="2024"),
        changed(text=f"{TEXT} Two were treated for a cold."),
        changed(text=TEXT[:150]),
        changed(headline="Ferry aground", text=f"Ferry aground\n\n{MENDED}"),
    ],
)
def test_an_outlet_corrects_its_article(new):
    assert is_update(KNOWN, new)
    assert updates([KNOWN], [new]) == {0: "a1"}


@pytest.mark.parametrize(
    "new",
    [
        changed(text=TEXT),
        changed(text=TEXT.replace(". ", ".\n\n")),
        changed(text=OTHER),
        changed(text="The ferry left"),
        changed(text=""),
        changed(outlet="Daily Ledger"),
        changed(outlet=""),
        changed(published="2024-03-20"),
        changed(published="2024-02-20"),
    ],
)
def test_another_article_is_no_update(new):
    assert not is_update(KNOWN, new)
    assert updates([KNOWN], [new]) == {}


def test_two_pages_of_one_paper_are_two_articles():
    known = replace(KNOWN, page="1")
    assert not is_update(known, changed(page="7"))
    assert is_update(known, changed(page="1"))
    assert is_update(known, changed())


@pytest.mark.parametrize("name", ["url", "record"])
def test_an_address_or_a_record_tells_more_than_outlet_and_date(name):
    known = replace(KNOWN, **{name: "ferry-aurora-1"})
    new = changed(**{name: "ferry-aurora-1"}, outlet="", published="2024-05-01")
    assert is_update(known, new)
    assert updates([known], [new]) == {0: "a1"}
    assert not is_update(known, replace(new, text=OTHER))


def test_a_short_text_is_found_by_its_headline():
    known = replace(KNOWN, text="Six people left the ferry Aurora on Monday in the rain")
    new = changed(text="Seven people left the ferry Aurora on Monday in the rain")
    assert updates([known], [new]) == {0: "a1"}


def test_chinese_texts_are_found_by_their_clauses():
    text = "海港管理局星期一晚上在新闻发布会上宣布北码头重新开放。"
    text += "渡轮“极光号”载有九十名乘客，没有人员受伤。"
    known = Article("a1", text, "港报")
    assert updates([known], [replace(known, text=text.replace("九十", "八十八"))]) == {0: "a1"}


def test_the_most_alike_are_brought_together_and_nothing_twice():
    other = replace(KNOWN, id="a2", text=f"{OTHER} {TEXT[:120]}")
    nearer = changed(text=TEXT.replace("ninety", "ninety-one"))
    assert updates([other, KNOWN], [changed(), nearer]) == {1: "a1"}
    assert updates([other, KNOWN], [nearer, changed(text=f"{OTHER} No more is known.")]) == {
        0: "a1",
        1: "a2",
    }


def test_what_another_article_has_already_is_no_update():
    twin = replace(KNOWN, id="a2", text=MENDED)
    assert updates([KNOWN, twin], [changed()]) == {}
    assert updates([KNOWN, replace(twin, outlet="Wire")], [changed()]) == {0: "a1"}


def test_the_foot_of_every_page_is_no_clue():
    foot = "All rights reserved by the Harbour Post and its readers everywhere"
    many = [
        replace(KNOWN, id=f"a{number}", text=f"{number} ships came. {foot}", headline="")
        for number in range(COMMON + 1)
    ]
    assert updates(many, [changed(text=f"No ship came. {foot}")]) == {}
    assert updates(many[1:], [changed(text=f"No ship came. {foot}")]) == {0: "a1"}
