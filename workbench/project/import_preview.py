"""Import preview: what was read, what each article is to the project, and what becomes of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from workbench.formats.publication import Publication
from workbench.model import ArticleError, FileProblem, silent
from workbench.project.duplicates import Known, Likeness
from workbench.project.importing import PASTED
from workbench.project.updates import updates

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from workbench.model import Article, FileError, FileReading, Report, Span

CORRECTABLE = ("headline", "outlet", "byline", "published", "language")
"""The fields of an article that can be corrected before it is stored."""

FEW = 8
"""Articles at most that are taken over without a look: as many as stand side by side."""

_NEWCOMER = "+"  # begins the ids of articles that are not of the project yet


class Fate(StrEnum):
    """What becomes of an article that was read."""

    ARTICLE = "article"
    REVISION = "revision"
    OUT = "left out"


_PROPOSED = {
    Likeness.NEW: Fate.ARTICLE,
    Likeness.SAME: Fate.OUT,
    Likeness.RENAMED: Fate.OUT,
    Likeness.UPDATE: Fate.REVISION,
}


_ALWAYS = (Fate.ARTICLE, Fate.OUT)


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An article that was read from the file at the place `file`, and not stored yet.

    `other` is the id of the article that it is like, of the project or another newcomer; `words`
    counts its words; `choice` is what the analyst wants to become of it, None where the proposal
    stands.
    """

    article: Article
    file: int = 0
    likeness: Likeness = Likeness.NEW
    other: str = ""
    words: int = 0
    choice: Fate | None = None

    @property
    def fate(self) -> Fate:
        """What becomes of it as things stand."""
        return _fate(self.likeness, self.choice)

    @property
    def fates(self) -> tuple[Fate, ...]:
        """What may become of it."""
        return fates_of(self.likeness)

    @property
    def lacks(self) -> bool:
        """Whether it does not tell its headline, outlet or date."""
        return _lacks(self.article)


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file that was read: what it announced, how many articles it held, what it lacked.

    `rejoined` is that of the `FileReading`.
    """

    path: str
    reader: str
    announced: int | None
    found: int
    skipped: tuple[FileError, ...] = ()
    rejoined: tuple[Span, ...] = ()

    @property
    def missing(self) -> int:
        """How many articles the file announces and does not hold."""
        return sum(map(absent, self.skipped))

    @property
    def unreadable(self) -> int:
        """How many of its articles could not be read, or 1 for the file itself."""
        return sum(not absent(error) for error in self.skipped)


@dataclass(frozen=True, slots=True)
class Preview:
    """All that was read for one import: files and articles, in the order of the first dates."""

    files: tuple[ReadFile, ...] = ()
    newcomers: tuple[Newcomer, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether there is nothing to look at: a few new articles of which all is known."""
        return (
            0 < len(self.newcomers) <= FEW
            and not any(file.skipped for file in self.files)
            and all(self._is_plain(each) for each in self.newcomers)
        )

    @property
    def is_known(self) -> bool:
        """Whether all was read well and each article is in the project already as it is."""
        return (
            bool(self.newcomers)
            and not any(file.skipped for file in self.files)
            and all(each.likeness is Likeness.SAME for each in self.newcomers)
        )

    def tally(self, places: Iterable[int] | None = None) -> Counter[tuple[Likeness, Fate, bool]]:
        """Count what the articles are, what becomes of them, and whether they lack something.

        Of all articles, or of those at some places; ten thousand take some milliseconds.
        """
        chosen = self.newcomers if places is None else [self.newcomers[at] for at in places]
        alike = Counter((one.likeness, one.choice, _lacks(one.article)) for one in chosen)
        found: Counter[tuple[Likeness, Fate, bool]] = Counter()
        for (likeness, choice, lacks), number in alike.items():
            found[likeness, _fate(likeness, choice), lacks] += number
        return found

    def newcomer(self, id_: str) -> Newcomer:
        """Return the newcomer of that id."""
        return self.newcomers[int(id_.removeprefix(_NEWCOMER))]

    def _is_plain(self, newcomer: Newcomer) -> bool:
        is_text = self.files[newcomer.file].reader in {"text", PASTED}
        return newcomer.likeness is Likeness.NEW and (is_text or not newcomer.lacks)


def is_newcomer(id_: str) -> bool:
    """Whether an id is that of an article which is not of the project yet."""
    return id_.startswith(_NEWCOMER)


