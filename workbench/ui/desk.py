"""Desk: what lies open before the analyst - panes, chosen passage, layers - and nothing stored."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from itertools import chain
from operator import is_
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.model import Article, Cluster, Comparison, Outlet
from workbench.model.siglum import siglum
from workbench.text.moments import earliest
from workbench.ui.annotated import Annotated
from workbench.ui.overlay import Layers, Overlay

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_PANES = 8
TO_COMPARE = 2  # fewer articles than this have nothing to share


class Layer(StrEnum):
    """What can be shown over the text, each switched by a key of its own."""

    SHARED = "shared"
    WORDING = "wording"
    QUOTATIONS = "quotations"
    ONLY_HERE = "only_here"
    ANNOTATIONS = "annotations"


FIRST_LAYERS = (Layer.SHARED, Layer.WORDING, Layer.ANNOTATIONS)


class Desk(QObject):
    """What lies open: views read it and refresh when it says what has changed."""

    articles_changed = Signal()
    panes_changed = Signal()
    comparison_changed = Signal()
    passage_chosen = Signal(str)
    layers_changed = Signal()
    outlets_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.annotated = Annotated(self)
        self._articles: dict[str, Article] = {}
        self._sigla: dict[str, str] = {}
        self._outlets: dict[str, Outlet] = {}
        self._open: list[str] = []
        self._comparison = Comparison(())
        self._clusters: dict[str, Cluster] = {}
        self._overlay = Overlay(self._comparison)
        self._chosen = ""
        self._shown = set(FIRST_LAYERS)
        self._wanted: list[str] | None = None

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles of the project, in its order."""
        return tuple(self._articles.values())

    @property
    def open_ids(self) -> tuple[str, ...]:
        """The ids of the articles in the panes, from left to right."""
        return tuple(self._open)

    @property
    def comparison(self) -> Comparison:
        """The comparison shown; empty until one has been made."""
        return self._comparison

    @property
    def chosen(self) -> str:
        """The id of the chosen cluster, or an empty string."""
        return self._chosen

    def article(self, article_id: str) -> Article:
        """Return an article by its id; KeyError where the project has none of that id."""
        return self._articles[article_id]

    def siglum(self, article_id: str) -> str:
        """Return the letter that stands for an article in list, pane and table."""
        return self._sigla[article_id]

    def outlet(self, name: str) -> Outlet:
        """Return what is known of an outlet."""
        return self._outlets.get(name) or Outlet(name)

    def show_outlets(self, outlets: Iterable[Outlet]) -> None:
        """Take over what is known of the outlets of the project."""
        self._outlets = {outlet.name: outlet for outlet in outlets}
        self.outlets_changed.emit()

    def cluster(self, cluster_id: str) -> Cluster:
        """Return a cluster of the comparison by its id."""
        return self._clusters[cluster_id]

    def clusters_of(self, article_id: str) -> tuple[Cluster, ...]:
        """Return the clusters that an article has a passage of."""
        return tuple(self._overlay.clusters(article_id))

    def firsts(self, cluster: Cluster) -> tuple[Article, ...]:
        """Return the article that had a cluster first, or all that may have, as dates tell it."""
        keys = dict.fromkeys(one.article for one in cluster.passages if cluster.earliest)
        found = [self._articles[key] for key in keys]
        return tuple(found[place] for place in earliest([each.published for each in found]))

    def hue(self, cluster_id: str) -> int:
        """Return the index of a cluster's hue."""
        return self._overlay.hues[cluster_id]

    def is_shown(self, layer: Layer) -> bool:
        """Tell whether a layer is switched on."""
        return layer in self._shown

    @property
    def speakers(self) -> dict[str, int]:
        """The speakers quoted in the articles, each with the index of the hue of what they say."""
        return self._overlay.speakers

    def layers(self, article_id: str) -> Layers:
        """Return what is to be shown over an article: that of the layers switched on."""
        overlay, shown = self._overlay, self._shown
        return Layers(
            overlay.marks(article_id) if Layer.SHARED in shown else (),
            overlay.variants(article_id) if Layer.WORDING in shown else (),
            overlay.speeches(article_id) if Layer.QUOTATIONS in shown else (),
            overlay.only_here(article_id) if Layer.ONLY_HERE in shown else (),
        )

    def share(self, article_id: str) -> float | None:
        """Return how much of an article (0 to 1) others share; None before a comparison."""
        article = self._articles[article_id]
        is_told = self._comparison.articles and article.text
        return self._overlay.share(article) if is_told else None

    def differences(self, cluster: Cluster) -> int:
        """Count the places where the two texts of a cluster that differ most do so."""
        return max((self._overlay.differences[pair] for pair in cluster.pairs), default=0)

    def begin(self, wanted: Iterable[str]) -> None:
        """Forget all with the next articles, for they are those of another project.

        Of those `wanted` are opened, from left to right, or else the first.
        """
        self._wanted = list(wanted)

    def show_articles(self, articles: Iterable[Article]) -> None:
        """Take over the articles of the project; new ones are opened while there is room.

        A comparison that speaks of articles that have gone, or of earlier texts, is forgotten.
        """
        known = self._articles.keys()
        self._articles = {article.id: article for article in articles}
        is_stale = any(self._is_other(one) for one in self._comparison.articles)
        if self._wanted is not None:
            self._open = [key for key in self._wanted if key in self._articles]
            known, is_stale = (self._articles if self._open else {}).keys(), True
            self._wanted = None
        if is_stale:
            self._take(Comparison(()))
        self._comparison = self._told_now(self._comparison)
        if list(self._sigla) != list(self._articles):
            self._sigla = {key: siglum(place) for place, key in enumerate(self._articles)}
        self._open = [key for key in self._open if key in self._articles]
        new = [key for key in self._articles if key not in known]
        self._open += new[: MOST_PANES - len(self._open)]
        self.articles_changed.emit()
        self.panes_changed.emit()
        if is_stale:
            self.comparison_changed.emit()

    def show_comparison(self, comparison: Comparison) -> None:
        """Take over a comparison; the chosen passage stays chosen where it is still there."""
        self._take(self._told_now(comparison))
        self.comparison_changed.emit()

    def _is_other(self, compared: Article) -> bool:
        """Tell whether an article has gone that was compared, or has another text by now."""
        now = self._articles.get(compared.id)
        return now is not compared and (now is None or now.text != compared.text)

    def _told_now(self, comparison: Comparison) -> Comparison:
        """Return a comparison of the articles as they are described now."""
        now = tuple(self._articles.get(one.id, one) for one in comparison.articles)
        is_same = all(map(is_, now, comparison.articles))
        return comparison if is_same else replace(comparison, articles=now)

    def _take(self, comparison: Comparison) -> None:
        before = self._clusters.get(self._chosen)
        self._comparison = comparison
        self._clusters = {cluster.id: cluster for cluster in comparison.clusters}
        self._overlay = Overlay(comparison)
        if self._chosen:
            self._chosen = _found_again(before, self._overlay) if before else ""

    def choose(self, cluster_id: str) -> None:
        """Choose a cluster, opening articles of it where fewer than two are open.

        The layer of shared passages is switched on: nobody chooses what is not to be seen.
        """
        self._chosen = cluster_id
        if cluster_id:
            self.show_layer(Layer.SHARED, on=True)
            self._open_for(self._clusters[cluster_id])
        self.passage_chosen.emit(cluster_id)

    def step(self, by: int) -> None:
        """Choose the next (1) or previous (-1) cluster, round from the last to the first."""
        order = list(self._clusters)
        if not order:
            return
        if self._chosen in self._clusters:
            place = order.index(self._chosen) + by
        else:
            place = 0 if by > 0 else -1
        self.choose(order[place % len(order)])

    def open_article(self, article_id: str) -> bool:
        """Open an article in a pane of its own; False where there is no room."""
        if article_id in self._open:
            return True
        if len(self._open) >= MOST_PANES:
            return False
        self._open.append(article_id)
        self.panes_changed.emit()
        return True

    def open_beside(self, one: str, other: str) -> None:
        """Open two articles beside each other, closing the last panes where there is no room.

        They may be the same one.
        """
        opened = list(self._open)
        for key in (one, other):
            if key not in opened:
                if len(opened) >= MOST_PANES:
                    opened.remove(next(each for each in opened[::-1] if each not in (one, other)))
                opened.append(key)
        if one != other:
            opened.remove(other)
            opened.insert(opened.index(one) + 1, other)
        if opened != self._open:
            self._open = opened
            self.panes_changed.emit()

    def close_article(self, article_id: str) -> None:
        """Close the pane of an article; the article stays in the project."""
        if article_id in self._open:
            self._open.remove(article_id)
            self.panes_changed.emit()

    def move_article(self, article_id: str, by: int) -> None:
        """Move a pane `by` places to the right, or to the left where negative."""
        place = self._open.index(article_id)
        target = max(0, min(len(self._open) - 1, place + by))
        if target != place:
            self._open.insert(target, self._open.pop(place))
            self.panes_changed.emit()

    def gather(self) -> None:
        """Put the panes that have the chosen passage beside each other, from the first of them."""
        if not self._chosen:
            return
        wanted = set(articles_of(self._clusters[self._chosen]))
        together = [key for key in self._open if key in wanted]
        if together:
            first = self._open.index(together[0])
            before = self._open[:first]
            after = [key for key in self._open[first:] if key not in wanted]
            if before + together + after != self._open:
                self._open = before + together + after
                self.panes_changed.emit()

    def show_layer(self, layer: Layer, *, on: bool) -> None:
        """Switch a layer on or off."""
        if on != (layer in self._shown):
            self._shown ^= {layer}
            self.layers_changed.emit()

    def _open_for(self, cluster: Cluster) -> None:
        wanted = list(dict.fromkeys(passage.article for passage in cluster.passages))
        missing = [key for key in wanted if key not in self._open]
        needed = max(0, TO_COMPARE - len(wanted) + len(missing))
        opening = missing[:needed]
        if not opening:
            return
        others = [key for key in self._open if key not in wanted]
        for key in others[: max(0, len(self._open) + len(opening) - MOST_PANES)]:
            self._open.remove(key)
        self._open += opening
        self.panes_changed.emit()


def articles_of(cluster: Cluster) -> tuple[str, ...]:
    """Return the ids of the articles that a cluster joins, each once, in its order."""
    return tuple(dict.fromkeys(chain(passage.article for passage in cluster.passages)))


def _found_again(before: Cluster, overlay: Overlay) -> str:
    """Return the id of the cluster that has most of an earlier one, empty where none has any."""
    best, found = 0, ""
    near = chain.from_iterable(overlay.clusters(key) for key in articles_of(before))
    for cluster in sorted(near, key=lambda each: overlay.hues[each.id]):
        shared = sum(
            one.span.shared(other.span)
            for one in before.passages
            for other in cluster.passages
            if one.article == other.article
        )
        if shared > best:
            best, found = shared, cluster.id
    return found
