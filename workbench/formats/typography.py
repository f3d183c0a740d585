"""Typography: how the paragraphs and runs of a report are set in word processors."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.formats.blocks import Role, Style

SERIF, SANS, MONO = "Georgia", "Arial", "Courier New"
INK, DIM, ACCENT = "#1d1d1f", "#55555b", "#2966ac"
PAGE_WIDTH, PAGE_HEIGHT = 21.0, 29.7
SIDE, TOP, BOTTOM = 2.2, 2.2, 2.4
TEXT_WIDTH = PAGE_WIDTH - 2 * SIDE
"""The lengths of a page are in centimetres; it is A4."""

TABLE = "Table Text"
NUMBER = "Table Number"
SMALL_TABLE = "Small Table Text"
SMALL_NUMBER = "Small Table Number"
TABLE_HEAD = "Table Head"
TABLE_HEAD_NUMBER = "Table Head Number"
RIGHTWARD = (NUMBER, SMALL_NUMBER, TABLE_HEAD_NUMBER)
"""Styles that stand at the right of their columns."""

CAPTION = "Caption"
CONTENTS = "Contents Entry"
CONTENTS_HEAD = "Contents Head"
BULLET = "List Bullet"
HEADINGS = ("Heading 1", "Heading 2", "Heading 3")
LINK = "Hyperlink"
CONTENTS_LINK = "Contents Link"
COMMENT = "Comment Text"
COMMENT_MARK = "Comment Reference"

PARAGRAPHS = {
    Role.BODY: "Body Text",
    Role.LEAD: "Lead",
    Role.SOURCE: "Source of Quote",
    Role.CONTEXT: "Context",
    Role.QUOTE: "Quote",
    Role.MEMO: "Memo",
    Role.LITERATURE: "Literature",
}
HEADINGS_LISTED = 2
"""Levels of headings in the list of contents."""

MOST_LISTED = 150
"""Headings that are listed; of more, only those of the first level are."""

MANY_COLUMNS = 12
"""Columns from which a table is set small, for else it would not fit between the margins."""

RULE = "#b9b9be"

RUNS = {
    Style.PLAIN: "",
    Style.EMPHASIS: "Emphasis",
    Style.STRONG: "Strong",
    Style.QUOTED: "Quoted Words",
    Style.VARIANT: "Differing Words",
    Style.ADDED: "Added Words",
    Style.OMITTED: "Omitted Words",
    Style.FAINT: "Faint Words",
    Style.CODE: "Code",
    Style.SIGLUM: "Strong",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph is set; sizes and distances in points, indents in centimetres."""

    size: float
    before: float = 0
    after: float = 6
    face: str = SERIF
    colour: str = INK
    is_bold: bool = False
    indent: float = 0
    hanging: float = 0
    leading: float = 1.35
    keeps_next: bool = False


LOOKS = {
    "Normal": Look(10.5),
    "Title": Look(26, 0, 6, leading=1.15, is_bold=True),
    "Subtitle": Look(14, 0, 18, colour=DIM, leading=1.2),
    "Heading 1": Look(18, 24, 8, is_bold=True, leading=1.2, keeps_next=True),
    "Heading 2": Look(13, 16, 4, is_bold=True, leading=1.2, keeps_next=True),
    "Heading 3": Look(11, 12, 3, is_bold=True, leading=1.2, keeps_next=True),
    "Body Text": Look(10.5),
    "Lead": Look(12, after=10),
    "Source of Quote": Look(9, after=3, face=SANS, colour=DIM, indent=0.6, leading=1.25),
    "Context": Look(9.5, after=3, colour=DIM, indent=0.6),
    "Quote": Look(11.5, 8, 4, indent=0.6, leading=1.4, keeps_next=True),
    "Memo": Look(10, after=4, indent=0.6),
    "Literature": Look(10.5, after=5, indent=0.8, hanging=0.8),
    CAPTION: Look(9, 10, 4, face=SANS, colour=DIM, keeps_next=True, leading=1.2),
    TABLE: Look(9, 2, 2, face=SANS, leading=1.15),
    NUMBER: Look(9, 2, 2, face=SANS, leading=1.15),
    SMALL_TABLE: Look(6.5, 1, 1, face=SANS, leading=1.1),
    SMALL_NUMBER: Look(6.5, 1, 1, face=SANS, leading=1.1),
    TABLE_HEAD: Look(8.5, 2, 2, face=SANS, colour=DIM, is_bold=True, leading=1.15, keeps_next=True),
    TABLE_HEAD_NUMBER: Look(
        8.5, 2, 2, face=SANS, colour=DIM, is_bold=True, leading=1.15, keeps_next=True
    ),
    CONTENTS: Look(10.5, after=3),
    CONTENTS_HEAD: Look(13, 18, 6, is_bold=True, keeps_next=True),
    BULLET: Look(10, after=2, indent=0.6, hanging=0.4),
    COMMENT: Look(10, after=3, face=SANS, leading=1.15),
    "Footer": Look(8.5, face=SANS, colour=DIM, leading=1),
}
