from __future__ import annotations

import pytest

from workbench.text.direction import is_from_right


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
