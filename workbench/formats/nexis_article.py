"""One article of Nexis or Lexis: head lines, labels, text and classification told apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.formats.press_dates import MAX_LINE_CHARACTERS, is_dated
from workbench.formats.press_record import PressRecord
from workbench.formats.press_words import folded, is_rights, labelled, press_words
from workbench.model.errors import FileProblem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from workbench.formats.document import Paragraph

MAX_HEAD_PARAGRAPHS = 40  # from the first line to the text
MAX_LINES_ABOVE_DATE = 5
MAX_CAPTIONS = 12  # after the word "Graphic"; further up it is a word of the text
MAX_EDITION_WORDS = 6
MAX_STRANGERS = 2  # paragraphs below the last label that nobody knows

_UPPER_LABEL = re.compile(r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ -]{2,40}:")
_ITEM = re.compile(r"urn:contentItem:[0-9A-Z-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Head:
    """The lines above the labels."""

    headline: str = ""
    outlet: str = ""
    date: str = ""


def is_mark(paragraph: str, mark: str) -> bool:
    """Whether a paragraph is nothing but a mark such as "body", "end" or "graphic"."""
    is_short = len(paragraph) <= MAX_LINE_CHARACTERS
    return is_short and folded(paragraph) in press_words().nexis_marks[mark]


def is_head_label(paragraph: str) -> bool:
    """Whether a paragraph begins with a label that stands above a text."""
    return labelled(paragraph)[0] in press_words().nexis_head


def is_old_label(line: str) -> bool:
    """Whether a line begins with a label as Nexis wrote it before, in capitals."""
    is_known = is_head_label(line) or _tail_label(line) is not None
    return is_known and _UPPER_LABEL.match(line.strip()) is not None


def new_article(paragraphs: Sequence[Paragraph]) -> PressRecord:
    """Read an article of Nexis Uni or Lexis+: the headline comes first, and the text is marked."""
    texts = [paragraph.text for paragraph in paragraphs]
    head = texts[:MAX_HEAD_PARAGRAPHS]
    labels = _first_label(head)
    body = next((i for i, text in enumerate(head) if is_mark(text, "body")), None)
    if body is None:
        start = end = labels + _label_count(texts[labels:])
    else:
        start, end, labels = body + 1, body, min(labels, body)
    lines = [text for text in texts[:labels] if not is_rights(text)]
    url = next((each.url for each in paragraphs[:labels] if each.url), "")
    return _record(texts, _new_head(lines), start, _told(texts[labels:end]), url)


def old_article(texts: Sequence[str]) -> PressRecord:
    """Read an article as Nexis wrote it before: outlet, date, headline, labels, text."""
    raw = "\n\n".join(texts)
    if any(is_mark(text, "damaged") for text in texts):
        return PressRecord((), raw, fault=FileProblem.DAMAGED)
    texts = _after_rights(texts)
    labels = _first_label(texts[:MAX_HEAD_PARAGRAPHS])
    head, used = _old_head(texts[:labels])
    start = labels + _label_count(texts[labels:])
    told = _told(texts[labels:start])
    above = [text for text in texts[used:labels] if not is_rights(text)]
    return _record([*above, *texts[labels:]], head, len(above) + start - labels, told, above=above)


def _record(
    texts: Sequence[str],
    head: _Head,
    start: int,
    told: Mapping[str, str],
    url: str = "",
    *,
    above: Sequence[str] = (),
) -> PressRecord:
    end = _end_of_text(texts, start)
    tail = dict(filter(None, map(_tail_label, texts[end:])))
    item = _ITEM.search(url)
    opening = [told["highlight"]] if told.get("highlight") else []
    return PressRecord(
        paragraphs=(*above, *opening, *texts[start:end]),
        raw="\n\n".join((head.outlet, head.date, head.headline, *texts)),
        headline=head.headline,
        outlet=head.outlet,
        date=head.date,
        byline=told.get("byline", ""),
        section=told.get("section", ""),
        url=url,
        language=tail.get("language", ""),
        record=item[0] if item else "",
        words=told.get("words", ""),
    )


def _new_head(lines: Sequence[str]) -> _Head:
    """Tell headline, outlet and date apart; the headline may be missing."""
    date = next((i for i, line in enumerate(lines) if i > 0 and is_dated(line)), None)
    first, second = (*lines, "", "")[:2]
    if date == 1:
        return _Head("", first, second)
    return _Head(first, second, "" if date is None else lines[date])


def _old_head(lines: Sequence[str]) -> tuple[_Head, int]:
    """Tell outlet, date and headline apart, and how many lines they are."""
    date = next((i for i, line in enumerate(lines[:MAX_LINES_ABOVE_DATE]) if is_dated(line)), None)
    if date is None:
        outlet, headline = (*lines[:2], "", "")[:2]
        return _Head(headline, outlet), min(2, len(lines))
    below = date + 1
    while below < len(lines) and _is_edition(lines[below]):
        below += 1
    headline = lines[below] if below < len(lines) else ""
    return _Head(headline, lines[0] if date else "", lines[date]), min(below + 1, len(lines))


def _is_edition(line: str) -> bool:
    words = [folded(word) for word in re.findall(r"\w+", line)]
    return len(words) <= MAX_EDITION_WORDS and not press_words().edition.isdisjoint(words)


def _after_rights(texts: Sequence[str]) -> Sequence[str]:
    """Leave out the copyright where it stands above everything else."""
    first = next((i for i, text in enumerate(texts) if not is_rights(text)), len(texts))
    return texts[first:]


def _first_label(texts: Sequence[str]) -> int:
    """Where the first label of the head stands; without one, where that of the tail does."""
    for is_label in (is_head_label, _tail_label):
        for index, text in enumerate(texts):
            if is_label(text):
                return index
    return len(texts)


def _label_count(texts: Sequence[str]) -> int:
    """How many paragraphs with labels there are before the text."""
    labels = (is_head_label(text) or is_rights(text) for text in texts)
    return next((i for i, is_label in enumerate(labels) if not is_label), len(texts))


def _told(texts: Sequence[str]) -> dict[str, str]:
    """Return what the labels of a head tell; one may follow another in the same paragraph."""
    labels = press_words().nexis_head
    told: dict[str, str] = {}
    field = ""
    for line in (line for text in texts for line in text.split("\n")):
        label, value = labelled(line)
        if label in labels:
            field = labels[label]
            told.setdefault(field, value)
        elif field == "highlight" and not is_rights(line):
            told[field] = f"{told[field]} {line.strip()}".strip()
    return told


def _end_of_text(texts: Sequence[str], start: int) -> int:
    """Where the text ends: before captions, classification and what else stands at the end."""
    end, strangers = len(texts), 0
    for index in range(len(texts) - 1, start - 1, -1):
        text = texts[index]
        if _tail_label(text) or is_rights(text) or is_mark(text, "classification"):
            end = index
        elif not _UPPER_LABEL.match(text):
            strangers += 1
        if strangers > (MAX_STRANGERS if end == len(texts) else 0):
            break
    captions = range(max(start, end - MAX_CAPTIONS), end)
    return max((i for i in captions if is_mark(texts[i], "graphic")), default=end)


def _tail_label(text: str) -> tuple[str, str] | None:
    """Return what a label of the tail tells, and its value."""
    label, value = labelled(text)
    field = press_words().nexis_tail.get(label)
    return None if field is None else (field, value)
