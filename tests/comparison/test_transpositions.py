"""Words that stand in other columns only because of their order."""

import pytest

from workbench.comparison.collate import collate
from workbench.model import Place, Transposition


def words(alignment, place):
    row = [witness.siglum for witness in alignment.witnesses].index(place.witnesses[0])
    cells = alignment.table[row][place.start : place.end]
    return "".join(token for cell in cells for token in cell).split()


def found(*texts):
    alignment = collate(list(texts))
    return [
        (words(alignment, one.a), one.a.witnesses, one.b.witnesses)
        for one in alignment.transpositions
    ]


def test_a_phrase_at_two_places():
    assert found("On Monday the minister opened it", "The minister opened it on Monday") == [
        (["On", "Monday"], ("A",), ("B",))
    ]


def test_the_earlier_place_is_named_first():
    assert found("The minister opened it on Monday", "On Monday the minister opened it") == [
        (["On", "Monday"], ("B",), ("A",))
    ]


def test_witnesses_that_agree_share_one_transposition():
    texts = ["On Monday the minister opened it"] + ["The minister opened it on Monday"] * 2
    assert found(*texts) == [(["On", "Monday"], ("A",), ("B", "C"))]


def test_marks_at_the_ends_are_left_out():
    assert found(
        "The minister, he said again, opened ten piers in the old harbour.",
        "The minister opened ten piers in the old harbour, he said again.",
    ) == [(["he", "said", "again"], ("A",), ("B",))]
    assert found(
        "He said again, the minister opened ten piers in the old harbour.",
        "The minister opened ten piers in the old harbour. He said again,",
    ) == [(["He", "said", "again"], ("A",), ("B",))]


def test_the_places_are_cells_of_the_table():
    alignment = collate(["On Monday the minister opened it", "The minister opened it on Monday"])
    assert alignment.transpositions == (Transposition(Place(("A",), 0, 2), Place(("B",), 6, 8)),)
    assert alignment.as_dict()["transpositions"] == [
        {
            "a": {"witnesses": ["A"], "start": 0, "end": 2},
            "b": {"witnesses": ["B"], "start": 6, "end": 8},
        }
    ]


def test_words_that_moved_share_no_column_with_others():
    alignment = collate(
        ["On Monday the minister opened ten piers.", "The minister opened ten piers on Monday."]
    )
    for cells in zip(*alignment.table, strict=True):
        present = {"".join(cell).strip().casefold() for cell in cells if cell}
        assert present <= {"on"} or present <= {"monday"} or not present & {"on", "monday"}


@pytest.mark.parametrize(
    "texts",
    [
        ("The harbour opened", "The harbour opened"),
        ("The price rose", "The prices rose"),
        ("Ten piers opened", "Rain fell on the town"),
        ("", ""),
    ],
)
def test_nothing_moved(texts):
    assert found(*texts) == []
