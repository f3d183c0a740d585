"""Citations: articles cited in a style of the Citation Style Language.

Hayagriva, the CSL processor of Typst, sets them: a list of literature is compiled to HTML, and the
entries are read from there. Each is found by a reference to it, for a style sorts as it wants.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.formats.bibliography import entry_of, one_line
from workbench.formats.blocks import Run, Style
from workbench.formats.bylines import Name
from workbench.model import CitationStyle, silent

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from workbench.formats.bibliography import Entry
    from workbench.model import Article, Report

CHICAGO = "chicago-author-date"
STYLES = {
    CitationStyle.APA: "apa",
    CitationStyle.CHICAGO: CHICAGO,
    CitationStyle.MLA: "modern-language-association",
    CitationStyle.ISO_690: "iso-690-numeric",
}
"""Names that Typst has for the styles; the ISO 690 that goes by author says "[no date]" of some."""

PORTION = 200
"""Articles set at a time; more take longer each, and fewer do not share what it takes to begin."""

FIRST_WORDS = 60
"""Code points of a text that stand for the headline of an article that has none."""

OLDEST = 1000
"""The first year that is told: of earlier ones a style would say "C.E."."""

_SOURCE = """\
#bibliography(bytes(sys.inputs.list), full: true, style: sys.inputs.style, title: none)
#for key in json(bytes(sys.inputs.list)).keys() { par(cite(label(key), form: "full")) }
"""
_LISTED = re.compile(r'<li id="([^"]*)">(.*?)</li>', re.DOTALL)
_CITED = re.compile(r'<p><a[^>]* href="#([^"]*)" role="doc-biblioref">(.*?)</a></p>', re.DOTALL)
_PIECE = re.compile(r"<(/?)(\w+)([^>]*)>|[^<]+")
_PREFIX = re.compile(r'<span class="prefix">.*?</a></span>', re.DOTALL)
_ADDRESS = re.compile(
    r"https?://(?!(?:[^/]*\.)?xn--)(?:[a-z0-9-]+\.)+[a-z]{2,}(?::[0-9]{1,4})?(?:[/?#].*)?",
    re.IGNORECASE,
)
_NO_PAGE = re.compile(r"^[\W_]+")  # a mark after "p." and before other letters ends Hayagriva
_LANGUAGE = re.compile("[a-z]{2,3}")
_STRAY = re.compile(r"(?<=\([0-9]{4}),(?=\))|(?<=\([0-9]{4}[a-z]),(?=\))|^,(?=\.)|(?<=[?!])\.(?=”)")
"""Commas before a month that is not known, and full stops after headlines that have a mark."""

_SAME_AUTHOR = "———"
_SPECIAL = re.compile(r"[\\{}$]")


def citations(
    articles: Iterable[Article], style: CitationStyle, report: Report = silent
) -> dict[str, tuple[Run, ...]]:
    """Return each article, by its id, as a list of literature in that style has it.

    What articles of the same author and year are told apart by, such as 2024a, is there already.
    An article without headline is cited by its first words in brackets; what stands for an address
    and is none follows as it is.
    """
    entries = {article.id: _titled(entry_of(article), article) for article in articles}
    found: dict[str, tuple[Run, ...]] = {}
    for portion in _portions(entries):
        report(len(found), len(entries))
        told = _set([entries[id_] for id_ in portion], STYLES[style])
        found |= zip(portion, told, strict=True)
    return {id_: found[id_] for id_ in entries}


def _titled(entry: Entry, article: Article) -> Entry:
    if entry.title:
        return entry
    words = one_line(article.text[: 2 * FIRST_WORDS]).rstrip(".") or entry.id
    if len(words) > FIRST_WORDS:
        words = f"{words[:FIRST_WORDS].rpartition(' ')[0] or words[:FIRST_WORDS]} …"
    return replace(entry, title=f"[{words}]", language="")


def _portions(entries: dict[str, Entry]) -> Iterator[list[str]]:
    """Yield ids, those together that a style must tell apart: of the same author and year."""

    def alike(id_: str) -> tuple[str, tuple[int, ...]]:
        entry = entries[id_]
        return str(entry.authors or entry.outlet), entry.published[:1]

    portion: list[str] = []
    for _, group in groupby(sorted(entries, key=alike), key=alike):
        portion += group
        if len(portion) >= PORTION:
            yield portion
            portion = []
    if portion:
        yield portion


def _set(entries: Sequence[Entry], style: str) -> list[tuple[Run, ...]]:
    import typst

    listed = {
        f"e{place}": _record(_signed(entry) if style == CHICAGO else entry)
        for place, entry in enumerate(entries)
    }
    told = json.dumps(listed, ensure_ascii=False)
    compiled = typst.compile(
        _SOURCE.encode(),
        format="html",
        ignore_system_fonts=True,  # HTML needs none, and to look for them takes half a second
        sys_inputs={"list": told, "style": style},
    )
    page = compiled.decode()
    lines = dict(_LISTED.findall(page))
    return [
        _finished(_line(lines[place], cited), entry, style)
        for (place, cited), entry in zip(_CITED.findall(page), entries, strict=True)
    ]


def _signed(entry: Entry) -> Entry:
    """Return an unsigned article as its outlet's, which Chicago has in the author's place.

    Hayagriva does so by itself, but sets the headline like the title of a book then.
    """
    if entry.authors or not entry.outlet:
        return entry
    return replace(entry, authors=(Name(entry.outlet),), outlet="")


def _record(entry: Entry) -> dict[str, object]:
    """Return an entry as Hayagriva wants it; headlines that are not English keep their case."""
    language = entry.language.partition("-")[0].lower()
    link = {"value": entry.url, "date": _day(entry.retrieved)}
    told: dict[str, object] = {
        "type": "article" if entry.outlet else "misc",
        "title": _plain(entry.title),
        "author": list(map(_name, entry.authors)),
        "date": _day(entry.published),
        "language": language if _LANGUAGE.fullmatch(language) else "und",
        "url": {key: value for key, value in link.items() if value} if _is_address(entry) else "",
        "page-range": _NO_PAGE.sub("", entry.page),
    }
    if entry.outlet:
        told["parent"] = {"type": "newspaper", "title": f"{{{_plain(entry.outlet)}}}"}
    return {key: value for key, value in told.items() if value}


def _name(name: Name) -> dict[str, str]:
    if not name.given:
        return {"name": name.family}
    return {"name": name.family, "given-name": name.given}


def _plain(text: str) -> str:
    """Return a text in which nothing is a formula or keeps its case."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _day(day: tuple[int, ...]) -> str:
    """Return as much of a day as there is in the calendar."""
    if not day or day[0] < OLDEST:
        return ""
    try:
        date(*day, *(1,) * (3 - len(day)))
    except ValueError:
        day = day[:2]
    return "-".join(f"{part:02}" for part in day)


