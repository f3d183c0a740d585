"""Beside: where a small panel stands so that it hides nothing of what it is about."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize

GAP = 6  # pixels between a panel and the words that it is about


def beside(size: QSize, words: QRect, room: QRect) -> QPoint:
    """Return where a panel of a size stands best in a room: below words, above, or at a side.

    Where none of these has room for it, it stands at the end of the room and hides the least.
    """
    left = max(room.left(), min(words.left(), room.right() + 1 - size.width()))
    top = max(room.top(), min(words.top(), room.bottom() + 1 - size.height()))
    places = (
        QPoint(left, words.bottom() + GAP),
        QPoint(left, words.top() - GAP - size.height()),
        QPoint(words.right() + GAP, top),
        QPoint(words.left() - GAP - size.width(), top),
    )
    fitting = (place for place in places if room.contains(QRect(place, size)))
    last = max(room.top(), room.bottom() + 1 - size.height())
    return next(fitting, QPoint(left, last))
