"""Web Annotation: annotations and pairs as JSON-LD of the W3C, for other programs and the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats import web_terms as term
from workbench.formats.to_json import to_json, to_json_line
from workbench.model import Placing, TargetKind, select, silent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workbench.model import (
        Annotation,
        Article,
        Codebook,
        Dossier,
        PassagePair,
        Report,
        Selector,
        Tag,
    )

REPORTED = 500
"""Annotations between two reports of how many are told: some hundredths of a second."""

_Record = dict[str, object]


def web_annotations(dossier: Dossier, report: Report = silent) -> str:
    """Return an AnnotationCollection with one page of all annotations and then all pairs.

    Positions are code points. Words that wait for review, or are left with an old text, have no
    position in the article as it is now, so that they are told by their quote alone. Of an
    annotation of several passages the first is the target and the others are bodies that it is
    linked with, for the W3C would take each of several targets by itself; a pair likewise links
    its second passage with its first. Raises Cancelled.
    """
    return _Writer(dossier).written(report)


class _Writer:
    """One collection on its way out, and what is known of its articles."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        articles = (*dossier.comparison.articles, *dossier.articles)
        self._articles = {article.id: article for article in articles}
        self._sources = {id_: _source(article) for id_, article in self._articles.items()}
        known = [str(source[term.SHA256]) for source in self._sources.values()]
        self._id = term.iri_of(term.made_id("project", *known), "project")
        self._page = term.iri_of(term.made_id("page", *known), "page")

    def written(self, report: Report) -> str:
        """Return the collection, a line for each annotation."""
        head = to_json(self._collection()).removesuffix("}\n")
        page = {"id": self._page, "type": "AnnotationPage", "partOf": self._id, "startIndex": 0}
        opening = to_json_line(page).removesuffix("}\n")
        items = ",\n  ".join(self._lines(report))
        return f'{head},\n "first": {opening}, "items": [\n  {items}\n ]}}}}\n'

    def _collection(self) -> _Record:
        dossier = self._dossier
        told: _Record = {
            "@context": term.CONTEXT,
            "id": self._id,
            "type": "AnnotationCollection",
            "label": dossier.title,
            "modified": term.zulu(dossier.made),
            "generator": _generator(dossier),
            term.CODEBOOK: [_concept(tag, dossier.codebook) for tag in dossier.codebook.branch()],
        }
        total = len(dossier.annotations) + len(dossier.comparison.pairs)
        return _known(told) | {"total": total, "last": self._page}

    def _lines(self, report: Report) -> Iterator[str]:
        total = len(self._dossier.annotations) + len(self._dossier.comparison.pairs)
        for done, record in enumerate(self._records()):
            if done % REPORTED == 0:
                report(done, total)
            yield to_json_line(record).rstrip("\n")
        report(total, total)

    def _records(self) -> Iterator[_Record]:
        for annotation in self._dossier.annotations:
            yield self._annotation(annotation)
        clusters = {
            pair: each.id for each in self._dossier.comparison.clusters for pair in each.pairs
        }
        for pair in self._dossier.comparison.pairs:
            yield self._pair(pair, clusters.get(pair.id, ""))

    def _annotation(self, annotation: Annotation) -> _Record:
        linked = [
            {"purpose": "linking"} | self._specific(one) for one in annotation.target.selectors[1:]
        ]
        memo = [_textual("commenting", annotation.memo)] if self._has_memo(annotation) else []
        told: _Record = {
            "id": term.iri_of(annotation.id, "annotation"),
            "type": "Annotation",
            "motivation": self._motivation(annotation),
            "creator": {"type": "Person", "name": annotation.author} if annotation.author else "",
            "created": term.zulu(annotation.created),
            "modified": term.zulu(annotation.changed),
            "body": [*map(self._tag, annotation.tags), *memo, *linked],
            "target": self._target(annotation),
        }
        return _known(told)

    def _motivation(self, annotation: Annotation) -> str:
        if annotation.target.kind is TargetKind.PASSAGES:
            return "linking"
        if self._has_memo(annotation):
            return "commenting"
        return "tagging" if annotation.tags else "highlighting"

    def _has_memo(self, annotation: Annotation) -> bool:
        return bool(annotation.memo) and self._dossier.outgoing.has_memos

    def _target(self, annotation: Annotation) -> _Record:
        target = annotation.target
        if target.selectors:
            return self._specific(target.selectors[0])
        if target.article:
            return {"type": "Text"} | self._source(target.article)
        return {"id": self._id, "type": term.PROJECT}

    def _tag(self, id_: str) -> _Record:
        codebook = self._dossier.codebook
        path = [tag.name for tag in codebook.path(id_)] if id_ in codebook.by_id else [id_]
        about: _Record = {term.TAG: {"id": term.iri_of(id_, "tag")}, term.PATH: path}
        return _textual("tagging", path[-1]) | about

    def _pair(self, pair: PassagePair, cluster: str) -> _Record:
        sides = []
        for passage in (pair.a, pair.b):
            text = self._articles[passage.article].text
            sides.append(self._specific(select(passage.article, text, passage.span)))
        told: _Record = {
            "id": term.iri_of(
                term.made_id("pair", self._id, pair.kind, f"{pair.a} {pair.b}"), "pair"
            ),
            "type": "Annotation",
            "motivation": "linking",
            "body": [
                {"purpose": "linking"} | sides[0],
                _textual("classifying", pair.kind) | {term.SIMILARITY: pair.similarity},
            ],
            "target": sides[1],
        }
        if cluster:
            id_ = term.made_id("cluster", self._id, cluster)
            told[term.CLUSTER] = {"id": term.iri_of(id_, "cluster")}
        return told

    def _specific(self, selector: Selector) -> _Record:
        """Return some words of an article, and their position if it is one in the present text."""
        quote: _Record = {"type": "TextQuoteSelector", "exact": selector.quote}
        quote |= _known({"prefix": selector.prefix, "suffix": selector.suffix})
        told: _Record = {"type": "SpecificResource", "source": self._source(selector.article)}
        if selector.confidence != 1:
            told[term.CONFIDENCE] = selector.confidence
        if selector.placing is Placing.PLACED:
            start, end = selector.span.start, selector.span.end
            position = {"type": "TextPositionSelector", "start": start, "end": end}
            return told | {"selector": [quote, position]}
        return told | {
            "selector": [quote],
            term.PLACING: selector.placing.value,
            term.EARLIER: {
                term.REVISION: selector.revision,
                term.START: selector.span.start,
                term.END: selector.span.end,
            },
        }

    def _source(self, article: str) -> _Record:
        """Return what is known of an article that may not go out itself."""
        known = self._sources.get(article)
        return known or {"id": term.iri_of(article, "article"), term.ARTICLE: article}