def _lacks(article: Article) -> bool:
    return not (article.headline and article.outlet and article.published)


def fates_of(likeness: Likeness) -> tuple[Fate, ...]:
    """Return what may become of an article that is this."""
    return (Fate.REVISION, *_ALWAYS) if likeness is Likeness.UPDATE else _ALWAYS


def _fate(likeness: Likeness, choice: Fate | None) -> Fate:
    return choice if choice in fates_of(likeness) else _PROPOSED[likeness]


def absent(error: FileError) -> int:
    """Return how many articles an error says are announced and not there."""
    if error.problem is FileProblem.INCOMPLETE:
        return int(error.detail)
    return int(isinstance(error, ArticleError) and error.problem is FileProblem.MISSING)


def preview(readings: Iterable[FileReading]) -> Preview:
    """Return what was read, not judged yet."""
    files: list[ReadFile] = []
    newcomers: list[Newcomer] = []
    for reading in sorted(readings, key=_first_date):
        newcomers += _newcomers(reading, len(files))
        files.append(_file(reading))
    return Preview(tuple(files), _named(newcomers))


def reread(before: Preview, place: int, reading: FileReading) -> Preview:
    """Return a preview, not judged yet, in which the file at that place was read otherwise."""
    files = list(before.files)
    files[place] = _file(reading)
    kept = [each for each in before.newcomers if each.file != place]
    together = sorted(kept + _newcomers(reading, place), key=lambda each: each.file)
    return Preview(tuple(files), _named(together))


def joined(before: Preview, more: Preview) -> Preview:
    """Return a preview with what was read besides; not judged yet."""
    moved = [replace(each, file=each.file + len(before.files)) for each in more.newcomers]
    return Preview(before.files + more.files, _named([*before.newcomers, *moved]))


def judged(known: Sequence[Article], before: Preview, report: Report = silent) -> Preview:
    """Return the preview with what each article is to the known ones, and those before it."""
    return with_likenesses(before, likenesses(known, before, report))


def likenesses(
    known: Sequence[Article], before: Preview, report: Report = silent
) -> tuple[tuple[Likeness, str], ...]:
    """Return for each article what it is, and the id of the other article."""
    met = Known(known)
    found = []
    for done, each in enumerate(before.newcomers):
        report(done, len(before.newcomers))
        found.append(met.meet(each.article))
    places = [place for place, (likeness, _) in enumerate(found) if likeness is Likeness.NEW]
    changed = updates(known, [before.newcomers[at].article for at in places]) if known else {}
    for index, other in changed.items():
        found[places[index]] = (Likeness.UPDATE, other)
    report(len(found), len(found))
    return tuple(found)


def with_likenesses(before: Preview, found: Sequence[tuple[Likeness, str]]) -> Preview:
    """Return a preview with what its articles were found to be."""
    newcomers = tuple(
        each
        if (each.likeness, each.other) == (likeness, other)
        else replace(each, likeness=likeness, other=other)
        for each, (likeness, other) in zip(before.newcomers, found, strict=True)
    )
    return replace(before, newcomers=newcomers)


def as_told(field: str, words: str) -> str | None:
    """Return what an analyst writes for a field of `CORRECTABLE` as it is stored.

    Dates are ISO 8601 then, languages BCP 47 tags; None where the words are neither.
    """
    told = " ".join(words.split())
    if field not in {"published", "language"}:
        return told
    value: str = getattr(Publication.told(**{field: told}), field)
    return value if value or not told else None


def _file(reading: FileReading) -> ReadFile:
    found = len(reading.articles)
    return ReadFile(
        reading.path, reading.reader, reading.announced, found, reading.skipped, reading.rejoined
    )


def _newcomers(reading: FileReading, file: int) -> list[Newcomer]:
    return [Newcomer(each, file, words=len(each.text.split())) for each in reading.articles]


def _named(newcomers: Sequence[Newcomer]) -> tuple[Newcomer, ...]:
    """Give each newcomer the id that its place makes."""
    return tuple(
        replace(each, article=replace(each.article, id=f"{_NEWCOMER}{place}"))
        for place, each in enumerate(newcomers)
    )


def _first_date(reading: FileReading) -> str:
    """Return what sorts files by date, those without one last: panes read from old to new."""
    return min(
        (article.published for article in reading.articles if article.published), default="~"
    )
