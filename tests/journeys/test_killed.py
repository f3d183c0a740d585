"""Killed at any moment, 200 times in all: what was confirmed is there, and the file is whole.

SIGKILL leaves a program no time for anything, as a crash does; see `killed.py`.
"""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("killed.py")
KILLS = 20


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL on Windows")
@pytest.mark.parametrize(
    ("work", "seed"),
    [
        *(("edits", seed) for seed in range(6)),
        *(("migrations", seed) for seed in range(2)),
        *(("comparisons", seed) for seed in range(2)),
    ],
)
def test_a_killed_program_loses_nothing_that_it_confirmed(tmp_path, work, seed):
    command = [sys.executable, str(SCRIPT), work, str(tmp_path), str(seed), str(KILLS)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr[-4000:]
    rounds = json.loads(result.stdout)
    assert len(rounds) == KILLS
    assert len({tuple(each) for each in rounds}) > 1  # it was not always the same moment
