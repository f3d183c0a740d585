"""Export words: what the window says of what goes out - how much it is, and that it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.exchange_words import loss_words
from workbench.ui.export_choices import Aim
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from workbench.project.export_preview import ExportPreview

FILES = {
    Aim.REPORT: ("Report", "report was"),
    Aim.EXCERPTS: ("Excerpts", "excerpts were"),
    Aim.TABLES: ("Tables", "tables were"),
    Aim.LITERATURE: ("Bibliography", "bibliography was"),
    Aim.PROGRAMS: ("Annotations", "annotations were"),
    Aim.WHOLE: ("Project", "project was"),
}
NO_EXCERPT = (
    "Nothing is annotated in what you have chosen. Select words in a pane and press A, or choose"
    " something else."
)
NO_TAG = "There are no tags yet. Select words in a pane and press A to give them one."
NO_ARTICLE = "What you have chosen has no article. Choose something else."
NOTHING_TO_SEE = {
    Aim.PROGRAMS: "Texts, tags, annotations and memos go out as other programs read them.",
    Aim.WHOLE: (
        "All of it goes out: articles with their earlier texts, outlets, tags, annotations, memos,"
        " decisions and settings. Import project… makes a project of it again."
    ),
}


def title_words(aim: Aim, preview: ExportPreview) -> str:
    """Return how much goes out, such as "37 excerpts from 5 articles"."""
    if aim is Aim.EXCERPTS:
        said = count(preview.excerpts, "excerpt")
        return f"{said} from {count(preview.sources, 'article')}"
    return ", ".join(_counts(aim, preview))


def _counts(aim: Aim, preview: ExportPreview) -> Iterator[str]:
    counts = {"article": preview.articles}
    if aim in (Aim.REPORT, Aim.TABLES):
        counts |= {"shared passage": preview.passages, "excerpt": preview.excerpts}
    elif aim is not Aim.LITERATURE:
        counts |= {"annotation": preview.annotations, "tag": preview.tags}
    return (count(number, what) for what, number in counts.items() if number)


def why_nothing(aim: Aim, preview: ExportPreview) -> str:
    """Return why nothing would go out; empty where something would."""
    if aim is Aim.EXCERPTS and not preview.excerpts:
        return NO_EXCERPT
    if aim is Aim.PROGRAMS and not (preview.articles or preview.tags):
        return NO_TAG
    return "" if preview.articles or aim is Aim.PROGRAMS else NO_ARTICLE


def sample_words(aim: Aim) -> str:
    """Return what goes out, where a file of it cannot be read."""
    return NOTHING_TO_SEE.get(aim, "")


def lost_words(preview: ExportPreview) -> str:
    """Return what the format cannot carry; empty where it carries all."""
    if not preview.losses:
        return ""
    lost = ", ".join(map(loss_words, preview.losses))
    return f"This format has no place for {lost}. The project keeps them."


def file_name(aim: Aim, project: str, suffix: str) -> str:
    """Return a name for the file; `project` is what the project is called, empty for a draft."""
    what = FILES[aim][0]
    return f"{project} – {what.lower()}{suffix}" if project else f"{what}{suffix}"


def written_words(aim: Aim, path: Path) -> str:
    """Return that it has been written, and where."""
    return f"The {FILES[aim][1]} written to {path}."
