"""Unseen: what Qt says where there is no screen, without what it says of itself to everybody."""

from __future__ import annotations

import re
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QtMsgType, qFormatLogMessage, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtCore import QMessageLogContext

    Hearer = Callable[[QtMsgType, QMessageLogContext, str], None]

# Qt's platform without a screen has no window manager to tell of a least size, and says so at every
# window that has a layout
_OF_THE_PLATFORM = re.compile(r"This plugin does not support (propagateSizeHints|raise|grabbing)")


@contextmanager
def unseen() -> Iterator[None]:
    """Let Qt speak as before within the block, but for what no program can change there."""

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if _OF_THE_PLATFORM.match(message):
            return
        if before is not None:
            before(kind, context, message)
        elif sys.stderr is not None:  # a program of Windows without a console has none
            sys.stderr.write(f"{qFormatLogMessage(kind, context, message)}\n")

    before = cast("Hearer | None", qInstallMessageHandler(hear))
    try:
        yield
    finally:
        qInstallMessageHandler(before)
