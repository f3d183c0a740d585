"""Export scopes: of what something can go out now, as it is marked, chosen or searched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Passage, Scope, Span
from workbench.project.searches import saved_searches
from workbench.ui.annotations_rows import Wanted
from workbench.ui.export_offers import Offer
from workbench.ui.tag_choices import path_of
from workbench.ui.wording import count, first_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbench.project.project import Project
    from workbench.ui.main_window import MainWindow
    from workbench.ui.panes.pane import Pane

MOST_QUOTED = 48  # characters of selected words


def offers(window: MainWindow, project: Project) -> Mapping[Scope, tuple[Offer, ...]]:
    """Return what can go out of each scope, that which is marked or chosen now first."""
    return {
        Scope.PROJECT: tuple(_project(window)),
        Scope.ARTICLES: tuple(_articles(window)),
        Scope.TAGS: tuple(_tags(window, project)),
        Scope.ANNOTATIONS: tuple(_annotations(window)),
        Scope.PASSAGES: tuple(_passages(window)),
        Scope.SEARCH: tuple(_searches(window, project)),
        Scope.WORDS: tuple(_words(window)),
    }


def selected_words(window: MainWindow) -> tuple[Passage, ...]:
    """Return the words selected in the panes, those of the pane with the keyboard first."""
    here = window.board.focused_article()
    panes = sorted(window.board.panes, key=lambda pane: pane.article.id != here)
    found = (Passage(pane.article.id, trimmed(pane)) for pane in panes)
    return tuple(each for each in found if each.span.length)


def trimmed(pane: Pane) -> Span:
    """Return what is selected in a pane without the blanks at its ends."""
    span, words = pane.view.selected(), pane.view.selected_words()
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.end - len(words) + len(words.rstrip())))


def _project(window: MainWindow) -> Iterator[Offer]:
    if window.desk.articles:
        number = count(len(window.desk.articles), "article")
        yield Offer(f"{number} with all that is known of them", Scope.PROJECT)


def _articles(window: MainWindow) -> Iterator[Offer]:
    desk = window.desk
    if marked := window.articles.marked_articles():
        yield Offer(f"Marked in the list: {_named(window, marked)}", Scope.ARTICLES, marked)
    if desk.open_ids:
        yield Offer(
            f"Open in panes: {_named(window, desk.open_ids)}", Scope.ARTICLES, desk.open_ids
        )
    outlets: dict[str, list[str]] = {}
    for article in desk.articles:
        outlets.setdefault(article.outlet, []).append(article.id)
    for outlet, ids in sorted(outlets.items(), key=lambda each: (not each[0], each[0].casefold())):
        said = f"{outlet or 'Outlet not known'}: {count(len(ids), 'article')}"
        yield Offer(said, Scope.ARTICLES, tuple(ids))


def _tags(window: MainWindow, project: Project) -> Iterator[Offer]:
    codebook = project.codebook()
    marked = window.annotation_docks.codebook.marked()
    if len(marked) > 1:
        yield Offer(f"Marked in the codebook: {count(len(marked), 'tag')}", Scope.TAGS, marked)
    tags = sorted(codebook.branch(), key=lambda tag: tag.id not in marked)
    for tag in tags:
        yield Offer(path_of(codebook, tag), Scope.TAGS, (tag.id,))


def _annotations(window: MainWindow) -> Iterator[Offer]:
    dock = window.annotation_docks.list
    if marked := tuple(row.id for row in dock.marked()):
        said = f"Marked in the list: {count(len(marked), 'annotation')}"
        yield Offer(said, Scope.ANNOTATIONS, marked)
    if dock.filter.wanted != Wanted():
        rows = dock.model.rows_between(0, dock.model.rowCount())
        said = f"Listed as filtered: {count(len(rows), 'annotation')}"
        yield Offer(said, Scope.ANNOTATIONS, tuple(row.id for row in rows))


def _passages(window: MainWindow) -> Iterator[Offer]:
    desk = window.desk
    if desk.chosen:
        words = first_words(desk.cluster(desk.chosen), desk)
        yield Offer(f"The chosen one: “{words}”", Scope.PASSAGES, (desk.chosen,))
    if window.passages.model.sought:
        ids = window.passages.model.listed
        yield Offer(f"Listed as searched: {count(len(ids), 'passage')}", Scope.PASSAGES, ids)
    if every := tuple(cluster.id for cluster in desk.comparison.clusters):
        yield Offer(f"All: {count(len(every), 'passage')}", Scope.PASSAGES, every)


def _searches(window: MainWindow, project: Project) -> Iterator[Offer]:
    if query := window.search.query:
        yield Offer(f"Searched now: {query}", Scope.SEARCH, search=query)
    for name, query in saved_searches(project.setting).items():
        yield Offer(f"{name}: {query}" if name != query else name, Scope.SEARCH, search=query)


def _words(window: MainWindow) -> Iterator[Offer]:
    selected = selected_words(window)
    if not selected:
        return
    if len(selected) > 1:
        named = _named(window, [one.article for one in selected])
        said = f"In {count(len(selected), 'pane')}: {named}"
        yield Offer(said, Scope.WORDS, words=selected)
    for one in selected:
        words = " ".join(one.span.of(window.desk.article(one.article).text).split())
        cut = words if len(words) <= MOST_QUOTED else words[:MOST_QUOTED].rsplit(" ", 1)[0] + "…"
        yield Offer(f"{window.desk.siglum(one.article)}  “{cut}”", Scope.WORDS, words=(one,))


def _named(window: MainWindow, ids: tuple[str, ...] | list[str]) -> str:
    """Name a few articles by their sigla, and count many."""
    if len(ids) > 8:  # noqa: PLR2004 - as many as there are panes
        return count(len(ids), "article")
    return " · ".join(map(window.desk.siglum, ids))
