"""Laws of the codebook: it leaves in three forms and comes back, and two make one that fits."""

from contextlib import suppress
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.formats.from_codebook import read_codebook_file
from workbench.formats.to_codebook import codebook_to_csv, codebook_to_json
from workbench.formats.to_codebook_qdc import EXAMPLES, codebook_to_qdc
from workbench.model import Codebook, FileError, Tag
from workbench.project.codebook_files import merge_codebooks
from workbench.project.tagging import changed_codebook

PRINTED = st.characters(exclude_categories=["Cs", "Cc", "Cn"], include_characters="\t\n")
TEXTS = st.text(PRINTED, max_size=20).map(str.strip).filter(lambda text: EXAMPLES not in text)
NAMES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
IDS = st.integers(0, 9).map(lambda number: str(UUID(int=number)))
COLOURS = st.sampled_from(["", "#c0392b", "#000000"])
TAGS = st.builds(Tag, IDS, NAMES, IDS | st.just(""), COLOURS, TEXTS, TEXTS, TEXTS)
CODEBOOKS = st.lists(TAGS, min_size=1, max_size=8, unique_by=lambda tag: tag.id).map(
    lambda tags: Codebook(tuple(tags))
)
FORMS = {"csv": codebook_to_csv, "json": codebook_to_json, "qdc": codebook_to_qdc}


def told(codebook, *, keys):
    """Return what a file says of the tags, each with all above it, in their order."""
    return [
        (
            [each.id for each in codebook.path(tag.id)],
            (tag.name, tag.colour, tag.definition, tag.examples),
            tag.key if keys else "",
        )
        for tag in codebook.branch()
    ]


@pytest.mark.parametrize("form", FORMS)
@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(codebook=CODEBOOKS)
def test_a_codebook_comes_back_as_it_was(form, codebook):
    written = FORMS[form](codebook)
    data = written.encode() if isinstance(written, str) else written
    keys = form != "qdc"
    again = read_codebook_file(Path("tags"), data)
    assert told(again, keys=keys) == told(codebook, keys=keys)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(CODEBOOKS, CODEBOOKS)
def test_merging_fits_and_says_what_it_does(ours, coming):
    sound = changed_codebook(Codebook(()), merge_codebooks(Codebook(()), ours).edit)
    merger = merge_codebooks(sound, coming)
    merged = changed_codebook(sound, merger.edit)
    assert merged.by_id.keys() >= sound.by_id.keys()
    assert {tag.id for tag in merger.new} == merged.by_id.keys() - sound.by_id.keys()
    assert {tag.name.casefold() for tag in coming.tags} <= {
        tag.name.casefold() for tag in merged.tags
    } | {tag.name.casefold() for tag in sound.tags}


@given(st.binary(max_size=200))
def test_any_bytes_are_a_codebook_or_refused(data):
    with suppress(FileError):
        assert read_codebook_file(Path("tags"), data).tags
