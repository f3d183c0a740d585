import pytest

from workbench.model import Article, Span
from workbench.text.context import in_context

TEXT = "It was said,\n\nbut by whom,  that new\nforces would come   quite soon to us all."
USE = Span(TEXT.index("new"), TEXT.index("forces") + len("forces"))


@pytest.mark.parametrize(
    ("width", "before", "after"),
    [
        (0, "", ""),
        (3, "at ", " wo"),
        (6, "that ", " would"),
        (20, "but by whom, that ", " would come quite"),
        (200, "It was said, but by whom, that ", " would come quite soon to us all."),
    ],
)
def test_a_use_in_context(width, before, after):
    assert in_context(Article("a1", TEXT), USE, width) == (before, "new forces", after)


def test_context_in_a_script_without_spaces():
    text = "专家说新质生产力很重要。"
    assert in_context(Article("a1", text), Span(3, 8), 2) == ("家说", "新质生产力", "很重")
    assert in_context(Article("a1", text), Span(0, 12), 5) == ("", text, "")
