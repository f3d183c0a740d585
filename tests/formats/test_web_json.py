"""Members of a JSON file are taken for what they are, whatever kind they should have been."""

import json

import pytest

from workbench.formats.web_json import (
    number_of,
    record_of,
    records_of,
    resources_of,
    text_of,
    texts_of,
    web_file,
)
from workbench.model import FileError, Tag


@pytest.mark.parametrize("wrong", [True, -1, 1.0, 2**60, "1", None, [1]])
def test_only_a_whole_number_is_a_number(wrong):
    assert number_of({"start": wrong}, "start") is None
    assert number_of({"start": 7}, "start") == 7
    assert number_of({}, "start") is None


def test_a_text_may_be_one_of_several():
    told = {"one": "a", "many": ["b", 3, "c\ud800"], "none": {"value": "d"}}
    assert texts_of(told, "one") == ("a",)
    assert texts_of(told, "many") == ("b", "c\ufffd")
    assert (text_of(told, "many"), text_of(told, "none"), text_of(told, "not")) == ("b", "", "")


def test_an_object_may_be_one_of_several_or_no_more_than_its_address():
    told = {"one": {"a": 1}, "many": ["urn:x", {"b": 2}, 3], "none": None}
    assert records_of(told, "one") == [{"a": 1}]
    assert records_of(told, "many") == [{"b": 2}]
    assert resources_of(told, "many") == [{"id": "urn:x"}, {"b": 2}]
    assert (record_of(told, "many"), record_of(told, "none")) == ({"b": 2}, {})


def test_of_two_tags_with_one_id_the_first_is_kept():
    concepts = [{"id": "urn:crossread:tag:t", "skos:prefLabel": name} for name in ("a", "b")]
    told = {"items": [], "crossread:codebook": concepts}
    assert web_file("", json.dumps(told).encode()).tags == (Tag("t", "a"),)


@pytest.mark.parametrize(("levels", "is_read"), [(60, True), (61, False)])
def test_values_are_inside_each_other_only_so_often(levels, is_read):
    data = b'[{"target": {"a": ' + b"[" * levels + b"]" * levels + b"}}]"
    if is_read:
        assert len(web_file("", data).records) == 1
    else:
        with pytest.raises(FileError):
            web_file("", data)
