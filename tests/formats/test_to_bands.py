from workbench.comparison.collate import collate
from workbench.formats.to_bands import bands, places
from workbench.formats.to_text import WIDTH, alignment_to_text
from workbench.model import Alignment, Witness


def shown(*texts, width=60):
    return [
        [(column.cells, column.differs) for column in band]
        for band in bands(collate(list(texts)), width)
    ]


def test_neighbours_that_agree_become_one_column():
    assert shown("The ten, new piers", "the ten, old piers") == [
        [
            (("The ten,", "the ten,"), False),
            (("new", "old"), True),
            (("piers", "piers"), False),
        ]
    ]


def test_a_band_is_no_wider_than_asked():
    one = " ".join(f"word{n}" for n in range(40))
    two = " ".join(f"term{n}" for n in range(40))
    found = list(bands(collate([one, two]), 30))
    assert len(found) > 5
    assert all(sum(column.width + 2 for column in band) - 2 <= 30 for band in found)
    cells = [column.cells[0] for band in found for column in band]
    assert " ".join(cell for cell in cells if cell) == one


def test_a_word_wider_than_a_band_has_one_for_itself():
    assert [len(band) for band in bands(collate(["a " + "x" * 50 + " b"] * 2), 20)] == [1, 1, 1]


def test_nothing_has_no_bands():
    assert list(bands(collate(["", ""]), 60)) == []
    assert alignment_to_text(collate(["", ""])) == ""


def test_only_white_space_or_nothing_is_a_difference_that_has_no_words():
    assert shown(" ", "") == [[(("", ""), False)]]


def test_wide_and_combining_characters_take_their_places():
    assert [places(text) for text in ("harbour", "港口", "e\u0301", "ｘ", "soft\u00adhyphen")] == [
        7, 4, 1, 2, 10,
    ]  # fmt: skip


def test_lines_of_plain_text_stand_below_each_other():
    text = alignment_to_text(collate(["港口 opened in May", "it opened in May " * 12]))
    lines = text.splitlines()
    assert max(map(places, lines)) <= WIDTH
    first, second, marks = lines[:3]
    assert first.startswith("A  ")
    assert second.startswith("B  ")
    assert set(marks) == {" ", "~"}


def test_a_hostile_siglum_cannot_steer_the_terminal():
    alignment = Alignment((Witness("\x1b[2J", "a"), Witness("B", "a")), ((("a",),), (("a",),)))
    assert "\x1b" not in alignment_to_text(alignment)


def test_words_that_have_moved_follow_the_table():
    texts = ["On \nMonday the minister opened it", "The minister opened it on Monday"]
    lines = alignment_to_text(collate(texts)).splitlines()
    assert lines[-2:] == ["", "“On Monday” stands earlier in A, later in B"]
