"""Draw the picture beside the first and last page of the Windows installer.

python packaging/installer_picture.py FILE writes a BMP. Qt draws, so Qt must be there.
"""

import os
import sys
from pathlib import Path

from icons import DRAWING

WIDTH, HEIGHT = 328, 628  # twice what the pages show, for screens with fine pixels
ICON = 200
ABOVE = 96
TOP, BOTTOM = "#2c6680", "#10222c"  # as the ground of the icon, ending darker


def draw(file: Path) -> None:
    """Write the picture: the icon on its own ground."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    ground = QLinearGradient(0, 0, 0, HEIGHT)
    ground.setColorAt(0, QColor(TOP))
    ground.setColorAt(1, QColor(BOTTOM))
    painter.fillRect(image.rect(), ground)
    place = QRectF((WIDTH - ICON) / 2, ABOVE, ICON, ICON)
    QSvgRenderer(str(DRAWING)).render(painter, place)
    painter.end()
    if not image.save(str(file)):
        raise OSError(f"{file} cannot be written")


def main(arguments: list[str]) -> int:
    """Draw the picture and give back the exit status."""
    from PySide6.QtGui import QGuiApplication

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    draw(Path(arguments[0]))
    app.quit()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
