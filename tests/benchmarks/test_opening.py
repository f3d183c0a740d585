"""How long from the start of the process until the empty window is shown.

An installed program is compiled already, so the first run, which is not counted, compiles this one.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

RUNS = 9


def opened(folder: Path) -> tuple[float, list[str]]:
    """Open the window once; return seconds until it was shown, and the heavy libraries loaded."""
    script = Path(__file__).with_name("opening.py")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder.parent / "compiled")
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.monotonic()
    run = subprocess.run(
        [sys.executable, str(script), str(folder)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(run.stdout)
    return told["shown"] - begun, told["loaded"]


def test_first_window(tmp_path):
    opened(tmp_path / "warm-up")
    runs = [opened(tmp_path / str(number)) for number in range(RUNS)]
    seconds = [run[0] for run in runs]
    print(
        f"\nfirst window   median {statistics.median(seconds):.2f} s"
        f"   {min(seconds):.2f} to {max(seconds):.2f} s   bar 1.0 s"
        f"   heavy libraries loaded: {', '.join(runs[0][1]) or 'none'}"
    )
