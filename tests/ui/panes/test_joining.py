"""Ribbons join what is in sight, leave a tab where a pane lacks the passage, and stay few."""

import pytest

from workbench.model import Article, Cluster, Comparison, Kind, Passage, Span
from workbench.ui.panes.ribbons import TAB

LINE = "Nobody waved from the quay that day, the last of a long summer. "
TEXT = "\n\n".join([LINE * 4] * 60)
FAR = len(TEXT) - 60


def cluster(name, *passages):
    return Cluster(name, Kind.VERBATIM, tuple(Passage(a, Span(s, s + 40)) for a, s in passages), ())


@pytest.fixture
def shown(window, qtbot):
    """Show these clusters over three long articles, and return what the gaps draw, by cluster."""
    names = ("x", "y", "z")
    articles = [Article(name, TEXT, name.upper()) for name in names]
    window.desk.show_articles(articles)
    window.board.set_scroll_together(False)

    def show(*clusters, chosen=""):
        window.desk.show_comparison(Comparison(tuple(articles), (), clusters))
        window.desk.choose(chosen)
        board = window.board
        timers = (board._settle, board._arrival, board._redraw)
        qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))
        return [list(gap._ribbons) for gap in board.ribbons]

    return show


def names(gaps):
    return [sorted({one.cluster for one in gap}) for gap in gaps]


def test_a_passage_in_sight_on_either_side_has_a_ribbon(shown):
    gaps = shown(cluster("here", ("x", 0), ("y", 80)), cluster("one side", ("y", 200), ("z", FAR)))
    assert names(gaps) == [["here"], ["one side"]]
    (ribbon,) = gaps[1]
    assert ribbon.left[1] > ribbon.left[0]
    assert ribbon.right[0] == ribbon.right[1]


def test_a_passage_out_of_sight_on_both_sides_has_one_only_when_chosen(shown):
    away = cluster("away", ("x", FAR), ("y", FAR))
    assert names(shown(away)) == [[], []]
    assert names(shown(away, chosen="away")) == [["away"], []]


def test_over_a_pane_that_lacks_it_a_passage_leaves_tabs(shown, window):
    gaps = shown(cluster("far apart", ("x", 0), ("z", 0)))
    assert names(gaps) == [["far apart"], ["far apart"]]
    assert (gaps[0][0].right, gaps[1][0].left) == (None, None)
    path = window.board.ribbons[0]._path(gaps[0][0])
    assert path.boundingRect().width() == pytest.approx(TAB, abs=1)


def test_a_passage_within_one_article_needs_no_ribbon(shown):
    assert names(shown(cluster("twice", ("x", 0), ("x", 300)))) == [[], []]


def test_a_passage_repeated_all_over_makes_no_more_ribbons_than_are_in_sight(shown):
    often = [(name, start) for name in ("x", "y") for start in range(0, FAR, 60)]
    gaps = shown(cluster("often", *often), chosen="often")
    assert 0 < len(gaps[0]) < 4_000
    assert all(one.left[1] > one.left[0] for one in gaps[0])


def test_ribbons_follow_when_a_pane_is_scrolled(shown, window, qtbot):
    (before,), _ = shown(cluster("here", ("x", 300), ("y", 300)))
    window.board.panes[0].view.verticalScrollBar().setValue(40)
    qtbot.waitUntil(lambda: window.board.ribbons[0]._ribbons[0].left != before.left)
    (after,) = window.board.ribbons[0]._ribbons
    assert after.left[0] == before.left[0] - 40
    assert after.right == before.right
