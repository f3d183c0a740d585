from pathlib import Path

import pytest

from workbench.formats import from_rtf
from workbench.formats.from_rtf import is_rtf, open_rtf, read_rtf
from workbench.model.errors import FileError, FileProblem

PATH = Path("ferry.rtf")


def texts(body):
    document = open_rtf(PATH, b"{\\rtf1\\ansi " + body + b"}")
    assert not document.is_cut
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (rb"It left.\par It came.", ["It left.", "It came."]),
        (b"It\r\n left.\\\nIt came.", ["It left.\nIt came."]),
        (rb"caf\'e9 \'93open\'94", ["café “open”"]),
        (rb"\u8220?caf\u233\'e9\u8221?", ["“café”"]),
        (rb"\u-10179?\u-8704?", ["😀"]),
        (rb"\uc2\u233ab{\uc0\u233}c", ["ééc"]),
        (rb"\uc-3\u233x", ["éx"]),
        (rb"a\~b \{c\} d\\e \bullet\tab f\line g", ["a\xa0b {c} d\\e •\tf\ng"]),
        (rb"\ansicpg1251 \'cf\'f0", ["Пр"]),
        (rb"\ansicpg9999 \'e9", ["é"]),
        (rb"{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}\'e9{\f1 \'cf}{\f7\'e9}", ["éПé"]),
        (rb"{\fonttbl{\f1\fcharset128 B;}}\f1 \'93\'fa\'96\'7b", ["日本"]),
        (rb"{\*\unknown hidden \'e9}shown{\pict 0a0b}{\header Page 1\par}", ["shown"]),
        (rb"{\pict\bin4 }{}}}shown", ["shown"]),
        (rb"{\pict\bin8 }\bin9 {}shown", ["shown"]),
        (rb"one\cell two\cell\row", ["one", "two"]),
        (rb"{\info{\title Hidden}}{\stylesheet{\s1 Normal;}}\u x", ["x"]),
        (rb"\'80\'zz\zero\u55357?", ["€zz�"]),
        (rb"", []),
    ],
)
def test_what_a_document_shows(body, expected):
    assert texts(body) == expected


def test_a_link_tells_its_address():
    body = (
        rb'{\field{\*\fldinst{HYPERLINK "https://a.example/x"}}{\fldrslt{Ferry}}} stops\par'
        rb"{\field{\*\fldinst PAGE}{\fldrslt 1}}\par"
    )
    document = open_rtf(PATH, b"{\\rtf1 " + body + b"}")
    assert [(each.text, each.url) for each in document.paragraphs] == [
        ("Ferry stops", "https://a.example/x"),
        ("1", ""),
    ]


def test_what_follows_the_document_is_not_read():
    assert texts(b"It left.}}{") == ["It left."]


def test_an_article_may_be_a_document_of_its_own():
    article = read_rtf(PATH, rb"{\rtf1 Ferry stops\par\par It left.\par}")
    assert (article.headline, article.text) == ("Ferry stops", "Ferry stops\n\nIt left.")


def test_a_document_cut_short_is_damaged():
    data = rb"{\rtf1 It left.\par It ca"
    assert open_rtf(PATH, data).is_cut
    with pytest.raises(FileError) as caught:
        read_rtf(PATH, data)
    assert caught.value.problem is FileProblem.DAMAGED


def test_other_files_and_too_many_groups_are_refused(monkeypatch):
    assert not is_rtf(b"It left.")
    with pytest.raises(FileError) as caught:
        open_rtf(PATH, b"It left.")
    assert caught.value.problem is FileProblem.UNKNOWN
    monkeypatch.setattr(from_rtf, "MAX_DEPTH", 3)
    with pytest.raises(FileError) as caught:
        open_rtf(PATH, b"{\\rtf1 {{{}}}}")
    assert caught.value.problem is FileProblem.TOO_LARGE
