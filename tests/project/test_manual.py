"""The manual: filled in by what the program tells, and written out whole."""

import pypdfium2
import pytest
from lxml import html

from workbench.formats.blocks import Heading, Paragraph, Role, Run
from workbench.model import silent
from workbench.project.manual import (
    ManualPage,
    code,
    manual_pages,
    page_html,
    picture,
    table,
    write_manual,
)

PAGES = (
    ManualPage("contents", "Manual", (Heading(1, "Manual", "contents"),)),
    ManualPage(
        "pier",
        "The pier",
        (
            Heading(1, "The pier", "pier"),
            Paragraph((Run("See "), Run("boats", link="#boats"))),
            Paragraph((Run("How it looks."),), Role.SOURCE, "export.png"),
        ),
    ),
    ManualPage("boats", "Boats", (Heading(1, "Boats", "boats"),)),
)


def test_what_nothing_is_told_of_is_an_error():
    with pytest.raises(KeyError):
        manual_pages({})


def test_cells_stay_in_their_columns():
    assert table(("a", "b"), [("x|y", "1\n2")]) == "| a | b |\n| - | - |\n| x\\|y | 1 2 |"
    assert (code("Ctrl+K"), code("")) == ("`Ctrl+K`", "")


def test_a_page_for_the_window():
    assert '<a href="#boats">boats</a>' in page_html(PAGES[1])


def test_a_picture_that_is_not_there():
    assert picture("export.png").startswith(b"\x89PNG")
    with pytest.raises(OSError, match="none"):
        picture("none.png")


def test_one_web_page_has_the_pictures_and_no_contents_of_its_own():
    tree = html.fromstring(write_manual(PAGES, "html", silent).decode())
    assert [each.text_content() for each in tree.xpath("//main//h2")] == ["The pier", "Boats"]
    assert [each.text_content() for each in tree.xpath("//nav//a")] == ["The pier", "Boats"]
    (figure,) = tree.xpath("//figure")
    assert figure.xpath("img/@src")[0].startswith("data:image/png;base64,iVBOR")
    assert figure.text_content() == "How it looks."
    (policy,) = tree.xpath("//meta[@http-equiv]/@content")
    assert "img-src data:;" in policy


def test_pdf_has_the_pictures_with_their_words():
    with pypdfium2.PdfDocument(write_manual(PAGES, "pdf", silent)) as pdf:
        found = [each.type for page in pdf for each in page.get_objects()]
        words = "".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert pypdfium2.raw.FPDF_PAGEOBJ_IMAGE in found
    assert "How it looks." in words
