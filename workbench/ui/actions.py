"""Actions: every action of the window with its words, its keys and its menu, in one table."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action: its name in code, its words, its keys, where it stands, and its tip.

    `short` is what its button in the toolbar says, where that is not the same.
    """

    name: str
    text: str
    menu: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    checkable: bool = False
    short: str = ""
    group_ends: bool = False


MENUS = ("File", "Edit", "View", "Passage", "Help")

ACTIONS = (
    ActionSpec("new_project", "New project", "File", ("Ctrl+N",), "Begin an empty project"),
    ActionSpec("open_project", "Open project…", "File", ("Ctrl+O",), "Open a project file"),
    ActionSpec("open_sample", "Open the sample story", "File", (), "Five articles to try with"),
    ActionSpec(
        "save_copy",
        "Save project as…",
        "File",
        ("Ctrl+Shift+S",),
        "Give the project a name and a place; it saves itself from then on",
        group_ends=True,
    ),
    ActionSpec(
        "import_files",
        "Import files…",
        "File",
        ("Ctrl+I",),
        "Add articles from files",
        short="Import",
    ),
    ActionSpec(
        "import_folder", "Import folder…", "File", ("Ctrl+Shift+I",), "Add all articles of a folder"
    ),
    ActionSpec(
        "export",
        "Export comparison…",
        "File",
        ("Ctrl+E",),
        "Write the comparison as a web page, as text or as data",
        short="Export",
        group_ends=True,
    ),
    ActionSpec("quit", "Quit", "File", ("Ctrl+Q",), "Close Crossread"),
    ActionSpec("undo", "Undo", "Edit", ("Ctrl+Z",)),
    ActionSpec("redo", "Redo", "Edit", ("Ctrl+Shift+Z", "Ctrl+Y"), group_ends=True),
    ActionSpec("copy", "Copy", "Edit", ("Ctrl+C",), "Copy the selected words"),
    ActionSpec(
        "paste",
        "Paste articles",
        "Edit",
        ("Ctrl+V",),
        "Add the files or the text on the clipboard as articles",
        group_ends=True,
    ),
    ActionSpec(
        "remove_article",
        "Remove article",
        "Edit",
        ("Del",),
        "Take the article marked in the list out of the project",
    ),
    ActionSpec(
        "find_article",
        "Find article",
        "Edit",
        ("Ctrl+F",),
        "Search the list of articles",
        short="Find  Ctrl F",
    ),
    ActionSpec(
        "shared",
        "Shared",
        "View",
        ("1",),
        "Show shared passages",
        checkable=True,
        short="Shared  1",
    ),
    ActionSpec(
        "wording",
        "Wording",
        "View",
        ("2",),
        "Set off the words that differ inside shared passages",
        checkable=True,
        short="Wording  2",
    ),
    ActionSpec(
        "together",
        "Scroll together",
        "View",
        ("T",),
        "Let all panes follow the one that is scrolled",
        checkable=True,
        short="Scroll together  T",
        group_ends=True,
    ),
    ActionSpec("compare", "Compare again", "View", ("F5",), "Compare the articles once more"),
    ActionSpec("next_pane", "Next pane", "View", ("F6",), "Give the keyboard to the next pane"),
    ActionSpec("previous_pane", "Previous pane", "View", ("Shift+F6",)),
    ActionSpec("pane_left", "Move pane left", "View", ("Ctrl+Shift+Left",)),
    ActionSpec("pane_right", "Move pane right", "View", ("Ctrl+Shift+Right",)),
    ActionSpec("close_pane", "Close pane", "View", ("Ctrl+W",), group_ends=True),
    ActionSpec("larger", "Larger text", "View", ("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", "Smaller text", "View", ("Ctrl+-",)),
    ActionSpec("usual_size", "Usual text size", "View", ("Ctrl+0",), group_ends=True),
    ActionSpec("articles_list", "Articles", "View", ("F7",), checkable=True),
    ActionSpec("passages_list", "Shared passages", "View", ("F8",), checkable=True),
    ActionSpec("dark", "Dark colours", "View", ("Ctrl+D",), checkable=True),
    ActionSpec("next_passage", "Next passage", "Passage", ("N", "Ctrl+Down"), short="Next  N"),
    ActionSpec(
        "previous_passage", "Previous passage", "Passage", ("P", "Ctrl+Up"), short="Previous  P"
    ),
    ActionSpec("no_passage", "No passage", "Passage", ("Esc",), "Let no passage stand out"),
    ActionSpec("keys", "Keys", "Help", ("F1",), "Every key in one list"),
    ActionSpec("about", "About Crossread", "Help"),
)
