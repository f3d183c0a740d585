import re

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.comparison.collate import collate
from workbench.formats.to_printable import to_printable
from workbench.formats.to_tei import tables_to_tei, to_tei
from workbench.model import Alignment, Place, Transposition, Witness

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


def links(root):
    return [one.get("target") for one in root.xpath("//tei:standOff//tei:link", namespaces=NAMES)]


def linked(root, target):
    """Return the texts of the readings that a link joins."""
    ids = [name.removeprefix("#") for name in target.split()]
    return [root.xpath(f"//tei:rdg[@xml:id='{name}']", namespaces=NAMES)[0].text for name in ids]


def test_what_has_moved_is_linked_as_a_whole():
    root = parsed(["On Monday the minister opened it", "The minister opened it on Monday"])
    (group,) = root.xpath("/tei:TEI/tei:standOff/tei:linkGrp", namespaces=NAMES)
    assert group.get("type") == "transposition"
    (target,) = links(root)
    assert linked(root, target) == ["On Monday ", "on Monday"]


def test_names_of_readings_are_no_names_of_witnesses():
    texts = ["On Monday the minister opened it", "The minister opened it on Monday"]
    root = parsed([Witness("reading1", texts[0]), Witness("reading_", texts[1])])
    ids = root.xpath("//@xml:id", namespaces=NAMES)
    assert len(ids) == len(set(ids)) == 4


def test_nothing_is_linked_where_nothing_moved():
    root = parsed(["ten piers", "ten piers"])
    assert root.xpath("//tei:standOff", namespaces=NAMES) == []


def test_places_that_run_into_each_other_are_one_entry_and_no_link():
    rows = ((("ten ",), (), ("piers",)), ((), ("ten ",), ("piers",)))
    one = Transposition(Place(("A",), 0, 1), Place(("B",), 1, 2))
    wide = Transposition(Place(("A",), 0, 2), Place(("B",), 2, 3))
    table = Alignment((Witness("A", "ten piers"), Witness("B", "ten piers")), rows, (one, wide))
    root = etree.fromstring(to_tei(table).encode("utf-8"))
    assert links(root) == []
    assert root.xpath("string(//tei:body)", namespaces=NAMES) == "ten piers"


def test_several_tables_are_divisions_that_share_their_witnesses():
    moved = ["On Monday the minister opened it", "The minister opened it on Monday"]
    tables = {
        "c1": collate(moved),
        "c2": collate([Witness("B", moved[0]), Witness("C", moved[1])]),
    }
    root = etree.fromstring(tables_to_tei(tables).encode("utf-8"))
    assert root.xpath("//tei:witness/text()", namespaces=NAMES) == ["A", "B", "C"]
    assert len(root.xpath("//tei:body/tei:div/tei:p", namespaces=NAMES)) == 2
    targets = links(root)
    assert [linked(root, target) for target in targets] == [["On Monday ", "on Monday"]] * 2
    assert len(set(targets)) == 2


def test_no_tables_are_an_empty_document():
    root = etree.fromstring(tables_to_tei({}).encode("utf-8"))
    assert len(root.xpath("//tei:body/tei:p", namespaces=NAMES)) == 1


def test_what_xml_may_not_hold_is_replaced():
    written = to_tei(collate(["a\x00b\ud800", "ab"]))
    assert written.encode("utf-8")
    assert not re.search("[\x00\ud800]", written)
