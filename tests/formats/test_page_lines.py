import pytest

from workbench.formats.page_lines import Line, prose_of, without_running_heads

LEADING = 14.0


def paragraphs_of(lines):
    text = prose_of(lines).text
    return tuple(text.split("\n\n")) if text else ()


def column(*texts, page=0, left=50.0, top=700.0, right=300.0, size=11.0):
    """Lines below one another; one that begins with ">" is indented, with "|" ends early."""
    lines = []
    for index, text in enumerate(texts):
        indent = 12.0 if text.startswith(">") else 0.0
        end = (left + right) / 2 if text.startswith("|") else right
        baseline = top - index * LEADING
        lines.append(Line(text.lstrip(">|"), page, left + indent, end, baseline, size))
    return tuple(lines)


def test_lines_of_one_paragraph_are_joined_by_spaces():
    lines = column("The ferry left the old", "harbour on Tuesday with", "a band.")
    assert paragraphs_of(lines) == ("The ferry left the old harbour on Tuesday with a band.",)
    assert paragraphs_of(()) == ()


def test_more_white_than_usual_ends_a_paragraph():
    above = column("The ferry left the old", "harbour on Tuesday")
    below = column("and nobody knew.", "It came back.", top=700 - 3.6 * LEADING)
    assert len(paragraphs_of(above + below)) == 2


def test_an_indented_line_begins_a_paragraph_and_the_next_goes_on():
    lines = column(
        ">The ferry left the old", "harbour on Tuesday.", ">It came back full of", "dogs."
    )
    assert paragraphs_of(lines) == (
        "The ferry left the old harbour on Tuesday.",
        "It came back full of dogs.",
    )


@pytest.mark.parametrize("end", [".", ".”", "?", "!", "。", ".)"])
def test_a_sentence_that_ends_early_ends_its_paragraph(end):
    lines = column("The ferry left the old", f"|harbour{end}", "It came back full of", "dogs.")
    assert len(paragraphs_of(lines)) == 2
    lines = column("The ferry left the old", "|harbour of", "Old Town with many", "dogs.")
    assert len(paragraphs_of(lines)) == 1


def test_another_type_size_begins_a_paragraph():
    lines = column("A ferry returns", size=14.0) + column("The ferry left", top=686.0)
    assert paragraphs_of(lines) == ("A ferry returns", "The ferry left")


@pytest.mark.parametrize(
    ("last", "first", "count"),
    [
        ("with a", "band.", 1),
        ("with the", "Mayor.", 1),
        ("left.", "It came.", 2),
        ("i.e.", "dogs", 1),
    ],
)
@pytest.mark.parametrize("page", [0, 1])
def test_a_paragraph_runs_on_over_columns_and_pages(last, first, count, page):
    lines = column("The ferry", last) + column(first, page=page, left=320.0, right=570.0)
    assert len(paragraphs_of(lines)) == count


@pytest.mark.parametrize(
    ("above", "below", "joined"),
    [
        ("the har-", "bour was", "the harbour was"),
        ("the har\u00ad", "bour was", "the harbour was"),
        ("the North-", "South line", "the North-South line"),
        ("in 2023-", "24 it", "in 2023-24 it"),
        ("a long -", "very long one", "a long - very long one"),
        ("a well-", "known dog, well-known", "a well-known dog, well-known"),
        ("day-to-", "day work", "day-today work"),
        ("he went -", "“away”", "he went - “away”"),
        ("semi-", "“away”", "semi-“away”"),
    ],
)
def test_divided_words(above, below, joined):
    assert paragraphs_of(column(above, below)) == (joined,)


def pages(count, *, head="Meridian Wire", foot="Page {}", alternate=False):
    lines = ()
    for page in range(count):
        title = f"{head} left" if alternate and page % 2 else head
        lines += column(title, page=page, top=800.0)
        texts = [f"Sentence {page} {chr(97 + page)}{chr(97 + i)}." for i in range(6)]
        lines += column(*texts, page=page)
        lines += column(foot.format(page + 1), page=page, top=40.0)
    return lines


@pytest.mark.parametrize("alternate", [False, True])
@pytest.mark.parametrize("count", [2, 3, 8])
def test_running_heads_and_page_numbers_are_left_out(count, alternate):
    lines = without_running_heads(pages(count, alternate=alternate and count > 3))
    assert [line.text for line in lines if not line.text.startswith("Sentence")] == []
    assert len(lines) == 6 * count


def test_a_line_that_repeats_within_the_text_stays():
    lines = ()
    for page in range(4):
        texts = ["He paused." if i == 3 else f"Line {chr(97 + i + page)}" for i in range(7)]
        lines += column(*texts, page=page)
    assert [line.text for line in without_running_heads(lines)].count("He paused.") == 4


def test_a_line_that_repeats_at_another_height_stays():
    lines = column("He paused.", "It left.", page=0) + column(
        "He paused.", "So?", page=1, top=650.0
    )
    assert without_running_heads(lines) == lines


@pytest.mark.parametrize(
    ("text", "kept"),
    [("1", 0), ("- 1 -", 0), ("Page 1 of 1", 0), ("1/1", 0), ("2024", 1), ("2", 1), ("1 dog", 1)],
)
def test_the_number_of_a_single_page(text, kept):
    lines = column("The ferry left.", text)
    assert len(without_running_heads(lines)) == 1 + kept


@pytest.mark.parametrize(
    ("above", "below", "words"),
    [
        ("the old har-", "bour was", ["harbour"]),
        ("har-", "bour", ["harbour"]),
        ("the har\u00ad", "bour was", ["harbour"]),
        ("the North-", "South line", []),
        ("a well-", "known dog, well-known", []),
        ("word-for-", "wordly kept", ["word-forwordly"]),
        ("old\u00ad", "“away”", ["old"]),
        ("“\u00ad", "away", ["away"]),
        ("the old", "harbour", []),
    ],
)
def test_words_that_were_put_together_are_recorded(above, below, words):
    prose = prose_of(column("It rained.", above, below))
    assert [span.of(prose.text) for span in prose.rejoined] == words


def test_a_giant_line_takes_no_time():
    lines = column("x" * 300_000 + "-", "and so on")
    assert prose_of(lines).text.endswith("xand so on")
