"""Write the page that `man crossread` shows, from what the program's own --help says.

python packaging/man_page.py FILE writes it. The environment must have the library click.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from console import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import click

STATUS = (
    ("0", "All was done."),
    ("1", "Something stood in the way that you can change; one sentence says what."),
    ("2", "The command was not understood."),
    ("3", "Crossread made a mistake; a report is written, and its name is said."),
)
FILES = (
    ("~/.config/crossread", "Settings."),
    ("~/.local/share/crossread", "Drafts: projects that have no name yet."),
    ("~/.local/state/crossread", "The log, and reports on the program's own mistakes."),
    ("NAME.crossread-backups", "Verified copies of the project NAME.crossread, beside it."),
)


def page() -> str:
    """Return the page in the language of man."""
    sys.path.insert(0, str(ROOT))
    import click

    from workbench import __version__
    from workbench.cli import main as program

    context = click.Context(program.crossread, info_name="crossread")
    lines = [
        f'.TH CROSSREAD 1 "" "Crossread {__version__}"',
        ".SH NAME",
        "crossread \\- compare how several outlets cover one story",
        ".SH SYNOPSIS",
        ".B crossread",
        "[\\fIPROJECT\\fR | \\fICOMMAND\\fR ...]",
        ".SH DESCRIPTION",
        "Crossread is a workbench for media analysts: it reads articles side by side, finds what",
        "they share, shows where the wording differs, and tells who is quoted by whom. Without a",
        "command the window opens, with the project if one is named. Nothing leaves the machine.",
        ".SH OPTIONS",
        *_options(program.window, context),
        *_options(program.crossread, context),
        ".SH COMMANDS",
        *(line for name in program.COMMANDS for line in _command(program.crossread, context, name)),
        *_listed("EXIT STATUS", STATUS),
        *_listed("FILES", FILES),
    ]
    return "\n".join(lines) + "\n"


def _command(group: click.Group, parent: click.Context, name: str) -> Iterator[str]:
    import click

    command = group.get_command(parent, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=parent)
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".SS crossread {_plain(name)} {_plain(usage)}"
    yield from _paragraphs(command.help or "")
    yield from _options(command, context)


def _options(command: click.Command, context: click.Context) -> Iterator[str]:
    import click

    for parameter in command.params:
        record = isinstance(parameter, click.Option) and parameter.get_help_record(context)
        if record:
            yield from (".TP", f".B {_plain(record[0])}", _plain(record[1]))


def _listed(heading: str, rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    yield f".SH {heading}"
    for term, meaning in rows:
        yield from (".TP", f".B {_plain(term)}", _plain(meaning))


def _paragraphs(words: str) -> Iterator[str]:
    for paragraph in re.split(r"\n\s*\n", words.strip()):
        yield ".PP"
        yield _plain(" ".join(paragraph.replace("\b", "").split()))


def _plain(words: str) -> str:
    """Return words of which none means anything to man."""
    signs = {"\\": "\\e", "-": "\\-", "…": "...", "’": "'", "–": "\\(en"}
    plain = "".join(signs.get(sign, sign) for sign in words)
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain


def main(arguments: list[str]) -> int:
    """Write the page and give back the exit status."""
    Path(arguments[0]).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
