"""Exchange actions: what comes from other programs, by the File menu."""

from __future__ import annotations

from workbench.ui.action_spec import ActionSpec

IMPORT_EXCHANGE = ActionSpec(
    "import_exchange",
    "Import from another program…",
    "File",
    ("Ctrl+Alt+F",),
    "Bring in articles, tags and annotations: a REFI-QDA project or web annotations",
)
