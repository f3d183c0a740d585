"""The nouns of the program: frozen dataclasses that need nothing but the standard library.

Glossary (the same words in code, window and docs):

| word | meaning |
|---|---|
| Alignment | witnesses laid token by token in columns |
| Applied | what applying an edit gave: its inverse and what kind of thing changed |
| Article | one imported text with headline, byline, date, address; its text never changes |
| Cancelled | the analyst asked long work to stop |
| Change | the kind of thing an edit has changed |
| Cluster | all passages that are the same text, across articles |
| Comparison | everything found between the articles of one story |
| Edit | one reversible change to a project: AddArticles, RemoveArticles, SetSetting |
| CrossreadError | what a user can act on, and the root of the five that follow |
| FileError | a file gives no article; FileProblem says why |
| InputError | the words of a request do not fit together; InputProblem says how |
| OutputError | an output file cannot be written; OutputProblem says why |
| ProjectError | a project file cannot be used; ProjectProblem says why |
| RecordError | one line of an archive is not an article |
| FileReading | what reading one file gave, before anything is stored |
| Flag | why a variant deserves a look: number, name, date, role, negation, spelling, … |
| Kind | how close a pair is: verbatim, edited, reworded |
| Passage | a span of one article that another article shares |
| PassagePair | one passage in two articles: spans, kind, similarity, variants, reason |
| Reading | what one witness has at one place |
| Reason | why two passages were linked |
| Span | half-open `[start, end)`, Unicode code points of an article's text |
| Token | a word or mark: surface form, normal form, span |
| Variant | a place where readings differ; VariantKind says what became of the first |
| Wording | one wording difference gathered over the project |
| Witness | a text taking part in a comparison, under a siglum |
"""

from workbench.model.alignment import Alignment, Witness
from workbench.model.article import Article
from workbench.model.comparison import Comparison, Wording
from workbench.model.edit import (
    AddArticles,
    Applied,
    Change,
    Edit,
    RemoveArticles,
    SetSetting,
)
from workbench.model.errors import (
    CrossreadError,
    FileError,
    FileProblem,
    InputError,
    InputProblem,
    OutputError,
    OutputProblem,
    ProjectError,
    ProjectProblem,
    RecordError,
)
from workbench.model.passage import (
    Cluster,
    Flag,
    Kind,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Variant,
    VariantKind,
)
from workbench.model.progress import Cancelled, Report, silent
from workbench.model.reading import FileReading
from workbench.model.span import Span
from workbench.model.token import Token

__all__ = [
    "AddArticles",
    "Alignment",
    "Applied",
    "Article",
    "Cancelled",
    "Change",
    "Cluster",
    "Comparison",
    "CrossreadError",
    "Edit",
    "FileError",
    "FileProblem",
    "FileReading",
    "Flag",
    "InputError",
    "InputProblem",
    "Kind",
    "OutputError",
    "OutputProblem",
    "Passage",
    "PassagePair",
    "ProjectError",
    "ProjectProblem",
    "Reading",
    "Reason",
    "RecordError",
    "RemoveArticles",
    "Report",
    "SetSetting",
    "Span",
    "Token",
    "Variant",
    "VariantKind",
    "Witness",
    "Wording",
    "silent",
]
