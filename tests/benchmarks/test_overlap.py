"""How long the overlap of a made-up archive takes, in how much memory, and what it finds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
HEAD = "articles  jobs  seconds  peak MB   pairs  verbatim found  edited found"


@pytest.mark.benchmark
@pytest.mark.timeout(600)
def test_overlap_of_made_up_archives():
    print(f"\n{HEAD}")
    for articles, jobs in ((1_000, 1), (10_000, 1), (10_000, 2)):
        run = subprocess.run(
            [sys.executable, HERE / "overlapping.py", str(articles), str(jobs)],
            capture_output=True,
            text=True,
            check=True,
        )
        row = json.loads(run.stdout)
        memory = "?" if row["megabytes"] is None else f"{row['megabytes']:.0f}"
        print(
            f"{articles:8}  {jobs:4}  {row['seconds']:7.1f}  {memory:>7}  {row['pairs']:6}"
            f"  {row['verbatim']:14.1%}  {row['edited']:12.1%}"
        )
        assert row["verbatim"] > 0.5
