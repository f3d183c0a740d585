"""Project: one analyst's file, open, and what can be done with it."""

from __future__ import annotations

import hashlib
import json
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Self

from workbench.comparison.options import ENGINE_VERSION, CompareOptions
from workbench.model import (
    AddArticles,
    Applied,
    Article,
    Change,
    ChangeMetadata,
    InputError,
    InputProblem,
    ProjectError,
    ProjectProblem,
    RemoveArticles,
    SetSetting,
)
from workbench.project.decisions import decided_options, decisions
from workbench.project.writing import replacing
from workbench.store.articles import (
    add_articles,
    change_metadata,
    read_articles,
    read_setting,
    remove_articles,
    storable,
    storable_article,
    write_setting,
)
from workbench.store.comparisons import keep_comparison, read_comparison
from workbench.store.fingerprints import keep_fingerprints, read_fingerprints
from workbench.store.project_file import ProjectFile, create_file, make_way, open_file
from workbench.store.verify import count_rows

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from workbench.model import Comparison, Decision, Edit


class Project:
    """An open project, for one thread; close it, or use it in a `with` statement.

    Everything that reads or writes raises ProjectError where the file cannot be used.
    """

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._articles: tuple[Article, ...] | None = None
        self._by_id: dict[str, Article] = {}

    @classmethod
    def create(cls, path: Path, edit: Edit | None = None) -> Project:
        """Make a new project, with the edit applied already, and open it.

        Raises ProjectError where something stands there already, OutputError where it cannot be
        written.
        """
        if path.exists():
            raise ProjectError(str(path), ProjectProblem.EXISTS)
        with _naming(path), replacing(path) as part:
            create_file(part)
            if edit is not None:
                with cls.open(part) as unnamed:
                    unnamed.apply(edit)
            make_way(path)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Project:
        """Open a project; read-only where it may not be written or another program has it open."""
        return cls(open_file(path))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def path(self) -> Path:
        """The file."""
        return self._file.path

    @property
    def read_only(self) -> bool:
        """Whether `apply` is refused."""
        return self.why_read_only is not None

    @property
    def why_read_only(self) -> ProjectProblem | None:
        """READ_ONLY, or LOCKED while another program has it open, or None where it is neither."""
        return self._file.why_read_only

    @property
    def is_empty(self) -> bool:
        """Whether there are no articles; quick where they have not been read yet."""
        return count_rows(self._file, "articles") == 0

    def articles(self) -> tuple[Article, ...]:
        """Return the articles in their order."""
        if self._articles is None:
            self._articles = read_articles(self._file)
            self._by_id = {article.id: article for article in self._articles}
        return self._articles

    def article(self, id_: str) -> Article:
        """Return the article of that id; raises KeyError where there is none."""
        self.articles()
        return self._by_id[id_]

    def apply(self, edit: Edit) -> Applied:
        """Carry out an edit, durable when this returns, and return what takes it back.

        Raises InputError where an article is added whose id is taken, or one changed that is not
        there or has another text, KeyError where one is to go that is not there; nothing has
        changed then, nor where ProjectError is raised.
        """
        if isinstance(edit, AddArticles):
            return Applied(self._add(edit), Change.ARTICLES)
        if isinstance(edit, RemoveArticles):
            return Applied(self._remove(edit), Change.ARTICLES)
        if isinstance(edit, ChangeMetadata):
            return Applied(self._change(edit), Change.ARTICLES)
        return Applied(self._set(edit), Change.SETTINGS)

    def setting(self, key: str, default: str = "") -> str:
        """Return the value of a setting of this project, or `default` where it has none."""
        value = read_setting(self._file, key)
        return default if value is None else value

    def options(self) -> CompareOptions:
        """Return the options of a comparison, with all that the analyst has decided."""
        return decided_options(self.setting)

    def decisions(self) -> tuple[Decision, ...]:
        """Return what the analyst has decided about passages; no kept comparison has it yet."""
        return decisions(self.setting)

    def cached_comparison(
        self, options: CompareOptions, articles: Sequence[Article] | None = None
    ) -> Comparison | None:
        """Return the comparison of these articles, else of all, or None where none is kept."""
        steps = self.reading_kept(options, articles)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                found: Comparison | None = end.value
                return found

    def reading_kept(
        self, options: CompareOptions, articles: Sequence[Article] | None = None
    ) -> Generator[None, None, Comparison | None]:
        """Return what `cached_comparison` does, read in portions, one at every step.

        No comparison may be kept before the last step.
        """
        chosen = self.articles() if articles is None else tuple(articles)
        try:
            return (yield from read_comparison(self._file, _key(chosen, options), chosen))
        except ValueError:  # rows that another program has changed: they can be computed again
            return None

    def keep_comparison(self, comparison: Comparison, options: CompareOptions) -> None:
        """Keep a comparison of articles of this project, so that it need not be made again.

        Does nothing where the project is read-only.
        """
        for _ in self.keeping(comparison, options):
            pass

    def keeping(self, comparison: Comparison, options: CompareOptions) -> Iterator[None]:
        """Keep a comparison in portions, one at every step, each too small to be noticed.

        It is kept when the last step is done.
        """
        if not self.read_only:
            key = _key(comparison.articles, options)
            yield from keep_comparison(
                self._file, key, ENGINE_VERSION, _as_json(options), comparison
            )

    def fingerprints(self) -> tuple[tuple[str, bytes], ...]:
        """Return the fingerprints that are kept, each with the id of its article."""
        return read_fingerprints(self._file, ENGINE_VERSION)

    def keep_fingerprints(self, fingerprints: Iterable[tuple[str, bytes]]) -> None:
        """Keep fingerprints of articles; of those that have gone meanwhile nothing is kept.

        Does nothing where the project is read-only.
        """
        if not self.read_only:
            keep_fingerprints(self._file, ENGINE_VERSION, fingerprints)

    def save_copy(self, path: Path) -> None:
        """Write the project, as it is now, to another file, whole or not at all.

        What stood there is replaced. Raises ProjectError or OutputError, which name that file.
        """
        if path.exists() and path.samefile(self.path):
            return
        with _naming(path), replacing(path) as part:
            self._file.copy_to(part)
            make_way(path)

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self._file.close()

    def _add(self, edit: AddArticles) -> Edit:
        added = tuple(storable_article(article) for article in edit.articles)
        order = list(self.articles())
        taken = set(self._by_id)
        for article in added:
            if article.id in taken:
                raise InputError(InputProblem.DUPLICATE_ID, article.id)
            taken.add(article.id)
        places = edit.positions or range(len(order), len(order) + len(added))
        for place, article in zip(places, added, strict=True):
            order.insert(place, article)
        add_articles(self._file, added, [article.id for article in order])
        self._remember(order)
        return RemoveArticles(tuple(article.id for article in added))

    def _remove(self, edit: RemoveArticles) -> Edit:
        order = self.articles()
        going = {id_: self._by_id[id_] for id_ in edit.ids}
        places = tuple(place for place, article in enumerate(order) if article.id in going)
        remove_articles(self._file, going)
        self._remember([article for article in order if article.id not in going])
        return AddArticles(tuple(order[place] for place in places), places)

    def _change(self, edit: ChangeMetadata) -> Edit:
        order = self.articles()
        changed = {article.id: storable_article(article) for article in edit.articles}
        for article in changed.values():
            if article.id not in self._by_id:
                raise InputError(InputProblem.UNKNOWN_ID, article.id)
            if article.text != self._by_id[article.id].text:
                raise InputError(InputProblem.OTHER_TEXT, article.id)
        before = tuple(self._by_id[id_] for id_ in changed)
        change_metadata(self._file, tuple(changed.values()))
        self._remember([changed.get(article.id, article) for article in order])
        return ChangeMetadata(before)

    def _set(self, edit: SetSetting) -> Edit:
        before = read_setting(self._file, edit.key)
        write_setting(self._file, edit.key, None if edit.value is None else storable(edit.value))
        return SetSetting(edit.key, before)

    def _remember(self, articles: Sequence[Article]) -> None:
        self._articles = tuple(articles)
        self._by_id = {article.id: article for article in articles}


@contextmanager
def _naming(path: Path) -> Iterator[None]:
    """Let a ProjectError of a file in the making name the file that was asked for."""
    try:
        yield
    except ProjectError as error:
        raise ProjectError(str(path), error.problem, error.detail) from error


def _key(articles: Sequence[Article], options: CompareOptions) -> str:
    """Return a hash of all that a comparison's result depends on."""
    content = [
        [article.id, article.sha256, article.outlet, article.published, article.language]
        for article in articles
    ]
    text = json.dumps([ENGINE_VERSION, _as_json(options), content])
    return hashlib.sha256(text.encode()).hexdigest()


def _as_json(options: CompareOptions) -> str:
    return json.dumps(asdict(options), sort_keys=True)
