import gc
from contextlib import suppress
from pathlib import Path

import pytest

from workbench.formats import from_pdf
from workbench.formats.from_pdf import is_pdf
from workbench.formats.from_pdf import read_pdf as read
from workbench.model.errors import FileError, FileProblem

PATH = Path("a.pdf")


def read_pdf(path, data):
    (article,) = read(path, data).articles
    return article


ARTICLE = [
    (50, 800, "A ferry returns"),
    (50, 770, "The ferry left the old har-"),
    (50, 756, "bour on Tuesday – with “a” band (of"),
    (50, 742, "brass) and one dog."),
    (50, 714, "By Paul Renner, 6 March 2024"),
]


def problem_of(data):
    with pytest.raises(FileError) as caught:
        read_pdf(PATH, data)
    assert caught.value.path == "a.pdf"
    return caught.value.problem, caught.value.detail


def test_lines_become_paragraphs(draw_pdf):
    assert read_pdf(PATH, draw_pdf([ARTICLE])).text == (
        "A ferry returns\n\n"
        "The ferry left the old harbour on Tuesday – with “a” band (of brass) and one dog.\n\n"
        "By Paul Renner, 6 March 2024"
    )


def test_a_paragraph_goes_on_over_the_page_and_its_head(draw_pdf):
    first = [(50, 820, "Wire"), (50, 700, "The ferry left the"), (50, 686, "old"), (50, 20, "1")]
    second = [(50, 820, "Wire"), (50, 700, "harbour on"), (50, 686, "Tuesday."), (50, 20, "2")]
    assert (
        read_pdf(PATH, draw_pdf([first, second])).text
        == "The ferry left the old harbour on Tuesday."
    )


def test_properties_count_where_the_text_confirms_them(draw_pdf):
    info = "/Title (A ferry returns | Wire) /Author (Paul Renner) /CreationDate (D:20240306101500Z)"
    article = read_pdf(PATH, draw_pdf([ARTICLE], info=info))
    assert (article.headline, article.byline) == ("A ferry returns", "Paul Renner")
    assert article.published == "2024-03-06"
    info = "/Title (untitled) /Author (ana) /CreationDate (D:20250101101500Z)"
    article = read_pdf(PATH, draw_pdf([ARTICLE], info=info))
    assert (article.headline, article.byline) == ("A ferry returns", "")
    assert article.published == ""


def test_an_earlier_file_plays_no_part_in_the_problem(draw_pdf):
    assert problem_of(draw_pdf([ARTICLE], encrypted=True))[0] is FileProblem.ENCRYPTED
    assert problem_of(draw_pdf([])) == (FileProblem.DAMAGED, "")


def test_blank_pages_have_no_text(draw_pdf):
    assert read_pdf(PATH, draw_pdf([[], [(50, 700, "   ")]])).text == ""


def test_encrypted(draw_pdf):
    assert problem_of(draw_pdf([ARTICLE], encrypted=True)) == (FileProblem.ENCRYPTED, "")


def test_a_file_cut_anywhere_is_damaged(draw_pdf):
    data = draw_pdf([ARTICLE])
    for end in range(5, len(data) - 1, 7):
        assert problem_of(data[:end]) == (FileProblem.DAMAGED, "")


def test_padding_after_the_end_is_no_damage(draw_pdf):
    assert read_pdf(PATH, draw_pdf([ARTICLE]) + b"\x00" * 1_000).text.startswith("A ferry")


def test_pages_are_bounded(draw_pdf, monkeypatch):
    monkeypatch.setattr(from_pdf, "MAX_PAGES", 2)
    assert read_pdf(PATH, draw_pdf([ARTICLE] * 2)).text
    assert problem_of(draw_pdf([ARTICLE] * 3)) == (FileProblem.TOO_LARGE, "2 pages")


def test_what_is_no_pdf_is_unknown():
    assert problem_of(b"It left.") == (FileProblem.UNKNOWN, "")


def test_a_pdf_is_known_by_its_first_bytes(draw_pdf):
    data = draw_pdf([ARTICLE])
    assert is_pdf(data)
    assert is_pdf(b"\xef\xbb\xbf\r\n" + data)
    assert not is_pdf(b"The file begins with %PDF-1.4")
    assert read_pdf(PATH, b"junk before it\n" + data).text.startswith("A ferry")


def test_nothing_stays_open(draw_pdf, recwarn):
    for data in (
        draw_pdf([ARTICLE]),
        draw_pdf([ARTICLE])[:500],
        draw_pdf([ARTICLE], encrypted=True),
    ):
        with suppress(FileError):
            read_pdf(PATH, data)
    gc.collect()
    assert list(recwarn) == []
