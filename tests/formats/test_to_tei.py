import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.comparison.collate import collate
from workbench.formats.to_printable import to_printable
from workbench.formats.to_tei import to_tei
from workbench.model import Witness

NAMES = {"tei": "http://www.tei-c.org/ns/1.0"}


def parsed(witnesses):
    return etree.fromstring(to_tei(collate(witnesses)).encode("utf-8"))


def test_equal_readings_share_an_element():
    root = parsed(["ten new piers", "ten long piers", "ten new piers"])
    readings = root.xpath("//tei:app/tei:rdg", namespaces=NAMES)
    assert [(one.get("wit"), one.text) for one in readings] == [("#A #C", "new "), ("#B", "long ")]


def test_a_text_that_begins_with_a_difference():
    root = parsed(["Ten piers opened", "piers opened"])
    (paragraph,) = root.xpath("//tei:body/tei:p", namespaces=NAMES)
    assert paragraph.text is None
    assert paragraph[0].tail == "piers opened"


def test_sigla_that_are_no_names_in_xml_are_numbered():
    root = parsed([Witness("1 <Post>", "ten"), Witness("B", "ten")])
    witnesses = root.xpath("//tei:witness", namespaces=NAMES)
    ids = [one.get("{http://www.w3.org/XML/1998/namespace}id") for one in witnesses]
    assert ids == ["w1", "w2"]
    assert witnesses[0].text == "1 <Post>"


@settings(deadline=None)
@given(st.lists(st.text(max_size=20) | st.just("ten\r\npiers"), min_size=2, max_size=3))
def test_every_witness_can_be_read_off(texts):
    root = parsed(texts)
    (paragraph,) = root.xpath("//tei:body/tei:p", namespaces=NAMES)
    for place, text in enumerate(texts):
        name = f"#{'ABC'[place]}"
        read = paragraph.text or ""
        for apparatus in paragraph:
            (reading,) = [one for one in apparatus if name in one.get("wit").split()]
            read += (reading.text or "") + (apparatus.tail or "")
        assert read == to_printable(text)


def test_what_xml_may_not_hold_is_replaced():
    written = to_tei(collate(["a\x00b\ud800", "ab"]))
    assert written.encode("utf-8")
    assert not re.search("[\x00\ud800]", written)
