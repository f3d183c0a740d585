"""Exchange articles: the texts in another program's file, joined with those of a project."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.model import Exchange, Loss, LossReason, Placing, silent
from workbench.project.duplicates import text_key
from workbench.project.importing import next_number
from workbench.project.languages import with_language
from workbench.store.articles import storable_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.model import Annotation, Article, Report, Selector


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file brings, in the terms of a project; `known` are its articles that the file has."""

    exchange: Exchange
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """An article of the project: as it is, and with the text that the file has of it."""

    present: Article
    told: Article


def join_articles(
    exchange: Exchange, articles: Sequence[Article], report: Report = silent
) -> Incoming:
    """Return what a file brings once its texts that a project has are articles of the project.

    `articles` are those of the project, also as they were before they were revised. A text is
    known where an article has it, white space aside, unless both say that another outlet has
    published it. Annotations on it follow their words; of those on an earlier text the doubtful
    ones wait for review, others that are not found stay behind. New articles get ids that go on
    counting.
    """
    present: dict[str, Article] = {}
    for article in articles:
        other = present.get(article.id)
        if other is None or other.revision < article.revision:
            present[article.id] = article
    texts: dict[bytes, list[Article]] = {}
    for article in articles:
        texts.setdefault(text_key(article.text), []).append(article)
    joining = _Joining(exchange.articles)
    number = next_number(tuple(present.values()))
    for done, article in enumerate(exchange.articles):
        report(done, len(exchange.articles))
        found = _found(article, texts.get(text_key(article.text), ()))
        if found is None:
            joining.add(article, f"a{number}")
            number += 1
        else:
            joining.known[article.id] = _Known(present[found.id], found)
    return joining.incoming(exchange)


def _found(article: Article, candidates: Iterable[Article]) -> Article | None:
    """Return the article of the project that one in a file is: the most alike of its text."""
    likely = [
        one
        for one in candidates
        if not (one.outlet and article.outlet and one.outlet != article.outlet)
    ]

    def likeness(one: Article) -> tuple[bool, int, bool, bool]:
        is_headed = one.headline == article.headline
        return (one.text == article.text, one.revision, one.outlet == article.outlet, is_headed)

    return max(likely, key=likeness, default=None)


class _Joining:
    """The articles of a file, by the ids that they have there."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._told = {article.id: article for article in articles}
        self.known: dict[str, _Known] = {}
        self._new: dict[str, Article] = {}
        self._losses: list[Loss] = []

    def add(self, article: Article, id_: str) -> None:
        """Take an article that the project has not."""
        self._new[article.id] = with_language(storable_article(replace(article, id=id_)))

    def incoming(self, exchange: Exchange) -> Incoming:
        """Return the exchange with the ids of the project."""
        annotations = tuple(filter(None, map(self._annotation, exchange.annotations)))
        known = dict.fromkeys(one.present.id for one in self.known.values())
        return Incoming(
            replace(
                exchange,
                articles=tuple(self._new.values()),
                annotations=annotations,
                losses=(*exchange.losses, *self._losses),
            ),
            tuple(known),
        )

    def _annotation(self, annotation: Annotation) -> Annotation | None:
        target = annotation.target
        selectors = tuple(self._selectors(target.selectors))
        if target.selectors and not selectors:
            return None
        article = self._id(target.article)
        return replace(annotation, target=replace(target, selectors=selectors, article=article))

    def _id(self, id_: str) -> str:
        if id_ in self._new:
            return self._new[id_].id
        return self.known[id_].present.id if id_ in self.known else id_

    def _selectors(self, selectors: Iterable[Selector]) -> Iterator[Selector]:
        for selector in selectors:
            known = self.known.get(selector.article)
            if known is None:
                yield replace(selector, article=self._id(selector.article))
            elif (found := self._carried(selector, known)) is not None:
                yield found
            else:
                where = known.present.headline
                self._losses.append(Loss(selector.quote, where, LossReason.NOT_FOUND))

    def _carried(self, selector: Selector, known: _Known) -> Selector | None:
        """Return the selector in the text that the project has, None where it has no place there.

        One that speaks of an earlier text of the project may wait for review.
        """
        present, told = known.present, self._told[selector.article].text
        own = replace(selector, article=present.id, revision=present.revision)
        if present.text == told:
            return own
        from workbench.text.anchor import carry

        (found,) = carry((own,), told, present.text, present.revision)
        if found.placing is Placing.PLACED:
            return found
        is_earlier = known.told.text == told
        return replace(found, revision=known.told.revision) if is_earlier else None
