"""Messages: the one place where what went wrong, or well, becomes a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model import (
    ArticleError,
    CrossreadError,
    FileError,
    FileProblem,
    InputError,
    InputProblem,
    OutputError,
    OutputProblem,
    ProjectError,
    ProjectProblem,
    QueryError,
    QueryProblem,
    RecordError,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Boilerplate
    from workbench.project.checking import Finding, Repair
    from workbench.project.importing import FileReport

_FILE = {
    FileProblem.MISSING: "There is no file {name}; check its name and folder.",
    FileProblem.FOLDER: "{name} is a folder; name the files in it.",
    FileProblem.DENIED: "{name} may not be read; ask for leave to read it, then try again.",
    FileProblem.EMPTY: "{name} is empty, so there is no article in it.",
    FileProblem.TOO_LARGE: "{name} is larger than an article may be{detail}; split it up.",
    FileProblem.UNKNOWN: "{name} is of a kind that cannot be read{detail}; "
    "save the article as text, Markdown, web page, DOCX or PDF.",
    FileProblem.MISNAMED: "{name} is not what its name says{detail}; give it the right ending.",
    FileProblem.ENCRYPTED: "{name} is protected by a password; save it without one.",
    FileProblem.DAMAGED: "{name} is damaged or cut short{detail}; fetch it again.",
    FileProblem.NO_TEXT: "{name} holds no text to compare{detail}; "
    "pictures of pages need text recognition first.",
    FileProblem.UNREADABLE: "{name} cannot be read{detail}; save it again as text.",
    FileProblem.INCOMPLETE: "{name} announces more articles than it holds{detail}; fetch it again.",
    FileProblem.PACKED: "{name} is packed in a way that cannot be opened here{detail}; "
    "unpack it first, then import what was in it.",
    FileProblem.NO_CODEBOOK: "{name} holds no codebook{detail}; choose one as QDC, CSV or JSON.",
    FileProblem.NO_PROJECT: "{name} holds no project{detail}; "
    "choose one that Crossread exported as JSON.",
    FileProblem.NO_EXCHANGE: "{name} holds nothing of another program{detail}; "
    "choose a REFI-QDA project or a file of web annotations.",
    FileProblem.NEWER: "{name} was written by a newer Crossread{detail}; "
    "read it with that release.",
    FileProblem.WHOLE_PROJECT: "{name} holds a whole project; "
    "use “Import project” or “crossread import” to make a new one of it.",
}

_ARTICLE = {
    FileProblem.DAMAGED: "is damaged or cut short and was set aside",
    FileProblem.NO_TEXT: "holds no text and was set aside",
    FileProblem.MISSING: "is announced but is not there",
    FileProblem.TOO_LARGE: "is larger than an article may be{detail} and was set aside",
    FileProblem.PACKED: "is compressed in a way that cannot be opened here{detail}"
    " and was set aside",
}

_PROJECT = {
    ProjectProblem.MISSING: "There is no project {name}; check its name and folder.",
    ProjectProblem.EXISTS: "{name} exists already; choose another name.",
    ProjectProblem.FOLDER: "{name} is a folder; choose a project file.",
    ProjectProblem.DENIED: "{name} may not be opened; ask for leave to read it, then try again.",
    ProjectProblem.NOT_A_PROJECT: "{name} is not a Crossread project; it was left as it is. "
    "Choose another file.",
    ProjectProblem.NEWER: "{name} was made by a newer Crossread; it was left as it is. "
    "Open it with that release.",
    ProjectProblem.DAMAGED: "{name} is damaged{detail}; it was left as it is. Go back to a backup.",
    ProjectProblem.UNSOUND: "{name} is not sound{detail}; "
    "mend it with “crossread check --repair”, or go back to a backup.",
    ProjectProblem.LOCKED: "{name} is in use by another program; close it there, then try again.",
    ProjectProblem.READ_ONLY: "{name} may only be read; save a copy elsewhere to change it.",
    ProjectProblem.BACKUP: "{name} is a backup, which never changes; restore it to go on with it.",
    ProjectProblem.NO_BACKUP: "{name} is of an older Crossread, and no backup of it could be made; "
    "it may only be read. Make room on its disk, then open it again.",
    ProjectProblem.NO_LOCKS: "{name} lies where no program can tell another that it is in use, "
    "so it may only be read; save a copy on this computer to change it.",
    ProjectProblem.FULL: "{name} cannot be written because its disk is full or does not answer; "
    "make room or connect it again, then try again. Nothing saved before is lost.",
    ProjectProblem.MOVED: "{name} is not there any more: it was moved, renamed or deleted while it "
    "was open. Save the project under a name, and nothing of it is lost.",
}

_OUTPUT = {
    OutputProblem.NO_FOLDER: "{name} cannot be written because its folder does not exist; "
    "make the folder first.",
    OutputProblem.FOLDER: "{name} is a folder; choose the name of a file.",
    OutputProblem.DENIED: "{name} may not be written; choose another folder.",
    OutputProblem.FULL: "{name} cannot be written because the disk is full; "
    "make room, then try again.",
    OutputProblem.FAILED: "{name} cannot be written{detail}; choose another name or folder.",
    OutputProblem.PROJECT: "{name} is the project itself; choose another name.",
}

_INPUT = {
    InputProblem.TOO_FEW_ARTICLES: "A comparison needs at least two articles; name another file.",
    InputProblem.TOO_FEW_WITNESSES: "A collation needs at least two texts; add another.",
    InputProblem.NO_FILES: "There is no file to read; name at least one that holds an article.",
    InputProblem.DUPLICATE_ID: "Two articles are both called {name}; each needs an id of its own.",
    InputProblem.UNKNOWN_ID: "The project has no article {name}; choose one that it has.",
    InputProblem.UNKNOWN_TAG: "There is no tag {name} in the codebook; choose another.",
    InputProblem.NO_TAGS: "The codebook has no tags yet, so there is nothing to write; add one.",
    InputProblem.UNKNOWN_PASSAGE: "The comparison has no shared passage {name}; choose another.",
    InputProblem.TAG_IN_USE: "The tag {name} has uses; take it off them first.",
    InputProblem.WRONG_PLACE: "The words {name} are not at their place; select them anew.",
    InputProblem.NO_REVISION: "{name} has no earlier text to go back to; it was never revised.",
    InputProblem.STALE_STEP: "{name} does not fit the project any more; all is left as it is.",
    InputProblem.OTHER_TEXT: "The text of {name} is another one; import it as a new article.",
}

_QUERY = {
    QueryProblem.OPEN_QUOTE: "The quotation mark before {name} is not closed; "
    "put another after the last word.",
    QueryProblem.OPEN_PARENTHESIS: "A parenthesis is not closed; put ) where it is to end.",
    QueryProblem.STRAY_PARENTHESIS: "A parenthesis ends that was not begun; take its ) out.",
    QueryProblem.NOTHING_BEFORE: "Nothing stands before {name}; put a word there.",
    QueryProblem.NOTHING_AFTER: "Nothing stands after {name}; put a word there.",
    QueryProblem.NO_VALUE: "Nothing stands after {name}; say what is to be found there.",
    QueryProblem.NO_DAY: "{name} is no date; write 2024, 2024-02 or 2024-02-22.",
    QueryProblem.NOT_WORDS: "NEAR joins two words or phrases; put one on either side.",
    QueryProblem.TOO_LONG: "This is too much to search for at once; leave out a part of it.",
}

_RECORD = {
    "JSON": "is not a JSON object",
    "UTF-8": "is not written in UTF-8",
}

_FINDING = {
    "file": "The file is damaged: {where}.",
    "text": "The text of article {where} is not the one that was imported.",
    "span": "A span lies outside its article: {where}.",
    "reference": "A name stands for nothing: {where}.",
    "quote": "The words of an annotation are not those at its place: {where}.",
    "placing": "An annotation speaks of an earlier text as if it were the latest: {where}.",
    "circle": "A tag stands below itself: {where}.",
    "history": "A step cannot be undone, for its record cannot be read: {where}.",
    "search": "The index of words does not fit what it is for: {where}.",
}

_REPAIR = {
    "index": "The indexes of the file were made anew.",
    "comparison": "What was computed and did not fit was dropped; opening the project computes it.",
    "tag": "A tag that annotations have but the codebook had not is called “{where}” now.",
    "top": "The tag “{where}” stands at the top of the codebook now.",
    "outlet": "Article {where} names no outlet now, for the one it named is not there.",
    "quote": "An annotation was put back to its words, which stand there only once: {where}.",
    "review": "An annotation of an earlier text waits for review now: {where}.",
    "history": "Steps that can no longer be undone or done again: {where}.",
    "search": "The index of words was emptied; it is filled again while the project is open.",
}

NO_QT = "The window needs PySide6, which is not installed; install Crossread with all its parts."


def sentence(error: CrossreadError) -> str:
    """Return what went wrong, with what, and what to do about it, in one or two plain sentences."""
    match error:
        case FileError():
            return _file_sentence(error)
        case ProjectError():
            return _filled(_PROJECT[error.problem], error.path, error.detail)
        case OutputError():
            return _filled(_OUTPUT[error.problem], error.path, error.detail)
        case InputError():
            return _INPUT[error.problem].format(name=quoted(error.detail))
        case QueryError():
            return _QUERY[error.problem].format(name=quoted(error.detail))
        case RecordError():
            fault = _RECORD.get(error.detail) or _record_fault(error.detail)
            return f"Line {error.line} of {_named(error.path)} {fault}; mend that line."
    raise TypeError(f"no sentence for {type(error).__name__}")


def missing_library(library: str) -> str:
    """Return the sentence for a system library that the window needs and does not find."""
    return f"The window cannot open because {library} is missing; install it, then try again."


def import_summary(rows: Sequence[FileReport]) -> str:
    """Return in one line how many articles were imported, known already, or not to be read."""
    imported = sum(row.imported for row in rows)
    known = sum(row.duplicates for row in rows)
    skipped = sum(_unreadable(row) for row in rows)
    missing = sum(row.missing for row in rows)
    parts = [f"{counted(imported, 'article')} imported"]
    if known:
        parts.append(f"{known} already in the project")
    if skipped:
        parts.append(f"{skipped} not readable")
    if missing:
        parts.append(f"{missing} missing")
    return ", ".join(parts)


def import_line(row: FileReport) -> str:
    """Return what became of one file: how many articles it announced, and what became of them."""
    announced = f"{row.announced} announced, " if row.announced is not None else ""
    known = f", {row.duplicates} already in the project" if row.duplicates else ""
    skipped = f", {_unreadable(row)} not readable" if _unreadable(row) else ""
    missing = f", {row.missing} missing" if row.missing else ""
    return f"{row.path}: {announced}{row.imported} imported{known}{skipped}{missing}"


def finding_sentence(finding: Finding) -> str:
    """Return what a check of a project has found, in one sentence."""
    return _FINDING[finding.fault.value].format(where=finding.where)


def repair_sentence(repair: Repair) -> str:
    """Return what was mended in a project, in one sentence."""
    return _REPAIR[repair.cure.value].format(where=repair.where)


def boilerplate_summary(texts: Sequence[Boilerplate]) -> str:
    """Say how much was left out of a comparison because an outlet prints it everywhere."""
    articles = {passage.article for text in texts for passage in text.passages}
    return (
        f"Left out as boilerplate: {counted(len(texts), 'text')}"
        f" in {counted(len(articles), 'article')}."
    )


def counted(number: int, noun: str) -> str:
    """Return the number with its noun, which takes an s unless there is one."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def quoted(name: str) -> str:
    """Return a name between quotation marks."""
    return f"“{name}”"


