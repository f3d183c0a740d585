"""Words of an OpenDocument text: paragraphs with styled runs, links, bookmarks and comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

from workbench.formats.to_printable import contained, to_printable
from workbench.formats.typography import COMMENT, CONTENTS, CONTENTS_LINK, LINK, RUNS
from workbench.text.direction import is_from_right

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.formats.blocks import Remark, Run

_ODD = re.compile("(\n|\t|(?:^ +)|(?<= ) +)")
_WEB = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?:-[A-Za-z]{4})?(?:-([A-Za-z]{2}))?")
LONGEST = 1_000_000
"""Code points of one text node; of ten million bytes and more, many programs read none."""

_GROUPS = {"zh": "-asian", "ja": "-asian", "ko": "-asian"} | dict.fromkeys(
    ("ar", "he", "fa", "ur", "yi", "ps", "ug", "sd", "dv"), "-complex"
)


class Words:
    """Writes the paragraphs of one document, and gathers the styles that only some runs need."""

    def __init__(self) -> None:
        self._styles: dict[str, str] = {}
        self._bookmarks: dict[str, str] = {}
        self._comments = 0

    @property
    def styles(self) -> str:
        """The styles that were needed beside those of `typography`, as XML."""
        return "".join(
            f'<style:style style:name="{name}" {rest}' for rest, name in self._styles.items()
        )

    def style(self, rest: str) -> str:
        """Return the name of a style that says what `rest`, XML after its name, says."""
        return self._styles.setdefault(rest, f"a{len(self._styles) + 1}")

    def paragraph(self, style: str, runs: Iterable[Run] = (), *, keeps_next: bool = False) -> str:
        """Return a paragraph, on the page of the next one if so asked."""
        kept = tuple(runs)
        words = "".join(
            self._run(run, CONTENTS_LINK if style == CONTENTS else LINK) for run in kept
        )
        name = self._place(style, kept, keeps_next=keeps_next)
        return f'<text:p text:style-name="{name}">{words}</text:p>'

    def heading(
        self, style: str, level: int, run: Run, anchor: str, *, begins_page: bool = False
    ) -> str:
        """Return a heading that links to an anchor go to, on a new page if so asked."""
        mark = f'<text:bookmark text:name="{self.bookmark(anchor)}"/>' if anchor else ""
        name = self._place(style, (run,), begins_page=begins_page)
        return (
            f'<text:h text:style-name="{name}" text:outline-level="{level}">'
            f"{mark}{self._run(run)}</text:h>"
        )

    def bookmark(self, anchor: str) -> str:
        """Return the name of the bookmark that links to an anchor go to."""
        return self._bookmarks.setdefault(anchor, f"place{len(self._bookmarks) + 1}")

    def _place(
        self,
        style: str,
        runs: tuple[Run, ...],
        *,
        keeps_next: bool = False,
        begins_page: bool = False,
    ) -> str:
        """Return the name of a style, or of one like it for what this paragraph needs beside it."""
        extra = ' fo:keep-with-next="always"' if keeps_next else ""
        extra += ' fo:break-before="page"' if begins_page else ""
        if is_from_right("".join(run.text for run in runs)):
            extra += ' style:writing-mode="rl-tb" fo:text-align="right"'
        if not extra:
            return named(style)
        return self.style(
            f'style:family="paragraph" style:parent-style-name="{named(style)}">'
            f"<style:paragraph-properties{extra}/></style:style>"
        )

    def _run(self, run: Run, link: str = LINK) -> str:
        words = spaced(run.text)
        name = self._run_style(run)
        if name:
            words = f'<text:span text:style-name="{name}">{words}</text:span>'
        if target := self._target(run.link):
            words = (
                f'<text:a xlink:type="simple" xlink:href={target} text:style-name="{named(link)}"'
                f' text:visited-style-name="{named(link)}">{words}</text:a>'
            )
        for remark in run.remarks:
            words = self._with_comment(words, remark)
        return words

    def _run_style(self, run: Run) -> str:
        style = named(RUNS[run.style])
        parts = language_parts(run.language)
        if parts is None:
            return style
        language, country = parts
        group = _GROUPS.get(language, "")
        space = "style" if group else "fo"
        parent = f' style:parent-style-name="{style}"' if style else ""
        return self.style(
            f'style:family="text"{parent}><style:text-properties {space}:language{group}='
            f'"{language}" {space}:country{group}="{country}"/></style:style>'
        )

    def _target(self, link: str) -> str:
        """Return where a link goes, as an attribute's value; what is no link goes nowhere."""
        if link.startswith("#"):
            return f'"#{self.bookmark(link[1:])}"'
        return quoteattr(to_printable(link)) if _WEB.fullmatch(link) else ""

    def _with_comment(self, words: str, remark: Remark) -> str:
        self._comments += 1
        name = f'office:name="comment{self._comments}"'
        made = f"<dc:date>{remark.made[:19]}</dc:date>" if _TIME.match(remark.made) else ""
        author = escape(to_printable(remark.author)) or "—"
        tags = ["Tags: " + "; ".join(remark.tags)] if remark.tags else []
        lines = "".join(
            f'<text:p text:style-name="{named(COMMENT)}">{spaced(line)}</text:p>'
            for line in [*remark.text.split("\n"), *tags]
        )
        return (
            f"<office:annotation {name}><dc:creator>{author}</dc:creator>{made}{lines}"
            f"</office:annotation>{words}<office:annotation-end {name}/>"
        )


def language_parts(tag: str) -> tuple[str, str] | None:
    """Return language and country of a BCP 47 tag, "none" for no country; None of no such tag."""
    match = _LANGUAGE.fullmatch(tag)
    return (match[1].lower(), (match[2] or "").upper() or "none") if match else None


def named(style: str) -> str:
    """Return the name of a style as an OpenDocument file may write it."""
    return style.replace(" ", "_20_")


def spaced(text: str) -> str:
    """Return words as XML; several blanks, tabs and line ends as the elements they need."""
    return "".join(map(_spaced, _ODD.split(contained(to_printable(text)))))


def _spaced(part: str) -> str:
    if part == "\n":
        return "<text:line-break/>"
    if part == "\t":
        return "<text:tab/>"
    if part and not part.strip(" "):
        return f'<text:s text:c="{len(part)}"/>'
    if len(part) > LONGEST:
        pieces = (part[start : start + LONGEST] for start in range(0, len(part), LONGEST))
        return "".join(f"<text:span>{escape(piece)}</text:span>" for piece in pieces)
    return escape(part)
