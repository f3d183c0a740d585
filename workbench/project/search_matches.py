"""SearchMatches: what the parts of a query find, and what is found by all of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from workbench.model import AllOf, AnyOf, Dated, Field, Near, NoneOf, Phrase
from workbench.project.search_parts import field_of, grouped, parts_of, prepared
from workbench.store.search import (
    annotation_authors,
    annotations_by,
    annotations_tagged,
    expression,
    find_words,
    homes_of,
)
from workbench.text.language import as_tag
from workbench.text.searchable import Searched

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence

    from workbench.model import Article, Condition
    from workbench.project.search_index import SearchIndex
    from workbench.store.search import Homes

PORTION = 5_000
"""Annotations whose articles are read at a time: a few milliseconds."""

Scores = dict[str, float]
"""What was found, by its id, with how well it fits; more is better."""

_OF_ANNOTATIONS = (Field.MEMO, Field.TAG, Field.AUTHOR)


@dataclass(slots=True)
class Matches:
    """What a part of a query finds."""

    articles: Scores = field(default_factory=dict)
    annotations: Scores = field(default_factory=dict)


class SearchMatches:
    """What a query finds among the articles and among the annotations of a project.

    An article is found by its text, headline and byline, an annotation by its memo and tags. What
    a field says of the one holds of the other as well: `outlet:` of the annotations on its
    articles, `memo:` of the articles that it is about. An annotation is never found by what is
    said of its article alone.
    """

    def __init__(self, index: SearchIndex, condition: Condition) -> None:
        self._index = index
        self._contents = index.contents
        self._condition = grouped(condition)
        self._matches: dict[Condition, Matches] = {}
        self.homes: Homes = {}

    def gathering(self) -> Iterator[None]:
        """Find what each part of the query finds, in portions."""
        for part in dict.fromkeys(parts_of(self._condition)):
            self._matches[part] = yield from self._found(part)
        found = {id_ for matches in self._matches.values() for id_ in matches.annotations}
        rest = iter(sorted(found))
        while portion := tuple(islice(rest, PORTION)):
            self.homes |= homes_of(self._contents.file, portion)
            yield
        self._share()

    def articles(self) -> Scores:
        """Return the articles that are found."""
        everything = [article.id for article in self._contents.articles()]
        return self._scores(self._condition, lambda matches: matches.articles, everything)

    def annotations(self) -> Scores:
        """Return the annotations that are found."""
        own = self._own(self._condition)
        return {id_: score for id_, score in self._holding(self._condition).items() if id_ in own}

    def _share(self) -> None:
        """Let what a field says of the articles hold of their annotations, and the reverse."""
        for part, matches in self._matches.items():
            if field_of(part) in _OF_ANNOTATIONS:
                homes = (home for id_ in matches.annotations for home in self.homes[id_])
                matches.articles = dict.fromkeys(filter(None, homes), 0.0)
            elif field_of(part) is not Field.ANYWHERE:
                there = matches.articles.keys()
                on_these = (id_ for id_ in self.homes if not there.isdisjoint(self.homes[id_]))
                matches.annotations = dict.fromkeys(on_these, 0.0)

    def _holding(self, condition: Condition) -> Scores:
        """Return the annotations that a condition holds of, among all that a part has found."""
        return self._scores(condition, lambda matches: matches.annotations, self.homes)

    def _own(self, condition: Condition) -> frozenset[str]:
        """Return the annotations that a condition holds of by something of their own."""
        if condition in self._matches:
            is_own = field_of(condition) in (Field.ANYWHERE, *_OF_ANNOTATIONS)
            return frozenset(self._matches[condition].annotations if is_own else ())
        parts = condition.parts if isinstance(condition, AllOf | AnyOf) else ()
        own = frozenset[str]().union(*(self._own(part) for part in parts))
        return own.intersection(self._holding(condition)) if isinstance(condition, AllOf) else own

    def _scores(
        self, condition: Condition, of: Callable[[Matches], Scores], everything: Iterable[str]
    ) -> Scores:
        if condition in self._matches:
            return of(self._matches[condition])
        if isinstance(condition, NoneOf):
            absent = self._scores(condition.part, of, everything)
            return {id_: 0.0 for id_ in everything if id_ not in absent}
        parts = condition.parts if isinstance(condition, AllOf | AnyOf) else ()
        scores = [self._scores(part, of, everything) for part in parts]
        return _all(scores) if isinstance(condition, AllOf) else _any(scores)

    def _found(self, part: Condition) -> Generator[None, None, Matches]:
        if isinstance(part, Dated):
            return self._of_articles(lambda article: _is_dated(article.published, part))
        sought = expression(prepared(part))
        if sought is None and isinstance(part, Phrase | Near):
            return self._named(part)
        return (yield from self._having(sought or ""))

    def _having(self, sought: str) -> Generator[None, None, Matches]:
        matches = Matches()
        for rows in find_words(self._index.kept, sought):
            for article, annotation, score in rows:
                if annotation:
                    matches.annotations[annotation] = score
                else:
                    matches.articles[article] = score
            yield
        return matches

    def _named(self, part: Phrase | Near) -> Matches:
        """Return what has such an outlet, language, author, or tag or one below it."""
        contents = self._contents
        match field_of(part):
            case Field.OUTLET:
                names = {article.outlet for article in contents.articles()}
                fitting = {name for name in names if _fits(name, part)}
                return self._of_articles(lambda article: article.outlet in fitting)
            case Field.LANGUAGE:
                return self._of_articles(lambda article: _speaks(article.language, part))
            case Field.AUTHOR:
                authors = [name for name in annotation_authors(contents.file) if _fits(name, part)]
                found = annotations_by(contents.file, authors)
            case _:
                codebook = contents.codebook()
                tags = [tag for tag in codebook.tags if _fits(tag.name, part)]
                below = {one.id for tag in tags for one in (tag, *codebook.branch(tag.id))}
                found = annotations_tagged(contents.file, sorted(below))
        return Matches(annotations=dict.fromkeys(found, 0.0))

    def _of_articles(self, fits: Callable[[Article], bool]) -> Matches:
        return Matches({one.id: 0.0 for one in self._contents.articles() if fits(one)})


def _all(parts: Sequence[Scores]) -> Scores:
    first, *others = sorted(parts, key=len)
    return {
        id_: score + sum(other[id_] for other in others)
        for id_, score in first.items()
        if all(id_ in other for other in others)
    }


def _any(parts: Sequence[Scores]) -> Scores:
    found: Scores = {}
    for part in parts:
        for id_, score in part.items():
            found[id_] = found.get(id_, 0.0) + score
    return found


def _fits(name: str, sought: Phrase | Near) -> bool:
    return bool(Searched(name).places([sought]))


def _is_dated(published: str, sought: Dated) -> bool:
    if sought.field is Field.AFTER:
        return published >= sought.day
    return "" < published < sought.day


def _speaks(language: str, sought: Phrase | Near) -> bool:
    """Tell whether a language is the one sought, by its tag or its name, whatever the region."""
    if isinstance(sought, Near):
        return False
    spoken, tag = language.lower(), (as_tag(sought.text) or sought.text).lower()
    is_such = spoken == tag or spoken.startswith(f"{tag}-")
    return is_such or (sought.is_beginning and spoken.startswith(tag))
