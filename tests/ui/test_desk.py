"""What lies open: panes, the chosen passage and layers, and every change is said once."""

from dataclasses import replace

import pytest

from workbench.model import Article, Cluster, Comparison, Kind, Passage, Span
from workbench.ui.desk import FIRST_LAYERS, MOST_PANES, Desk, Layer, articles_of
from workbench.ui.overlay import Layers

SIGNALS = (
    *("articles_changed", "panes_changed", "comparison_changed"),
    *("passage_chosen", "layers_changed"),
)


class Heard(list):
    """The names of the signals that a desk has sent, in order."""

    def __init__(self, desk):
        super().__init__()
        for name in SIGNALS:
            getattr(desk, name).connect(lambda *_, name=name: self.append(name))


def crowd(count):
    return tuple(Article(f"a{place}", f"Text {place}.") for place in range(count))


def cluster_of(name, *articles):
    return Cluster(name, Kind.EDITED, tuple(Passage(one, Span(0, 4)) for one in articles), ())


@pytest.fixture
def full(qapp):
    """A desk with two articles more than there are panes."""
    desk = Desk()
    desk.show_articles(crowd(MOST_PANES + 2))
    return desk


def test_an_empty_desk_shows_nothing(qapp):
    desk = Desk()
    assert (desk.articles, desk.open_ids, desk.chosen) == ((), (), "")
    assert desk.comparison == Comparison(())
    desk.step(1)
    desk.step(-1)
    assert desk.chosen == ""


def test_new_articles_are_opened_while_there_is_room(full):
    assert full.open_ids == tuple(f"a{place}" for place in range(MOST_PANES))
    assert len(full.articles) == MOST_PANES + 2


def test_taking_articles_over_is_said(desk, articles):
    heard = Heard(desk)
    desk.show_articles(articles[:1])
    assert heard == ["articles_changed", "panes_changed", "comparison_changed"]
    assert desk.comparison == Comparison(())


def test_a_comparison_of_articles_that_stay_is_kept(desk, articles, comparison):
    heard = Heard(desk)
    desk.show_articles((*articles, Article("four", "New.")))
    assert heard == ["articles_changed", "panes_changed"]
    assert desk.comparison == comparison


def test_what_is_removed_closes_and_what_was_closed_stays_closed(desk, articles):
    desk.close_article("two")
    desk.show_articles((*articles[1:], Article("four", "New.")))
    assert desk.open_ids == ("three", "four")
    with pytest.raises(KeyError):
        desk.article("one")


def test_sigla_follow_the_order_of_the_project(desk, articles):
    assert [desk.siglum(one.id) for one in articles] == ["A", "B", "C"]
    desk.show_articles(articles[1:])
    assert [desk.siglum(one.id) for one in articles[1:]] == ["A", "B"]


def test_opening_and_closing(desk):
    heard = Heard(desk)
    desk.close_article("one")
    desk.close_article("one")
    assert desk.open_ids == ("two", "three")
    assert desk.open_article("one")
    assert desk.open_article("one")
    assert desk.open_ids == ("two", "three", "one")
    assert heard == ["panes_changed"] * 2


def test_no_more_panes_than_there_is_room_for(full):
    heard = Heard(full)
    assert not full.open_article(f"a{MOST_PANES}")
    assert full.open_article("a0")
    assert heard == []
    full.close_article("a0")
    assert full.open_article(f"a{MOST_PANES}")


@pytest.mark.parametrize(
    ("article", "by", "expected", "said"),
    [
        ("one", 1, ("two", "one", "three"), 1),
        ("one", 2, ("two", "three", "one"), 1),
        ("one", 9, ("two", "three", "one"), 1),
        ("one", -1, ("one", "two", "three"), 0),
        ("three", -1, ("one", "three", "two"), 1),
        ("three", -9, ("three", "one", "two"), 1),
        ("three", 1, ("one", "two", "three"), 0),
        ("two", 0, ("one", "two", "three"), 0),
    ],
)
def test_moving_a_pane(desk, article, by, expected, said):
    heard = Heard(desk)
    desk.move_article(article, by)
    assert desk.open_ids == expected
    assert heard == ["panes_changed"] * said


