"""Exchange files: other programs' projects and annotations, brought into a project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.progress import progress
from workbench.exchange_words import arrival_words, loss_reason, loss_words
from workbench.model import Codebook, ProjectError, ProjectProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from workbench.model import Article
    from workbench.project.exchange_articles import Incoming
    from workbench.project.exchanging import Arrival
    from workbench.project.project import Project


@dataclass(frozen=True, slots=True)
class Arrived:
    """What a file has brought."""

    path: str
    kind: str
    arrival: Arrival

    def as_dict(self) -> dict[str, object]:
        """Return an element of the list that `crossread import --format json` writes."""
        arrival = self.arrival
        return {
            "path": self.path,
            "reader": self.kind,
            "announced": len(arrival.articles) + arrival.known,
            "imported": len(arrival.articles),
            "duplicates": arrival.known,
            "tags": len(arrival.tags.edit.put),
            "annotations": len(arrival.annotations),
            "skipped": [
                {"what": loss_words(loss), "why": loss_reason(loss), "count": loss.count}
                for loss in arrival.losses
            ],
        }

    def lines(self) -> Iterator[str]:
        """Yield what is said of it: what came, then each thing that could not."""
        yield f"{self.path}: {arrival_words(self.arrival)}"
        for loss in self.arrival.losses:
            yield f"Not imported: {loss_words(loss)} ({loss_reason(loss)})"


def is_exchange(name: str) -> bool:
    """Tell whether a file is another program's project or codebook, or holds web annotations."""
    from workbench.project.exchanging import exchange_kind

    return bool(exchange_kind(Path(name)))


def bring(path: Path, name: str, before: Callable[[Path], None]) -> Arrived:
    """Bring a file into a project, as one step; the project is made where there is none.

    `before` is called once there is something to bring. Raises FileError, ProjectError.
    """
    from workbench.project.exchanging import WEB, articles_of, exchange_kind
    from workbench.project.project import Project

    kind = exchange_kind(Path(name))
    if path.exists():
        with Project.open(path) as project:
            if project.why_read_only is not None:
                raise ProjectError(str(path), project.why_read_only)
            incoming = _read(name, articles_of(project), project.codebook())
            return Arrived(name, kind, _put(project, incoming, before))
    if kind == WEB:  # which has no articles that a project could be made of
        raise ProjectError(str(path), ProjectProblem.MISSING)
    incoming = _read(name, (), Codebook())
    with Project.create(path) as project:
        return Arrived(name, kind, _put(project, incoming, lambda _: None))


def _read(name: str, articles: Sequence[Article], codebook: Codebook) -> Incoming:
    from workbench.project.exchanging import read_exchange

    with progress("Reading") as report:
        return read_exchange(Path(name), articles, codebook, report)


def _put(project: Project, incoming: Incoming, before: Callable[[Path], None]) -> Arrival:
    from workbench.project.exchanging import arriving

    arrival = arriving(incoming, project)
    if arrival.edit.edits:
        before(project.path)
        project.apply(arrival.edit, "import from another program")
    return arrival
