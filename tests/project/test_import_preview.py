"""What is looked at before it is stored: files, articles, and what becomes of them."""

from dataclasses import replace

import pytest

from workbench.model import Article, ArticleError, Cancelled, FileError, FileProblem, FileReading
from workbench.project.duplicates import Likeness
from workbench.project.import_preview import (
    Fate,
    Newcomer,
    Preview,
    ReadFile,
    as_told,
    is_newcomer,
    joined,
    judged,
    likenesses,
    preview,
    reread,
    with_likenesses,
)

FERRY = "The ferry left the harbour at noon, with forty cars on board, and nobody waved at all."
BAND = "A band played two old songs on the quay while the rain fell on the empty chairs around it."
CHANGED = f"{FERRY} A correction was added later on the same day."
KNOWN = (Article("a1", FERRY, "Ledger", "Ferry leaves", published="2024-02-21"),)
WHOLE = {"outlet": "Post", "headline": "A band", "published": "2024-02-22"}


def reading(*texts, path="x.docx", reader="docx", **told):
    articles = tuple(Article("", text, **(WHOLE | told)) for text in texts)
    return FileReading(path, reader, articles)


def looked_at(*readings, known=KNOWN):
    return judged(known, preview(readings))


def test_files_are_in_the_order_of_their_first_dates_and_articles_follow_them():
    late = reading("Late.", path="late.txt", published="2024-03-01")
    early = reading("Early.", "Later.", path="early.txt", published="2024-01-01")
    none = reading("None.", path="none.txt", published="")
    found = preview([none, late, early])
    assert [file.path for file in found.files] == ["early.txt", "late.txt", "none.txt"]
    assert [(each.article.text, each.file) for each in found.newcomers] == [
        ("Early.", 0), ("Later.", 0), ("Late.", 1), ("None.", 2)
    ]  # fmt: skip
    assert [each.article.id for each in found.newcomers] == ["+0", "+1", "+2", "+3"]
    assert found.newcomer("+2").article.text == "Late."
    assert is_newcomer("+2")
    assert not is_newcomer("a2")


def test_words_are_counted():
    assert preview([reading("One two\nthree.")]).newcomers[0].words == 3


@pytest.mark.parametrize(
    ("text", "told", "likeness", "other", "fate", "fates"),
    [
        (BAND, {}, Likeness.NEW, "", Fate.ARTICLE, (Fate.ARTICLE, Fate.OUT)),
        (
            FERRY,
            {"outlet": "Ledger", "headline": "", "published": ""},
            Likeness.SAME,
            "a1",
            Fate.OUT,
            (Fate.ARTICLE, Fate.OUT),
        ),
        (
            FERRY,
            {"outlet": "Ledger", "headline": "Ferry late"},
            Likeness.RENAMED,
            "a1",
            Fate.OUT,
            (Fate.ARTICLE, Fate.OUT),
        ),
        (
            CHANGED,
            {"outlet": "Ledger"},
            Likeness.UPDATE,
            "a1",
            Fate.REVISION,
            (Fate.REVISION, Fate.ARTICLE, Fate.OUT),
        ),
    ],
)
def test_what_an_article_is_and_what_is_proposed(text, told, likeness, other, fate, fates):
    (each,) = looked_at(reading(text, **told)).newcomers
    assert (each.likeness, each.other, each.fate, each.fates) == (likeness, other, fate, fates)


def test_of_two_that_are_read_the_second_is_known():
    first, second = looked_at(reading(BAND), reading(BAND)).newcomers
    assert (first.likeness, second.likeness, second.other) == (
        Likeness.NEW, Likeness.SAME, first.article.id
    )  # fmt: skip


def test_a_choice_stands_as_long_as_it_may():
    each = Newcomer(Article("+0", FERRY), likeness=Likeness.UPDATE, choice=Fate.REVISION)
    assert replace(each, choice=Fate.OUT).fate is Fate.OUT
    assert each.fate is Fate.REVISION
    assert replace(each, likeness=Likeness.SAME).fate is Fate.OUT
    assert replace(each, likeness=Likeness.NEW).fate is Fate.ARTICLE


