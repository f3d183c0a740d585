"""Styles of a Word document: one for each role of a paragraph and each style of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from lxml import etree

from workbench.formats.typography import (
    ACCENT,
    BOTTOM,
    COMMENT_MARK,
    DIM,
    LINK,
    LOOKS,
    MONO,
    PAGE_HEIGHT,
    PAGE_WIDTH,
    RIGHTWARD,
    SIDE,
    TOP,
)

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.styles.style import CharacterStyle, ParagraphStyle

    from workbench.formats.typography import Look


def add_styles(document: WordDocument) -> None:
    """Give a document the page and the styles of a report."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(PAGE_WIDTH), Cm(PAGE_HEIGHT)
    section.left_margin = section.right_margin = Cm(SIDE)
    section.top_margin, section.bottom_margin = Cm(TOP), Cm(BOTTOM)
    for name, look in LOOKS.items():
        _set_paragraphs(_paragraph_style(document, name), look)
    for name in RIGHTWARD:
        numbers = _paragraph_style(document, name).paragraph_format
        numbers.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _add_run_styles(document)


def _add_run_styles(document: WordDocument) -> None:
    """No style tells what it means by colour alone."""
    _run_style(document, "Emphasis").font.italic = True
    _run_style(document, "Strong").font.bold = True
    _run_style(document, "Quoted Words")
    varied = _run_style(document, "Differing Words").font
    varied.bold, varied.underline = True, WD_UNDERLINE.SINGLE
    added = _run_style(document, "Added Words").font
    added.bold, added.italic, added.underline = True, True, WD_UNDERLINE.DASH
    omitted = _run_style(document, "Omitted Words").font
    omitted.strike, omitted.color.rgb = True, _colour(DIM)
    _run_style(document, "Faint Words").font.color.rgb = _colour(DIM)
    code = _run_style(document, "Code").font
    code.name, code.size = MONO, Pt(8)
    link = _run_style(document, LINK).font
    link.underline, link.color.rgb = WD_UNDERLINE.SINGLE, _colour(ACCENT)
    _run_style(document, COMMENT_MARK).font.size = Pt(8)


def _paragraph_style(document: WordDocument, name: str) -> ParagraphStyle:
    if name in document.styles:
        known: ParagraphStyle = document.styles[name]
        return known
    style: ParagraphStyle = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    return style


def _run_style(document: WordDocument, name: str) -> CharacterStyle:
    styles, kind = document.styles, WD_STYLE_TYPE.CHARACTER
    style: CharacterStyle = styles[name] if name in styles else styles.add_style(name, kind)
    return style


def _set_paragraphs(style: ParagraphStyle, look: Look) -> None:
    _clear(style)
    font, form = style.font, style.paragraph_format
    font.size, font.bold = Pt(look.size), look.is_bold
    font.cs_bold = look.is_bold
    etree.SubElement(style.element.rPr, qn("w:szCs"), {qn("w:val"): str(round(2 * look.size))})
    font.color.rgb = _colour(look.colour)
    _set_face(style, look.face)
    form.space_before, form.space_after = Pt(look.before), Pt(look.after)
    form.line_spacing, form.left_indent = look.leading, Cm(look.indent)
    form.first_line_indent = Cm(-look.hanging)
    form.keep_with_next, form.widow_control = look.keeps_next, True


def _clear(style: ParagraphStyle) -> None:
    """Take away how the template sets a style; its numbers and its level stay."""
    style.element.get_or_add_rPr().clear()
    properties = style.element.get_or_add_pPr()
    for border in properties.findall(qn("w:pBdr")):
        properties.remove(border)


def _set_face(style: ParagraphStyle, face: str) -> None:
    """Name the face for Latin and for right-to-left letters; the East Asian one is the system's."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("w:ascii", "w:hAnsi", "w:cs"):
        fonts.set(qn(script), face)


def _colour(name: str) -> RGBColor:
    return RGBColor.from_string(name.removeprefix("#").upper())
