"""Web sources: which article of a project a file speaks of."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from workbench.formats.web_terms import web_address
from workbench.formats.web_units import Measure, Unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.formats.web_records import WebSource, WebWords
    from workbench.model import Article

TRIED = 5
"""The longest quotes of a file without addresses, one of which must be in an article's place."""

ENOUGH = 20
"""Code points of words in their places that tell a text from all others: a short clause."""


class WebArticles:
    """The articles of a project and their earlier texts, by what a file may say of them."""

    def __init__(self, articles: Iterable[Article]) -> None:
        self._texts: dict[str, list[Article]] = defaultdict(list)
        for article in sorted(articles, key=lambda article: -article.revision):
            self._texts[article.id].append(article)
        self._measures: dict[tuple[str, int], Measure] = {}
        self._found: dict[WebSource, Article | None] = {}
        self._by_sha: dict[str, list[str]] = defaultdict(list)
        self._by_address: dict[str, list[str]] = defaultdict(list)
        self._by_name: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for id_, texts in self._texts.items():
            for text in texts:
                self._by_sha[text.sha256].append(id_)
            self._by_address[_key(texts[0].url)].append(id_)
            now = texts[0]
            self._by_name[now.outlet, now.headline, now.published].append(id_)

    def found(self, source: WebSource) -> Article | None:
        """Return the article as it is now, None where there is none or nobody can say which."""
        if source not in self._found:
            self._found[source] = self._find(source)
        return self._found[source]

    def texts(self, article: str) -> Sequence[Article]:
        """Return an article with each of its texts that is known, the newest first."""
        return self._texts[article]

    def measure(self, article: Article) -> Measure:
        """Return the measure of one of its texts."""
        key = article.id, article.revision
        if key not in self._measures:
            self._measures[key] = Measure(article.text)
        return self._measures[key]

    def match(self, words: Iterable[WebWords]) -> None:
        """Find the article of words whose address no article has: a program may give its own.

        It is the one that has most of the words where the file says they are, whatever the unit.
        Where there are two, or none, it stays unknown, as it does where the file tells by other
        things which article it means.
        """
        groups: dict[WebSource, list[WebWords]] = defaultdict(list)
        for each in words:
            is_ours = each.source.article or each.source.sha256
            if each.quote and not is_ours and self.found(each.source) is None:
                groups[each.source].append(each)
        for source, group in groups.items():
            self._found[source] = self._fitting(group)

    def _fitting(self, group: Sequence[WebWords]) -> Article | None:
        longest = sorted(group, key=lambda words: -len(words.quote))[:TRIED]
        fitting = [
            texts[0]
            for texts in self._texts.values()
            if any(self._fits(texts[0], longest, unit) for unit in Unit)
            and any(self._has_most(texts[0], group, unit) for unit in Unit)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, article: Article, words: Iterable[WebWords], unit: Unit) -> list[WebWords]:
        measure = self.measure(article)
        spans = ((each, measure.span_of(each, unit)) for each in words)
        return [each for each, span in spans if span and measure.has_context(each, span)]

    def _has_most(self, article: Article, group: Sequence[WebWords], unit: Unit) -> bool:
        fits = self._fits(article, group, unit)
        return 2 * len(fits) > len(group) and sum(len(one.quote) for one in fits) >= ENOUGH

    def _find(self, source: WebSource) -> Article | None:
        """Return the article that is most likely meant, None where two are as likely.

        One text in two outlets is two articles, and one address with another text is one.
        """
        ranked = sorted(self._ranked(source), key=lambda each: each[0], reverse=True)
        if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return self._texts[ranked[0][1]][0]

    def _ranked(self, source: WebSource) -> Iterator[tuple[tuple[bool, ...], str]]:
        """Yield how well each article fits that can be meant, and its id."""
        address, sha256 = _key(source.address), source.sha256
        is_nowhere = sha256 and not address  # only by its name can it be found in another text
        names = [(source.outlet, each, source.published) for each in source.headlines if is_nowhere]
        likely = [
            *(self._by_sha.get(sha256, ()) if sha256 else ()),
            *(self._by_address.get(address, ()) if address else ()),
            *(id_ for name in names for id_ in self._by_name.get(name, ())),
        ]
        for id_ in dict.fromkeys(likely):
            article = self._texts[id_][0]
            is_there = bool(address) and address == _key(article.url)
            if is_there or not _is_other(source, article):
                has_headline = article.headline in source.headlines
                has_text = id_ in self._by_sha.get(sha256, ())
                rank = (is_there, has_text, has_headline, id_ == source.article)
                yield rank, id_


def _is_other(source: WebSource, article: Article) -> bool:
    """Tell whether an article at another address is by another outlet as well."""
    if source.outlet and article.outlet:
        return source.outlet != article.outlet
    return bool(_key(source.address) and _key(article.url))


def _key(url: str) -> str:
    """Return an address without what does not change where it leads, "" where it is none."""
    try:
        parts = urlsplit(web_address(url))
    except ValueError:
        return ""
    host = parts.netloc.lower().removeprefix("www.")
    query = f"?{parts.query}" if parts.query else ""
    return unquote(host + parts.path.rstrip("/") + query, errors="replace")
