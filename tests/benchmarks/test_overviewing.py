"""How long the gestures of the overviews hold a window on ten thousand articles."""

import json
import os
import subprocess
import sys
from pathlib import Path

BAR = 50  # milliseconds in which nobody notices that the window does not answer


def test_overviews(tmp_path):
    script = Path(__file__).with_name("overviewing.py")
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    for name, held, over in json.loads(run.stdout):
        print(
            f"\n10,000 articles, {name:22} held {held * 1000:5.0f} ms (bar {BAR} ms)"
            f"   over in {over:.2f} s",
            end="",
        )