def test_choosing_is_said_with_the_cluster(desk, qtbot):
    with qtbot.waitSignal(desk.passage_chosen) as said:
        desk.choose("band")
    assert said.args == ["band"]
    assert desk.chosen == "band"
    desk.choose("")
    assert desk.chosen == ""


def test_choosing_opens_what_is_needed_to_compare(desk):
    desk.close_article("one")
    desk.close_article("three")
    desk.choose("band")
    assert desk.open_ids == ("two", "one", "three")


def test_choosing_opens_no_more_than_two(desk):
    for article in desk.open_ids:
        desk.close_article(article)
    desk.choose("ferry")
    assert desk.open_ids == ("one", "two")


def test_choosing_leaves_panes_alone_where_two_are_open(desk):
    desk.close_article("two")
    heard = Heard(desk)
    desk.choose("ferry")
    assert desk.open_ids == ("one", "three")
    assert heard == ["passage_chosen"]


def test_choosing_a_passage_that_one_article_repeats_opens_that_article(full):
    last = f"a{MOST_PANES}"
    full.show_comparison(Comparison(full.articles, (), (cluster_of("c", last, last),)))
    full.choose("c")
    assert last in full.open_ids
    assert len(full.open_ids) == MOST_PANES


def test_choosing_makes_room_by_closing_what_is_not_of_the_passage(full):
    wanted = ("a0", f"a{MOST_PANES}")
    full.show_comparison(Comparison(full.articles, (), (cluster_of("c", *wanted),)))
    full.choose("c")
    assert set(wanted) <= set(full.open_ids)
    assert len(full.open_ids) == MOST_PANES
    assert "a1" not in full.open_ids


@pytest.mark.parametrize(
    ("start", "by", "expected"),
    [
        ("", 1, "ferry"),
        ("", -1, "band"),
        ("ferry", 1, "band"),
        ("band", 1, "ferry"),
        ("ferry", -1, "band"),
        ("band", -1, "ferry"),
    ],
)
def test_stepping_goes_round(desk, start, by, expected):
    desk.choose(start)
    desk.step(by)
    assert desk.chosen == expected


def test_a_new_comparison_forgets_a_passage_that_is_gone(desk, comparison):
    desk.choose("band")
    heard = Heard(desk)
    desk.show_comparison(comparison)
    assert desk.chosen == "band"
    desk.show_comparison(Comparison(comparison.articles, (), comparison.clusters[:1]))
    assert desk.chosen == ""
    assert heard == ["comparison_changed"] * 2


def test_layers_are_switched_one_by_one(desk):
    heard = Heard(desk)
    assert [layer for layer in Layer if desk.is_shown(layer)] == list(FIRST_LAYERS)
    assert set(FIRST_LAYERS) == {Layer.SHARED, Layer.WORDING, Layer.ANNOTATIONS}
    desk.show_layer(Layer.SHARED, on=False)
    desk.show_layer(Layer.SHARED, on=False)
    assert not desk.is_shown(Layer.SHARED)
    assert desk.is_shown(Layer.WORDING)
    desk.show_layer(Layer.QUOTATIONS, on=True)
    assert desk.is_shown(Layer.QUOTATIONS)
    assert heard == ["layers_changed"] * 2


def test_only_layers_that_are_on_are_shown(desk):
    layers = desk.layers("one")
    assert layers.marks
    assert layers.variants
    desk.show_layer(Layer.SHARED, on=False)
    assert not desk.layers("one").marks
    assert desk.layers("one").variants == layers.variants
    desk.show_layer(Layer.WORDING, on=False)
    assert desk.layers("one") == Layers()


def test_choosing_a_passage_shows_the_passages(desk):
    desk.show_layer(Layer.SHARED, on=False)
    desk.choose("")
    assert not desk.is_shown(Layer.SHARED)
    desk.choose("band")
    assert desk.is_shown(Layer.SHARED)


