from __future__ import annotations

import pytest

from workbench.text.direction import is_from_right, parted


@pytest.mark.parametrize(
    ("words", "is_so"),
    [
        ("Ferry", False),
        ("مرفأ", True),
        ("נמל", True),
        ("12 — נמל and harbour", True),
        ("Harbour, מרפא", False),
        ("12 — !", False),
        ("", False),
    ],
)
def test_the_first_letter_with_a_direction_decides(words: str, is_so: bool) -> None:
    assert is_from_right(words) is is_so


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("", ()),
        ("Ferry", (("Ferry", False),)),
        ("Fähre.", (("Fähre.", False),)),
        ("נמל ישן. (2024, May). ", (("נמל ישן", True), (". (2024, May). ", False))),
        ("A נמל 12 ישן", (("A ", False), ("נמל 12 ישן", True))),
    ],
)
def test_words_part_where_their_direction_turns(
    words: str, parts: tuple[tuple[str, bool], ...]
) -> None:
    assert parted(words) == parts
