"""Dressing: which theme the window wears, and how large its words are, as the system has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication

from workbench.ui.dock_sizes import grow_docks
from workbench.ui.theme import (
    CHROME,
    Theme,
    palette,
    rescaled,
    sans,
    scale,
    style_sheet,
    theme_for,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QApplication

    from workbench.settings import Settings
    from workbench.ui.main_window import MainWindow

TOLERANCE = 2  # pixels by which systems differ in their usual words
MOST_SCALE = 2.0
KEPT_FONT = "_q_styleSheetWidgetFont"  # Qt gives it back to a widget with every style sheet


class Dressing(QObject):
    """Follows the system's colours until the analyst chooses others, and keeps the choice.

    It follows the size of the system's words as well: each widget with a font of its own gets that
    anew, and whatever is measured in pixels is so in `set_theme`.
    """

    def __init__(self, app: QApplication, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._settings = settings
        self._window: MainWindow | None = None
        self._scale = scale()
        self._system = _system_font()
        # later, for Qt still hands the font on to the widgets when it tells
        self._resizing = QTimer(self, singleShot=True, interval=0)
        self._resizing.timeout.connect(self._resize)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self.dress)

    @property
    def theme(self) -> Theme:
        """The theme to be worn now."""
        wanted = self._settings.get("theme")
        system = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        dark = system if wanted == "system" else wanted == "dark"
        return theme_for(dark=dark, contrast=self._settings.get("contrast") == "yes")

    def serve(self, window: MainWindow) -> None:
        """Dress this window from now on, and let its actions choose."""
        self._window = window
        window.installEventFilter(self)
        actions = window.actions_by_name
        actions["dark"].triggered.connect(lambda on: self._choose("dark" if on else "light"))
        actions["system_colours"].triggered.connect(
            lambda on: self._choose("system" if on else "dark" if self.theme.is_dark else "light")
        )
        actions["contrast"].triggered.connect(self._set_contrast)
        self.dress()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the system where the window is told that its fonts have changed."""
        if event.type() == QEvent.Type.ThemeChange and _system_font() != self._system:
            self._system = _system_font()
            self._app.setFont(chrome_font(self._system))
        elif event.type() == QEvent.Type.ApplicationFontChange and scale() != self._scale:
            self._resizing.start()
        return super().eventFilter(watched, event)

    def _resize(self) -> None:
        """Let all words be as large as the program's font has just become."""
        before, self._scale = self._scale, scale()
        self._app.setStyleSheet("")  # or whatever has no font of its own would keep the former one
        for widget in self._app.allWidgets():
            if widget.testAttribute(Qt.WidgetAttribute.WA_SetFont):
                font = rescaled(widget.font(), before)
                widget.setProperty(KEPT_FONT, font)
                widget.setFont(font)
        self.dress()
        for widget in self._app.allWidgets():
            if layout := widget.layout():
                layout.invalidate()  # it would go on with the former sizes of what is out of sight
        if self._window is not None:
            grow_docks(self._window, before)

    def dress(self) -> None:
        """Give the program the colours it should have now."""
        theme = self.theme
        self._app.setPalette(palette(theme))
        self._app.setStyleSheet(style_sheet(theme))
        if self._window is not None:
            self._window.set_theme(theme)
            actions = self._window.actions_by_name
            actions["dark"].setChecked(theme.is_dark)
            actions["contrast"].setChecked(self._settings.get("contrast") == "yes")
            actions["system_colours"].setChecked(self._settings.get("theme") == "system")

    def _choose(self, wanted: str) -> None:
        self._settings.set("theme", wanted)
        self.dress()

    def _set_contrast(self, on: bool) -> None:  # noqa: FBT001 - a Qt slot for `triggered`
        self._settings.set("contrast", "yes" if on else "no")
        self.dress()


def _system_font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def chrome_font(system: QFont) -> QFont:
    """Return the font of the window's words, as much larger as the system's own are."""
    pixels = QFontInfo(system).pixelSize()
    scale = pixels / CHROME if pixels > CHROME + TOLERANCE else 1.0
    font = sans(CHROME)
    font.setPixelSize(round(CHROME * min(MOST_SCALE, scale)))
    return font