def _source(article: Article) -> _Record:
    """Return an article by its address, with all by which it can be found again."""
    told: _Record = {
        "id": term.web_address(article.url) or f"urn:sha256:{article.sha256}",
        term.HEADLINE: article.headline,
        term.PUBLISHER: article.outlet,
        term.AUTHOR: article.byline,
        term.PUBLISHED: article.published,
        term.ARTICLE: article.id,
        term.SHA256: article.sha256,
    }
    return _known(told)


def _generator(dossier: Dossier) -> _Record:
    name = dossier.methods.program if dossier.methods else "Crossread"
    return {"type": "Software", "name": name}


def _concept(tag: Tag, codebook: Codebook) -> _Record:
    above = codebook.path(tag.id)[:-1]
    told: _Record = {
        "id": term.iri_of(tag.id, "tag"),
        "type": "skos:Concept",
        term.LABEL: tag.name,
        term.BROADER: {"id": term.iri_of(above[-1].id, "tag")} if above else "",
        term.DEFINITION: tag.definition,
        term.EXAMPLE: tag.examples,
        term.COLOUR: tag.colour,
        term.KEY: tag.key,
    }
    return _known(told) | {term.PLACE: tag.place}


def _textual(purpose: str, value: str) -> _Record:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value}


def _known(told: _Record) -> _Record:
    """Return a record without what is not known: empty words, empty lists."""
    return {key: value for key, value in told.items() if value not in ("", [])}
