"""Main: the command line as a whole, and what its exit status says.

0 done, 1 something the user can act on (one sentence on stderr), 2 wrong usage, 3 a bug of ours
(a report is written and named), 130 interrupted.
"""

from __future__ import annotations

import importlib
import os
import sys
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import click

import workbench
from workbench.cli.bugs import BugReport
from workbench.messages import NO_QT, missing_library, quoted, sentence
from workbench.model import Cancelled, CrossreadError

if TYPE_CHECKING:
    from collections.abc import Sequence

DONE, FAILED, BUG, INTERRUPTED = 0, 1, 3, 130
PROJECT_SUFFIX = ".crossread"


class OpenWindow(Protocol):
    """What opens the window and returns the exit status once it is closed."""

    def __call__(
        self,
        project: Path | None,
        *,
        sample: bool,
        picture: Path | None,
        comparison: Path | None,
    ) -> int:
        """Show a project, the sample story or what was open last; see `workbench.app.run`."""


class Entry(NamedTuple):
    """A subcommand: the module whose `command` it is, and what it does in a few words."""

    module: str
    does: str


COMMANDS = {
    "check": Entry("workbench.cli.check", "Check a project file."),
    "collate": Entry("workbench.cli.collate", "Align short texts word by word."),
    "compare": Entry("workbench.cli.compare", "Compare two or more articles."),
    "export": Entry("workbench.cli.export", "Write a project for other programs."),
    "import": Entry("workbench.cli.import_files", "Put articles into a project."),
    "manual": Entry("workbench.cli.manual", "Write the manual."),
    "overlap": Entry("workbench.cli.overlap", "Find what the articles of an archive share."),
    "quotes": Entry("workbench.cli.quotes", "Find who is quoted, and in which words."),
    "self-test": Entry("workbench.cli.self_test", "Try whether all of the program works here."),
}


class Commands(click.Group):
    """The subcommands, each imported only when it is asked for."""

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a command; `main` lets no other name come here."""
        command: click.Command = importlib.import_module(COMMANDS[cmd_name].module).command
        return command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, those of the window too, and what each command does."""
        options = [*window.params, *self.get_params(ctx)]
        records = [o.get_help_record(ctx) for o in options if isinstance(o, click.Option)]
        with formatter.section("Options"):
            formatter.write_dl([record for record in records if record])
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.does) for name, entry in COMMANDS.items()])


@click.command(add_help_option=False)
@click.argument("project", metavar="[PROJECT]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--sample", is_flag=True, help="Show the sample story.")
@click.option(
    "--picture",
    metavar="PNG",
    type=click.Path(path_type=Path),
    help="Save a picture of the window, then close it.",
)
@click.option(
    "--comparison",
    metavar="HTML",
    type=click.Path(path_type=Path),
    help="Save the comparison that the window shows, then close it.",
)
@click.pass_obj
def window(
    open_window: OpenWindow,
    *,
    project: tuple[Path, ...],
    sample: bool,
    picture: Path | None,
    comparison: Path | None,
) -> int:
    """Open the window."""
    if len(project) > 1 or not all(_may_be_project(path) for path in project):
        raise click.UsageError(_hint(project))
    chosen = project[0] if project else None
    try:
        return open_window(chosen, sample=sample, picture=picture, comparison=comparison)
    except ImportError as error:
        words = _qt_sentence(error)
        if words is None:
            raise
        click.echo(words, err=True)
        return FAILED


@click.group(
    cls=Commands,
    invoke_without_command=True,
    subcommand_metavar="[PROJECT | COMMAND ...]",
    epilog="Without a command the window opens, with PROJECT if one is named. "
    "'crossread COMMAND --help' tells more about a command.",
)
@click.option("--version", is_flag=True, help="Show the version and exit.")
@click.option(
    "--verbose",
    is_flag=True,
    help="With --version: of every part too, and the folders that are used.",
)
@click.pass_context
def crossread(context: click.Context, *, version: bool, verbose: bool) -> None:
    """Compare how several outlets cover one story."""
    if version:
        click.echo(_version(in_full=verbose))
        context.exit()
    if context.invoked_subcommand is None:
        raise click.UsageError("--verbose goes with --version.")


def main(arguments: Sequence[str], open_window: OpenWindow) -> int:
    """Carry out a command line and return its exit status; never raises for what went wrong."""
    with BugReport(arguments, COMMANDS):
        return _status(arguments, open_window)
    return BUG


def _status(arguments: Sequence[str], open_window: OpenWindow) -> int:
    is_command = arguments and arguments[0] in (*COMMANDS, "--help", "--version", "--verbose")
    command = crossread if is_command else window
    try:
        with command.make_context("crossread", list(arguments), obj=open_window) as context:
            result = command.invoke(context)
        if sys.stdout is not None:  # a program of Windows without a console has none
            sys.stdout.flush()
        return result if isinstance(result, int) else DONE
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except CrossreadError as error:
        click.echo(sentence(error), err=True)
        return FAILED
    except (KeyboardInterrupt, click.Abort, Cancelled):
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE


def _version(*, in_full: bool) -> str:
    """Return the version; in full with a line for every part and folder."""
    lines = [f"crossread {workbench.__version__}"]
    if in_full:
        from workbench.project.facts import facts, folders, packages

        for heading, rows in (("", facts()), ("Packages", packages()), ("Folders", folders())):
            lines += ["", heading] if heading else [""]
            lines += [f"{name}: {value}" for name, value in rows]
    return "\n".join(lines)


def _may_be_project(path: Path) -> bool:
    from workbench.project.importing import SUFFIXES

    if path.suffix.lower() == PROJECT_SUFFIX:
        return True
    return path.suffix.lower() not in SUFFIXES and path.exists()


def _hint(words: Sequence[Path]) -> str:
    """Return what may have been meant by words that are no command and no project."""
    from workbench.project.importing import SUFFIXES

    if all(path.suffix.lower() == PROJECT_SUFFIX for path in words):
        return "The window shows one project at a time; name one of them."
    articles = [path for path in words if path.suffix.lower() in SUFFIXES]
    if articles:
        return (
            f"{quoted(str(articles[0]))} is an article, not a project. "
            "Try 'crossread compare FILE...' or 'crossread import PROJECT FILE...'."
        )
    close = get_close_matches(str(words[0]), COMMANDS, n=1)
    advice = f" Did you mean '{close[0]}'?" if close else ""
    return f"There is no command and no project {quoted(str(words[0]))}.{advice}"


def _qt_sentence(error: ImportError) -> str | None:
    """Return what is to be said where Qt is not there or lacks a library of the system."""
    if (error.name or "").partition(".")[0] not in ("PySide6", "shiboken6"):
        return None
    if isinstance(error, ModuleNotFoundError):
        return NO_QT
    return missing_library(str(error).partition(":")[0])
