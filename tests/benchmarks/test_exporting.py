"""How long many excerpts take to go out in the formats that people read."""

import pytest

from workbench.project.export_formats import EXPORT_FORMATS

SIZE = 10_000
READ = ("html", "docx", "odt", "pdf", "markdown", "xlsx", "csv")


@pytest.mark.parametrize("form", [each.name for each in EXPORT_FORMATS if each.name in READ])
def test_exporting(table, form):
    table(f"excerpts out as {form}", f"{SIZE:,}", "20 s", form, SIZE, script="exporting.py")
