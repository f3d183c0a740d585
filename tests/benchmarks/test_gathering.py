"""How long it takes to gather what goes out of a project with many excerpts."""

import pytest

SIZE = 10_000


@pytest.mark.parametrize("work", ["excerpts", "report", "tag", "search"])
def test_gathering(table, tmp_path, work):
    table(f"gathered: {work}", f"{SIZE:,}", "", work, SIZE, tmp_path, script="gathering.py")