def _is_address(entry: Entry) -> bool:
    return _ADDRESS.fullmatch(entry.url) is not None


def _line(listed: str, cited: str) -> tuple[Run, ...]:
    """Return an entry of the list; one that leaves its author to the one before as it is cited."""
    runs = _runs(_PREFIX.sub("", listed))
    if not runs[0].text.startswith(_SAME_AUTHOR):
        return runs
    *most, last = _runs(cited)
    if last.link:
        return (*most, last, Run("."))
    return (*most, replace(last, text=_ended(last.text)))


def _ended(text: str) -> str:
    """Return the end of an entry with a full stop, within quotation marks if they end it."""
    marks = "”" if text.endswith("”") else ""
    words = text.removesuffix(marks)
    return text if words.endswith((".", "?", "!")) else f"{words}.{marks}"


def _runs(markup: str) -> tuple[Run, ...]:
    """Return the words of some HTML, emphasised and linked as there."""
    runs: list[Run] = []
    style, link = Style.PLAIN, ""
    for piece in _PIECE.finditer(markup):
        closes, name, attributes = piece.groups()
        if name == "em":
            style = Style.PLAIN if closes else Style.EMPHASIS
        elif name == "a":
            href = re.search('href="([^"]*)"', attributes)
            link = html.unescape(href[1]) if href else ""
        elif not name:
            text = " ".join(html.unescape(f"|{piece[0]}|").split())[1:-1]
            runs.append(Run(text, style, link))
    return _trimmed(runs)


def _trimmed(runs: Sequence[Run]) -> tuple[Run, ...]:
    """Return runs with single blanks between words, and none at either end."""
    found: list[Run] = []
    for run in runs:
        is_apart = not found or found[-1].text.endswith(" ")
        text = run.text.lstrip() if is_apart else run.text
        if text and found and (found[-1].style, found[-1].link) == (run.style, run.link):
            found[-1] = replace(found[-1], text=found[-1].text + text)
        elif text:
            found.append(replace(run, text=text))
    found[-1] = replace(found[-1], text=found[-1].text.rstrip())
    return tuple(run for run in found if run.text)


def _finished(runs: tuple[Run, ...], entry: Entry, style: str) -> tuple[Run, ...]:
    """Return an entry without marks that are one too many, and with what it lacks."""
    told: list[Run] = []
    for run in runs:
        text = _STRAY.sub("", run.text)
        if told and told[-1].text.endswith(("?", "!")):
            text = text.removeprefix(".")
        told.append(replace(run, text=text))
    if style == CHICAGO and not entry.authors and told[0].text.startswith(entry.outlet):
        rest = replace(told[0], text=told[0].text[len(entry.outlet) :])
        told[:1] = [Run(entry.outlet, Style.EMPHASIS), rest]
    if entry.url and not _is_address(entry):
        told.append(Run(f" {entry.url}"))
    return tuple(run for run in told if run.text)
