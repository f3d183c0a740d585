"""Which files are read, and what of them is new."""

import os

import pytest

from workbench.formats import readers
from workbench.model import (
    Article,
    ArticleError,
    Cancelled,
    FileError,
    FileProblem,
    FileReading,
)
from workbench.project.importing import (
    SUFFIXES,
    FileReport,
    find_files,
    plan_import,
    read_files,
    read_pasted,
    read_pasted_page,
)

FERRY = "The ferry left the old pier at six."


def reading(*articles, path="x.txt", announced=None, skipped=()):
    return FileReading(path, "text", articles, announced, skipped)


@pytest.fixture
def folder(tmp_path):
    for name in (
        *("b.txt", "a.MD", "sub/c.html", "sub/deep/d.pdf", "z.docx"),
        *(".hidden.txt", ".git/config.txt", "~$z.docx", "picture.png", "p.crossread"),
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(FERRY)
    return tmp_path


def test_suffixes_are_those_of_readable_files():
    assert {".txt", ".md", ".html", ".docx", ".pdf"} <= set(SUFFIXES)


def test_folders_give_their_readable_files_by_name(folder):
    found = [path.relative_to(folder).as_posix() for path in find_files([folder])]
    assert found == ["a.MD", "b.txt", "sub/c.html", "sub/deep/d.pdf", "z.docx"]


def test_what_is_named_is_taken_as_it_is_and_once(folder):
    named = [folder / "picture.png", folder / ".hidden.txt", folder / "none.txt", folder / "b.txt"]
    assert find_files([*named, folder / "sub" / ".." / "b.txt", *named]) == tuple(named)
    found = find_files([folder / "sub", folder])
    assert [path.name for path in found] == ["c.html", "d.pdf", "a.MD", "b.txt", "z.docx"]


def test_what_tells_of_a_folder_is_no_article(tmp_path):
    (tmp_path / "ReadMe.d").mkdir()
    for name in ("README.md", "readme.txt", "Readme.de.html", "readme first.txt", "ReadMe.d/b.txt"):
        (tmp_path / name).write_text(FERRY)
    found = [path.relative_to(tmp_path).as_posix() for path in find_files([tmp_path])]
    assert found == ["ReadMe.d/b.txt", "readme first.txt"]
    named = tmp_path / "README.md"
    assert find_files([named]) == (named,)


def test_a_circle_of_links_comes_to_an_end(folder):
    (folder / "sub" / "circle").symlink_to(folder)
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    assert [path.name for path in find_files([folder])] == [
        "a.MD",
        "b.txt",
        "loop.txt",
        "c.html",
        "d.pdf",
        "z.docx",
    ]


def test_a_folder_that_cannot_be_listed_stands_for_itself(unprivileged):
    closed = unprivileged / "closed"
    (closed / "inner").mkdir(parents=True)
    closed.chmod(0)
    assert find_files([unprivileged]) == (closed,)
    assert find_files([closed / "inner"]) == (closed / "inner",)
    (row,) = plan_import((), read_files([closed])).rows
    assert [error.path for error in row.skipped] == [str(closed)]
    closed.chmod(0o700)


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    (tmp_path / "a.txt").write_text(FERRY)
    seen = []
    readings = read_files(
        [tmp_path / "none.txt", tmp_path / "a.txt"], lambda done, total: seen.append((done, total))
    )
    assert [len(reading.articles) for reading in readings] == [0, 1]
    assert readings[0].skipped[0].problem is FileProblem.MISSING
    assert readings[1].articles[0].text == FERRY
    assert seen == [(0, 2), (1, 2), (2, 2)]


def test_reading_stops_between_files_when_it_is_cancelled(tmp_path):
    def report(done, _total):
        if done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_files([tmp_path / "a.txt", tmp_path / "b.txt"], report)


def test_a_name_that_is_not_utf_8_can_be_stored(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text(FERRY)
    (read,) = read_files(find_files([tmp_path]))
    (article,) = read.articles
    assert article.text == FERRY
    assert article.path.encode()


def test_ids_go_on_counting():
    existing = (Article("a2", "Two."), Article("a10", "Ten."), Article("mine", "Mine."))
    plan = plan_import(existing, [reading(Article("", "One.")), reading(Article("", "More."))])
    assert [article.id for article in plan.edit.articles] == ["a11", "a12"]
    assert [a.id for a in plan_import((), [reading(Article("", "One."))]).edit.articles] == ["a1"]
    odd = (Article("a007", "Seven."), Article("b3", "Three."))
    assert [a.id for a in plan_import(odd, [reading(Article("", "x"))]).edit.articles] == ["a1"]


def test_the_same_text_twice_is_one_article():
    existing = (Article("a1", FERRY),)
    plan = plan_import(
        existing,
        [
            reading(Article("", FERRY), Article("", "New."), path="one.txt"),
            reading(Article("", f"\n {FERRY.replace(' ', '  ')}\n"), path="two.txt"),
            reading(Article("", "New."), path="three.txt"),
        ],
    )
    assert [article.text for article in plan.edit.articles] == ["New."]
    assert plan.rows == (
        FileReport("one.txt", "text", None, 1, 1, ()),
        FileReport("two.txt", "text", None, 0, 1, ()),
        FileReport("three.txt", "text", None, 0, 1, ()),
    )


@pytest.mark.parametrize(
    ("first", "second", "is_new"),
    [
        ("Ledger", "Post", True),
        ("Ledger", "Ledger", False),
        ("Ledger", "", False),
        ("", "Post", False),
        ("", "", False),
    ],
)
def test_one_wire_text_in_two_outlets_is_two_articles(first, second, is_new):
    existing = (Article("a1", FERRY, outlet=first),)
    plan = plan_import(existing, [reading(Article("", FERRY, outlet=second))])
    assert bool(plan.edit.articles) is is_new


@pytest.mark.parametrize(
    ("known", "path", "record", "is_new"),
    [
        ("r1", "x.docx", "r2", True),  # the database lists it twice
        ("r1", "x.docx", "r1", False),
        ("r1", "y.docx", "r2", False),
        ("r1", "x.docx", "", False),
        ("", "x.docx", "r2", False),
    ],
)
def test_one_text_in_two_records_of_a_file_is_two_articles(known, path, record, is_new):
    existing = (Article("a1", FERRY, outlet="Ledger", path="x.docx", record=known),)
    again = Article("", FERRY, outlet="Ledger", path=path, record=record)
    assert bool(plan_import(existing, [reading(again)]).edit.articles) is is_new


def test_a_third_outlet_is_compared_with_both():
    existing = (Article("a1", FERRY, outlet="Ledger"), Article("a2", FERRY, outlet="Post"))
    plan = plan_import(existing, [reading(Article("", FERRY, outlet=name)) for name in "XY"])
    assert [article.outlet for article in plan.edit.articles] == ["X", "Y"]
    plan = plan_import(existing, [reading(Article("", FERRY, outlet="Post"))])
    assert plan.edit.articles == ()


def test_a_text_from_outside_may_hold_anything():
    plan = plan_import((), [reading(Article("", "\ud800"), Article("", "\ud800"))])
    assert len(plan.edit.articles) == 1


def test_the_plan_as_json():
    error = FileError("b.docx", FileProblem.DAMAGED)
    plan = plan_import(
        (), [reading(Article("", FERRY), path="a.txt", announced=2, skipped=(error,))]
    )
    assert plan.as_dict(lambda error: f"{error.problem}!") == {
        "files": [
            {
                "path": "a.txt",
                "reader": "text",
                "announced": 2,
                "imported": 1,
                "duplicates": 0,
                "skipped": [{"what": "b.docx", "why": "damaged!"}],
            }
        ]
    }


def test_an_article_set_aside_is_told_with_its_raw_text():
    aside = ArticleError("x.html", FileProblem.NO_TEXT, place=3, headline="Ferry", raw="LENGTH: 0")
    missing = FileError("x.html", FileProblem.INCOMPLETE, "2")
    plan = plan_import((), [reading(announced=3, skipped=(aside, missing))])
    (row,) = plan.rows
    assert row.missing == 2
    (file,) = plan.as_dict(lambda error: error.problem.value)["files"]
    assert file["skipped"] == [
        {"what": "x.html", "why": "no text", "raw": "LENGTH: 0"},
        {"what": "x.html", "why": "fewer articles than announced"},
    ]


def test_reading_stops_between_the_articles_of_a_file(tmp_path):
    path = tmp_path / "export.txt"
    article = (
        "{0} of 9 DOCUMENTS\n\nLedger\n\n1 May 2024\n\nFerry\n\nLENGTH: 2 words\n\nIt left.\n\n"
    )
    path.write_text("".join(article.format(number) for number in range(1, 10)))
    told = []

    def report(done, total):
        told.append((done, total))
        if len(told) == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_files([path], report)
    assert told == [(0, 1)] * 4


def test_recognising_languages_stops_between_articles_as_well(tmp_path, monkeypatch):
    export = FileReading("1.jsonl", "jsonl", (Article("", FERRY), Article("", "More.")))
    monkeypatch.setattr(readers, "read_file", lambda *_: export)
    told = []

    def report(done, total):
        told.append((done, total))
        if len(told) == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        read_files([tmp_path], report)
    assert told == [(0, 1)] * 2


def test_a_list_of_articles_is_set_against_the_files_in_its_folder(tmp_path, monkeypatch):
    listing = FileReading("f/list.docx", "nexis list", (), 2)
    export = FileReading("f/1.docx", "nexis", (Article("", FERRY), Article("", "More.")))
    readings = iter([listing, export])
    monkeypatch.setattr(readers, "read_file", lambda *_: next(readings))
    first, second = read_files([tmp_path, tmp_path])
    assert (first.announced, first.skipped) == (None, ())
    assert len(second.articles) == 2


def test_pasted_text_is_read_as_markdown_is():
    (article,) = read_pasted("# A headline\r\n\r\nIts text.").articles
    assert (article.headline, article.path) == ("A headline", "")
    assert article.text == "# A headline\n\nIts text."


def test_pasted_bytes_that_are_no_text_are_named():
    reading = read_pasted("\0" * 200)
    assert reading.articles == ()
    assert [error.problem for error in reading.skipped] == [FileProblem.UNKNOWN]


def test_a_pasted_page_is_an_article_or_is_told_to_hold_none():
    read = read_pasted_page("<h1>Ferry leaves</h1><p>The ferry left the harbour at noon.</p>")
    (article,) = read.articles
    assert (article.headline, article.path, read.reader) == ("Ferry leaves", "", "html")
    empty = read_pasted_page("<p> </p>")
    assert (empty.articles, empty.skipped[0].problem) == ((), FileProblem.NO_TEXT)
