"""Web records: annotations in JSON, of the W3C or of Hypothesis, as plain values."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.formats import web_terms as term
from workbench.formats.web_json import (
    REPLACED,
    number_of,
    record_of,
    records_of,
    resources_of,
    text_of,
    texts_of,
)
from workbench.model import Placing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from workbench.formats.web_json import Record

MAX_REFINED = 8
"""How often a selector is refined by another before the rest is left: two or three are usual."""

_ACCOUNT = "acct:"
_TAGGING = frozenset(("tagging", "classifying", "identifying"))


@dataclass(frozen=True, slots=True)
class WebSource:
    """What a file says of the article that it speaks of; the SHA-256 is that of its text."""

    address: str = ""
    sha256: str = ""
    article: str = ""
    headlines: tuple[str, ...] = ()
    outlet: str = ""
    published: str = ""

    @property
    def name(self) -> str:
        """What a reader knows it by."""
        names = (*self.headlines, self.outlet, self.article, self.address)
        return next(filter(None, names), "")


@dataclass(frozen=True, slots=True)
class WebEarlier:
    """Where words stood in an earlier text of an article, in code points, as our own files say."""

    revision: int
    start: int
    end: int
    placing: Placing

    def words(self, words: WebWords) -> WebWords:
        """Return the words with the place that they had."""
        return replace(words, start=self.start, end=self.end)


@dataclass(frozen=True, slots=True)
class WebWords:
    """Some words, or all of an article where `is_whole`, as a file points at them.

    Start and end are in the unit of the file, None where it gives none; `selector` is the kind of
    the first selector.
    """

    source: WebSource
    is_whole: bool = False
    quote: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    selector: str = ""
    confidence: float = 1.0
    earlier: WebEarlier | None = None


@dataclass(frozen=True, slots=True)
class WebRecord:
    """One annotation as a file has it: its targets, at least one, and what they are linked with.

    `tags` are ids, empty where the file has none, and names. `is_pair` where the program that
    wrote it has found it, `is_reply` where it answers another one; `unknown` counts the bodies
    that are neither words, tags nor links.
    """

    id: str
    targets: tuple[WebWords, ...] = ()
    linked: tuple[WebWords, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    memo: str = ""
    author: str = ""
    created: str = ""
    changed: str = ""
    is_project: bool = False
    is_pair: bool = False
    is_reply: bool = False
    unknown: int = 0


def web_record(told: Mapping[str, object]) -> WebRecord:
    """Return an annotation of the W3C or of Hypothesis; what is not as it should be is left out."""
    bodies = _bodies(told)
    tags = [body for body in bodies if _is_tag(body)]
    links = [body for body in bodies if "source" in body and "selector" in body]
    texts = [body for body in bodies if "value" in body and body not in tags]
    source = _outer(told)
    targets = resources_of(told, "target") or [{"id": source.address}]
    created = next(
        filter(None, (term.utc(text_of(each, "created")) for each in (told, *bodies))), ""
    )
    changed = term.utc(text_of(told, "modified") or text_of(told, "updated"))
    return WebRecord(
        text_of(told, "id"),
        tuple(_words(each, source) for each in targets),
        tuple(_words(each, source) for each in links),
        tuple(map(_tag, tags)),
        "\n\n".join(value for body in texts if (value := text_of(body, "value"))),
        next(filter(None, map(_author, (told, *bodies))), ""),
        created,
        changed or created,
        is_project=any(text_of(each, "type") == term.PROJECT for each in targets),
        is_pair=any(term.SIMILARITY in body for body in bodies),
        is_reply=bool(told.get("references")),
        unknown=len(bodies) - len(tags) - len(links) - len(texts),
    )


def _bodies(told: Mapping[str, object]) -> list[Record]:
    """Return the bodies, each with its purpose; texts and tags of Hypothesis become bodies."""
    found = resources_of(told, "body")
    found += [{"value": value} for name in ("bodyValue", "text") if (value := text_of(told, name))]
    purposes = texts_of(told, "motivation")
    purposed = [{"purpose": list(purposes)} | body for body in found]
    return purposed + [{"purpose": "tagging", "value": tag} for tag in texts_of(told, "tags")]


def _is_tag(body: Record) -> bool:
    return bool(_TAGGING.intersection(texts_of(body, "purpose")) and _tag(body)[1])


def _tag(body: Record) -> tuple[str, str]:
    """Return the id and the name of a tag, which may be a word or a thing on the web."""
    iri = text_of(record_of(body, term.TAG), "id")
    thing = record_of(body, "source")
    names = (
        text_of(body, "value"),
        text_of(body, "label"),
        text_of(thing, "label"),
        text_of(thing, "id"),
        text_of(body, "source"),
        text_of(body, "id"),
    )
    return term.id_of(iri) if iri else "", next(filter(None, names), "")


def _author(told: Mapping[str, object]) -> str:
    """Return who has made an annotation, or a body: a name, an account, an address."""
    agent = next(iter(resources_of(told, "creator")), {})
    shown = text_of(record_of(told, "user_info"), "display_name")
    account = text_of(told, "user").removeprefix(_ACCOUNT)
    named = (text_of(agent, name) for name in ("name", "nickname", "email", "id"))
    return next(filter(None, (shown, account, *named)), "")


def _outer(told: Mapping[str, object]) -> WebSource:
    """Return the page that Hypothesis names beside the target."""
    titles = texts_of(record_of(told, "document"), "title")
    return WebSource(text_of(told, "uri"), headlines=titles)


def _words(told: Record, outer: WebSource) -> WebWords:
    """Return what a target points at; programs may cut a character in two at a context's end."""
    selectors = records_of(told, "selector")
    words = WebWords(_source(told, outer), is_whole=not told.get("selector"))
    if not selectors:
        return words
    quote = next((each for each in _refined(selectors) if "exact" in each), {})
    place = next((each for each in selectors if _is_position(each)), {})
    confidence = told.get(term.CONFIDENCE)
    return replace(
        words,
        quote=text_of(quote, "exact"),
        prefix=text_of(quote, "prefix").lstrip(REPLACED),
        suffix=text_of(quote, "suffix").rstrip(REPLACED),
        start=number_of(place, "start"),
        end=number_of(place, "end"),
        selector=text_of(selectors[0], "type"),
        confidence=confidence if isinstance(confidence, float) and 0 <= confidence <= 1 else 1.0,
        earlier=_earlier(told),
    )


