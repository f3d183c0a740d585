"""Exports of news databases: what each file of tests/formats/data/press holds, field by field."""

import json
import re
from pathlib import Path

import pytest

from workbench.formats.readers import read_file
from workbench.model.errors import ArticleError

CASES = Path(__file__).parent / "data" / "press"
FIELDS = (
    *("headline", "outlet", "byline", "published", "section", "page", "language", "url"),
    *("record", "retrieved", "printed_words", "text"),
)
LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
LINKED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def as_docx(text, pack):
    """A DOCX of the paragraphs of a text: a line each, "~" for a space that never breaks."""
    paragraphs, links = [], []
    for line in text.replace("~", "\xa0").split("\n"):
        link = LINK.search(line)
        shown = escaped(LINK.sub(r"\1", line))
        run = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'
        if link:
            links.append(link[2])
            run = f'<w:hyperlink xmlns:r="{LINKED}" r:id="rId{len(links)}">{run}</w:hyperlink>'
        paragraphs.append(f"<w:p>{run}</w:p>")
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{LINKED}/hyperlink" Target="{escaped(target)}"/>'
        for number, target in enumerate(links, 1)
    )
    rels = {"word/_rels/document.xml.rels": f"<Relationships>{relations}</Relationships>"}
    return pack("".join(paragraphs), named=rels if links else {})


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def case_file(case, tmp_path, pack_docx):
    source = CASES / case
    if not case.endswith(".docx.txt"):
        return source
    path = tmp_path / case.removesuffix(".txt")
    path.write_bytes(as_docx(source.read_text("utf-8"), pack_docx))
    return path


def told(reading):
    return {
        "reader": reading.reader,
        "announced": reading.announced,
        "articles": [
            {field: value for field in FIELDS if (value := getattr(article, field))}
            for article in reading.articles
        ],
        "skipped": [
            {"why": error.problem.value, "place": error.place, "headline": error.headline}
            if isinstance(error, ArticleError)
            else {"why": error.problem.value, "detail": error.detail}
            for error in reading.skipped
        ],
    }


NAMES = sorted(path.name for path in CASES.iterdir() if path.suffix != ".json")


@pytest.mark.parametrize("case", NAMES)
def test_an_export_gives_its_articles(case, tmp_path, pack_docx):
    reading = read_file(case_file(case, tmp_path, pack_docx))
    expected = json.loads((CASES / f"{case}.json").read_text("utf-8"))
    assert told(reading) == expected


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        ("europresse_new.html", ("</article>", "</section>")),
        ("factiva_menus.html", ("</div></div>",)),
    ],
)
def test_articles_without_an_end_keep_to_themselves(tmp_path, name, ends):
    source = whole = (CASES / name).read_text(encoding="utf-8")
    for end in ends:
        source = source.replace(end, "")
    path = tmp_path / name
    path.write_text(source, encoding="utf-8")
    texts = [article.text for article in read_file(path).articles]
    path.write_text(whole, encoding="utf-8")
    assert texts == [article.text for article in read_file(path).articles]
