"""ColumnMapping: which column of a table holds which field of an article, guessed or told."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from workbench.formats.press_dates import is_dated

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

SAMPLE_ROWS = 20
TEXT_CHARACTERS = 80  # on average: a column with less is none of texts
HEADLINE_CHARACTERS = (12.0, 200.0)  # on average
TELLING_SHARE = 0.6  # of the filled cells, to call a column one of dates or addresses
LONGEST_DAY = 40  # with weekday, time and zone; what is longer is a sentence
LONGEST_NAME = 60  # of a column; what is longer is a value

_ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
# What tables call each field in the languages that their makers use; the most certain names first.
_NAMES: dict[str, tuple[str, ...]] = {
    "text": (
        *("full text", "fulltext", "text", "body", "article text", "article body", "content"),
        *("article", "volltext", "artikeltext", "artikel", "inhalt", "texte integral", "texte"),
        *("contenu", "tekst", "inhoud", "texto", "contenido", "cuerpo", "正文", "内容", "全文"),
    ),
    "headline": (
        *("headline", "title", "article title", "heading", "hl", "schlagzeile", "uberschrift"),
        *("titel", "titre", "kop", "titular", "titulo", "标题"),
    ),
    "outlet": (
        *("outlet", "publication", "publication title", "newspaper", "media outlet", "source"),
        *("source name", "publisher", "medium", "media", "site", "quelle", "zeitung", "journal"),
        *("krant", "bron", "fuente", "periodico", "diario", "medio", "媒体", "来源"),
    ),
    "byline": (
        *("byline", "author", "authors", "journalist", "reporter", "creator", "autor", "autorin"),
        *("auteur", "auteurs", "作者"),
    ),
    "published": (
        *("published", "publication date", "date published", "published at", "publish date"),
        *("pubdate", "pub date", "date", "datum", "erscheinungsdatum", "date de publication"),
        *("publicatiedatum", "fecha", "fecha de publicacion", "日期", "发布日期"),
    ),
    "url": (
        *("url", "link", "web address", "address", "href", "permalink", "weblink", "lien"),
        *("enlace", "document url", "链接"),
    ),
    "language": ("language", "lang", "sprache", "langue", "taal", "idioma", "语言"),
    "section": ("section", "ressort", "rubrik", "rubrique", "rubriek", "seccion", "category"),
    "page": ("page", "pages", "page number", "seite", "pagina", "pg"),
    "record": ("record", "accession number", "document id", "article id", "docid", "record id"),
    "retrieved": (
        *("retrieved", "accessed", "access date", "date accessed", "date retrieved", "fetched"),
        *("downloaded", "abgerufen", "abrufdatum", "consulte le", "date de consultation"),
        *("geraadpleegd", "fecha de consulta", "采集日期"),
    ),
    "printed_words": (
        *("word count", "words", "wordcount", "wortzahl", "worter", "mots"),
        *("nombre de mots", "aantal woorden", "woorden", "numero de palabras", "palabras", "字数"),
    ),
}
FIELDS = tuple(_NAMES)
# Whoever names a column so writes the day first; English names and 日期 leave it open.
_DAY_FIRST_NAMES = frozenset(
    [
        *("datum", "erscheinungsdatum", "date de publication", "publicatiedatum"),
        *("fecha", "fecha de publicacion"),
    ]
)


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The column of each field, counted from 0; None where no column has it.

    `has_names` where the first row names the columns and is no article.
    """

    text: int | None = None
    headline: int | None = None
    outlet: int | None = None
    byline: int | None = None
    published: int | None = None
    url: int | None = None
    language: int | None = None
    section: int | None = None
    page: int | None = None
    record: int | None = None
    retrieved: int | None = None
    printed_words: int | None = None
    has_names: bool = True

    def values(self, row: Sequence[str]) -> dict[str, str]:
        """Return the fields of a row by their names; a cell that is not there is empty."""
        places = ((field, asdict(self)[field]) for field in FIELDS)
        return {
            field: row[place] if place is not None and place < len(row) else ""
            for field, place in places
        }


def guessed_mapping(rows: Sequence[Sequence[str]]) -> ColumnMapping:
    """Guess the columns by their names, and where these do not tell by what stands in them.

    Looks at the first row and some that follow it.
    """
    if not rows:
        return ColumnMapping()
    found = _named(rows[0])
    has_names = bool(found) or not _is_record(rows[0])
    sample = rows[1 : SAMPLE_ROWS + 1] if has_names else rows[:SAMPLE_ROWS]
    for field, is_one in _KINDS.items():
        taken = set(found.values())
        free = [place for place in range(_width(sample)) if place not in taken]
        if field not in found and (place := _likely(free, sample, is_one)) is not None:
            found[field] = place
    return ColumnMapping(**found, has_names=has_names)


def _named(names: Sequence[str]) -> dict[str, int]:
    """Find the columns whose names are known; the more certain of two names counts."""
    folded = [_folded(name) for name in names]
    found = {}
    for field, known in _NAMES.items():
        place = next((folded.index(name) for name in known if name in folded), None)
        if place is not None:
            found[field] = place
    return found


def is_day_first_name(name: str) -> bool:
    """Whether a column of dates is named in a language that writes the day before the month."""
    return _folded(name) in _DAY_FIRST_NAMES


def _folded(name: str) -> str:
    """Return a name without case, accents and what joins its words."""
    if len(name) > LONGEST_NAME:
        return ""
    divided = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name)
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", divided) if not unicodedata.combining(c)
    )
    return " ".join(re.split(r"[\W_]+", plain.casefold())).strip()


def _is_record(row: Sequence[str]) -> bool:
    """Whether a first row tells of an article already: names are neither long nor dates."""
    return any(len(c) > LONGEST_NAME or _ADDRESS.match(c) or _is_day(c) for c in row)


def _width(rows: Iterable[Sequence[str]]) -> int:
    return max((len(row) for row in rows), default=0)


def _likely(
    places: Iterable[int],
    rows: Sequence[Sequence[str]],
    score: Callable[[Sequence[str]], float],
) -> int | None:
    """Return the column with the highest score above nothing, the first of equal ones."""
    scored = []
    for place in places:
        cells = [row[place] for row in rows if place < len(row) and row[place].strip()]
        scored.append((-score(cells) if cells else 0.0, place))
    best = min(scored, default=(0.0, 0))
    return best[1] if best[0] < 0 else None


def _mean(cells: Sequence[str]) -> float:
    return sum(map(len, cells)) / len(cells)


def _text(cells: Sequence[str]) -> float:
    mean = _mean(cells)
    return mean if mean >= TEXT_CHARACTERS and not _address(cells) else 0.0


def _address(cells: Sequence[str]) -> float:
    share = sum(_ADDRESS.fullmatch(cell.strip()) is not None for cell in cells) / len(cells)
    return share if share >= TELLING_SHARE else 0.0


def _is_day(cell: str) -> bool:
    return len(cell) <= LONGEST_DAY and is_dated(cell)


def _day(cells: Sequence[str]) -> float:
    share = sum(map(_is_day, cells)) / len(cells)
    return share if share >= TELLING_SHARE else 0.0


def _headline(cells: Sequence[str]) -> float:
    shortest, longest = HEADLINE_CHARACTERS
    mean = _mean(cells)
    return mean if shortest <= mean <= longest and not _address(cells) and not _day(cells) else 0.0


_KINDS: dict[str, Callable[[Sequence[str]], float]] = {
    "text": _text,
    "url": _address,
    "published": _day,
    "headline": _headline,
}
