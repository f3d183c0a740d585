"""One table of all that is measured: a row is printed as soon as its work is done."""

import json
import subprocess
import sys
import threading
from pathlib import Path

import pytest

HERE = Path(__file__).parent
COLUMNS = "{:44} {:>22} {:>9} {:>9} {:>16}  {}"
SAMPLED = 0.05  # seconds between two looks at the memory of all processes


class Memory:
    """The most memory that a process and all below it have held together, in megabytes.

    What they share counts once (Linux, proportional set size); elsewhere nobody counts.
    """

    def __init__(self, process):
        self.peak = 0.0
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch, args=(process.pid,))
        self._thread.start()

    def close(self):
        self._ended.set()
        self._thread.join()

    def _watch(self, root):
        while not self._ended.wait(SAMPLED):
            self.peak = max(self.peak, sum(map(held, below(root))) / 1024)


def below(process):
    """Return a process and all that it has begun, and they in turn."""
    found = [str(process)]
    for one in found:
        for listed in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += listed.read_text().split()
            except OSError:
                continue  # it has ended meanwhile
    return found


def held(process):
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


@pytest.fixture(scope="session")
def table():
    """Lend a function that does one work of `works.py`, or of another script, and prints its row.

    The work prints, as JSON, its seconds and what else is to be told.
    """
    head = []

    def row(work, size, bar, *arguments, script="works.py"):
        command = [sys.executable, str(HERE / script), *map(str, arguments)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            memory = Memory(process)
            try:
                told = json.loads(process.stdout.read())
            finally:
                memory.close()
        if not head:
            head.append(COLUMNS.format("work", "size", "seconds", "peak MB", "bar", "told"))
            print("\n" + head[0])
        peak = f"{memory.peak:.0f}" if memory.peak else "?"
        print(COLUMNS.format(work, size, f"{told['seconds']:.2f}", peak, bar, told["told"]))
        return told

    return row
