"""Give a picture so few colours that a byte is enough for each point of it.

A window has few areas of many colours and many edges of letters, so that nobody sees it.
"""

# ruff: noqa: TID251 - the pictures are of the window

import numpy as np
import numpy.typing as npt
from PySide6.QtGui import QImage

MOST = 256


def with_few_colours(picture: QImage, most: int = MOST) -> QImage:
    """Return a picture with a table of colours, the same each time; transparency is lost.

    One colour after the other is taken into the table: that which does most harm as long as it is
    missing, counted by its points and how far it is from the nearest that is there.
    """
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    size = (plain.height(), plain.width())
    points = np.frombuffer(plain.constBits(), np.uint32)
    colours, at, counts = np.unique(points, return_inverse=True, return_counts=True)
    table, nearest = _table(colours, counts, most)
    rows = np.zeros((size[0], -(-size[1] // 4) * 4), np.uint8)  # a row is whole words of 4 bytes
    rows[:, : size[1]] = nearest[at].reshape(size)
    few = QImage(rows.tobytes(), size[1], size[0], QImage.Format.Format_Indexed8)
    few.setColorTable(table)
    return few.copy()


def _table(
    colours: npt.NDArray[np.uint32], counts: npt.NDArray[np.intp], most: int
) -> tuple[list[int], npt.NDArray[np.uint8]]:
    """Return the colours that stay, and for each colour which of them is the nearest."""
    parts = np.stack([colours >> shift & 0xFF for shift in (16, 8, 0)], axis=1).astype(np.int64)
    nearest = np.zeros(len(colours), np.uint8)
    distance = np.full(len(colours), 3 * 0xFF**2 + 1, np.int64)
    table: list[int] = []
    while len(table) < most and distance.any():
        chosen = int(np.argmax(distance * counts))
        from_chosen = ((parts - parts[chosen]) ** 2).sum(axis=1)
        nearer = from_chosen < distance
        nearest[nearer] = len(table)
        distance = np.minimum(distance, from_chosen)
        table.append(int(colours[chosen]))
    return table, nearest
