"""Export actions: what leaves the program beside the comparison, and whole projects back in."""

from __future__ import annotations

from workbench.ui.action_spec import ActionSpec

EXPORTING = (
    ActionSpec(
        "export_excerpts",
        "Export excerpts…",
        "File",
        ("Ctrl+Alt+X",),
        "Write the annotated words with their sources, tags and memos as Markdown",
    ),
    ActionSpec(
        "export_bibliography",
        "Export bibliography…",
        "File",
        ("Ctrl+Alt+B",),
        "Write the articles as a list of literature: RIS, BibTeX or CSL-JSON",
    ),
    ActionSpec(
        "export_project",
        "Export project…",
        "File",
        ("Ctrl+Alt+P",),
        "Write all of the project as JSON, to keep it for good or to go on with it elsewhere",
        group_ends=True,
    ),
)

IMPORT_PROJECT = ActionSpec(
    "import_project",
    "Import project…",
    "File",
    ("Ctrl+Alt+O",),
    "Make a new project of one that was exported as JSON",
)