@pytest.mark.parametrize(
    ("order", "chosen", "expected"),
    [
        (("one", "two", "three"), "band", ("one", "three", "two")),
        (("two", "three", "one"), "band", ("two", "three", "one")),
        (("three", "two", "one"), "band", ("three", "one", "two")),
        (("one", "two", "three"), "", ("one", "two", "three")),
        (("two",), "", ("two",)),
    ],
)
def test_gathering_puts_the_panes_of_a_passage_beside_each_other(desk, order, chosen, expected):
    for article in desk.open_ids:
        desk.close_article(article)
    for article in order:
        desk.open_article(article)
    desk.choose(chosen)
    heard = Heard(desk)
    desk.gather()
    assert desk.open_ids == expected
    assert heard == ["panes_changed"] * (expected != order)


def test_gathering_where_no_pane_has_the_passage_changes_nothing(desk):
    desk.choose("band")
    for article in ("one", "three"):
        desk.close_article(article)
    desk.gather()
    assert desk.open_ids == ("two",)


def test_differences_count_the_worst_pair_of_a_cluster(desk):
    assert desk.differences(desk.cluster("ferry")) == 2
    assert desk.differences(desk.cluster("band")) == 0


def test_share_counts_every_word_once(qapp):
    desk = Desk()
    desk.show_articles([Article("a", "0 1 2 3 4 5 6 7 8 9"), Article("b", "")])
    assert desk.share("a") is None
    passages = [Passage("a", Span(*ends)) for ends in ((0, 7), (4, 11), (6, 9), (16, 17))]
    desk.show_comparison(
        Comparison(desk.articles, (), (Cluster("c", Kind.EDITED, tuple(passages), ()),))
    )
    assert desk.share("a") == pytest.approx(0.7)
    assert desk.share("b") is None


def test_an_article_that_shares_nothing_has_a_share_of_nothing(qapp):
    desk = Desk()
    desk.show_articles([Article("a", "Alone.")])
    desk.show_comparison(Comparison(desk.articles))
    assert desk.share("a") == 0


def test_articles_of_a_cluster_are_named_once():
    assert articles_of(cluster_of("c", "b", "a", "b")) == ("b", "a")


def test_articles_of_another_project_begin_anew_though_they_have_the_same_ids(desk, articles):
    desk.close_article("two")
    desk.choose("band")
    desk.begin(["three", "gone", "two"])
    heard = Heard(desk)
    desk.show_articles(articles)
    assert heard == ["articles_changed", "panes_changed", "comparison_changed"]
    assert desk.open_ids == ("three", "two")
    assert desk.chosen == ""
    assert desk.comparison == Comparison(())
    desk.begin([])
    desk.show_articles(articles)
    assert desk.open_ids == ("one", "two", "three")


def test_a_comparison_speaks_of_the_articles_as_they_are_described_now(desk, articles, comparison):
    told = (replace(articles[0], headline="Ferry leaves early"), *articles[1:])
    heard = Heard(desk)
    desk.show_articles(told)
    assert "comparison_changed" not in heard
    assert desk.comparison.clusters is comparison.clusters
    assert desk.comparison.articles == told
    desk.show_comparison(comparison)  # one that was under way meanwhile
    assert desk.comparison.articles == told


@pytest.mark.parametrize(
    ("one", "other", "opened"),
    [
        ("a1", "a5", (0, 1, 5, 2, 3, 4, 6, 7)),
        ("a5", "a1", (0, 2, 3, 4, 5, 1, 6, 7)),
        ("a1", "a9", (0, 1, 9, 2, 3, 4, 5, 6)),
        ("a9", "a1", (0, 2, 3, 4, 5, 6, 9, 1)),
        ("a8", "a9", (0, 1, 2, 3, 4, 5, 8, 9)),
        ("a9", "a9", (0, 1, 2, 3, 4, 5, 6, 9)),
    ],
)
def test_two_articles_are_opened_beside_each_other(full, one, other, opened):
    heard = Heard(full)
    full.open_beside(one, other)
    assert full.open_ids == tuple(f"a{place}" for place in opened)
    assert heard == ["panes_changed"]
    full.open_beside(one, other)
    assert heard == ["panes_changed"]


def test_the_clusters_of_an_article(desk, comparison):
    assert desk.clusters_of("one") == comparison.clusters
    assert desk.clusters_of("two") == comparison.clusters[:1]
