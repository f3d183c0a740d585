"""Ids, addresses and times of Web Annotations, there and back."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.web_terms import id_of, iri_of, made_id, utc, web_address, zulu

GUID = "0000000a-0000-4000-8000-00000000000a"


@given(st.text(st.characters(exclude_categories=()), min_size=1))
def test_what_has_an_id_has_an_address(id_):
    iri = iri_of(id_, "tag")
    assert iri.startswith("urn:")
    assert iri.isascii()
    assert id_of(iri).encode("utf-8", "replace") == id_of(iri).encode()
    if not any("\ud800" <= each <= "\udfff" for each in id_):
        assert id_of(iri) == id_


@pytest.mark.parametrize("iri", [f"urn:uuid:{GUID.upper()}", f"#{GUID}", GUID])
def test_a_guid_is_the_id_however_it_is_written(iri):
    assert id_of(iri) == GUID


@pytest.mark.parametrize("iri", ["https://example.org/1", "urn:crossread:tag:", "", "7"])
def test_others_get_a_guid_that_follows_from_their_address(iri):
    assert str(UUID(id_of(iri))) == id_of(iri) != id_of(iri + "x")
    assert made_id("a", "b") != made_id("a", "c")


def test_only_an_address_on_the_web_is_one():
    assert web_address(" HTTPS://example.org/a b?c=é&d=%20#e\n") == (
        "HTTPS://example.org/a%20b?c=%C3%A9&d=%20#e"
    )
    for other in ("", "example.org", "ftp://example.org", "http:// ", "javascript:http://a"):
        assert web_address(other) == ""


def test_times_are_told_in_utc_to_the_second():
    assert zulu("2024-03-02T12:00:59.999+01:00") == "2024-03-02T11:00:59Z"
    assert utc("2024-03-02T11:00:59Z") == "2024-03-02T11:00:59+00:00"
    for other in ("", "2024", "2024-03-02", "2024-03-02T12:00", "0001-01-01T00:00+09:00", "now"):
        assert utc(other) == zulu(other) == ""
