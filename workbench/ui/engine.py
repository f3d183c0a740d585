"""Engine: lets the window load what it needs of the engine itself before somebody waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.ui.threads import begin

if TYPE_CHECKING:
    from collections.abc import Collection
    from threading import Thread

    from workbench.model import Comparison


class Engine(QObject):
    """Loads it once, in a thread of its own that computes nothing and shares nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loading: Thread | None = None

    def load(self, comparison: Comparison) -> None:
        """Begin where there is a comparison to look at, and nothing was begun before."""
        if self._loading is None and comparison.clusters:
            languages = {article.language for article in comparison.articles}
            self._loading = begin("crossread-engine", _load, languages)

    def stop(self) -> None:
        """Wait for what is being loaded: a second at most."""
        if self._loading is not None:
            self._loading.join()


def _load(languages: Collection[str]) -> None:
    """Import what collating, and sharing in common, take, and read lists of how rare words are."""
    import workbench.comparison.shares
    import workbench.project.apparatus  # noqa: F401
    from workbench.comparison.collate_cluster import collate_cluster  # noqa: F401
    from workbench.text.rarity import has_list

    for language in sorted(languages):
        has_list(language)
