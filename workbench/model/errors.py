"""Errors that a user can act on; they carry data, and `workbench.messages` makes the sentence.

    CrossreadError
    ├── FileError        a file that was to be read gives no article
    │   └── ArticleError one article of a file that holds several is set aside
    ├── ProjectError     a project file cannot be opened or written
    ├── OutputError      an output file cannot be written
    ├── RecordError      one line of an archive is not an article
    ├── InputError       the words of a request do not fit together
    └── QueryError       what is searched for is not whole

Everything else that is raised is a bug of ours.
"""

from __future__ import annotations

from enum import StrEnum


class FileProblem(StrEnum):
    """Why a file gave no article."""

    MISSING = "missing"
    FOLDER = "folder"
    DENIED = "denied"
    EMPTY = "empty"
    TOO_LARGE = "too large"
    UNKNOWN = "unknown kind"
    MISNAMED = "not what its name says"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_TEXT = "no text"
    UNREADABLE = "unreadable"
    INCOMPLETE = "fewer articles than announced"
    PACKED = "packed in an unknown way"
    NO_CODEBOOK = "no codebook"
    NO_PROJECT = "no project"
    NO_EXCHANGE = "nothing of another program"
    NEWER = "newer"
    WHOLE_PROJECT = "a whole project"


class ProjectProblem(StrEnum):
    """Why a project file could not be used."""

    MISSING = "missing"
    EXISTS = "exists"
    FOLDER = "folder"
    DENIED = "denied"
    NOT_A_PROJECT = "not a project"
    NEWER = "newer"
    DAMAGED = "damaged"
    UNSOUND = "unsound"
    LOCKED = "locked"
    READ_ONLY = "read-only"
    BACKUP = "backup"
    NO_BACKUP = "no backup"
    NO_LOCKS = "no locks"
    FULL = "full"
    MOVED = "moved"


class OutputProblem(StrEnum):
    """Why an output file could not be written."""

    NO_FOLDER = "no folder"
    FOLDER = "folder"
    DENIED = "denied"
    FULL = "full"
    FAILED = "failed"
    PROJECT = "the project itself"


class InputProblem(StrEnum):
    """Why a request could not be carried out as it was put."""

    TOO_FEW_ARTICLES = "too few articles"
    TOO_FEW_WITNESSES = "too few witnesses"
    NO_FILES = "no files"
    DUPLICATE_ID = "duplicate id"
    UNKNOWN_ID = "unknown id"
    OTHER_TEXT = "other text"
    UNKNOWN_TAG = "unknown tag"
    NO_TAGS = "no tags"
    UNKNOWN_PASSAGE = "unknown passage"
    TAG_IN_USE = "tag in use"
    WRONG_PLACE = "wrong place"
    NO_REVISION = "no revision"
    STALE_STEP = "stale step"


class QueryProblem(StrEnum):
    """What a query lacks, or has too much of."""

    OPEN_QUOTE = "open quotation mark"
    OPEN_PARENTHESIS = "open parenthesis"
    STRAY_PARENTHESIS = "stray parenthesis"
    NOTHING_BEFORE = "nothing before"
    NOTHING_AFTER = "nothing after"
    NO_VALUE = "no value"
    NO_DAY = "no day"
    NOT_WORDS = "not words"
    TOO_LONG = "too long"


class CrossreadError(Exception):
    """The root of all errors that the user can act on."""


class FileError(CrossreadError):
    """A file that was to be read gives no article; `detail` is a datum, such as a limit."""

    def __init__(self, path: str, problem: FileProblem, detail: str = "") -> None:
        super().__init__(path, problem, detail)
        self.path = path
        self.problem = problem
        self.detail = detail


class ArticleError(FileError):
    """One article of a file is set aside, and the others go on.

    `place` counts the articles of the file from 1, `headline` is as far as it is known, and `raw`
    is all that stands in the article's place.
    """

    def __init__(
        self,
        path: str,
        problem: FileProblem,
        detail: str = "",
        *,
        place: int = 0,
        headline: str = "",
        raw: str = "",
    ) -> None:
        super().__init__(path, problem, detail)
        self.place = place
        self.headline = headline
        self.raw = raw


class ProjectError(CrossreadError):
    """A project file cannot be opened, read or written."""

    def __init__(self, path: str, problem: ProjectProblem, detail: str = "") -> None:
        super().__init__(path, problem, detail)
        self.path = path
        self.problem = problem
        self.detail = detail


class OutputError(CrossreadError):
    """An output file cannot be written; what stood there before still does."""

    def __init__(self, path: str, problem: OutputProblem, detail: str = "") -> None:
        super().__init__(path, problem, detail)
        self.path = path
        self.problem = problem
        self.detail = detail


class RecordError(CrossreadError):
    """Line `line` (from 1) of an archive is not an article; `detail` names the field at fault."""

    def __init__(self, path: str, line: int, detail: str) -> None:
        super().__init__(path, line, detail)
        self.path = path
        self.line = line
        self.detail = detail


class InputError(CrossreadError):
    """The words of a request do not fit together."""

    def __init__(self, problem: InputProblem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


class QueryError(CrossreadError):
    """What is searched for is not whole; `detail` is the word of the query that is concerned."""

    def __init__(self, problem: QueryProblem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail
