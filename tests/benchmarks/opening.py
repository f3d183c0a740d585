"""Opens the window on an empty project and prints when it was shown and what it had loaded."""

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from workbench.app import Program
from workbench.project.drafts import Drafts

HEAVY = ("numpy", "scipy", "sqlite_utils", "lxml", "trafilatura", "jinja2", "dateparser")


def main() -> None:
    """Print seconds of the monotonic clock at the first paint, and the heavy libraries loaded."""
    folder = Path(sys.argv[1])
    app = QApplication([])
    app.setStyle("Fusion")
    program = Program(app, Drafts(folder / "drafts").new(), folder, folder)
    program.window.show()
    app.processEvents()
    shown = time.monotonic()
    loaded = [name for name in HEAVY if name in sys.modules]
    sys.stdout.write(json.dumps({"shown": shown, "loaded": loaded}) + "\n")
    QTimer.singleShot(0, program.window.close)
    app.exec()


if __name__ == "__main__":
    main()
