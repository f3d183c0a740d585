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


MENUS = ("File", "Edit", "View", "Pane", "Passage", "Help")

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
        "look_first",
        "Always look before importing",
        "File",
        (),
        "Show what was read also where all of it is plain, before anything is stored",
        checkable=True,
    ),
    ActionSpec(
        "import_reports",
        "Import reports…",
        "File",
        (),
        "What the last imports announced, found, added and left out",
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
        "find",
        "Find…",
        "Edit",
        ("Ctrl+F",),
        "Find words in the articles",
        short="Find",
    ),
    ActionSpec(
        "find_everywhere",
        "Find in whole project…",
        "Edit",
        ("Ctrl+Shift+F",),
        "Find words in all articles, open or not",
    ),
    ActionSpec("find_next", "Find next", "Edit", ("F3",)),
    ActionSpec("find_previous", "Find previous", "Edit", ("Shift+F3",)),
    ActionSpec("find_article", "Find article", "Edit", ("Ctrl+L",), "Search the list of articles"),
    ActionSpec(
        "shared",
        "Show shared passages",
        "View",
        ("1",),
        "Shared passages: colour is the passage, the line below its kind",
        checkable=True,
        short="Shared",
    ),
    ActionSpec(
        "wording",
        "Show wording differences",
        "View",
        ("2",),
        "Set off the words that differ inside shared passages",
        checkable=True,
        short="Wording",
    ),
    ActionSpec(
        "quotations",
        "Show quotations",
        "View",
        ("3",),
        "Colour the quotations by who is said to have said them",
        checkable=True,
        short="Quotations",
    ),
    ActionSpec(
        "only_here",
        "Show what is only here",
        "View",
        ("4",),
        "Bracket the sentences that no other article has",
        checkable=True,
        short="Only here",
    ),
    ActionSpec(
        "legend",
        "Legend",
        "View",
        ("L",),
        "What the colours and lines mean",
        checkable=True,
        short="Legend",
        group_ends=True,
    ),
    ActionSpec(
        "matrix",
        "Matrix of all articles",
        "View",
        ("M",),
        "How much of its words each article has in common with each other",
        checkable=True,
        short="Matrix",
    ),
    ActionSpec(
        "timeline",
        "Timeline of passages",
        "View",
        ("Y",),
        "Who had which passage when",
        checkable=True,
        short="Timeline",
        group_ends=True,
    ),
    ActionSpec("larger", "Larger text", "View", ("Ctrl++", "Ctrl+=")),
    ActionSpec("smaller", "Smaller text", "View", ("Ctrl+-",)),
    ActionSpec("usual_size", "Usual text size", "View", ("Ctrl+0",), group_ends=True),
    ActionSpec("articles_list", "Articles", "View", ("F7",), checkable=True),
    ActionSpec(
        "passages_list", "Shared passages", "View", ("F8",), checkable=True, group_ends=True
    ),
    ActionSpec("wording_list", "Wording differences", "View", ("F9",), checkable=True),
    ActionSpec("terms_list", "Terms", "View", ("F11",), checkable=True),
    ActionSpec("quotations_list", "Quotations", "View", ("F12",), checkable=True),
    ActionSpec("boilerplate_list", "Left out", "View", ("Shift+F9",), checkable=True),
    ActionSpec("decisions_list", "Decisions", "View", ("Shift+F8",), checkable=True),
    ActionSpec(
        "collation",
        "Collation",
        "View",
        ("F4",),
        "The chosen passage word by word, and why it was linked",
        checkable=True,
        group_ends=True,
    ),
    ActionSpec("dark", "Dark colours", "View", ("Ctrl+D",), checkable=True),
    ActionSpec("contrast", "High contrast", "View", ("Ctrl+Shift+D",), checkable=True),
    ActionSpec(
        "system_colours",
        "Colours of the system",
        "View",
        (),
        "Dark or light as the system is",
        checkable=True,
        group_ends=True,
    ),
    ActionSpec("compare", "Compare again", "View", ("F5",), "Compare the articles once more"),
    ActionSpec(
        "together",
        "Scroll together",
        "Pane",
        ("T",),
        "Let all panes follow the one that is scrolled",
        checkable=True,
        group_ends=True,
    ),
    ActionSpec("next_pane", "Next pane", "Pane", ("F6",), "Give the keyboard to the next pane"),
    ActionSpec("previous_pane", "Previous pane", "Pane", ("Shift+F6",), group_ends=True),
    ActionSpec("pane_left", "Move pane left", "Pane", ("Ctrl+Shift+Left",)),
    ActionSpec("pane_right", "Move pane right", "Pane", ("Ctrl+Shift+Right",)),
    ActionSpec("wider", "Wider pane", "Pane", ("Ctrl+Alt+Right",)),
    ActionSpec("narrower", "Narrower pane", "Pane", ("Ctrl+Alt+Left",)),
    ActionSpec("same_width", "Same width for all panes", "Pane", ("Ctrl+Alt+0",), group_ends=True),
    ActionSpec(
        "add_pane", "Open another article", "Pane", ("Ctrl+T",), "Open the next article of the list"
    ),
    ActionSpec("close_pane", "Close pane", "Pane", ("Ctrl+W",)),
    ActionSpec("next_passage", "Next passage", "Passage", ("N", "Ctrl+Down"), short="Next"),
    ActionSpec(
        "previous_passage", "Previous passage", "Passage", ("P", "Ctrl+Up"), short="Previous"
    ),
    ActionSpec(
        "gather",
        "Gather its panes",
        "Passage",
        ("G",),
        "Put the panes that have the chosen passage beside each other",
    ),
    ActionSpec(
        "no_passage",
        "No passage",
        "Passage",
        ("Esc",),
        "Let no passage stand out",
        group_ends=True,
    ),
    ActionSpec(
        "reject_passage",
        "Reject passage",
        "Passage",
        ("R",),
        "Let the chosen passage, or the pairs marked under it, not be linked",
        short="Reject",
    ),
    ActionSpec(
        "join_passage",
        "Join with next passage",
        "Passage",
        ("J",),
        "Make the chosen passage and the one that follows it one",
        short="Join with next",
    ),
    ActionSpec(
        "split_passage",
        "Split passage at cursor",
        "Passage",
        ("S",),
        "Make two passages of the chosen one, the second from the cursor on",
        short="Split at cursor",
    ),
    ActionSpec(
        "set_passage",
        "Set passage to selection",
        "Passage",
        ("E",),
        "Let the chosen passage have the words selected in a pane",
        short="Set to selection",
        group_ends=True,
    ),
    ActionSpec("end_later", "End passage a word later", "Passage", ("Shift+Alt+Right",)),
    ActionSpec("end_earlier", "End passage a word earlier", "Passage", ("Shift+Alt+Left",)),
    ActionSpec("start_later", "Start passage a word later", "Passage", ("Shift+Alt+Down",)),
    ActionSpec("start_earlier", "Start passage a word earlier", "Passage", ("Shift+Alt+Up",)),
    ActionSpec(
        "palette",
        "All commands…",
        "Help",
        ("Ctrl+K", "Ctrl+Shift+P"),
        "Find a command, an article or a passage by a few letters",
    ),
    ActionSpec("keys", "Keys…", "Help", ("F1",), "Every key in one list, to be changed"),
    ActionSpec("about", "About Crossread", "Help"),
)
