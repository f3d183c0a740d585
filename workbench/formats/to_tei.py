"""TEI: an alignment as a critical apparatus, by the method of parallel segmentation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count, groupby, pairwise
from typing import TYPE_CHECKING

from lxml import etree

from workbench.formats.to_printable import to_printable

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from workbench.model import Alignment, Place

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def to_tei(alignment: Alignment) -> str:
    """Return a TEI document from which each witness can be read off, to the blank.

    Where all witnesses have the same the text stands alone, elsewhere in `app`, a `rdg` for each
    reading. What witnesses have at two places is one `app` at either, and a `link` in `standOff`
    joins the two readings. Characters that XML may not hold are replaced.
    """
    return _document([alignment], is_divided=False)


def tables_to_tei(tables: Mapping[str, Alignment]) -> str:
    """Return a TEI document of several tables as `to_tei` writes them, each in a `div`.

    One siglum stands for one witness in all of them.
    """
    return _document(list(tables.values()), is_divided=True)


def _document(alignments: Sequence[Alignment], *, is_divided: bool) -> str:
    every = dict.fromkeys(one.siglum for table in alignments for one in table.witnesses)
    are_names = all(map(_NAME.fullmatch, every))
    ids = {siglum: siglum if are_names else f"w{n + 1}" for n, siglum in enumerate(every)}
    root = etree.Element(_tag("TEI"), nsmap={None: _TEI})  # type: ignore[dict-item]  # the stubs forget it
    _add_header(root, ids)
    body = etree.SubElement(etree.SubElement(root, _tag("text")), _tag("body"))
    readings = (f"{_free_prefix(ids.values())}{number}" for number in count(1))
    links: list[str] = []
    for alignment in alignments:
        parent = etree.SubElement(body, _tag("div")) if is_divided else body
        paragraph = etree.SubElement(parent, _tag("p"), {f"{{{_XML}}}space": "preserve"})
        stretches = _stretches(alignment)
        names = dict(zip(_linked(alignment, stretches), readings, strict=False))
        _add_text(paragraph, stretches, [ids[one.siglum] for one in alignment.witnesses], names)
        links += _links(alignment, stretches, names)
    if not alignments:
        etree.SubElement(body, _tag("p"))
    _add_links(root, links)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
    )


def _tag(name: str) -> str:
    return f"{{{_TEI}}}{name}"


def _add_header(root: etree._Element, ids: Mapping[str, str]) -> None:
    header = etree.SubElement(root, _tag("teiHeader"))
    described = etree.SubElement(header, _tag("fileDesc"))
    title = etree.SubElement(etree.SubElement(described, _tag("titleStmt")), _tag("title"))
    title.text = to_printable(", ".join(ids))
    etree.SubElement(etree.SubElement(described, _tag("publicationStmt")), _tag("p"))
    source = etree.SubElement(described, _tag("sourceDesc"))
    listed = etree.SubElement(source, _tag("listWit"))
    for siglum, name in ids.items():
        witness = etree.SubElement(listed, _tag("witness"), {f"{{{_XML}}}id": name})
        witness.text = to_printable(siglum)
    method = {"method": "parallel-segmentation", "location": "internal"}
    etree.SubElement(
        etree.SubElement(header, _tag("encodingDesc")), _tag("variantEncoding"), method
    )


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Neighbouring columns that make one place of the apparatus, and what each witness has."""

    start: int
    end: int
    texts: tuple[str, ...]


def _stretches(alignment: Alignment) -> list[_Stretch]:
    """Return the columns one by one, those of one transposition together."""
    inner: set[int] = set()
    for moved in alignment.transpositions:
        for place in (moved.a, moved.b):
            inner |= set(range(place.start + 1, place.end))
    columns = list(zip(*alignment.table, strict=True))
    edges = [place for place in range(len(columns)) if place not in inner]
    return [
        _Stretch(start, end, tuple(_text(cells) for cells in zip(*columns[start:end], strict=True)))
        for start, end in pairwise([*edges, len(columns)])
    ]


def _text(cells: tuple[tuple[str, ...], ...]) -> str:
    return to_printable("".join(token for cell in cells for token in cell))


def _reading(alignment: Alignment, stretches: list[_Stretch], place: Place) -> tuple[int, str]:
    """Return where the stretch of a place begins, and the text that its witnesses have there."""
    (stretch,) = [one for one in stretches if one.start <= place.start < one.end]
    rows = [witness.siglum for witness in alignment.witnesses]
    return stretch.start, stretch.texts[rows.index(place.witnesses[0])]


def _linked(alignment: Alignment, stretches: list[_Stretch]) -> list[tuple[int, str]]:
    """Return the readings that a transposition has, each once, in the order of the text."""
    places = [place for moved in alignment.transpositions for place in (moved.a, moved.b)]
    differing = {one.start for one in stretches if len(set(one.texts)) > 1}
    readings = {_reading(alignment, stretches, place) for place in places}
    return sorted(one for one in readings if one[0] in differing)


def _free_prefix(names: Collection[str]) -> str:
    """Return what no name of a witness begins with, for the names of readings."""
    prefix = "reading"
    while any(name.startswith(prefix) for name in names):
        prefix += "_"
    return prefix


def _add_text(
    paragraph: etree._Element,
    stretches: list[_Stretch],
    names: list[str],
    names_of: dict[tuple[int, str], str],
) -> None:
    last: etree._Element | None = None
    for is_shared, group in groupby(stretches, key=lambda one: len(set(one.texts)) == 1):
        if not is_shared:
            for stretch in group:
                last = _add_apparatus(paragraph, stretch, names, names_of)
        elif last is None:
            paragraph.text = "".join(stretch.texts[0] for stretch in group)
        else:
            last.tail = "".join(stretch.texts[0] for stretch in group)


def _add_apparatus(
    paragraph: etree._Element,
    stretch: _Stretch,
    names: list[str],
    names_of: dict[tuple[int, str], str],
) -> etree._Element:
    apparatus = etree.SubElement(paragraph, _tag("app"))
    for text in dict.fromkeys(stretch.texts):
        having = [f"#{name}" for name, has in zip(names, stretch.texts, strict=True) if has == text]
        reading = etree.SubElement(apparatus, _tag("rdg"), wit=" ".join(having))
        reading.text = text or None
        if (stretch.start, text) in names_of:
            reading.set(f"{{{_XML}}}id", names_of[stretch.start, text])
    return apparatus


def _links(
    alignment: Alignment, stretches: list[_Stretch], names_of: dict[tuple[int, str], str]
) -> list[str]:
    """Return, as the targets of links, which readings are one text at two places."""
    targets = [
        [names_of.get(_reading(alignment, stretches, place)) for place in (moved.a, moved.b)]
        for moved in alignment.transpositions
    ]
    told = [f"#{one} #{other}" for one, other in targets if one and other and one != other]
    return list(dict.fromkeys(told))


def _add_links(root: etree._Element, links: list[str]) -> None:
    if links:
        apart = etree.SubElement(root, _tag("standOff"))
        group = etree.SubElement(apart, _tag("linkGrp"), type="transposition")
        for target in links:
            etree.SubElement(group, _tag("link"), target=target)
