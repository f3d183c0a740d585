"""A codebook leaves as QDC, CSV or JSON and comes back, also from the hands of others."""

import csv
import json
from pathlib import Path

import pytest
from lxml import etree

from workbench.formats import from_codebook
from workbench.formats.formulas import is_formula
from workbench.formats.from_codebook import read_codebook_file
from workbench.formats.to_codebook import codebook_to_csv, codebook_to_json
from workbench.formats.to_codebook_qdc import codebook_to_qdc
from workbench.model import Codebook, FileError, FileProblem, Tag

GUIDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(6)]
PATH = Path("tags.csv")
CODEBOOK = Codebook(
    (
        Tag(GUIDS[0], "framing", "", "#c0392b", "How it is told", "“war” of words", "1", 1),
        Tag(GUIDS[1], "actors", "", "", "", "", "", 0),
        Tag(GUIDS[2], "=the state", GUIDS[1], "#2471a3", "line one\nline two, and ”more”", "", "s"),
        Tag(GUIDS[3], "警察 😀", GUIDS[2]),
    )
)


def told(codebook):
    """Return what a file can say of tags: each with the one above, in their order."""
    return [
        (*(tag.id for tag in codebook.path(each.id)), each.name, each.definition, each.examples)
        for each in codebook.branch()
    ]


def read(text):
    return read_codebook_file(PATH, text.encode() if isinstance(text, str) else text)


@pytest.mark.parametrize("write", [codebook_to_csv, codebook_to_json, codebook_to_qdc])
def test_a_codebook_comes_back(write):
    again = read(write(CODEBOOK))
    assert told(again) == told(CODEBOOK)
    assert {tag.id: tag.colour for tag in again.tags} == {t.id: t.colour for t in CODEBOOK.tags}


@pytest.mark.parametrize("write", [codebook_to_csv, codebook_to_json])
def test_our_own_forms_keep_the_keys(write):
    assert {tag.key for tag in read(write(CODEBOOK)).tags} == {"1", "", "s"}


def test_a_qdc_file_is_valid(shared):
    schema = etree.XMLSchema(etree.parse(shared / "schemas" / "Codebook.xsd"))
    odd = Codebook((*CODEBOOK.tags, Tag(GUIDS[4], "a\0b", "", "red", "\ud800")))
    schema.assertValid(etree.fromstring(codebook_to_qdc(odd)))


def test_csv_can_be_opened_in_a_spreadsheet():
    text = codebook_to_csv(CODEBOOK)
    assert text.startswith("\ufeffid,parent,name,")
    assert ",'=the state," in text


@pytest.mark.parametrize("name", ["plain", "=1+1", "'=x", "''x", "'tis", "-5", "＠x", "\u200b=x"])
def test_no_name_is_a_formula_and_all_come_back(name):
    text = codebook_to_csv(Codebook((Tag(GUIDS[0], name),)))
    assert not is_formula(next(csv.reader([text.splitlines()[1]]))[2])
    assert read(text).tags[0].name == name


def test_a_table_written_by_hand_needs_names_alone():
    tags = read("Name;Parent;Color\nactors;;#ABC\n the  state ;actors;blue\n;;\nactors;;\n").tags
    assert [(tag.name, tag.colour) for tag in tags] == [
        ("actors", "#aabbcc"),
        ("the state", ""),
        ("actors", ""),
    ]
    assert tags[1].parent == tags[0].id
    assert len({tag.id for tag in tags}) == 3
    assert read("name\nactors\n").tags[0].id == tags[0].id


def test_a_guid_in_braces_and_capitals_is_the_same():
    xml = f"""<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="another"><Codes>
<Code guid="{{{GUIDS[0].upper()}}}" name="framing" isCodable="false" color="#F00">
<Description>Told how</Description>
<Code guid="" name="war" isCodable="true"/><Code name="peace" isCodable="true"/></Code>
<Code guid="{GUIDS[0]}" name="again" isCodable="true"/></Codes><Sets/></CodeBook>"""
    first, again, war, peace = read(xml).tags
    assert (first.id, first.colour, first.definition) == (GUIDS[0], "#ff0000", "Told how")
    assert again.id not in GUIDS
    assert {war.parent, peace.parent} == {GUIDS[0]}
    assert war.id != peace.id


def test_the_codes_of_a_whole_project_are_found():
    xml = (
        "<Project xmlns='urn:QDA-XML:project:1.0'><CodeBook><Codes>"
        f"<Code guid='{GUIDS[0]}' name='framing' isCodable='true'/></Codes></CodeBook></Project>"
    )
    assert [tag.name for tag in read(xml).tags] == ["framing"]


def test_a_tag_below_itself_stands_at_the_top():
    records = [{"id": GUIDS[0], "name": "a", "parent": GUIDS[0]}, {"name": None}, "none"]
    found = read(json.dumps({"format": "crossread-codebook", "tags": records}))
    assert [tag.name for tag in found.below()] == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<CodeBook/>",
        "<Codes/>",
        '{"format": "other", "tags": []}',
        '{"format": "crossread-codebook", "tags": 3}',
        "title,colour\na,b\n",
        "name\n\n",
    ],
)
def test_what_is_no_codebook_is_refused(text):
    with pytest.raises(FileError) as caught:
        read(text)
    assert caught.value.problem is FileProblem.NO_CODEBOOK
    assert caught.value.path == "tags.csv"


@pytest.mark.parametrize(
    "text", ["{broken", "<Codes>", "name\n" + "x" * 200_000, "{" + '"a":{' * 100_000]
)
def test_a_damaged_file_is_refused(text):
    with pytest.raises(FileError) as caught:
        read(text)
    assert caught.value.problem is FileProblem.DAMAGED


def test_entities_are_refused():
    with pytest.raises(FileError):
        read('<!DOCTYPE x [<!ENTITY a "b">]><Codes>&a;</Codes>')


def test_tags_and_levels_have_a_limit(monkeypatch):
    monkeypatch.setattr(from_codebook, "MAX_TAGS", 3)
    with pytest.raises(FileError, match="> 3 tags"):
        read(codebook_to_csv(CODEBOOK))
    monkeypatch.setattr(from_codebook, "MAX_TAGS", 4)
    monkeypatch.setattr(from_codebook, "MAX_LEVELS", 2)
    with pytest.raises(FileError, match="> 2 levels"):
        read(codebook_to_csv(CODEBOOK))
    monkeypatch.setattr(from_codebook, "MAX_LEVELS", 3)
    assert len(read(codebook_to_csv(CODEBOOK)).tags) == 4
