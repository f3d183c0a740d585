"""REFI-QDA projects: articles, tags and annotations for other programs of qualitative analysis."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from workbench.formats.refi_names import (
    ARTICLE_VARIABLES,
    DATE,
    INTERNAL,
    ORIGIN,
    OUTLET_VARIABLES,
    PROJECT_PART,
    SOURCES,
    TEXT,
    derived,
)
from workbench.formats.refi_selections import Selections, element, reference
from workbench.formats.to_codebook_qdc import add_codes
from workbench.formats.to_printable import to_printable
from workbench.model.codebook import Codebook
from workbench.model.outlet import Outlet

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lxml.etree import _Element

    from workbench.formats.refi_selections import Source
    from workbench.model import Annotation, Article, PassagePair

NEW_ZIP = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that the same project gives the same bytes."""


@dataclass(frozen=True, slots=True)
class RefiProject:
    """What goes out: annotations whose words stand in the articles, and pairs that were found.

    `made` is when the project was last changed, ISO 8601, empty where that is not known.
    """

    name: str
    made: str = ""
    articles: tuple[Article, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    codebook: Codebook = field(default_factory=Codebook)
    annotations: tuple[Annotation, ...] = ()
    pairs: tuple[PassagePair, ...] = ()


def to_refi(project: RefiProject) -> bytes:
    """Return a package (`.qdpx`) of REFI-QDA 1.0: texts in UTF-8 with LF, positions in code points.

    Characters that XML may not hold are replaced in the XML, and kept in the texts.
    """
    from lxml import etree

    users = _users(project.annotations)
    selections = Selections(project.articles, users, project.made)
    for annotation in project.annotations:
        selections.annotate(annotation)
    for pair in project.pairs:
        selections.pair(pair)
    root = element("Project", name=to_printable(project.name), origin=ORIGIN, **selections.dated)
    known = [element("User", guid=own, name=to_printable(name)) for name, own in users.items()]
    _add(root, "Users", known)
    if project.codebook.tags:
        add_codes(element("CodeBook", root), project.codebook)
    _add(root, "Variables", list(_variables()))
    _add(root, "Cases", list(_cases(project, selections.sources)))
    _add(root, "Sources", [_source(one, selections) for one in project.articles])
    _add(root, "Notes", selections.notes)
    _add(root, "Links", selections.links)
    root.extend(selections.on_project)
    qde = etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)
    texts = {f"{selections.sources[one.id].guid}.txt": one.text for one in project.articles}
    return _packed(qde, {**texts, **selections.files})


def _packed(qde: bytes, texts: Mapping[str, str]) -> bytes:
    whole = io.BytesIO()
    with ZipFile(whole, "w") as archive:
        _pack(archive, PROJECT_PART, qde)
        for name, text in texts.items():
            _pack(archive, f"{SOURCES}/{name}", text.encode("utf-8", "replace"))
    return whole.getvalue()


def _pack(archive: ZipFile, name: str, data: bytes) -> None:
    part = ZipInfo(name, NEW_ZIP)
    part.compress_type = ZIP_DEFLATED
    part.create_system = 0  # whatever the machine is
    archive.writestr(part, data)


def _add(root: _Element, name: str, elements: Sequence[_Element]) -> None:
    """Put elements into one of their own, which may not be empty."""
    if elements:
        element(name, root).extend(elements)


def _users(annotations: Sequence[Annotation]) -> dict[str, str]:
    names = dict.fromkeys(one.author for one in annotations if one.author)
    return {name: derived("user", name) for name in names}


def _variables() -> Iterator[_Element]:
    for of, variables in (("article", ARTICLE_VARIABLES), ("outlet", OUTLET_VARIABLES)):
        for name, kind in variables.items():
            yield element("Variable", guid=derived(of, name), name=name, typeOfVariable=kind)


def _cases(project: RefiProject, sources: Mapping[str, Source]) -> Iterator[_Element]:
    """Yield the outlets as cases, each with the articles that it has published."""
    told = {outlet.name: outlet for outlet in project.outlets}
    published: dict[str, list[Article]] = {name: [] for name in told}
    for article in project.articles:
        if article.outlet:
            published.setdefault(article.outlet, []).append(article)
    for name, articles in published.items():
        case = element("Case", guid=derived("case", name), name=to_printable(name))
        outlet = told.get(name, Outlet(name))
        for variable in OUTLET_VARIABLES:
            _add_value(case, "outlet", variable, TEXT, getattr(outlet, variable))
        case.extend(reference("SourceRef", sources[article.id].guid) for article in articles)
        yield case


def _source(article: Article, selections: Selections) -> _Element:
    source = selections.sources[article.id]
    made = element(
        "TextSource",
        guid=source.guid,
        name=to_printable(_called(article)),
        plainTextPath=f"{INTERNAL}{source.guid}.txt",
        **selections.dated,
    )
    made.extend([*source.selections, *source.codings, *source.notes])
    for name, kind in ARTICLE_VARIABLES.items():
        value = _day(article.published) if kind == DATE else getattr(article, name)
        _add_value(made, "article", name, kind, str(value or ""))
    return made


def _called(article: Article) -> str:
    return article.headline or ", ".join(
        filter(None, (article.outlet, article.published, article.id))
    )


def _add_value(parent: _Element, of: str, name: str, kind: str, value: str) -> None:
    if value:
        known = element("VariableValue", parent)
        known.append(reference("VariableRef", derived(of, name)))
        element(f"{kind}Value", known).text = to_printable(value)


def _day(published: str) -> str:
    try:
        return date.fromisoformat(published[:10]).isoformat()
    except ValueError:
        return ""
