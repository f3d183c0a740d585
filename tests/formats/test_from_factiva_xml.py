from pathlib import Path

import pytest

from workbench.formats.readers import read_file
from workbench.model.errors import FileProblem

CASE = Path(__file__).parent / "data" / "press" / "factiva.xml"
BOMB = (
    b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    b"<ppsArticleResponse>&b;</ppsArticleResponse>"
)


@pytest.mark.parametrize(
    ("data", "problem", "detail"),
    [
        (BOMB, FileProblem.UNREADABLE, "XML entities"),
        (CASE.read_bytes()[:900], FileProblem.DAMAGED, ""),
        (b"<ppsArticleResponse/>", FileProblem.NO_TEXT, ""),
        (b"<page><item/></page>", FileProblem.UNKNOWN, "xml"),
    ],
)
def test_xml_that_gives_no_article(tmp_path, data, problem, detail):
    path = tmp_path / "export.xml"
    path.write_bytes(data)
    (error,) = read_file(path).skipped
    assert (error.problem, error.detail) == (problem, detail)


def test_a_file_that_does_not_count(tmp_path):
    path = tmp_path / "export.xml"
    path.write_bytes(CASE.read_bytes().replace(b' count="3"', b""))
    reading = read_file(path)
    assert (reading.announced, len(reading.articles)) == (None, 1)
