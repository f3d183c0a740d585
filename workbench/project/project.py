"""Project: one analyst's file, open, and what can be done with it."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from workbench.comparison.options import ENGINE_VERSION
from workbench.model import InputError, InputProblem, ProjectError, ProjectProblem
from workbench.project.applying import apply
from workbench.project.comparison_key import comparison_key, options_as_json
from workbench.project.contents import Contents
from workbench.project.decisions import decided_options, decisions
from workbench.project.recorded import read_edit, recorded
from workbench.project.search_index import SearchIndex
from workbench.project.stepping import result_of
from workbench.project.whole import Whole, reading_whole
from workbench.project.writing import as_output_error, naming, replacing
from workbench.store.annotations import (
    annotations_of,
    annotations_of_project,
    annotations_with,
    count_uses,
    find_annotations,
    read_annotations,
    read_taggings,
    waiting_annotations,
)
from workbench.store.articles import read_setting
from workbench.store.comparisons import keep_comparison, read_comparison
from workbench.store.fingerprints import keep_fingerprints, read_fingerprints
from workbench.store.history import add_step, forget_step, next_step, read_steps, turn_step
from workbench.store.outlets import read_outlets
from workbench.store.project_file import ProjectFile, create_file, make_way, open_file
from workbench.store.revisions import read_revisions
from workbench.store.verify import count_rows

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Sequence
    from pathlib import Path

    from workbench.comparison.options import CompareOptions
    from workbench.model import (
        Annotation,
        Applied,
        Article,
        Change,
        Codebook,
        Comparison,
        Decision,
        Edit,
        Outlet,
        Revision,
        Step,
    )
    from workbench.project.annotation_counts import Tagging


class Project:
    """An open project, for one thread; close it, or use it in a `with` statement.

    Everything that reads or writes raises ProjectError where the file cannot be used.
    """

    def __init__(self, file: ProjectFile) -> None:
        self._file = file
        self._contents = Contents(file)
        self.index = SearchIndex(self._contents)

    @classmethod
    def create(cls, path: Path, edit: Edit | None = None) -> Project:
        """Make a new project, with the edit applied already, and open it.

        Raises ProjectError where something stands there already, OutputError where it cannot be
        written.
        """
        if path.exists():
            raise ProjectError(str(path), ProjectProblem.EXISTS)
        with naming(path), replacing(path) as part:
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
    def is_remote(self) -> bool:
        """Whether the file lies on another computer, as far as the system says."""
        return self._file.is_remote

    @property
    def schema_before(self) -> int:
        """The schema that the file had when it was opened, 0 where it was the present one."""
        return self._file.schema_before

    @property
    def is_empty(self) -> bool:
        """Whether there are no articles; quick where they have not been read yet."""
        return count_rows(self._file, "articles") == 0

    def articles(self) -> tuple[Article, ...]:
        """Return the articles in their order."""
        return self._contents.articles()

    def article(self, id_: str) -> Article:
        """Return the article of that id; raises KeyError where there is none."""
        return self._contents.article(id_)

    def revisions(self, id_: str) -> tuple[Revision, ...]:
        """Return the texts that an article had before, the first one first."""
        return read_revisions(self._file, id_)

    def outlets(self) -> tuple[Outlet, ...]:
        """Return who published, by their names."""
        return read_outlets(self._file)

    def codebook(self) -> Codebook:
        """Return the tags."""
        return self._contents.codebook()

    def annotations_of(self, articles: Iterable[str]) -> tuple[Annotation, ...]:
        """Return the annotations that speak of any of these articles, by when they were made."""
        return annotations_of(self._file, articles)

    def annotations_of_project(self) -> tuple[Annotation, ...]:
        """Return the annotations on the project as such, by when they were made."""
        return annotations_of_project(self._file)

    def annotations(self, ids: Iterable[str]) -> tuple[Annotation, ...]:
        """Return the annotations of these ids that there are, by when they were made."""
        return find_annotations(self._file, ids)

    def reading_annotations(self) -> Iterator[tuple[Annotation, ...]]:
        """Yield all annotations by when they were made, a portion at every step."""
        return read_annotations(self._file)

    def annotations_with(self, tags: Iterable[str]) -> tuple[Annotation, ...]:
        """Return the annotations that have any of these tags, by when they were made."""
        return annotations_with(self._file, tags)

    def waiting_annotations(self) -> tuple[Annotation, ...]:
        """Return the annotations that wait for review, by when they were made."""
        return waiting_annotations(self._file)

    def count_annotations(self) -> int:
        """Return how many annotations there are."""
        return count_rows(self._file, "annotations")

    def tag_uses(self) -> dict[str, int]:
        """Return how many annotations have each tag, by its id; tags without any are left out."""
        return count_uses(self._file)

    def reading_taggings(self) -> Iterator[list[Tagging]]:
        """Yield each tag that was given and where, as `annotation_counts` wants it, in portions."""
        return read_taggings(self._file)

    def reading_whole(self) -> Generator[None, None, Whole]:
        """Return all that the analyst has put in, read in portions, one at every step."""
        return reading_whole(self._contents)

    def apply(self, edit: Edit, words: str = "") -> Applied:
        """Carry out an edit, durable when this returns, and return what takes it back.

        With `words`, which name it, it is the next step of the history: `undo` takes it back, also
        after the project was closed. Raises InputError where the edit does not fit the project,
        KeyError where an article is to go that is not there; nothing has changed then, nor where
        ProjectError is raised.
        """
        with self._changing():
            applied = apply(self._contents, edit)
            if words:
                add_step(self._file, words, recorded(applied.inverse))
        return applied

    def steps(self) -> tuple[Step, ...]:
        """Return the history, the first step first; those that were undone stand last."""
        return read_steps(self._file)

    def undo(self) -> Applied | None:
        """Take back the last step that stands, durable when this returns; None where none does.

        Raises as `apply` does; a step that does not fit the project any more is forgotten then.
        """
        return self._turn(undoing=True)

    def redo(self) -> Applied | None:
        """Do again the step that was undone last, as `undo` does."""
        return self._turn(undoing=False)

    def follow(self) -> frozenset[Change]:
        """Return what another program has changed of a project that is only read here.

        It is read again when it is asked for next. A file that is not whole is looked at later.
        """
        changes = self._file.changes()
        if changes:
            self._contents.forget()
        return changes

    def take_over(self) -> bool:
        """Let the project be changed where the program that had it open has gone; tell whether so.

        Raises ProjectError where that program has left a file that cannot be used here.
        """
        is_free = self._file.take_over()
        if is_free:
            self._contents.forget()
        return is_free

    def restore(self, backup: Path) -> None:
        """Let all be as in a backup, once there is one of what is here now.

        Raises ProjectError, or OutputError where there can be no backup; nothing has changed then.
        """
        with as_output_error(self.path):
            self._file.restore(backup, datetime.now(UTC))
        self._contents.forget()

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
        return result_of(self.reading_kept(options, articles))

    def reading_kept(
        self, options: CompareOptions, articles: Sequence[Article] | None = None
    ) -> Generator[None, None, Comparison | None]:
        """Return what `cached_comparison` does, read in portions, one at every step.

        No comparison may be kept before the last step.
        """
        chosen = self.articles() if articles is None else tuple(articles)
        try:
            return (yield from read_comparison(self._file, comparison_key(chosen, options), chosen))
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
            key = comparison_key(comparison.articles, options)
            yield from keep_comparison(
                self._file, key, ENGINE_VERSION, options_as_json(options), comparison
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
        if path.exists() and self.path.exists() and path.samefile(self.path):
            return
        with naming(path), replacing(path) as part:
            self._file.copy_to(part)
            make_way(path)

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        self.index.close()
        self._file.close()

    def _turn(self, *, undoing: bool) -> Applied | None:
        found = next_step(self._file, undoing=undoing)
        if found is None:
            return None
        step, edit = found
        try:
            with self._changing():
                applied = apply(self._contents, read_edit(edit))
                turn_step(self._file, step.number, recorded(applied.inverse), is_undone=undoing)
        except (InputError, KeyError, ValueError) as error:
            forget_step(self._file, step.number)
            raise InputError(InputProblem.STALE_STEP, step.words) from error
        return applied

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Make one transaction of a change; where it fails, what is remembered is read anew."""
        try:
            with self._file.writing():
                yield
        except BaseException:
            self._contents.forget()
            raise
