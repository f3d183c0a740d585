"""Tag colours: how the colour that a tag was given is shown on light and dark paper."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from workbench.ui.theme import Theme, mixture

if TYPE_CHECKING:
    from workbench.model import Tag

CONTRAST = 3.0  # to the paper, as WCAG 2.1 wants of what carries meaning
HIGH_CONTRAST = 4.5
STEPS = 20  # from the colour itself to the ink: the first that stands out is taken
DOT = 10  # pixels
DARKEST = 0.04045  # of a channel of sRGB: up to here it is linear


@lru_cache(maxsize=512)
def shown(colour: str, theme: Theme) -> QColor:
    """Return a tag's colour (`#rrggbb` or empty) as near as it can be read on the theme's paper."""
    paper, ink = QColor(theme.paper), QColor(theme.ink)
    own = QColor(colour or theme.dim)
    wanted = HIGH_CONTRAST if "contrast" in theme.name else CONTRAST
    mixed = (mixture(own, ink, step / STEPS) for step in range(STEPS))
    return next((each for each in mixed if contrast(each, paper) >= wanted), ink)


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21, as WCAG 2.1 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def sign(tag: Tag) -> str:
    """Return the one letter that stands for a tag beside its colour."""
    return next((letter for letter in tag.name if letter.isalnum()), "•").upper()


def dot(colour: str, theme: Theme, ratio: float = 1.0) -> QIcon:
    """Return a round spot in a tag's colour; `ratio` is how many dots of the screen a pixel has."""
    picture = QPixmap(round(DOT * ratio), round(DOT * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown(colour, theme))
    painter.drawEllipse(QRectF(1, 1, DOT - 2, DOT - 2))
    painter.end()
    return QIcon(picture)


def _luminance(colour: QColor) -> float:
    red, green, blue = (
        _linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    bent: float = ((value + 0.055) / 1.055) ** 2.4
    return value / 12.92 if value <= DARKEST else bent
