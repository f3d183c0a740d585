"""Themes: the colours, typefaces and measures that every widget paints with."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from string import Template

from PySide6.QtGui import QColor, QFont, QFontInfo, QGuiApplication, QPalette

from workbench.resources import read_text

SERIF_FAMILIES = ("Noto Serif", "Source Serif 4", "Charter", "Georgia", "Cambria", "DejaVu Serif")
SANS_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Helvetica Neue", "Noto Sans", "DejaVu Sans")
CJK_FAMILIES = ("Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", "Droid Sans Fallback")

GRID = 8  # every margin and gap is a multiple of half of this, in pixels

CHROME = 13  # pixels: the usual height of the words around the articles

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
    found: str
    hues: tuple[str, ...]
    voices: tuple[str, ...]

    def hue(self, index: int) -> QColor:
        """Return the colour of the cluster with this index; the hues repeat after the last."""
        return QColor(self.hues[index % len(self.hues)])

    def voice(self, index: int) -> QColor:
        """Return the colour of what the speaker with this index says; dim where it is -1.

        The dim one is for bars, not for words: it is too weak on a tint.
        """
        return QColor(self.dim if index < 0 else self.voices[index % len(self.voices)])


LIGHT = Theme(
    name="light",
    is_dark=False,
    paper="#ffffff",
    chrome="#f4f2ee",
    raised="#ffffff",
    hairline="#e0dcd4",
    ink="#1d1d1f",
    dim="#66645f",
    accent="#2966ac",
    selected="#e6edf6",
    checked="#e9e4da",
    track="#ebe7df",
    warning="#8a4b00",
    found="#ffe27a",
    hues=("#6a89cd", "#278161", "#ca812a", "#974a9b", "#d35e43", "#359fad", "#7b6701", "#4f5cbb"),
    voices=("#073b6f", "#883c0a", "#17652f", "#832894", "#433400", "#931956"),
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
    found="#57480a",
    hues=("#1178c2", "#45a77a", "#a8691a", "#a8559b", "#ce5e4b", "#47c3d2", "#b59f38", "#8c97ee"),
    voices=("#8bc3fe", "#e8b73f", "#97e898", "#b4c9a3", "#94ce63", "#ffa1cc"),
)

LIGHT_CONTRAST = Theme(
    name="light, high contrast",
    is_dark=False,
    paper="#ffffff",
    chrome="#ffffff",
    raised="#ffffff",
    hairline="#6b6b6b",
    ink="#000000",
    dim="#3d3d3d",
    accent="#00429d",
    selected="#d6e6ff",
    checked="#dedede",
    track="#e4e4e4",
    warning="#7a2e00",
    found="#ffe45c",
    hues=("#5c6ea6", "#095e3f", "#9a5e15", "#703374", "#8f2010", "#1f7c85", "#846c36", "#3d459a"),
    voices=("#204680", "#650900", "#035c2a", "#3d0063", "#5f4e05", "#911c55"),
)

DARK_CONTRAST = Theme(
    name="dark, high contrast",
    is_dark=True,
    paper="#000000",
    chrome="#000000",
    raised="#000000",
    hairline="#8a8a8a",
    ink="#ffffff",
    dim="#cfcfcf",
    accent="#8ec8ff",
    selected="#12324d",
    checked="#333333",
    track="#2b2b2b",
    warning="#ffc36b",
    found="#5c4a00",
    hues=("#82b2f2", "#42ab7e", "#e09b4c", "#b263b4", "#d96854", "#56c8d7", "#99871c", "#7c8ae1"),
    voices=("#92d5cf", "#fdc150", "#95fbaa", "#ffd3ff", "#dece70", "#feb0fe"),
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, LIGHT_CONTRAST, DARK_CONTRAST)}


def theme_for(*, dark: bool, contrast: bool) -> Theme:
    """Return the theme that is dark or light, of usual or of high contrast."""
    if contrast:
        return DARK_CONTRAST if dark else LIGHT_CONTRAST
    return DARK if dark else LIGHT


def blend(hue: QColor, strength: float) -> QColor:
    """Return `hue` at `strength` (0 to 1) of its opacity."""
    colour = QColor(hue)
    colour.setAlphaF(strength)
    return colour


def mixture(paper: QColor, hue: QColor, strength: float) -> QColor:
    """Return what is seen of `hue` at `strength` (0 to 1) of its opacity on `paper`."""

    def between(below: float, above: float) -> float:
        return below + (above - below) * strength

    return QColor.fromRgbF(
        between(paper.redF(), hue.redF()),
        between(paper.greenF(), hue.greenF()),
        between(paper.blueF(), hue.blueF()),
    )


def serif(pixels: float, *, semibold: bool = False) -> QFont:
    """Return the face that articles are set in, `pixels` high where words are usual.

    Where the program's own font is larger than CHROME pixels, so is this.
    """
    return _font((*SERIF_FAMILIES, *CJK_FAMILIES), pixels * scale(), semibold=semibold)


def sans(pixels: float, *, semibold: bool = False) -> QFont:
    """Return the face of everything around the articles, as large as `serif` would be."""
    return _font((*SANS_FAMILIES, *CJK_FAMILIES), pixels * scale(), semibold=semibold)


def scale() -> float:
    """Return how many times as large as usual the words around the articles are: 1 or more."""
    return max(1.0, QFontInfo(QGuiApplication.font()).pixelSize() / CHROME)


def scaled(pixels: float) -> int:
    """Return as many pixels as what is so large where words are usual needs where they are not."""
    return round(pixels * scale())


def rescaled(font: QFont, before: float) -> QFont:
    """Return a font of `sans` or `serif`, made while the scale was `before`, as it would be now."""
    usual = round(font.pixelSize() / before)  # to the pixel: only what is larger was rounded
    result = QFont(font)
    result.setPixelSize(scaled(usual))
    return result


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
