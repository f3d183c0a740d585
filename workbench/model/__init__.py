"""The nouns of the program: frozen dataclasses that need nothing but the standard library.

Glossary (the same words in code, window and docs):

| word | meaning |
|---|---|
| Alignment | witnesses laid token by token in columns |
| Applied | what applying an edit gave: its inverse and what kind of thing changed |
| Article | one imported text with headline, byline, date, address; its text never changes |
| Boilerplate | text that stands in many articles and is left out of the comparison |
| Cancelled | the analyst asked long work to stop |
| Change | the kind of thing an edit has changed |
| Cluster | all passages that are the same text, across articles |
| Comparison | everything found between the articles of one story |
| Decision | what the analyst has decided about passages: links gone, and links instead |
| Edit | a reversible change to a project: AddArticles, RemoveArticles, ChangeMetadata, SetSetting |
| CrossreadError | what a user can act on, and the root of the five that follow |
| FileError | a file gives no article; FileProblem says why |
| ArticleError | one article of a file is set aside, with its raw text |
| InputError | the words of a request do not fit together; InputProblem says how |
| OutputError | an output file cannot be written; OutputProblem says why |
| ProjectError | a project file cannot be used; ProjectProblem says why |
| RecordError | one line of an archive is not an article |
| FileReading | what reading one file gave, before anything is stored |
| Flag | why a variant deserves a look: number, name, date, role, negation, spelling, … |
| Kind | how close a pair is: verbatim, edited, reworded |
| Link | two passages that are linked, or are not to be |
| LinkingWord | a word that speaks for a pair, and how rare it is |
| Passage | a span of one article that another article shares |
| PassagePair | one passage in two articles: spans, kind, similarity, variants, reason |
| Quotation | words that somebody is said to have said: span, speaker, cue verb |
| Quotations | the quotations and the mentions of some articles |
| Reading | what one witness has at one place |
| Reason | why two passages were linked |
| Rendering | how one outlet quotes what was said: cut, changed, or as said by somebody else |
| Saying | one thing said, in all articles that quote it |
| Span | half-open `[start, end)`, Unicode code points of an article's text |
| Term | one form of a phrase whose use is tracked; rival forms make a TermFamily |
| Token | a word or mark: surface form, normal form, span |
| Transposition | words that witnesses have at two places of a table; Place names the cells |
| Variant | a place where readings differ; VariantKind says what became of the first |
| Wording | one wording difference gathered over the project |
| Witness | a text taking part in a comparison, under a siglum |
"""

from workbench.model.alignment import Alignment, Place, Transposition, Witness
from workbench.model.article import Article
from workbench.model.boilerplate import Boilerplate
from workbench.model.comparison import Comparison, Wording
from workbench.model.decision import Decision, Link
from workbench.model.edit import (
    AddArticles,
    Applied,
    Change,
    ChangeMetadata,
    Edit,
    RemoveArticles,
    SetSetting,
)
from workbench.model.errors import (
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
    RecordError,
)
from workbench.model.passage import (
    Cluster,
    Flag,
    Kind,
    LinkingWord,
    Passage,
    PassagePair,
    Reading,
    Reason,
    Variant,
    VariantKind,
)
from workbench.model.progress import Cancelled, Report, silent
from workbench.model.quotation import Quotation, Quotations, Rendering, Saying
from workbench.model.reading import FileReading
from workbench.model.span import Span
from workbench.model.term import Term, TermFamily
from workbench.model.token import Token

__all__ = [
    "AddArticles",
    "Alignment",
    "Applied",
    "Article",
    "ArticleError",
    "Boilerplate",
    "Cancelled",
    "Change",
    "ChangeMetadata",
    "Cluster",
    "Comparison",
    "CrossreadError",
    "Decision",
    "Edit",
    "FileError",
    "FileProblem",
    "FileReading",
    "Flag",
    "InputError",
    "InputProblem",
    "Kind",
    "Link",
    "LinkingWord",
    "OutputError",
    "OutputProblem",
    "Passage",
    "PassagePair",
    "Place",
    "ProjectError",
    "ProjectProblem",
    "Quotation",
    "Quotations",
    "Reading",
    "Reason",
    "RecordError",
    "RemoveArticles",
    "Rendering",
    "Report",
    "Saying",
    "SetSetting",
    "Span",
    "Term",
    "TermFamily",
    "Token",
    "Transposition",
    "Variant",
    "VariantKind",
    "Witness",
    "Wording",
    "silent",
]
