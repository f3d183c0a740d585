"""Styles of an OpenDocument text: page, paragraphs and runs, as `typography` sets them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.odt_words import language_parts, named
from workbench.formats.typography import (
    ACCENT,
    BOTTOM,
    COMMENT_MARK,
    CONTENTS_LINK,
    DIM,
    HEADINGS,
    INK,
    LINK,
    LOOKS,
    MONO,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHTWARD,
    SANS,
    SERIF,
    SIDE,
    TOP,
)

if TYPE_CHECKING:
    from workbench.formats.typography import Look

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
        "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
        "meta": "urn:oasis:names:tc:opendocument:xmlns:meta:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "xlink": "http://www.w3.org/1999/xlink",
    }.items()
)

_SCRIPTS = ("", "-asian", "-complex")
_RUN_LOOKS = {
    "Emphasis": 'fo:font-style="italic"',
    "Strong": 'fo:font-weight="bold"',
    "Quoted Words": "",
    "Differing Words": (
        'fo:font-weight="bold" style:text-underline-style="solid"'
        ' style:text-underline-width="auto" style:text-underline-color="font-color"'
    ),
    "Added Words": (
        'fo:font-weight="bold" fo:font-style="italic" style:text-underline-style="dash"'
        ' style:text-underline-width="auto" style:text-underline-color="font-color"'
    ),
    "Omitted Words": f'style:text-line-through-style="solid" fo:color="{DIM}"',
    "Faint Words": f'fo:color="{DIM}"',
    "Code": f'style:font-name="{MONO}" fo:font-size="8pt"',
    LINK: (
        f'fo:color="{ACCENT}" style:text-underline-style="solid"'
        ' style:text-underline-width="auto" style:text-underline-color="font-color"'
    ),
    CONTENTS_LINK: f'fo:color="{INK}" style:text-underline-style="none"',
    COMMENT_MARK: 'fo:font-size="8pt"',
}


def styles_xml(language: str) -> str:
    """Return styles.xml; `language` is the BCP 47 tag of the document."""
    paragraphs = "".join(_paragraph_style(name, look) for name, look in LOOKS.items())
    runs = "".join(
        f'<style:style style:name="{named(name)}" style:display-name="{name}" style:family="text">'
        f"<style:text-properties {look}/></style:style>"
        for name, look in _RUN_LOOKS.items()
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<office:document-styles {NAMESPACES}'
        f' office:version="1.3"><office:font-face-decls>{_faces()}</office:font-face-decls>'
        f"<office:styles>{_defaults(language)}{paragraphs}{runs}{_bullets()}</office:styles>"
        f"{_page()}</office:document-styles>"
    )


def _faces() -> str:
    families = {SERIF: "roman", SANS: "swiss", MONO: "modern"}
    return "".join(
        f'<style:font-face style:name="{name}" svg:font-family="\'{name}\'"'
        f' style:font-family-generic="{family}"/>'
        for name, family in families.items()
    )


def _defaults(language: str) -> str:
    base, country = language_parts(language) or ("en", "GB")
    return (
        '<style:default-style style:family="paragraph"><style:text-properties'
        f' fo:language="{base}" fo:country="{country}"/></style:default-style>'
    )


def _paragraph_style(name: str, look: Look) -> str:
    parent = "" if name == "Normal" else ' style:parent-style-name="Normal"'
    level = HEADINGS.index(name) + 1 if name in HEADINGS else 0
    outline = f' style:default-outline-level="{level}"' if level else ""
    side = "end" if name in RIGHTWARD or name == "Footer" else "start"
    keeps = ' fo:keep-with-next="always"' if look.keeps_next else ""
    return (
        f'<style:style style:name="{named(name)}" style:display-name="{name}"'
        f' style:family="paragraph"{parent}{outline}><style:paragraph-properties'
        f' fo:margin-top="{look.before}pt" fo:margin-bottom="{look.after}pt"'
        f' fo:margin-left="{look.indent}cm" fo:text-indent="{-look.hanging}cm"'
        f' fo:line-height="{round(look.leading * 100)}%" fo:text-align="{side}"'
        f' fo:widows="2" fo:orphans="2"{keeps}/>'
        f'<style:text-properties style:font-name="{look.face}" fo:color="{look.colour}"'
        f"{_sizes(look)}/></style:style>"
    )


def _sizes(look: Look) -> str:
    """Return size and weight for each group of scripts, for each has its own."""
    weight = "bold" if look.is_bold else "normal"
    size = "".join(f' {_space(one)}:font-size{one}="{look.size}pt"' for one in _SCRIPTS)
    return size + "".join(f' {_space(one)}:font-weight{one}="{weight}"' for one in _SCRIPTS)


def _space(script: str) -> str:
    return "style" if script else "fo"


def _bullets() -> str:
    return (
        '<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1"'
        ' text:bullet-char="•"><style:list-level-properties'
        ' text:list-level-position-and-space-mode="label-alignment">'
        '<style:list-level-label-alignment text:label-followed-by="listtab"'
        ' text:list-tab-stop-position="0.6cm" fo:text-indent="-0.4cm" fo:margin-left="0.6cm"/>'
        "</style:list-level-properties></text:list-level-style-bullet></text:list-style>"
    )


def _page() -> str:
    return (
        '<office:automatic-styles><style:page-layout style:name="page">'
        f'<style:page-layout-properties fo:page-width="{PAGE_WIDTH}cm"'
        f' fo:page-height="{PAGE_HEIGHT}cm" fo:margin-top="{TOP}cm"'
        f' fo:margin-bottom="{BOTTOM / 2}cm" fo:margin-left="{SIDE}cm" fo:margin-right="{SIDE}cm"/>'
        "<style:footer-style><style:header-footer-properties"
        f' fo:min-height="{BOTTOM / 2}cm" fo:margin-top="0.4cm"/></style:footer-style>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="page"><style:footer>'
        f'<text:p text:style-name="{named("Footer")}"><text:page-number/></text:p>'
        "</style:footer></style:master-page></office:master-styles>"
    )
