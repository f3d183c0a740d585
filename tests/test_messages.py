"""Everything that can go wrong has a sentence that names the file and says what to do."""

import re

import pytest

from workbench.messages import (
    counted,
    finding_sentence,
    import_line,
    import_summary,
    missing_library,
    repair_sentence,
    sentence,
)
from workbench.model import (
    ArticleError,
    CrossreadError,
    FileError,
    FileProblem,
    InputError,
    InputProblem,
    OutputError,
    OutputProblem,
    ProjectError,
    ProjectProblem,
    QueryError,
    QueryProblem,
    RecordError,
)
from workbench.project.checking import Cure, Fault, Finding, Repair
from workbench.project.importing import FileReport

NAME = "{ferry}.txt"  # braces, for a name is no template

ARTICLE_PROBLEMS = (
    *(FileProblem.DAMAGED, FileProblem.NO_TEXT, FileProblem.MISSING),
    *(FileProblem.PACKED, FileProblem.TOO_LARGE),
)

NAMED = [
    *(FileError(NAME, problem, detail) for problem in FileProblem for detail in ("", "zip")),
    *(ProjectError(NAME, problem, detail) for problem in ProjectProblem for detail in ("", "2")),
    *(OutputError(NAME, problem, detail) for problem in OutputProblem for detail in ("", "EIO")),
    *(
        ArticleError(NAME, problem, place=3, headline=headline, raw="raw")
        for problem in ARTICLE_PROBLEMS
        for headline in ("", "Ferry stops")
    ),
    *(RecordError(NAME, 3, detail) for detail in ("JSON", "UTF-8", "text", "> 9 bytes")),
]
INPUT = [InputError(problem, "a1") for problem in InputProblem]
QUERY = [QueryError(problem, "OR") for problem in QueryProblem]


@pytest.mark.parametrize("error", [*NAMED, *INPUT, *QUERY], ids=str)
def test_each_problem_is_a_plain_sentence_that_says_what_to_do(error):
    words = sentence(error)
    assert re.fullmatch(r"[“A-Z][^\n]*[A-Za-z0-9]\.", words)
    assert not re.search(r"[{}]|Error|None|\(\)", words.replace(NAME, ""))
    assert ";" in words or words.count(".") > 1  # what is wrong; what to do


@pytest.mark.parametrize("error", NAMED, ids=str)
def test_each_problem_of_a_file_names_it(error):
    assert f"“{NAME}”" in sentence(error)


def test_no_two_problems_of_a_kind_have_the_same_sentence():
    for errors in (
        [FileError("x", problem) for problem in FileProblem],
        [ProjectError("x", problem) for problem in ProjectProblem],
        [OutputError("x", problem) for problem in OutputProblem],
        INPUT,
    ):
        assert len({sentence(error) for error in errors}) == len(errors)


def test_a_limit_in_bytes_is_said_in_megabytes():
    assert "(20 MB)" in sentence(FileError("x", FileProblem.TOO_LARGE, "20000000"))
    assert "(400 pages)" in sentence(FileError("x", FileProblem.TOO_LARGE, "400 pages"))


def test_standard_input_is_called_by_its_name():
    assert sentence(FileError("-", FileProblem.EMPTY)).startswith("Standard input is empty")


def test_the_line_of_an_archive_is_named():
    assert sentence(RecordError("x", 3, "id")).startswith("Line 3 of “x”")


def test_an_error_without_a_sentence_is_a_bug():
    with pytest.raises(TypeError):
        sentence(CrossreadError())


def test_a_missing_library_is_named():
    assert "libEGL.so.1" in missing_library("libEGL.so.1")


@pytest.mark.parametrize("fault", Fault)
def test_each_finding_says_where(fault):
    assert "pairs 1.0" in finding_sentence(Finding(fault, "pairs 1.0"))


@pytest.mark.parametrize("cure", Cure)
def test_each_repair_is_a_plain_sentence(cure):
    assert re.fullmatch(r"[A-Z][^{}\n]*[a-z0-9]\.", repair_sentence(Repair(cure, "pairs 1.0")))


def test_numbers_agree_with_their_nouns():
    assert [counted(number, "file") for number in (0, 1, 2)] == ["0 files", "1 file", "2 files"]


def test_an_import_is_told_in_one_line_for_each_file_and_for_all():
    error = FileError("b.jsonl", FileProblem.UNREADABLE)
    plain = FileReport("a.txt", "text", None, 1, 0, ())
    archive = FileReport("b.jsonl", "jsonl", 500, 497, 2, (error,))
    assert import_line(plain) == "a.txt: 1 imported"
    assert import_line(archive) == (
        "b.jsonl: 500 announced, 497 imported, 2 already in the project, 1 not readable"
    )
    assert import_summary([plain]) == "1 article imported"
    assert import_summary([plain, archive]) == (
        "498 articles imported, 2 already in the project, 1 not readable"
    )


def test_an_article_set_aside_is_named_by_its_place_and_headline():
    error = ArticleError("x.html", FileProblem.NO_TEXT, place=3, headline="Ferry stops")
    assert sentence(error) == (
        "Article 3 of “x.html” (“Ferry stops”) holds no text and was set aside; fetch it again."
    )


def test_an_article_says_how_it_is_compressed():
    error = ArticleError("x.warc", FileProblem.PACKED, "br", place=3)
    assert sentence(error) == (
        "Article 3 of “x.warc” is compressed in a way that cannot be opened here (br) and was"
        " set aside; fetch it again."
    )


def test_articles_that_are_missing_are_counted_apart():
    absent = ArticleError("x.html", FileProblem.MISSING, place=7, headline="Ferry stops")
    row = FileReport("x.html", "nexis", 500, 499, 0, (absent,))
    assert import_line(row) == "x.html: 500 announced, 499 imported, 1 missing"
    assert sentence(absent) == (
        "Article 7 of “x.html” (“Ferry stops”) is announced but is not there; fetch it again."
    )
    errors = (FileError("x.html", FileProblem.INCOMPLETE, "2"),)
    row = FileReport("x.html", "nexis", 500, 498, 0, errors)
    assert import_line(row) == "x.html: 500 announced, 498 imported, 2 missing"
    assert import_summary([row]) == "498 articles imported, 2 missing"
    assert sentence(errors[0]) == (
        "“x.html” announces more articles than it holds (2 missing); fetch it again."
    )
