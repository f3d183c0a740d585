"""Annotation actions: what is done about annotations, with its words and its keys."""

from __future__ import annotations

from workbench.ui.action_spec import ActionSpec

ANNOTATING = (
    ActionSpec(
        "annotate",
        "Annotate…",
        "Annotation",
        ("A",),
        "Tag the selected words, or those of the chosen passage, and write a memo",
        short="Annotate",
    ),
    ActionSpec(
        "annotate_again",
        "Repeat last tags",
        "Annotation",
        ("Shift+A",),
        "Give the selected words the tags that were given last",
    ),
    ActionSpec(
        "annotate_passage",
        "Annotate chosen passage…",
        "Annotation",
        ("Ctrl+Shift+A",),
        "Tag the chosen passage as such, in all articles that have it",
    ),
    ActionSpec(
        "annotate_article",
        "Annotate article…",
        "Annotation",
        ("Ctrl+Alt+A",),
        "Tag the article of the pane with the keyboard, or write a memo on it",
    ),
    ActionSpec(
        "project_memo",
        "Project memo…",
        "Annotation",
        ("Ctrl+Alt+M",),
        "Write what is to be said of the whole project",
        group_ends=True,
    ),
    ActionSpec(
        "edit_annotation",
        "Edit annotation…",
        "Annotation",
        ("Shift+Return",),
        "Change the annotation at the cursor",
    ),
    ActionSpec(
        "delete_annotation",
        "Delete annotation",
        "Annotation",
        ("Ctrl+Del",),
        "Delete the annotation at the cursor",
    ),
    ActionSpec("next_annotation", "Next annotation", "Annotation", ("K",)),
    ActionSpec(
        "previous_annotation", "Previous annotation", "Annotation", ("Shift+K",), group_ends=True
    ),
    ActionSpec(
        "your_name",
        "Your name…",
        "Annotation",
        ("Ctrl+Shift+Y",),
        "The name that your annotations are signed with",
    ),
)
