"""Described: all commands with their options, as the manual tells them."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

import click

from workbench.cli.main import COMMANDS, crossread, window
from workbench.project.manual import code, table

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPHS = re.compile(r"\n\s*\n")


def told_by_commands() -> dict[str, str]:
    """Return what stands in the manual for `command_list`: a section for each command."""
    return {"command_list": "\n\n".join(_sections())}


def _sections() -> Iterator[str]:
    opened = [_options(click.Context(command)) for command in (window, crossread)]
    yield "## crossread\n\nOpens the window, with the project that is named.\n\n" + table(
        ("Option", "What it does"), [row for rows in opened for row in rows]
    )
    for name, entry in COMMANDS.items():
        command: click.Command = importlib.import_module(entry.module).command
        context = click.Context(command, info_name=f"crossread {name}")
        yield f"## crossread {name}"
        yield code(" ".join((context.command_path, *command.collect_usage_pieces(context))))
        yield from (" ".join(each.split()) for each in PARAGRAPHS.split(command.help or ""))
        yield table(("Option", "What it does"), _options(context))


def _options(context: click.Context) -> list[tuple[str, str]]:
    """Return options with what they do; what one may be given, where that is a choice, after it."""
    rows = []
    for each in context.command.get_params(context):
        record = each.get_help_record(context) if isinstance(each, click.Option) else None
        if record is None:
            continue
        option, words = record
        if isinstance(each.type, click.Choice):
            option = option.split()[0]
            words = f"{words} One of {', '.join(map(code, each.type.choices))}."
        rows.append((code(option), words))
    return rows
