import pytest

from workbench.formats.readers import read_file

PAGE = (
    '<html><article><header><span class="DocPublicationName">{outlet}</span>'
    '<span class="DocHeader">{header}</span>{title}</header>'
    '<section><div class="DocText"><p>Il part.</p></div></section></article></html>'
)
TITLE = '<p class="titreArticleVisu">Le bac</p>'


def read(tmp_path, outlet="La Lampe", header="1 mars 2024", title=TITLE):
    path = tmp_path / "export.html"
    path.write_text(PAGE.format(outlet=outlet, header=header, title=title), "utf-8")
    (article,) = read_file(path).articles
    return article


@pytest.mark.parametrize("issue", [", no. 2471", ", no 12", " n° 7-8", ", nº 3", ", nr. 5"])
def test_an_outlet_is_told_without_its_issue(tmp_path, issue):
    assert read(tmp_path, f"La Lampe{issue}").outlet == "La Lampe"


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("Région, vendredi 1 mars 2024, p. 5", ("Région", "2024-03-01", "5")),
        ("Région; Ports, March 1, 2024, p. A4,5", ("Région; Ports", "2024-03-01", "A4,5")),
        ("1 mars 2024 09:20 UTC, S. 7", ("", "2024-03-01T09:20:00+00:00", "7")),
        ("Région, p. 5", ("", "", "5")),
    ],
)
def test_a_header_tells_section_date_and_page(tmp_path, header, expected):
    article = read(tmp_path, header=header)
    assert (article.section, article.published, article.page) == expected


def test_an_article_without_a_title(tmp_path):
    article = read(tmp_path, title="")
    assert (article.headline, article.text) == ("", "Il part.")
