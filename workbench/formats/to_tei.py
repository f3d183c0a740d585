"""TEI: an alignment as a critical apparatus, by the method of parallel segmentation."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from workbench.formats.to_printable import to_printable

if TYPE_CHECKING:
    from workbench.model import Alignment

_TEI = "http://www.tei-c.org/ns/1.0"
_XML = "http://www.w3.org/XML/1998/namespace"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*")


def to_tei(alignment: Alignment) -> str:
    """Return a TEI document from which each witness can be read off, to the blank.

    Where all witnesses have the same the text stands alone, elsewhere in `app`, a `rdg` for each
    reading. Characters that XML may not hold are replaced.
    """
    sigla = [witness.siglum for witness in alignment.witnesses]
    names = sigla if all(map(_NAME.fullmatch, sigla)) else [f"w{n + 1}" for n in range(len(sigla))]
    root = etree.Element(_tag("TEI"), nsmap={None: _TEI})  # type: ignore[dict-item]  # the stubs forget it
    _add_header(root, sigla, names)
    body = etree.SubElement(etree.SubElement(root, _tag("text")), _tag("body"))
    paragraph = etree.SubElement(body, _tag("p"), {f"{{{_XML}}}space": "preserve"})
    _add_text(paragraph, alignment, names)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n' + etree.tostring(root, encoding="unicode") + "\n"
    )


def _tag(name: str) -> str:
    return f"{{{_TEI}}}{name}"


def _add_header(root: etree._Element, sigla: list[str], names: list[str]) -> None:
    header = etree.SubElement(root, _tag("teiHeader"))
    described = etree.SubElement(header, _tag("fileDesc"))
    title = etree.SubElement(etree.SubElement(described, _tag("titleStmt")), _tag("title"))
    title.text = to_printable(", ".join(sigla))
    etree.SubElement(etree.SubElement(described, _tag("publicationStmt")), _tag("p"))
    source = etree.SubElement(described, _tag("sourceDesc"))
    listed = etree.SubElement(source, _tag("listWit"))
    for siglum, name in zip(sigla, names, strict=True):
        witness = etree.SubElement(listed, _tag("witness"), {f"{{{_XML}}}id": name})
        witness.text = to_printable(siglum)
    method = {"method": "parallel-segmentation", "location": "internal"}
    etree.SubElement(
        etree.SubElement(header, _tag("encodingDesc")), _tag("variantEncoding"), method
    )


def _add_text(paragraph: etree._Element, alignment: Alignment, names: list[str]) -> None:
    columns = [
        tuple(to_printable("".join(cell)) for cell in cells)
        for cells in zip(*alignment.table, strict=True)
    ]
    last: etree._Element | None = None
    for is_shared, group in groupby(columns, key=lambda texts: len(set(texts)) == 1):
        if not is_shared:
            for texts in group:
                last = _add_apparatus(paragraph, texts, names)
        elif last is None:
            paragraph.text = "".join(texts[0] for texts in group)
        else:
            last.tail = "".join(texts[0] for texts in group)


def _add_apparatus(
    paragraph: etree._Element, texts: tuple[str, ...], names: list[str]
) -> etree._Element:
    apparatus = etree.SubElement(paragraph, _tag("app"))
    for text in dict.fromkeys(texts):
        having = [f"#{name}" for name, has in zip(names, texts, strict=True) if has == text]
        reading = etree.SubElement(apparatus, _tag("rdg"), wit=" ".join(having))
        reading.text = text or None
    return apparatus
