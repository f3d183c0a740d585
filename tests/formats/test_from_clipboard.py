"""What was copied from a page is read whole, with what it tells of itself."""

from pathlib import Path

import pytest

from workbench.formats.from_clipboard import read_selection

HERE = Path("pasted text")


def test_all_that_was_selected_is_read_paragraph_by_paragraph():
    page = (
        "<html><body><!--StartFragment--><p>The ferry\r\n left.</p><div>At <b>noon</b>.</div>"
        "<ul><li>One</li><li>Two</li></ul><script>x()</script><!--EndFragment--></body></html>"
    )
    article = read_selection(HERE, page)
    assert article.text == "The ferry left.\n\nAt noon.\n\nOne\n\nTwo"
    assert (article.headline, article.outlet) == ("", "")


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Ferry leaves</h1><p>The ferry left.</p>",
        "<meta property='og:title' content='Ferry leaves'><p>The ferry left.</p>",
    ],
)
def test_the_headline_is_known_and_not_repeated(page):
    article = read_selection(HERE, page)
    assert (article.headline, article.text) == ("Ferry leaves", "The ferry left.")


def test_a_short_first_line_is_the_headline():
    article = read_selection(HERE, "<p>Ferry leaves</p><p>The ferry left at noon.</p>")
    assert (article.headline, article.text) == (
        "Ferry leaves", "Ferry leaves\n\nThe ferry left at noon."
    )  # fmt: skip


@pytest.mark.parametrize("page", ["", "<!-- nothing -->", "<p> </p>"])
def test_nothing_gives_no_text(page):
    assert read_selection(HERE, page).text == ""
