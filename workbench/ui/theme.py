"""Themes: the colours, typefaces and measures that every widget paints with."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette

from workbench.resources import read_text

SERIF_FAMILIES = ("Noto Serif", "Source Serif 4", "Charter", "Georgia", "Cambria", "DejaVu Serif")
SANS_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
CJK_FAMILIES = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Droid Sans Fallback")

GRID = 8  # every margin and gap is a multiple of half of this, in pixels

TINT = 0.16  # how strongly a cluster's hue lies behind its words
TINT_CHOSEN = 0.30
RIBBON = 0.15
RIBBON_CHOSEN = 0.38


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours, as `#rrggbb`; `hues` tell clusters apart, also for the colour-blind."""

    name: str
    is_dark: bool
    paper: str
    chrome: str
    raised: str
    hairline: str
    ink: str
    dim: str
    accent: str
    selected: str
    checked: str
    track: str
    warning: str
    hues: tuple[str, ...]

    def hue(self, index: int) -> QColor:
        """Return the colour of the cluster with this index; the hues repeat after the last."""
        return QColor(self.hues[index % len(self.hues)])


LIGHT = Theme(
    name="light",
    is_dark=False,
    paper="#ffffff",
    chrome="#f4f2ee",
    raised="#ffffff",
    hairline="#e0dcd4",
    ink="#1d1d1f",
    dim="#66645f",
    accent="#2f6db5",
    selected="#e6edf6",
    checked="#e9e4da",
    track="#ebe7df",
    warning="#8a4b00",
    hues=(
        "#2f7fc6",
        "#2f9468",
        "#c77f2a",
        "#a557a8",
        "#c9503c",
        "#2492a0",
        "#8f7a12",
        "#5863c2",
    ),
)

DARK = Theme(
    name="dark",
    is_dark=True,
    paper="#202124",
    chrome="#18191b",
    raised="#26282b",
    hairline="#35373b",
    ink="#e6e4df",
    dim="#a09e99",
    accent="#7fb2ee",
    selected="#26333f",
    checked="#2f3135",
    track="#2c2e32",
    warning="#f0b45c",
    hues=(
        "#4a97dd",
        "#43a97c",
        "#d69243",
        "#b96bbc",
        "#dd6b57",
        "#3fadb9",
        "#b29b34",
        "#7f89de",
    ),
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


def blend(hue: QColor, strength: float) -> QColor:
    """Return `hue` at `strength` (0 to 1) of its opacity."""
    colour = QColor(hue)
    colour.setAlphaF(strength)
    return colour


def serif(pixels: float, *, semibold: bool = False) -> QFont:
    """Return the face that articles are set in, `pixels` high."""
    return _font((*SERIF_FAMILIES, *CJK_FAMILIES), pixels, semibold=semibold)


def sans(pixels: float, *, semibold: bool = False) -> QFont:
    """Return the face of everything around the articles, `pixels` high."""
    return _font((*SANS_FAMILIES, *CJK_FAMILIES), pixels, semibold=semibold)


def _font(families: tuple[str, ...], pixels: float, *, semibold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(families))
    font.setPixelSize(round(pixels))
    font.setWeight(QFont.Weight.DemiBold if semibold else QFont.Weight.Normal)
    return font


def palette(theme: Theme) -> QPalette:
    """Return the Qt palette of a theme, for all that no style sheet reaches."""
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.chrome,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.chrome,
        role.Text: theme.ink,
        role.PlaceholderText: theme.dim,
        role.Button: theme.chrome,
        role.ButtonText: theme.ink,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.paper,
        role.ToolTipBase: theme.raised,
        role.ToolTipText: theme.ink,
        role.Link: theme.accent,
        role.Mid: theme.hairline,
    }
    result = QPalette()
    for target, colour in colours.items():
        result.setColor(target, QColor(colour))
    for target in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, target, QColor(theme.dim))
    return result


def style_sheet(theme: Theme) -> str:
    """Return the style sheet of the window's quiet parts: menus, buttons, lists, fields."""
    colours = {name: value for name, value in asdict(theme).items() if isinstance(value, str)}
    return Template(read_text("themes/window.qss")).substitute(colours)
