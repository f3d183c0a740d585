"""Draw the program's icon in the sizes that are asked for, from resources/icons/crossread.svg.

python packaging/icons.py FOLDER SIZE… writes SIZE.png for each. Qt draws, so Qt must be there.
"""

import os
import sys
from pathlib import Path

from console import ROOT

DRAWING = ROOT / "resources" / "icons" / "crossread.svg"


def draw(size: int, file: Path) -> None:
    """Write the icon as a PNG that many pixels wide and high."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    if not image.save(str(file)):
        raise OSError(f"{file} cannot be written")


def main(arguments: list[str]) -> int:
    """Draw all sizes and give back the exit status."""
    from PySide6.QtGui import QGuiApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    for size in arguments[1:]:
        draw(int(size), folder / f"{size}.png")
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
