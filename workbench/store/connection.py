"""Connection: how this program connects to a file of SQLite, and how changes come into it."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 1.0
"""Seconds to wait while another program writes: longer than a write takes, short enough to say."""

LONG_PATIENCE = 5.0
"""Seconds where readers keep writers out: a backup over the network takes some."""


def sqlite_version() -> str:
    """Return the version of SQLite that is at work here."""
    return sqlite3.sqlite_version


def connected(path: Path, mode: str) -> sqlite3.Connection:
    """Return a connection that is durable and keeps to the rules; `mode` is SQLite's, as rw."""
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=PATIENCE)
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA fullfsync = ON")  # macOS else leaves it to the disk when it writes
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def keep_to_oneself(connection: sqlite3.Connection) -> None:
    """Let SQLite do without memory shared with others, for there it cannot be shared.

    To be called before anything is read, and ended by `choose_journal`.
    """
    connection.execute("PRAGMA locking_mode = EXCLUSIVE")


def choose_journal(connection: sqlite3.Connection, *, is_remote: bool) -> None:
    """Let changes go to a log beside the file first, or where computers share it, into the file.

    The log (WAL) is quicker, and readers need not wait; but it needs memory that all programs
    share, which those on several computers cannot.
    """
    if is_remote:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA synchronous = EXTRA")
        connection.execute(f"PRAGMA busy_timeout = {round(LONG_PATIENCE * 1000)}")
        connection.execute("PRAGMA locking_mode = NORMAL")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()  # lets the lock go
    else:
        connection.execute("PRAGMA journal_mode = WAL")
