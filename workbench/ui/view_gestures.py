"""View gestures: what each action on panes, layers, passages and finding does."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit

from workbench.ui.command_palette import Command
from workbench.ui.desk import Layer
from workbench.ui.overview_gestures import OverviewGestures
from workbench.ui.panes.article_view import TYPE_SIZE
from workbench.ui.panes.board import WIDTH_STEP
from workbench.ui.wording import called, facts, first_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from workbench.model import Span
    from workbench.settings import Settings
    from workbench.ui.main_window import MainWindow

SMALLEST, LARGEST = 12, 28
MOST_OFFERED = 2_000  # articles in the palette, and passages: for more there are lists
NO_ROOM = "Eight panes are open; close one to make room."


class ViewGestures(QObject):
    """Connects the actions that change what is seen, and nothing of the project."""

    def __init__(self, window: MainWindow, settings: Settings) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._type_size = int(settings.get("type_size"))
        for name, act in (self._on_panes() | self._on_passages() | self._on_finding()).items():
            window.actions_by_name[name].triggered.connect(act)
        self._connect_layers()
        self._overview = OverviewGestures(window)
        self._connect_together()
        window.articles.article_activated.connect(self.open_article)
        window.passages.passage_chosen.connect(window.desk.choose)
        self._connect_finding()
        window.board.sight_changed.connect(window.status.set_away)
        self._set_type_size(self._type_size)

    def open_article(self, article_id: str) -> bool:
        """Open an article in a pane and give it the keyboard; False where there is no room."""
        if not self._window.desk.open_article(article_id):
            self._window.notices.say(NO_ROOM)
            return False
        self._window.board.show_pane(article_id)
        return True

    def commands(self) -> Iterator[Command]:
        """Yield all that the palette offers: actions, then articles, then shared passages."""
        for action in self._window.actions_by_name.values():
            words = action.text().replace("…", "")
            key = action.shortcut().toString()
            yield Command(words, "", key, action.trigger, action.isEnabled())
        desk = self._window.desk
        for article in desk.articles[:MOST_OFFERED]:
            words = f"{desk.siglum(article.id)}  {called(article)}"
            kind = article.outlet or "Article"
            yield Command(words, kind, "", partial(self.open_article, article.id))
        for cluster in desk.comparison.clusters[:MOST_OFFERED]:
            kind = facts(cluster, desk).split(" — ")[0]
            yield Command(first_words(cluster, desk), kind, "", partial(desk.choose, cluster.id))

    def _on_panes(self) -> dict[str, Callable[[], object]]:
        board = self._window.board
        return {
            "next_pane": lambda: board.focus_pane(1),
            "previous_pane": lambda: board.focus_pane(-1),
            "pane_left": lambda: self._move_pane(-1),
            "pane_right": lambda: self._move_pane(1),
            "wider": lambda: self._widen(WIDTH_STEP),
            "narrower": lambda: self._widen(-WIDTH_STEP),
            "same_width": board.share_room,
            "add_pane": self._add_pane,
            "close_pane": self._close_pane,
            "larger": lambda: self._set_type_size(self._type_size + 1),
            "smaller": lambda: self._set_type_size(self._type_size - 1),
            "usual_size": lambda: self._set_type_size(TYPE_SIZE),
        }

    def _on_passages(self) -> dict[str, Callable[[], object]]:
        desk = self._window.desk
        return {
            "next_passage": lambda: desk.step(1),
            "previous_passage": lambda: desk.step(-1),
            "gather": self._gather,
            "no_passage": self._put_away,
        }

    def _on_finding(self) -> dict[str, Callable[[], object]]:
        return {
            "find": lambda: self._find(everywhere=False),
            "find_everywhere": lambda: self._find(everywhere=True),
            "find_next": lambda: self._step_find(1),
            "find_previous": lambda: self._step_find(-1),
            "find_article": self._find_article,
            "palette": lambda: self._window.palette_of_commands.ask(tuple(self.commands())),
        }

    def _connect_layers(self) -> None:
        actions, desk = self._window.actions_by_name, self._window.desk
        kept = self._settings.get("layers").split()
        for layer in Layer:
            desk.show_layer(layer, on=layer.value in kept)
            actions[layer.value].toggled.connect(
                lambda on, layer=layer: desk.show_layer(layer, on=on)
            )
        desk.layers_changed.connect(self._show_layers)
        actions["legend"].toggled.connect(self._show_legend)
        actions["legend"].setChecked(self._settings.get("legend") == "yes")
        self._show_layers()

    def _show_layers(self) -> None:
        shown = [layer.value for layer in Layer if self._window.desk.is_shown(layer)]
        for layer in Layer:
            self._window.actions_by_name[layer.value].setChecked(layer.value in shown)
        self._settings.set("layers", " ".join(shown))

    def _show_legend(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot for `toggled`
        self._window.legend.show_it(on)
        self._settings.set("legend", "yes" if on else "no")

    def _connect_together(self) -> None:
        together = self._window.actions_by_name["together"]
        together.setChecked(self._settings.get("scroll_together") == "yes")
        self._window.board.set_scroll_together(together.isChecked())
        together.toggled.connect(self._window.board.set_scroll_together)
        together.toggled.connect(
            lambda on: self._settings.set("scroll_together", "yes" if on else "no")
        )

    def _connect_finding(self) -> None:
        finder, bar = self._window.finder, self._window.find_bar
        finder.changed.connect(lambda: self._window.board.set_hits(finder.hits, finder.current))
        finder.hit_chosen.connect(self._show_hit)
        bar.step_requested.connect(self._step_find)
        bar.closed.connect(self._return_to)

    def _move_pane(self, by: int) -> None:
        if article_id := self._window.board.focused_article():
            self._window.desk.move_article(article_id, by)
            self._window.board.show_pane(article_id)

    def _widen(self, by: int) -> None:
        if article_id := self._window.board.focused_article():
            self._window.board.widen(article_id, by)

    def _add_pane(self) -> None:
        desk = self._window.desk
        closed = [article.id for article in desk.articles if article.id not in desk.open_ids]
        if closed:
            self.open_article(closed[0])

    def _close_pane(self) -> None:
        open_ids = self._window.desk.open_ids
        if article_id := self._window.board.focused_article() or (open_ids or ("",))[-1]:
            place = open_ids.index(article_id)
            self._window.desk.close_article(article_id)
            left = self._window.desk.open_ids
            if left:
                self._window.board.show_pane(left[min(place, len(left) - 1)])

    def _gather(self) -> None:
        self._window.desk.gather()
        self._window.desk.choose(self._window.desk.chosen)

    def _set_type_size(self, pixels: int) -> None:
        self._type_size = max(SMALLEST, min(LARGEST, pixels))
        self._window.board.set_type_size(self._type_size)
        self._settings.set("type_size", str(self._type_size))

    def _find(self, *, everywhere: bool) -> None:
        bar, board = self._window.find_bar, self._window.board
        focused = board.focused_article()
        marked = next((p.view.selected_words() for p in board.panes if p.article.id == focused), "")
        bar.everywhere.setChecked(everywhere)
        bar.open(marked)

    def _step_find(self, by: int) -> None:
        if not self._window.finder.is_asked:
            self._window.find_bar.open()
        self._window.finder.step(by, self._window.board.focused_article())

    def _show_hit(self, article_id: str, span: Span) -> None:
        desk = self._window.desk
        if article_id not in desk.open_ids and not desk.open_article(article_id):
            desk.close_article(desk.open_ids[-1])
            desk.open_article(article_id)
        self._window.board.show_span(article_id, span)

    def _return_to(self, article_id: str) -> None:
        """Give the keyboard to the pane where something was found last, or to any."""
        if article_id in self._window.desk.open_ids:
            self._window.board.show_pane(article_id)
        else:
            self._window.board.focus_pane(0)

    def _find_article(self) -> None:
        self._window.dock("articles_list").show()
        self._window.articles.search.setFocus()
        self._window.articles.search.selectAll()

    def _put_away(self) -> None:
        field = self._window.focusWidget()
        if self._window.annotation_panel.isVisible():
            self._window.annotation_panel.put_away.emit()
        elif self._window.find_bar.isVisible():
            self._window.find_bar.close_bar()
        elif isinstance(field, QLineEdit):
            field.clear()
            self._window.board.focus_pane(0)
        elif self._window.notices.texts:
            self._window.notices.clear()
        elif self._window.overview.isVisible():
            self._overview.leave()
        else:
            self._window.desk.choose("")
