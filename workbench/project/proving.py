"""Proving: whether an installed program can do what it is for, tried on the sample story."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from workbench.model import (
    Annotation,
    ChangeAnnotations,
    ChangeCodebook,
    Kind,
    Outgoing,
    Span,
    Tag,
    Target,
    select,
)
from workbench.project.exporting import (
    ALIGNMENT_FORMATS,
    COMPARISON_FORMATS,
    QUOTATION_FORMATS,
    export_alignment,
    export_comparison,
    export_project,
    export_quotations,
    project_formats,
)
from workbench.resources import sample_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from workbench.model import AddArticles, Article, Comparison, Quotations
    from workbench.project.project import Project

    Trial = tuple[str, Callable[[], None]]

WORD = "productive"  # the sample story is about a phrase with it
NOTED = "2024-02-20T08:00:00Z"
WITNESSES = ("The ferry left at noon.", "The old ferry left at six.")


class UnprovedError(Exception):
    """Something came out that should not; the text says what, and nothing of the user's."""


class Proof:
    """Trials on the sample story, in a project that is made in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "sample.crossread"

    def trials(self) -> Iterator[Trial]:
        """Yield each trial with its name, in their order; one raises what goes wrong."""
        yield "reading", self._read
        yield "comparison", self._compare
        yield "quotations", self._quote
        yield "project", self._store
        yield "search", self._search
        yield from self._exports()

    @cached_property
    def _edit(self) -> AddArticles:
        from workbench.project.importing import plan_import, read_files

        return plan_import((), read_files(sample_files())).edit

    @cached_property
    def _comparison(self) -> Comparison:
        from workbench.project.comparing import compare_articles

        return compare_articles(self._edit.articles)

    @cached_property
    def _quotations(self) -> Quotations:
        from workbench.project.comparing import quote_articles

        return quote_articles(self._edit.articles)

    def _read(self) -> None:
        found, files = len(self._edit.articles), len(sample_files())
        require(found == files > 0, f"of the sample story {found} of {files} articles are there")

    def _compare(self) -> None:
        kinds = {pair.kind for pair in self._comparison.pairs}
        require(kinds == set(Kind), f"shared passages are only {sorted(kinds)}")

    def _quote(self) -> None:
        require(any(each.speaker for each in self._quotations.quotations), "nobody is quoted")

    def _store(self) -> None:
        from workbench.project.checking import check
        from workbench.project.project import Project

        articles = self._edit.articles
        note = Annotation("n", _first_word(articles[0]), ("t",), "Memo", "", NOTED, NOTED)
        with Project.create(self._path, self._edit) as project:
            project.apply(ChangeCodebook((Tag("t", "Tag"),)), "tag")
            project.apply(ChangeAnnotations((note,)), "note")
            project.undo()
            project.redo()
            project.keep_comparison(self._comparison, project.options())
        with self._opened() as project:
            require(project.articles() == articles, "the articles are not as they were put in")
            require(project.annotations(["n"]) == (note,), "the annotation is not as it was made")
        require(not check(self._path).findings, "the project is not sound")

    def _search(self) -> None:
        from workbench.project.searching import search

        with self._opened() as project:
            require(search(project, WORD)[0] > 0, "a word of the sample story is not found")

    def _opened(self) -> Project:
        from workbench.project.project import Project

        return Project.open(self._path)

    def _exports(self) -> Iterator[Trial]:
        for what, forms, written in (
            ("project", project_formats(), self._project_as),
            ("comparison", COMPARISON_FORMATS, self._comparison_as),
            ("quotations", QUOTATION_FORMATS, self._quotations_as),
            ("collation", ALIGNMENT_FORMATS, _collation_as),
        ):
            for form in forms:
                yield f"{what} as {form}", partial(_require_some, written, form)

    def _project_as(self, form: str) -> bytes:
        with self._opened() as project:
            return export_project(project, Outgoing(has_variants=True), form)[0]

    def _comparison_as(self, form: str) -> str:
        return export_comparison(self._comparison, form)

    def _quotations_as(self, form: str) -> str:
        return export_quotations(self._quotations, form)


def _collation_as(form: str) -> str:
    from workbench.project.comparing import collate_readings

    return export_alignment(collate_readings((), WITNESSES), form)


def _first_word(article: Article) -> Target:
    span = Span(0, len(article.text.split()[0]))
    return Target((select(article.id, article.text, span),))


def _require_some(written: Callable[[str], str | bytes], form: str) -> None:
    require(bool(written(form)), "nothing is written")


def require(holds: bool, otherwise: str) -> None:  # noqa: FBT001 - as an assertion
    """Raise UnprovedError with those words where something does not hold."""
    if not holds:
        raise UnprovedError(otherwise)
