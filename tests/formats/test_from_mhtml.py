"""Pages that browsers save whole."""

import dataclasses
from pathlib import Path

import pytest

from workbench.formats.from_mhtml import is_mhtml, read_mhtml
from workbench.formats.readers import read_file
from workbench.model.errors import FileError, FileProblem

PATH = Path("ferry.mhtml")
PRESS = Path(__file__).parent / "data" / "press"
PAGE = (
    '<html><head><meta charset="windows-1252"><title>Ferry | Lamp</title></head><body><article>'
    "<h1>Ferry</h1><p>The ferry to Low Island left the café quay on Friday with forty people.</p>"
    "</article></body></html>"
)


def saved(page=PAGE, *, head="Snapshot-Content-Location: https://lamp.example/ferry\n", place=""):
    return (
        f"From: <Saved by Blink>\n{head}Subject: Ferry\nDate: Fri, 1 Mar 2024 09:20:00 -0000\n"
        'MIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype="text/html";\n'
        '\tboundary="cut"\n\n--cut\nContent-Type: text/html; charset=utf-8\n'
        f"{place}Content-Transfer-Encoding: 8bit\n\n{page}\n--cut\nContent-Type: image/png\n\n"
        "x\n--cut\nContent-Type: text/html\n\n<p>An advertisement.</p>\n--cut--\n"
    ).encode()


def test_the_page_and_its_address():
    article = read_mhtml(PATH, saved())
    assert article.text.endswith(
        "The ferry to Low Island left the café quay on Friday with forty people."
    )
    assert (article.headline, article.url) == ("Ferry", "https://lamp.example/ferry")
    assert (article.published, article.path) == ("", "ferry.mhtml")


def test_the_address_may_stand_at_the_page():
    data = saved(head="", place="Content-Location: https://lamp.example/inner\n")
    assert read_mhtml(PATH, data).url == "https://lamp.example/inner"
    assert read_mhtml(PATH, saved(head="", place="Content-Location: cid:1\n")).url == ""


def test_an_export_saved_whole_is_an_export(tmp_path):
    path = tmp_path / "export.mht"
    page = (PRESS / "factiva_codes.html").read_text(encoding="utf-8")
    path.write_bytes(saved(page))
    reading, told = read_file(path), read_file(PRESS / "factiva_codes.html")
    assert told.reader == reading.reader == "factiva"
    day = {"path": str(path), "retrieved": "2024-03-01"}
    unplaced = [dataclasses.replace(each, **day) for each in told.articles]
    assert list(reading.articles) == unplaced


def test_a_saved_page_is_known_by_its_header(tmp_path):
    assert is_mhtml(saved())
    assert not is_mhtml(saved(head="Received: from x\n"))
    assert not is_mhtml(b"Subject: x\nMIME-Version: 1.0\n\nIt left.")
    path = tmp_path / "page.eml"
    path.write_bytes(saved())
    assert read_file(path).reader == "mhtml"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"It left.", FileProblem.UNKNOWN),
        (b"Subject: x\nContent-Type: image/png\n\nx", FileProblem.NO_TEXT),
    ],
)
def test_what_holds_no_page(data, problem):
    with pytest.raises(FileError) as caught:
        read_mhtml(PATH, data)
    assert caught.value.problem is problem
