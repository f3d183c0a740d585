"""History: the steps of a project that can be undone or done again, kept in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import Step

if TYPE_CHECKING:
    from workbench.store.project_file import ProjectFile

_LAST_DONE = """
SELECT number, words, is_undone, edit FROM history WHERE NOT is_undone
ORDER BY number DESC LIMIT 1
"""
_FIRST_UNDONE = """
SELECT number, words, is_undone, edit FROM history WHERE is_undone ORDER BY number LIMIT 1
"""


def read_steps(file: ProjectFile) -> tuple[Step, ...]:
    """Return all steps, the first one first; those that were undone stand last."""
    with file.reading() as connection:
        rows = connection.execute("SELECT number, words, is_undone FROM history ORDER BY number")
        return tuple(Step(number, words, bool(undone)) for number, words, undone in rows)


def add_step(file: ProjectFile, words: str, edit: str) -> None:
    """Put a step that was done after all others, in place of those that were undone."""
    with file.writing() as connection:
        connection.execute("DELETE FROM history WHERE is_undone")
        connection.execute(
            "INSERT INTO history (words, edit, is_undone) VALUES (?, ?, 0)", (words, edit)
        )


def next_step(file: ProjectFile, *, undoing: bool) -> tuple[Step, str] | None:
    """Return the step to undo, or to do again, with its edit; None where there is none."""
    with file.reading() as connection:
        row = connection.execute(_LAST_DONE if undoing else _FIRST_UNDONE).fetchone()
        return None if row is None else (Step(row[0], row[1], bool(row[2])), str(row[3]))


def turn_step(file: ProjectFile, number: int, edit: str, *, is_undone: bool) -> None:
    """Note that a step was undone, or done again, and what turns it back."""
    with file.writing() as connection:
        connection.execute(
            "UPDATE history SET edit = ?, is_undone = ? WHERE number = ?",
            (edit, int(is_undone), number),
        )


def forget_step(file: ProjectFile, number: int) -> None:
    """Take a step out of the history."""
    with file.writing() as connection:
        connection.execute("DELETE FROM history WHERE number = ?", (number,))
