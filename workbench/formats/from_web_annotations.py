"""Web Annotation files: annotations of ours, of Hypothesis, Recogito and other programs."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from workbench.formats.recogito import as_web_annotation
from workbench.formats.web_json import web_file
from workbench.formats.web_places import Placer
from workbench.formats.web_records import web_record
from workbench.formats.web_sources import WebArticles
from workbench.formats.web_terms import id_of, made_id
from workbench.formats.web_units import unit_of
from workbench.model import Annotation, Exchange, Loss, LossReason, Tag, Target, silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.formats.web_records import WebRecord, WebWords
    from workbench.model import Article, Codebook, Report, Selector

HEAD_BYTES = 65_536
"""How much of a file `is_web_annotations` should be shown: a first annotation with a long memo."""

REPORTED = 50
"""Annotations between two reports of how many are found: half a second where none is in place."""

_HEAD = re.compile(
    rb'(?<!\\)"(?:'
    rb'@context"\s*:\s*(?:\[[^\[\]]*)?"https?://www\.w3\.org/ns/anno\.jsonld"'
    rb'|type"\s*:\s*(?:\[\s*)?"(?:Annotation(?:Collection|Page)?|Text(?:Quote|Position)Selector)"'
    rb'|user"\s*:\s*"acct:|export_userid"\s*:|target"\s*:\s*\{\s*"annotation"\s*:)'
)
_BEGINNING = re.compile(rb"(?:\xef\xbb\xbf)?\s*[\[{]")
_PICTURES = frozenset(("SvgSelector", "ShapeSelector", "MediaTimeSelector"))


def is_web_annotations(head: bytes) -> bool:
    """Tell whether a file that begins so holds annotations of the W3C's kind, or of Hypothesis."""
    return bool(_BEGINNING.match(head) and _HEAD.search(head))


def read_web_annotations(
    data: bytes,
    articles: Sequence[Article],
    codebook: Codebook,
    path: str = "",
    report: Report = silent,
) -> Exchange:
    """Return the annotations and tags in a file, and what of it finds no place in a project.

    `articles` are those of the project, also as they were before they were revised: words that
    were left with an earlier text, or marked in one, are only found with it. Where a file counts
    UTF-16 units its positions become code points. Each of several targets is an annotation of its
    own, as the W3C has it. A tag without an id is the one of that name in the codebook, or a new
    one. Pairs that a comparison has found are left behind: a project finds them again.

    Raises FileError where it holds no annotations, or more than can be read, and Cancelled.
    """
    file = web_file(path, data)
    reading = _Reading(articles, codebook, file.tags)
    if file.absent:
        reading.lose("annotations", "", LossReason.DAMAGED, file.absent)
    return reading.exchange([web_record(as_web_annotation(each)) for each in file.records], report)


class _Reading:
    """One file on its way in: what has come so far, and what has not."""

    def __init__(
        self, articles: Sequence[Article], codebook: Codebook, tags: Iterable[Tag]
    ) -> None:
        self._articles = WebArticles(articles)
        self._codebook = codebook
        self._tags = {tag.id: tag for tag in tags}
        self._named = {tag.name.casefold(): tag.id for tag in self._tags.values()}
        self._met: set[str] = set()
        self._losses: Counter[tuple[str, str, LossReason]] = Counter()

    def lose(self, what: str, where: str, reason: LossReason, count: int = 1) -> None:
        """Note what does not come in."""
        self._losses[what, where, reason] += count

    def exchange(self, records: Sequence[WebRecord], report: Report) -> Exchange:
        """Return what comes of all annotations of a file."""
        told = [words for each in records for words in (*each.targets, *each.linked)]
        self._articles.match(told)
        known = [(self._articles.found(words.source), words) for words in told]
        measured = ((self._articles.measure(one), words) for one, words in known if one)
        placer = Placer(self._articles, unit_of(measured))
        annotations: list[Annotation] = []
        for done, record in enumerate(records):
            if done % REPORTED == 0:
                report(done, len(records))
            annotations += self._annotations(record, placer)
        report(len(records), len(records))
        losses = (Loss(*key, count) for key, count in self._losses.items())
        return Exchange((), (), tuple(self._tags.values()), tuple(annotations), tuple(losses))

    def _annotations(self, record: WebRecord, placer: Placer) -> Iterator[Annotation]:
        where = record.targets[0].source.name
        if record.is_pair:
            self.lose("pair", "", LossReason.NO_PLACE)
            return
        if record.is_reply:
            self.lose(record.memo, where, LossReason.NO_PLACE)
            return
        if record.unknown:
            self.lose("body", where, LossReason.NO_PLACE, record.unknown)
        targets = list(self._targets(record, placer))
        named = [self._tag(*tag) for tag in record.tags if targets and tag[1].strip()]
        for target in targets:
            yield Annotation(
                self._new_id(record),
                target,
                tuple(dict.fromkeys(named)),
                record.memo,
                record.author,
                record.created,
                record.changed,
            )

    def _targets(self, record: WebRecord, placer: Placer) -> Iterator[Target]:
        """Yield what an annotation is about, as far as that is found."""
        if record.is_project:
            yield Target()
            return
        linked = [self._placed(each, placer) for each in record.linked]
        for words in record.targets:
            if words.is_whole:
                article = self._article(words)
                target = Target((), article.id if article else "")
            else:
                found = (self._placed(words, placer), *linked)
                target = Target(tuple(each for each in found if each))
            if target.articles:
                yield target

    def _article(self, words: WebWords) -> Article | None:
        found = self._articles.found(words.source)
        if found is None:
            what = words.quote or words.selector or "Annotation"
            self.lose(what, words.source.name, LossReason.UNKNOWN_ARTICLE)
        return found

    def _placed(self, words: WebWords, placer: Placer) -> Selector | None:
        article = self._article(words)
        if article is None:
            return None
        found = placer.placed(words, article)
        if found is None:
            is_picture = words.selector in _PICTURES and not words.quote
            reason = LossReason.NOT_TEXT if is_picture else LossReason.NOT_FOUND
            name = article.headline or words.source.name
            self.lose(words.quote or words.selector, name, reason)
        return found

    def _tag(self, id_: str, name: str) -> str:
        """Return the id of a tag in the project, or of one that is new."""
        if id_ in self._tags or id_ in self._codebook.by_id:
            return id_
        shown = " ".join(name.split())
        known = self._codebook.named(shown)
        if known:
            return known.id
        new = id_ or made_id("tag", shown.casefold())
        found = self._named.setdefault(shown.casefold(), new)
        if found not in self._tags:
            self._tags[found] = Tag(found, shown, place=len(self._tags))
        return found

    def _new_id(self, record: WebRecord) -> str:
        """Return a GUID that no other annotation of the file has."""
        id_ = id_of(record.id) if record.id else made_id("annotation", str(record))
        number = 1
        while id_ in self._met:
            number += 1
            id_ = made_id("again", record.id, str(number))
        self._met.add(id_)
        return id_