def _refined(selectors: list[Record]) -> Iterator[Record]:
    """Yield selectors, and then those that say more precisely what is meant within them."""
    level = selectors
    for _ in range(MAX_REFINED):
        yield from level
        level = [each for one in level for each in records_of(one, "refinedBy")]


def _is_position(selector: Record) -> bool:
    return text_of(selector, "type") == "TextPositionSelector"


def _source(told: Record, outer: WebSource) -> WebSource:
    """Return what a target says of its article: in its source, or itself where that is all."""
    itself = {} if "selector" in told else told  # its own id is then that of the words
    about = next(iter(resources_of(told, "source")), itself)
    address = text_of(about, "id")
    if not address:
        return outer
    is_page = address == outer.address
    return WebSource(
        address,
        text_of(about, term.SHA256),
        text_of(about, term.ARTICLE),
        outer.headlines if is_page else texts_of(about, term.HEADLINE),
        text_of(about, term.PUBLISHER),
        text_of(about, term.PUBLISHED),
    )


def _earlier(told: Record) -> WebEarlier | None:
    about = record_of(told, term.EARLIER)
    start, end = number_of(about, term.START), number_of(about, term.END)
    if start is None or end is None:
        return None
    is_kept = text_of(told, term.PLACING) == Placing.KEPT
    revision = number_of(about, term.REVISION) or 0
    return WebEarlier(revision, start, end, Placing.KEPT if is_kept else Placing.DOUBTFUL)
