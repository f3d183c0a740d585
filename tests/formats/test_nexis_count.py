import pytest

from workbench.formats.nexis_count import announced_by, is_count, page_lines


@pytest.mark.parametrize(
    "line",
    [
        "                    12 of 500 DOCUMENTS",
        "1 of 1 DOCUMENT",
        "Dokument 1 von 10",
        "Document 3 de 10",
        "Document 3 van 10",
        "Documento 3 de 10",
        "3 de 10 DOCUMENTOS",
    ],
)
def test_a_line_that_counts(line):
    assert is_count(line)


@pytest.mark.parametrize("line", ["1 of 10", "He read 1 of 10 documents", "DOCUMENTS", "", "x"])
def test_a_line_that_does_not(line):
    assert not is_count(line)


def test_which_are_not_there():
    lines = ["1 of 4 DOCUMENTS", "The ferry", "3 of 4 DOCUMENTS"]
    announced = announced_by(lines)
    assert (announced.count, announced.places, announced.total) == (4, (1, 3), 4)
    assert announced.absent([]) == [(2, ""), (4, "")]


def test_a_number_told_elsewhere_goes_before():
    assert announced_by(["1 of 4 DOCUMENTS"], 3).count == 3
    assert announced_by([], 3).count == 3


def test_a_page_has_lines_between_its_marks():
    assert list(page_lines("<p>1 of 2 <b> DOCUMENTS</b>\n<")) == ["", "1 of 2", "DOCUMENTS", "", ""]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ([], None),
        ([(1, 3), (2, 3)], 3),
        ([(1, 3), (2, 9), (3, 3)], 3),
        ([(1, 3), (2, 9)], 9),
        ([(501, 900), (502, 900), (504, 900)], 4),
    ],
)
def test_how_many_are_announced(counts, expected):
    lines = [f"{number} of {total} DOCUMENTS" for number, total in counts]
    assert announced_by(["The ferry", *lines]).count == expected
