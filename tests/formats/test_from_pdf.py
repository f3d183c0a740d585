import gc
from contextlib import suppress
from pathlib import Path

import pytest

from workbench.formats import from_pdf
from workbench.formats.from_pdf import is_pdf
from workbench.formats.from_pdf import read_pdf as read
from workbench.formats.readers import read_file
from workbench.model.errors import FileError, FileProblem
from workbench.model.progress import Cancelled

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


def test_columns_are_read_one_after_the_other(draw_pdf):
    left = [
        "The old ferry left the har-",
        "bour on Friday with forty",
        "people and one dog aboard",
        "while it rained.",
    ]
    right = [
        "Nobody waved to it, for the",
        "town had gone to see what",
        "the bakers had made of the",
        "new flour.",
    ]
    drawn = [(50, 780, "A ferry returns to the island with all that it had taken along in spring")]
    for place, pair in enumerate(zip(left, right, strict=True)):
        drawn += [(x, 740 - 14 * place, text) for x, text in zip((50, 260), pair, strict=True)]
    reading = read(PATH, draw_pdf([drawn]))
    (article,) = reading.articles
    assert article.text.split("\n\n")[1:] == [
        " ".join(left).replace("har- bour", "harbour"),
        " ".join(right),
    ]
    assert [span.of(article.text) for span in reading.rejoined] == ["harbour"]


def test_words_drawn_apart_and_back_again(draw_pdf):
    drawn = [(50, 700, "The"), (72, 700, "ferry"), (250, 700, "left"), (20, 700, "Old")]
    assert read_pdf(PATH, draw_pdf([drawn])).text == "Old The ferry left"


def test_glyphs_without_a_character_divide_no_word(draw_pdf):
    drawn = [(50, 800, "The fer\x00ry has left the old har-"), (50, 786, "bour on Tuesday.")]
    assert (
        read_pdf(PATH, draw_pdf([drawn])).text == "The ferry has left the old harbour on Tuesday."
    )


def test_a_page_that_is_a_picture_is_named(draw_pdf, tmp_path):
    def scanned(data, width, height):
        image = f"q {width} 0 0 {height} 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x7f EI Q".encode(
            "latin-1"
        )
        return data.replace(b"(SCAN) Tj ET\n", b"() Tj ET\n" + image + b"\n")

    article = [(50, 700, "The ferry left.")]
    path = tmp_path / "a.pdf"
    path.write_bytes(scanned(draw_pdf([article, [(0, 0, "SCAN")]]), 595, 842))
    reading = read_file(path)
    assert len(reading.articles) == 1
    (error,) = reading.skipped
    assert (error.problem, error.detail) == (FileProblem.NO_TEXT, "page 2")
    path.write_bytes(scanned(draw_pdf([article, [(0, 0, "SCAN")]]), 100, 100))
    assert read_file(path).skipped == ()
    path.write_bytes(scanned(draw_pdf([[(0, 0, "SCAN")]]), 595, 842))
    (error,) = read_file(path).skipped
    assert (error.problem, error.detail) == (FileProblem.NO_TEXT, "")


def test_reading_stops_between_pages_when_it_is_cancelled(draw_pdf):
    def report(done, _total):
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        read(PATH, draw_pdf([ARTICLE] * 3), report)
