"""How long many annotations take to go out as a REFI-QDA project and to come in again."""

import pytest

SIZE = 10_000


@pytest.mark.parametrize(
    ("work", "words"),
    [
        ("out", "annotations out as REFI-QDA"),
        ("in", "annotations in from REFI-QDA"),
        ("units", "the same, in UTF-16 and CR LF"),
    ],
)
def test_refi_qda(table, tmp_path, work, words):
    table(words, f"{SIZE:,}", "20 s", work, SIZE, tmp_path, script="refi_qda.py")
