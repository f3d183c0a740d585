"""Articles stand together by outlet, date, owner or country, what is not known at the end."""

import pytest

from workbench.model import Article, Outlet
from workbench.ui.articles_grouping import MOST_DAYS, Grouping, grouped

ARTICLES = (
    Article("a", "Text.", "Post", published="2024-02-22"),
    Article("b", "Text.", "star", published="2024-02-21T09:00:00"),
    Article("c", "Text.", "Herald", published="2024-02-22T08:00:00"),
    Article("d", "Text.", "Post"),
    Article("e", "Text.", published="2024-02-21"),
)
KNOWN = {
    "Post": Outlet("Post", country="Utopia", group="Harbour Group"),
    "star": Outlet("star", country="Arcadia", group="Harbour Group"),
    "Herald": Outlet("Herald", country="arcadia"),
}


def outlet(name):
    return KNOWN.get(name, Outlet(name))


def groups(by, articles=ARTICLES):
    found = grouped(articles, by, outlet)
    return [(heading, "".join(one.id for one in group)) for heading, group in found]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            Grouping.OUTLET,
            [("Herald", "c"), ("Post", "ad"), ("star", "b"), ("Outlet not known", "e")],
        ),
        (Grouping.DATE, [("21 Feb 2024", "eb"), ("22 Feb 2024", "ac"), ("Date not known", "d")]),
        (Grouping.GROUP, [("Harbour Group", "adb"), ("Owner not known", "ce")]),
        (
            Grouping.COUNTRY,
            [("Arcadia", "b"), ("arcadia", "c"), ("Utopia", "ad"), ("Country not known", "e")],
        ),
    ],
)
def test_articles_stand_together(by, expected):
    assert groups(by) == expected


def test_many_days_are_put_together_as_months():
    days = [f"2024-01-{day:02}" for day in range(1, MOST_DAYS + 1)] + ["2024-02-01", "2024"]
    articles = [Article(f"{place},", "Text.", published=day) for place, day in enumerate(days)]
    assert [heading for heading, _ in groups(Grouping.DATE, articles)] == [
        "2024",
        "Jan 2024",
        "Feb 2024",
    ]
    assert groups(Grouping.DATE, articles[:2])[0] == ("1 Jan 2024", "0,")


def test_no_articles_have_no_groups():
    assert [groups(by, ()) for by in Grouping] == [[], [], [], []]
