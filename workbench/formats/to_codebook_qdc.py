"""REFI-QDA codebook: the tags as other programs for qualitative analysis exchange them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.refi_names import ORIGIN, guid
from workbench.formats.to_printable import to_printable
from workbench.model import Loss, LossReason

if TYPE_CHECKING:
    from lxml.etree import _Element

    from workbench.model import Codebook, Tag

NAMESPACE = "urn:QDA-XML:codebook:1.0"
EXAMPLES = "\n\nExamples:\n"
"""What stands in a description between a definition and the examples, which the format lacks."""

_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def codebook_to_qdc(codebook: Codebook) -> bytes:
    """Return the tags as REFI-QDA 1.0 XML; keys are left out, for the format has no place for them.

    Characters that XML may not hold are replaced. The schema asks for one tag at least.
    """
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}CodeBook", nsmap={None: NAMESPACE}, origin=ORIGIN)  # type: ignore[dict-item]  # the stubs forget it
    add_codes(root, codebook)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def codebook_losses(codebook: Codebook) -> tuple[Loss, ...]:
    """Return what a codebook of REFI-QDA has no place for, counted by what it is."""
    keys = sum(bool(tag.key) for tag in codebook.tags)
    return (Loss("key", "", LossReason.NO_PLACE, keys),) if keys else ()


def add_codes(root: _Element, codebook: Codebook) -> None:
    """Put all tags below an element, in the namespace that it has."""
    from lxml import etree

    namespace = etree.QName(root).namespace or ""
    above = [("", etree.SubElement(root, f"{{{namespace}}}Codes"))]
    while above:
        parent, element = above.pop()
        above += [(tag.id, _add(element, tag, namespace)) for tag in codebook.below(parent)]


def _add(parent: _Element, tag: Tag, namespace: str) -> _Element:
    from lxml import etree

    known = {"guid": guid(tag.id), "name": to_printable(tag.name), "isCodable": "true"}
    if _COLOUR.fullmatch(tag.colour):
        known["color"] = tag.colour
    code = etree.SubElement(parent, f"{{{namespace}}}Code", known)
    description = tag.definition + (EXAMPLES + tag.examples if tag.examples else "")
    if description:
        etree.SubElement(code, f"{{{namespace}}}Description").text = to_printable(description)
    return code
