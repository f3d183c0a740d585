"""Export actions: what leaves the program, to a file or the clipboard, and projects back in."""

from __future__ import annotations

from workbench.ui.action_spec import ActionSpec

EXPORTING = (
    ActionSpec(
        "export",
        "Export…",
        "File",
        ("Ctrl+E",),
        "Choose what goes out and as what, and see how it begins",
        short="Export",
    ),
    ActionSpec(
        "export_excerpts",
        "Export excerpts…",
        "File",
        ("Ctrl+Alt+X",),
        "Annotated words with their sources, tags and memos",
    ),
    ActionSpec(
        "export_bibliography",
        "Export bibliography…",
        "File",
        ("Ctrl+Alt+B",),
        "The articles as a list of literature: RIS, BibTeX or CSL-JSON",
    ),
    ActionSpec(
        "export_project",
        "Export project…",
        "File",
        ("Ctrl+Alt+P",),
        "All of the project as JSON, to keep it for good or to go on with it elsewhere",
        group_ends=True,
    ),
)

COPYING = (
    ActionSpec("copy", "Copy", "Edit", ("Ctrl+C",), "Copy the selected words, or the marked rows"),
    ActionSpec(
        "copy_cited",
        "Copy with citation",
        "Edit",
        ("Ctrl+Alt+C",),
        "Copy the selected words, or those of the marked rows, with where they stand",
    ),
)

IMPORT_PROJECT = ActionSpec(
    "import_project",
    "Import project…",
    "File",
    ("Ctrl+Alt+O",),
    "Make a new project of one that was exported as JSON",
)
