"""Review actions: the lists of annotations and tags, and the later texts of articles."""

from __future__ import annotations

from workbench.ui.action_spec import ActionSpec

LISTS = (
    ActionSpec(
        "annotations_list",
        "Annotations",
        "Annotation",
        ("Ctrl+F8",),
        "All annotations in one list, to be filtered, sorted and changed",
        checkable=True,
    ),
    ActionSpec(
        "codebook_list",
        "Codebook",
        "Annotation",
        ("Ctrl+F7",),
        "The tree of tags: what they mean and how often they were given",
        checkable=True,
    ),
    ActionSpec(
        "counts_list",
        "Counts of tags",
        "Annotation",
        ("Ctrl+F9",),
        "Tags by outlet, article or date, and where tags meet",
        checkable=True,
    ),
    ActionSpec(
        "review_list",
        "Review",
        "Annotation",
        ("Ctrl+F11",),
        "Annotations whose words were not found for certain in a later text",
        checkable=True,
        group_ends=True,
    ),
    ActionSpec(
        "import_codebook",
        "Import codebook…",
        "Annotation",
        ("Ctrl+Alt+I",),
        "Add the tags of a REFI-QDA codebook, a CSV table or a JSON file",
    ),
    ActionSpec(
        "export_codebook",
        "Export codebook…",
        "Annotation",
        ("Ctrl+Alt+E",),
        "Write the tags for another program or a spreadsheet",
    ),
)

REVISING = (
    ActionSpec(
        "changes",
        "What changed in article",
        "Pane",
        ("H",),
        "The earlier and the later text of the article, side by side",
        checkable=True,
    ),
    ActionSpec(
        "import_later",
        "Import as later text of article…",
        "Pane",
        ("Ctrl+Alt+R",),
        "Give the article of the pane a later text; the earlier one and the annotations stay",
        group_ends=True,
    ),
)
