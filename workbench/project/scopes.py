"""Scopes: which articles, annotations, places and clusters of a project go out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from workbench.model import InputError, InputProblem, Passage, Placing, Scope
from workbench.project.excerpts import in_sentences

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

    from workbench.model import Annotation, Article, Cluster, Comparison, Outgoing, Span
    from workbench.project.project import Project


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a scope comes to.

    `articles` are ids; `places` are words that go out whether or not they are annotated.
    """

    articles: frozenset[str]
    annotations: tuple[Annotation, ...]
    places: tuple[Passage, ...] = ()


def choose(project: Project, outgoing: Outgoing, compared: Callable[[], Comparison]) -> Chosen:
    """Return what the scope of `outgoing` comes to; `compared` is asked where it needs clusters.

    - PROJECT: everything.
    - ARTICLES: these articles with all that is said of them or of words in them.
    - TAGS: the annotations with these tags or any below them, and the articles they speak of.
    - ANNOTATIONS: these annotations, those that there are, and the articles they speak of.
    - PASSAGES: each passage of these clusters, and the annotated words within them.
    - SEARCH: what is found. Of an article found by its words, the sentences that have them and all
      that is annotated in it; of one found by what is said of it, these annotations alone.
    - WORDS: these words, annotated or not, with what is said of just them.

    Raises InputError where it names what is not there, QueryError where a query is not whole.
    """
    match outgoing.scope:
        case Scope.ARTICLES:
            return _articles(project, outgoing.ids)
        case Scope.TAGS | Scope.ANNOTATIONS:
            return _annotated(_marked(project, outgoing))
        case Scope.PASSAGES:
            return _passages(project, outgoing.ids, compared())
        case Scope.SEARCH:
            return _found(project, outgoing.search)
        case Scope.WORDS:
            return _words(project, outgoing.words)
        case _:
            everything = frozenset(article.id for article in project.articles())
            return Chosen(everything, tuple(chain(*project.reading_annotations())))


def _articles(project: Project, ids: Iterable[str]) -> Chosen:
    chosen = frozenset(ids)
    for id_ in sorted(chosen.difference(article.id for article in project.articles())):
        raise InputError(InputProblem.UNKNOWN_ID, id_)
    return Chosen(chosen, project.annotations_of(sorted(chosen)))


def _marked(project: Project, outgoing: Outgoing) -> tuple[Annotation, ...]:
    ids, codebook = outgoing.ids, project.codebook()
    if outgoing.scope is Scope.ANNOTATIONS:
        return project.annotations(ids)
    for id_ in ids:
        if id_ not in codebook.by_id:
            raise InputError(InputProblem.UNKNOWN_TAG, id_)
    below = {tag.id for id_ in ids for tag in codebook.branch(id_)}
    return project.annotations_with(sorted(below.union(ids)))


def _annotated(annotations: tuple[Annotation, ...]) -> Chosen:
    named = frozenset(id_ for each in annotations for id_ in each.target.articles)
    return Chosen(named, annotations)


def _passages(project: Project, ids: Sequence[str], comparison: Comparison) -> Chosen:
    clusters = {cluster.id: cluster for cluster in comparison.clusters}
    for id_ in ids:
        if id_ not in clusters:
            raise InputError(InputProblem.UNKNOWN_PASSAGE, id_.removeprefix("c"))
    places = tuple(passage for id_ in ids for passage in clusters[id_].passages)
    spans: dict[str, list[Span]] = defaultdict(list)
    for place in places:
        spans[place.article].append(place.span)

    def is_within(here: Passage) -> bool:
        return any(span.contains(here.span) for span in spans[here.article])

    return Chosen(frozenset(spans), _speaking(project, tuple(spans), is_within), places)


def _words(project: Project, words: tuple[Passage, ...]) -> Chosen:
    articles = {article.id: article for article in project.articles()}
    for place in words:
        if place.article not in articles:
            raise InputError(InputProblem.UNKNOWN_ID, place.article)
        article = articles[place.article]
        if not place.span.of(article.text) or place.span.end > len(article.text):
            raise InputError(InputProblem.WRONG_PLACE, article.headline or article.id)
    named = frozenset(place.article for place in words)
    annotations = _speaking(project, named, frozenset(words).__contains__)
    return Chosen(named, annotations, words)


def _speaking(
    project: Project, articles: Collection[str], fits: Callable[[Passage], bool]
) -> tuple[Annotation, ...]:
    """Return the annotations of which any words stand at a place that fits."""
    return tuple(
        annotation
        for annotation in project.annotations_of(sorted(articles))
        if any(
            selector.placing is Placing.PLACED and fits(Passage(selector.article, selector.span))
            for selector in annotation.target.selectors
        )
    )


def _found(project: Project, query: str) -> Chosen:
    from workbench.project.searching import looking, places_in
    from workbench.project.stepping import result_of
    from workbench.text.query import parse

    index = project.index
    condition = parse(query)
    for _ in index.filling():
        pass
    found = result_of(looking(index, condition))
    articles = {article.id: article for article in project.articles()}
    hits = {id_: places_in(index, found, id_) for id_ in found.articles if id_ in articles}
    places = [place for id_, spans in hits.items() for place in _sentences(articles[id_], spans)]
    as_such = [id_ for id_ in found.texts if hits[id_] or id_ not in found.annotations]
    known = project.annotations_of(sorted(as_such))
    others = project.annotations(chain(*found.annotations.values()))
    by_id = {each.id: each for each in (*known, *others)}
    annotations = sorted(by_id.values(), key=lambda each: (each.created, each.id))
    return Chosen(frozenset(hits), tuple(annotations), tuple(dict.fromkeys(places)))


def _sentences(article: Article, places: Sequence[Span]) -> Iterator[Passage]:
    """Yield the sentences that words of an article stand in."""
    from workbench.text.paragraphs import numbered_sentences

    sentences = [sentence for _, sentence in numbered_sentences(article.text)]
    for place in places:
        yield Passage(article.id, in_sentences(place, sentences))


def clusters_at(places: Iterable[Passage], clusters: Iterable[Cluster]) -> dict[Passage, list[str]]:
    """Return the ids of the clusters that have any of some words, the one with most of them first.

    Words that stand in none are left out.
    """
    by_article: dict[str, list[tuple[Span, str]]] = {}
    for cluster in clusters:
        for passage in cluster.passages:
            by_article.setdefault(passage.article, []).append((passage.span, cluster.id))
    found = {}
    for place in places:
        shared = {
            id_: span.shared(place.span)
            for span, id_ in by_article.get(place.article, ())
            if span.shared(place.span)
        }
        if shared:
            found[place] = sorted(shared, key=lambda id_: -shared[id_])
    return found
