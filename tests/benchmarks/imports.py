"""Reads one file as an import does, in a process of its own, and prints its seconds as JSON.

python imports.py FILE ARTICLES, where ARTICLES is how many it holds.
"""

import json
import sys
import time
from pathlib import Path


class Questions:
    """Notes how long the reading goes on without asking whether it is to stop."""

    def __init__(self):
        self.longest = 0.0
        self._last = time.perf_counter()

    def __call__(self, _done, _total):
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def imported(path, articles):
    from workbench.project.importing import find_files, plan_import, read_files

    begun = time.perf_counter()
    asked = Questions()
    plan = plan_import([], read_files(find_files([path]), asked))
    asked(1, 1)
    (row,) = plan.rows
    assert (row.imported, row.skipped) == (articles, ()), row
    return {
        "seconds": time.perf_counter() - begun,
        "told": f"{path.stat().st_size / 1e6:.1f} MB; stops within {asked.longest:.2f} s",
    }


if __name__ == "__main__":
    print(json.dumps(imported(Path(sys.argv[1]), int(sys.argv[2]))))
