"""Whole: all that the analyst has put into a project as one value, and as plain data."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.formats.from_project_json import FORMAT, VERSION
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeOutlets,
    EditGroup,
    Outlet,
    Revision,
    SetSetting,
    Tag,
)
from workbench.project.recorded import as_plain, from_plain
from workbench.store.annotations import read_annotations
from workbench.store.articles import read_added, read_settings
from workbench.store.outlets import read_outlets
from workbench.store.revisions import read_all_revisions

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping

    from workbench.project.contents import Contents


@dataclass(frozen=True, slots=True)
class Whole:
    """All of a project but what is computed, and the history of how it came to be.

    `added` says of each article when its text was put in; annotations stand by when they were made,
    tags each before those below it, revisions by their articles, in the order of these.
    """

    articles: tuple[Article, ...] = ()
    added: tuple[str, ...] = ()
    revisions: tuple[Revision, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    tags: tuple[Tag, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def edit(self) -> EditGroup:
        """The edit that puts all of it into an empty project."""
        return EditGroup(
            (
                AddArticles(self.articles, (), self.revisions, self.added),
                ChangeOutlets(self.outlets),
                ChangeCodebook(self.tags),
                ChangeAnnotations(self.annotations),
                *(SetSetting(key, value) for key, value in self.settings),
            )
        )

    def as_dict(self) -> dict[str, object]:
        """Return it as plain data; what has its default value is left out."""
        dated = zip(self.articles, self.added, strict=True)
        return {
            "format": FORMAT,
            "version": VERSION,
            "articles": [_plain(article) | {"added": added} for article, added in dated],
            "revisions": list(map(_plain, self.revisions)),
            "outlets": list(map(_plain, self.outlets)),
            "tags": list(map(_plain, self.tags)),
            "annotations": list(map(_plain, self.annotations)),
            "settings": dict(self.settings),
        }


def reading_whole(contents: Contents) -> Generator[None, None, Whole]:
    """Return all of a project, read in portions, one at every step."""
    articles = contents.articles()
    added = read_added(contents.file)
    revisions: dict[str, list[Revision]] = defaultdict(list)
    for revision in read_all_revisions(contents.file):
        revisions[revision.article.id].append(revision)
    annotations: list[Annotation] = []
    for portion in read_annotations(contents.file):
        annotations += portion
        yield
    return Whole(
        articles,
        tuple(added[article.id] for article in articles),
        tuple(each for article in articles for each in revisions[article.id]),
        read_outlets(contents.file),
        contents.codebook().branch(),
        tuple(annotations),
        tuple(read_settings(contents.file).items()),
    )


def whole_from(data: Mapping[str, object]) -> Whole:
    """Return the project that `Whole.as_dict` has made data of; raises ValueError.

    What the data says must fit together as far as no edit checks it.
    """
    records = _records(data.get("articles"))
    whole = Whole(
        _nouns(Article, records),
        tuple(_text(record.get("added")) for record in records),
        _nouns(Revision, data.get("revisions")),
        _nouns(Outlet, data.get("outlets")),
        _nouns(Tag, data.get("tags")),
        _nouns(Annotation, data.get("annotations")),
        _settings(data.get("settings")),
    )
    _require_single(article.id for article in whole.articles)
    _require_single(tag.id for tag in whole.tags)
    _require_single(annotation.id for annotation in whole.annotations)
    _require_revisions(whole)
    selectors = [one for each in whole.annotations for one in each.target.selectors]
    if not all(0 <= selector.confidence <= 1 for selector in selectors):
        raise ValueError(data["annotations"])
    return whole


def _plain(noun: Article | Revision | Outlet | Tag | Annotation) -> dict[str, Any]:
    found: dict[str, Any] = as_plain(noun)  # type: ignore[assignment]
    return found


def _records(data: object) -> list[dict[str, object]]:
    if not isinstance(data, list) or not all(isinstance(each, dict) for each in data):
        raise ValueError(data)
    return data


def _nouns(kind: type, data: object) -> tuple[Any, ...]:
    return tuple(from_plain(kind, record) for record in _records(data))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _settings(data: object) -> tuple[tuple[str, str], ...]:
    if not isinstance(data, dict):
        raise ValueError(data)
    return tuple((key, _text(value)) for key, value in data.items())


def _require_single(ids: Iterable[str]) -> None:
    """Raise ValueError where two things have the same id, or one has none."""
    met = {""}
    for id_ in ids:
        if id_ in met:
            raise ValueError(id_)
        met.add(id_)


def _require_revisions(whole: Whole) -> None:
    """Raise ValueError where the earlier texts of an article are not as many as it says."""
    numbers: dict[str, list[int]] = defaultdict(list)
    for revision in whole.revisions:
        numbers[revision.article.id].append(revision.article.revision)
    for article in whole.articles:
        found = sorted(numbers.pop(article.id, []))
        if found != list(range(len(found))) or len(found) != article.revision:
            raise ValueError(article.id)
    if numbers:
        raise ValueError(sorted(numbers))
