"""REFI-QDA projects as they are written: a golden file, the schema, and what it does not ask."""

import io
import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from workbench.formats.refi_selections import LONG
from workbench.formats.to_refi import RefiProject, to_refi
from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Kind,
    Outlet,
    Passage,
    PassagePair,
    Reason,
    Span,
    Tag,
    Target,
    select,
)

GOLDEN = Path(__file__).parent / "golden" / "project.qde"
GUIDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(10)]
NOON = "2026-01-01T12:00:00+00:00"

PIER = Article(
    "a1", "The pier goes. “It is ours,” 😀 says <b>nobody</b>.\nAnd yet…", "Harbour Post & Sons",
    "Pier goes", "Mara Lind", "2024-03-02", "https://example.org/pier?a=1&b=2", "en",
    section="News", page="3", record="R1", retrieved="2024-04-01", printed_words=12,
)  # fmt: skip
PLAIN = Article("a2", "The pier goes. Who waved?", "Star")
TAGS = (
    Tag(GUIDS[1], "framing", "", "#c0392b", "How it is told", "“war” of words"),
    Tag(GUIDS[2], "places", GUIDS[1]),
)
TIMES = ("Ann", NOON, "2026-01-02T08:00:00.5Z")
PROJECT = RefiProject(
    "Pier & all",
    "2026-01-03T10:00:00+00:00",
    (PIER, PLAIN),
    (Outlet("Harbour Post & Sons", "HP", "UK", colour="#000080"), Outlet("Nobody’s")),
    Codebook(TAGS),
    (
        Annotation(GUIDS[3], Target((select("a1", PIER.text, Span(4, 8)),)), (GUIDS[2], GUIDS[1]),
                   "Which one?\n\nThe <old> one & all.", *TIMES),
        Annotation(GUIDS[4], Target((select("a1", PIER.text, Span(0, 14)),
                                     select("a2", PLAIN.text, Span(0, 14)))), (GUIDS[1],), "Both"),
        Annotation(GUIDS[5], Target((), "a2"), (GUIDS[2],), "A short one", "Bo", "2026", "2026-99"),
        Annotation(GUIDS[6], Target(), (GUIDS[1],), "", "Ann", "2026-13-01T00:00:00Z"),
        Annotation("mine", Target((select("a2", PLAIN.text, Span(15, 24)),))),
    ),
    (
        PassagePair("p1", Kind.VERBATIM, 1.0, Passage("a1", Span(0, 14)),
                    Passage("a2", Span(0, 14)), (), Reason(3, 0)),
        PassagePair("p2", Kind.REWORDED, 0.5, Passage("a1", Span(0, 14)),
                    Passage("a2", Span(15, 25)), (), Reason(1, 2)),
    ),
)  # fmt: skip


def parts(project):
    with zipfile.ZipFile(io.BytesIO(to_refi(project))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_project():
    data = parts(PROJECT)
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(data["project.qde"])
    assert data["project.qde"] == GOLDEN.read_bytes()
    assert [text.decode() for name, text in data.items() if name.startswith("sources/")] == [
        PIER.text,
        PLAIN.text,
    ]


def test_the_same_project_gives_the_same_bytes():
    assert to_refi(PROJECT) == to_refi(PROJECT)
    with zipfile.ZipFile(io.BytesIO(to_refi(PROJECT))) as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(1980, 1, 1)}


@pytest.mark.parametrize("project", [PROJECT, RefiProject(""), RefiProject("\0", "", (PLAIN,))])
def test_it_is_valid(shared, project):
    schema = etree.XMLSchema(etree.parse(shared / "schemas" / "Project.xsd"))
    schema.assertValid(etree.fromstring(parts(project)["project.qde"]))


def test_what_is_referred_to_is_there_and_each_guid_stands_once():
    data = parts(PROJECT)
    root = etree.fromstring(data["project.qde"])
    guids = [one.get("guid") for one in root.iter() if one.get("guid")]
    assert len(guids) == len(set(guids))
    assert all(guid == guid.upper() for guid in guids)
    referred = ("targetGUID", "originGUID", "creatingUser")
    targets = {one.get(name) for one in root.iter() for name in referred if one.get(name)}
    assert targets <= set(guids)
    for source in root.iter("{*}TextSource"):
        path = source.get("plainTextPath").removeprefix("internal://")
        text = data[f"sources/{path}"].decode()
        for one in source.iterchildren("{*}PlainTextSelection"):
            start, end = int(one.get("startPosition")), int(one.get("endPosition"))
            assert 0 <= start < end <= len(text)
            assert text[start:end].startswith(one.get("name"))


def test_all_that_other_programs_ask_for_a_time_has_one():
    root = etree.fromstring(parts(PROJECT)["project.qde"])
    for one in root.iter("{*}TextSource", "{*}PlainTextSelection", "{*}Coding", "{*}Note"):
        assert one.get("creationDateTime")[:4] == "2026"


def test_hostile_text_stays_text():
    hostile = "<script>\x00\x1b ]]> &amp; \ud800 \u202e=1"
    article = Article("a\0", f"{hostile}\n" * 2, hostile, hostile, hostile, hostile, hostile)
    note = Annotation(GUIDS[3], Target((), "a\0"), (GUIDS[1],), hostile, hostile, hostile)
    tag = Tag(GUIDS[1], hostile, definition=hostile)
    data = parts(
        RefiProject(
            hostile, hostile, (article,), (Outlet(hostile, hostile),), Codebook((tag,)), (note,)
        )
    )
    root = etree.fromstring(data["project.qde"])
    said = "<script>\ufffd\ufffd ]]> &amp; \ufffd \u202e=1"
    assert root.get("name") == said
    assert {one.text for one in root.iter("{*}PlainTextContent", "{*}Description")} == {said}
    assert next(root.iter("{*}User")).get("name") == said
    (text,) = (text for name, text in data.items() if name.startswith("sources/"))
    assert text.decode().startswith("<script>\x00\x1b ]]> &amp; ? ")


def test_a_memo_that_parsers_refuse_is_a_file():
    memo = "x" * (LONG + 1)
    words = Annotation(GUIDS[3], Target((select("a2", PLAIN.text, Span(4, 8)),)), (), memo)
    about = Annotation(GUIDS[4], Target((), "a2"), (), memo)
    data = parts(RefiProject("", "", (PLAIN,), annotations=(words, about)))
    assert list(data.values()).count(memo.encode()) == 2
    assert len(data["project.qde"]) < LONG


def test_a_quote_that_is_long_is_cut_in_the_name():
    text = "word " * 1_000
    note = Annotation(GUIDS[3], Target((select("a1", text, Span(0, 5_000)),)))
    root = etree.fromstring(parts(RefiProject("", "", (Article("a1", text),), annotations=(note,)))[
        "project.qde"
    ])  # fmt: skip
    (one,) = root.iter("{*}PlainTextSelection")
    assert len(one.get("name")) == 1_000
    assert one.get("endPosition") == "5000"
