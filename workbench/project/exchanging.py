"""Exchanging: what the file of another program brings into a project, as one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from workbench.formats.refi_parts import is_refi
from workbench.model import (
    AddArticles,
    ChangeAnnotations,
    ChangeOutlets,
    Codebook,
    EditGroup,
    Exchange,
    FileError,
    FileProblem,
    Outlet,
    silent,
)
from workbench.project.codebook_files import Merger, meant_ids, merge_codebooks, read_codebook
from workbench.project.exchange_articles import join_articles

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from workbench.model import Annotation, Article, Edit, Loss, Report
    from workbench.project.exchange_articles import Incoming
    from workbench.project.project import Project

REFI = "refi-qda"
WEB = "web-annotations"
CODEBOOK = "codebook"
REFI_SUFFIXES = (".qdpx", ".zip")
WEB_SUFFIXES = (".jsonld", ".json")
CODEBOOK_SUFFIX = ".qdc"
SUFFIXES = (".qdpx", CODEBOOK_SUFFIX, *WEB_SUFFIXES)
MAX_WEB_BYTES = 512 * 1024**2


@dataclass(frozen=True, slots=True)
class Arrival:
    """What comes into a project, and what it has already.

    `articles` and `outlets` are new or known better; `known` counts the articles of the file that
    the project has; of the `annotations` that come `changed` take the place of earlier ones, and
    `same` are there already.
    """

    articles: tuple[Article, ...]
    known: int
    outlets: tuple[Outlet, ...]
    tags: Merger
    annotations: tuple[Annotation, ...]
    changed: int
    same: int
    losses: tuple[Loss, ...] = ()

    @property
    def edit(self) -> EditGroup:
        """The edit that brings all of it; one without edits where there is nothing new."""
        edits: list[Edit] = [AddArticles(self.articles)] if self.articles else []
        edits += [ChangeOutlets(self.outlets)] if self.outlets else []
        edits += [self.tags.edit] if self.tags.edit.put else []
        edits += [ChangeAnnotations(self.annotations)] if self.annotations else []
        return EditGroup(tuple(edits))


def exchange_kind(path: Path) -> str:
    """Return REFI, WEB or CODEBOOK where a file is another program's, "" for any other one."""
    suffix = path.suffix.lower()
    if suffix == CODEBOOK_SUFFIX:
        return CODEBOOK
    try:
        if suffix in REFI_SUFFIXES:
            with path.open("rb") as stream:
                return REFI if suffix == SUFFIXES[0] or is_refi(stream) else ""
        if suffix in WEB_SUFFIXES:
            from workbench.formats.from_web_annotations import HEAD_BYTES, is_web_annotations

            with path.open("rb") as stream:
                is_web = suffix == WEB_SUFFIXES[0] or is_web_annotations(stream.read(HEAD_BYTES))
                return WEB if is_web else ""
    except OSError:
        pass
    return ""


def articles_of(project: Project) -> tuple[Article, ...]:
    """Return the articles of a project, and as they were before they were revised."""
    articles = project.articles()
    earlier = (
        revision.article
        for article in articles
        if article.revision
        for revision in project.revisions(article.id)
    )
    return (*articles, *earlier)


def read_exchange(
    path: Path, articles: Sequence[Article], codebook: Codebook, report: Report = silent
) -> Incoming:
    """Return what another program's file brings into a project; `articles` as `articles_of` has.

    Raises FileError where it is no such file, is damaged, or is larger than its bounds.
    """
    kind = exchange_kind(path)
    try:
        if kind == WEB:
            exchange = _read_web(path, articles, codebook)
        elif kind == CODEBOOK:
            exchange = Exchange(tags=read_codebook(path).tags)
        else:
            from workbench.formats.from_refi import read_refi

            with path.open("rb") as stream:
                exchange = read_refi(path, stream, report)
    except OSError as error:
        problem = FileProblem.DENIED if path.exists() else FileProblem.MISSING
        raise FileError(str(path), problem) from error
    return join_articles(exchange, articles, report)


def arriving(incoming: Incoming, project: Project) -> Arrival:
    """Return what comes into a project of what a file brings.

    Tags with a known GUID or name are those of the project. An annotation that the project has
    stays as it is unless the one in the file was changed later; one that has the id of another
    gets an id of its own.
    """
    exchange, codebook = incoming.exchange, project.codebook()
    coming = Codebook(exchange.tags)
    meant = meant_ids(codebook, coming)
    merger = merge_codebooks(codebook, coming)
    annotations = [
        replace(one, tags=tuple(dict.fromkeys(meant.get(tag, tag) for tag in one.tags)))
        for one in exchange.annotations
    ]
    there = _Present(annotations, project)
    put = tuple(there.new_ones(annotations))
    return Arrival(
        exchange.articles,
        len(incoming.known),
        tuple(_outlets(exchange, project)),
        merger,
        put,
        sum(one.id in there.ids for one in put),
        len(annotations) - len(put),
        exchange.losses,
    )


class _Present:
    """The annotations of a project that those of a file may be."""

    def __init__(self, coming: Sequence[Annotation], project: Project) -> None:
        articles = {id_ for one in coming for id_ in one.target.articles}
        known = articles.intersection(article.id for article in project.articles())
        ids = [id_ for one in coming for id_ in (one.id, _other_id(one.id))]
        beside = (*project.annotations_of(known), *project.annotations_of_project())
        found = {one.id: one for one in (*beside, *project.annotations(ids))}
        self._by_id = found
        self._said = {_said(one) for one in found.values()}

    @property
    def ids(self) -> frozenset[str]:
        """The ids that annotations of the project have."""
        return frozenset(self._by_id)

    def new_ones(self, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
        """Yield those that say something which the project does not have."""
        for one in annotations:
            other = self._by_id.get(one.id)
            if other is not None and other.target.articles != one.target.articles:
                one = replace(one, id=_other_id(one.id))  # noqa: PLW2901 - the same one
                other = self._by_id.get(one.id)
            is_newer = other is None or one.changed > other.changed
            if is_newer and _said(one) not in self._said:
                yield one


def _said(one: Annotation) -> tuple[object, ...]:
    """Return what an annotation says, of what, and by whom: two that say the same are one."""
    places = tuple((each.article, each.span, each.revision) for each in one.target.selectors)
    return (places, one.target.article, frozenset(one.tags), one.memo, one.author)


def _other_id(id_: str) -> str:
    return str(uuid5(NAMESPACE_URL, f"crossread:exchange:{id_}"))


def _outlets(exchange: Exchange, project: Project) -> Iterator[Outlet]:
    """Yield outlets of which a file knows what the project does not."""
    known = {outlet.name: outlet for outlet in project.outlets()}
    for outlet in exchange.outlets:
        here = known.get(outlet.name, Outlet(outlet.name))
        fields = ("short", "country", "group", "colour")
        gaps = {name: getattr(outlet, name) for name in fields if not getattr(here, name)}
        if any(gaps.values()):
            yield replace(here, **gaps)


def _read_web(path: Path, articles: Sequence[Article], codebook: Codebook) -> Exchange:
    from workbench.formats.from_web_annotations import read_web_annotations

    if path.stat().st_size > MAX_WEB_BYTES:
        raise FileError(str(path), FileProblem.TOO_LARGE, str(MAX_WEB_BYTES))
    return read_web_annotations(path.read_bytes(), articles, codebook, str(path))
