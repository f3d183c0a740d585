import pytest

from workbench.formats.nexis_count import announced_count, is_count


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
    assert announced_count(["The ferry", *lines]) == expected
