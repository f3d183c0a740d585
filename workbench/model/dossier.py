"""Dossier: all that goes out in one export, gathered before a format is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.model.annotation import Annotation
    from workbench.model.apparatus import Apparatus
    from workbench.model.article import Article
    from workbench.model.codebook import Codebook
    from workbench.model.comparison import Comparison
    from workbench.model.excerpt import ExcerptGroup
    from workbench.model.outgoing import Outgoing
    from workbench.model.outlet import Outlet
    from workbench.model.quotation import Saying


@dataclass(frozen=True, slots=True)
class Methods:
    """How a comparison was made: by which program and engine, with which options.

    `options` are the names and values of those that differ from the usual ones, as plain text,
    `decisions` how many decisions of the analyst have changed what was found, `articles` how many
    were compared, of which more may be than go out.
    """

    program: str
    engine: int
    options: tuple[tuple[str, str], ...] = ()
    decisions: int = 0
    articles: int = 0


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which share of its words each article, or outlet, has in common with each other one.

    A row for each name, a share (0 to 1) for each column; None where row and column are the same.
    `by_outlet` where the names are those of outlets, for there are too many articles.
    """

    names: tuple[str, ...]
    shares: tuple[tuple[float | None, ...], ...]
    by_outlet: bool = False


@dataclass(frozen=True, slots=True)
class Dossier:
    """What goes out of one project, as `outgoing` asks.

    `made` is when the project was last changed, ISO 8601 in UTC, empty where it is not known;
    nothing in it comes from the clock. `annotations` are all that go out, also those on articles,
    passages and the project, by when they were made; `groups` has the excerpts among them. The
    comparison holds only what goes out; `apparatuses` are the tables of its clusters, those that
    are too large left out. `sigla` are the letters that its articles have in the whole project;
    where there are none, they go by the places of the articles here.
    """

    title: str
    made: str
    outgoing: Outgoing
    codebook: Codebook
    comparison: Comparison
    articles: tuple[Article, ...] = ()
    outlets: tuple[Outlet, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    groups: tuple[ExcerptGroup, ...] = ()
    apparatuses: tuple[Apparatus, ...] = ()
    sayings: tuple[Saying, ...] = ()
    matrix: Matrix | None = None
    methods: Methods | None = None
    sigla: tuple[str, ...] = ()
