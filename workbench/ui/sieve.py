"""Sieve: finds which of many texts have the words sought, a few between the window's events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from workbench.ui.steps import Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Sequence

PORTION = 100
"""Texts looked through at a time: some 2 ms where they must be folded, far less later."""


class Sieve(QObject):
    """Looks for words in the texts of keys, in any case; a text is folded once.

    `besides` gives what else is known of a key; it is short, folded already, and may change.
    `sifted` brings the keys whose texts have all the words, in their order; a search that is
    overtaken by another brings none.
    """

    sifted = Signal(object)

    def __init__(
        self,
        text_of: Callable[[str], str],
        parent: QObject | None = None,
        besides: Callable[[str], str] = lambda _: "",
    ) -> None:
        super().__init__(parent)
        self._text_of = text_of
        self._besides = besides
        self._folded: dict[str, str] = {}
        self._steps: Steps | None = None

    def forget(self) -> None:
        """Read the texts anew from now on, for they may be others; stop looking."""
        self._stop()
        self._folded.clear()

    def sift(self, keys: Iterable[str], sought: str) -> None:
        """Look for all words of `sought`; where the texts are few, `sifted` comes at once."""
        self._stop()
        words = tuple(sought.casefold().split())
        self._steps = Steps(self._sifting(tuple(keys), words), self)
        self._steps.finished.connect(self._tell)
        self._steps.start()

    def _stop(self) -> None:
        steps, self._steps = self._steps, None
        if steps is not None:
            steps.stop()

    def _tell(self, found: Sequence[str]) -> None:
        self._steps = None
        self.sifted.emit(found)

    def _sifting(
        self, keys: Sequence[str], words: Sequence[str]
    ) -> Generator[None, None, list[str]]:
        found: list[str] = []
        for start in range(0, len(keys), PORTION):
            found += [key for key in keys[start : start + PORTION] if self._has(key, words)]
            yield
        return found

    def _has(self, key: str, words: Sequence[str]) -> bool:
        text = self._folded.get(key)
        if text is None:
            text = self._folded[key] = self._text_of(key).casefold()
        besides = self._besides(key)
        return all(word in text or word in besides for word in words)
