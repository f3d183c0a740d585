"""Codebooks are read, written and merged; merging says what it will do."""

from pathlib import Path

import pytest

from workbench.model import Codebook, FileError, FileProblem, OutputError, Tag
from workbench.project import codebook_files
from workbench.project.codebook_files import merge_codebooks, read_codebook, write_codebook
from workbench.project.tagging import changed_codebook

GUIDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(9)]


def tag(number, name, parent="", **more):
    return Tag(GUIDS[number], name, parent and GUIDS[int(parent)], **more)


OURS = Codebook(
    (
        tag(0, "actors", colour="#111111", key="a"),
        tag(1, "state", "0", definition="The state"),
        tag(2, "framing", place=1),
    )
)


def after(merger):
    return changed_codebook(OURS, merger.edit)


def names(codebook):
    return [" / ".join(each.name for each in codebook.path(one.id)) for one in codebook.branch()]


@pytest.mark.parametrize("suffix", [".qdc", ".csv", ".json", ".txt"])
def test_a_codebook_is_written_and_read(tmp_path, suffix):
    path = tmp_path / f"tags{suffix}"
    write_codebook(OURS, path)
    again = read_codebook(path)
    assert names(again) == names(OURS)
    assert path.read_bytes().startswith(b"<?xml") == (suffix in (".qdc", ".txt"))


def test_a_codebook_that_comes_back_brings_nothing(tmp_path):
    write_codebook(OURS, tmp_path / "tags.csv")
    merger = merge_codebooks(OURS, read_codebook(tmp_path / "tags.csv"))
    assert (merger.new, merger.changed, merger.same) == ((), (), 3)


def test_new_tags_stand_after_those_that_are_there():
    coming = Codebook((tag(3, "police", "0"), tag(4, "court", "0", place=1), tag(0, "actors")))
    merger = merge_codebooks(OURS, coming)
    assert (len(merger.new), merger.changed, merger.same) == (2, (), 1)
    assert names(after(merger)) == [
        "actors",
        "actors / state",
        "actors / police",
        "actors / court",
        "framing",
    ]


def test_for_a_tag_of_the_same_guid_the_file_holds():
    coming = Codebook((tag(2, "frames", colour="#222222"), tag(1, "state", "2", definition="")))
    merger = merge_codebooks(OURS, coming)
    found = after(merger)
    assert names(found) == ["actors", "frames", "frames / state"]
    assert found.by_id[GUIDS[2]].colour == "#222222"
    assert found.by_id[GUIDS[1]].definition == "The state"
    assert [(old.name, new.name) for old, new in merger.changed] == [
        ("state", "state"),
        ("framing", "frames"),
    ]


def test_for_a_tag_of_the_same_name_the_project_holds():
    coming = Codebook((tag(5, " ACTORS", colour="#222222", definition="Who acts", key="x"),))
    (changed,) = merge_codebooks(OURS, coming).changed
    assert changed[1] == tag(0, "actors", colour="#111111", definition="Who acts", key="a")


def test_two_tags_of_a_file_stay_two_also_where_one_has_the_name_that_the_other_had():
    ours = Codebook((Tag("t1", "harbour"),))
    coming = Codebook((Tag("t2", "Harbour"), Tag("t1", "port")))
    merged = changed_codebook(ours, merge_codebooks(ours, coming).edit)
    assert {tag.id: tag.name for tag in merged.tags} == {"t1": "port", "t2": "Harbour"}


def test_what_stands_below_a_tag_of_the_same_name_comes_below_ours():
    coming = Codebook((tag(5, "Actors"), tag(6, "unions", "5")))
    assert "actors / unions" in names(after(merge_codebooks(OURS, coming)))


def test_a_key_that_is_taken_is_not_taken_over():
    coming = Codebook(
        (tag(3, "police", key="a"), tag(4, "court", key="c"), tag(5, "jury", key="c"))
    )
    assert [one.key for one in merge_codebooks(OURS, coming).new] == ["c", "", ""]


def test_no_tag_comes_below_itself():
    coming = Codebook((tag(5, "state"), tag(0, "actors", "5")))
    assert names(after(merge_codebooks(OURS, coming))) == names(OURS)


def test_a_file_that_is_missing_or_too_large_is_named(tmp_path, monkeypatch):
    with pytest.raises(FileError) as caught:
        read_codebook(tmp_path / "none.csv")
    assert caught.value.problem is FileProblem.MISSING
    with pytest.raises(FileError) as caught:
        read_codebook(tmp_path)
    assert caught.value.problem is FileProblem.DENIED
    write_codebook(OURS, tmp_path / "tags.csv")
    monkeypatch.setattr(codebook_files, "MAX_CODEBOOK_BYTES", 10)
    with pytest.raises(FileError) as caught:
        read_codebook(tmp_path / "tags.csv")
    assert caught.value.problem is FileProblem.NO_CODEBOOK


def test_what_cannot_be_written_is_named():
    with pytest.raises(OutputError):
        write_codebook(OURS, Path("/nowhere/tags.csv"))