def test_choices_outlast_another_look():
    before = looked_at(reading(BAND))
    chosen = replace(before, newcomers=(replace(before.newcomers[0], choice=Fate.OUT),))
    again = with_likenesses(chosen, likenesses(KNOWN, chosen))
    assert again.newcomers[0].choice is Fate.OUT


def test_looking_reports_and_can_be_cancelled():
    seen = []
    judged(KNOWN, preview([reading(BAND, FERRY)]), lambda done, total: seen.append((done, total)))
    assert seen == [(0, 2), (1, 2), (2, 2)]

    def stop(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        judged(KNOWN, preview([reading(BAND)]), stop)


def test_what_is_plain_needs_no_look():
    assert looked_at(reading(BAND)).is_plain
    assert looked_at(reading(BAND, reader="text", headline="", outlet="")).is_plain
    assert looked_at(reading(*(f"Text {number}." for number in range(8)))).is_plain


@pytest.mark.parametrize(
    "found",
    [
        Preview(),
        looked_at(reading(BAND, headline="")),
        looked_at(reading(BAND, outlet="")),
        looked_at(reading(BAND, published="")),
        looked_at(reading(FERRY, outlet="Ledger")),
        looked_at(reading(*(f"Text {number}." for number in range(9)))),
        looked_at(replace(reading(BAND), skipped=(FileError("x", FileProblem.EMPTY),))),
    ],
)
def test_what_is_not_plain_needs_one(found):
    assert not found.is_plain


def test_what_is_there_already_and_nothing_else():
    known = reading(FERRY, outlet="Ledger", headline="", published="")
    assert looked_at(known).is_known
    assert not looked_at(known, reading(BAND)).is_known
    assert not looked_at(replace(known, skipped=(FileError("x", FileProblem.EMPTY),))).is_known
    assert not Preview().is_known


def test_a_file_tells_what_is_missing_and_what_cannot_be_read():
    skipped = (
        FileError("x", FileProblem.INCOMPLETE, "3"),
        ArticleError("x", FileProblem.MISSING, place=2),
        ArticleError("x", FileProblem.DAMAGED, place=4),
    )
    file = ReadFile("x", "nexis", 9, 4, skipped)
    assert (file.missing, file.unreadable) == (4, 1)
    assert ReadFile("x", "", None, 0, (FileError("x", FileProblem.MISSING),)).unreadable == 1


def test_more_is_read_while_one_looks():
    before = looked_at(reading(BAND, path="one.txt"))
    both = joined(before, preview([reading("Two.", path="two.txt")]))
    assert [file.path for file in both.files] == ["one.txt", "two.txt"]
    assert [(each.article.id, each.file) for each in both.newcomers] == [("+0", 0), ("+1", 1)]


def test_one_file_is_read_again_and_the_others_stay_as_they_were_chosen():
    before = preview(
        [reading("One.", path="1"), reading("Two.", path="2"), reading("3.", path="3")]
    )
    out = tuple(replace(each, choice=Fate.OUT) for each in before.newcomers)
    again = reread(replace(before, newcomers=out), 1, reading("Zwei.", "Drei.", path="2"))
    assert [(each.article.text, each.choice, each.article.id) for each in again.newcomers] == [
        ("One.", Fate.OUT, "+0"), ("Zwei.", None, "+1"), ("Drei.", None, "+2"),
        ("3.", Fate.OUT, "+3"),
    ]  # fmt: skip
    assert [file.found for file in again.files] == [1, 2, 1]


@pytest.mark.parametrize(
    ("field", "words", "value"),
    [
        ("headline", "  Ferry   leaves ", "Ferry leaves"),
        ("outlet", "", ""),
        ("published", "21 February 2024", "2024-02-21"),
        ("published", "2024-02-21", "2024-02-21"),
        ("published", "yesterday", None),
        ("published", " ", ""),
        ("language", "German", "de"),
        ("language", "en_GB", "en-GB"),
        ("language", "of the birds", None),
    ],
)
def test_what_an_analyst_writes_is_stored_as_the_formats_have_it(field, words, value):
    assert as_told(field, words) == value