def _unreadable(row: FileReport) -> int:
    """How many files or articles could not be read; those that are missing are none of them."""
    counts = sum(error.problem is FileProblem.INCOMPLETE for error in row.skipped)
    absent = sum(
        isinstance(error, ArticleError) and error.problem is FileProblem.MISSING
        for error in row.skipped
    )
    return len(row.skipped) - counts - absent


def _file_sentence(error: FileError) -> str:
    if isinstance(error, ArticleError):
        return _article_sentence(error)
    is_count = error.problem is FileProblem.INCOMPLETE
    detail = f"{error.detail} missing" if is_count else error.detail
    return _filled(_FILE[error.problem], error.path, detail)


def _article_sentence(error: ArticleError) -> str:
    called = f" ({quoted(error.headline)})" if error.headline else ""
    detail = f" ({_size(error.detail)})" if error.detail else ""
    fault = _ARTICLE[error.problem].format(detail=detail)
    return f"Article {error.place} of {_named(error.path)}{called} {fault}; fetch it again."


def _filled(template: str, name: str, detail: str) -> str:
    return template.format(name=_named(name), detail=f" ({_size(detail)})" if detail else "")


def _named(path: str) -> str:
    return "Standard input" if path == "-" else quoted(path)


def _size(detail: str) -> str:
    """Return a number of bytes as megabytes, and any other detail as it is."""
    return f"{int(detail) / 1_000_000:.0f} MB" if detail.isdecimal() else detail


def _record_fault(detail: str) -> str:
    if detail.startswith(">"):
        return f"is too long ({detail})"
    return f"is not an article: its {quoted(detail)} is missing or no text"
