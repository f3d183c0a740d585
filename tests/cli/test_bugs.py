"""What a report on a bug says of the command line: no file by its name."""

import pytest

from workbench.cli.bugs import _without_names


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "crossread"),
        (["--sample"], "crossread --sample"),
        (
            ["import", "Wei.crossread", "/people/wei/import/secret.DOCX", "--format", "json"],
            "crossread import ….crossread ….DOCX --format …",
        ),
        (["collate", "--witness=Wei said", "-oWei.html", "-"], "crossread collate --witness -o -"),
        (["Harbour"], "crossread …"),
        (["a.Wei said so"], "crossread …"),
        (["a.harbourclosednow"], "crossread …"),
    ],
)
def test_names_are_left_out(arguments, told):
    assert _without_names(arguments, {"import", "collate"}) == told
