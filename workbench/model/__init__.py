"""The nouns of the program: frozen dataclasses that need nothing but the standard library.

Glossary (the same words in code, window and docs):

| word | meaning |
|---|---|
| Annotation | one target, any tags, one memo, its author, and when |
| Alignment | witnesses laid token by token in columns |
| Applied | what applying an edit gave: its inverse and what kind of thing changed |
| AllOf, AnyOf, NoneOf | conditions of a query that are joined, or must not hold |
| Apparatus | the table of a cluster as it is shown, of ApparatusRow and ApparatusCell |
| Article | one imported text with headline, byline, date, address; its text never changes |
| Boilerplate | text that stands in many articles and is left out of the comparison |
| Cancelled | the analyst asked long work to stop |
| Change | the kind of thing an edit has changed |
| Cluster | all passages that are the same text, across articles |
| Comparison | everything found between the articles of one story |
| Decision | what the analyst has decided about passages: links gone, and links instead |
| Codebook | the tree of the analyst's tags |
| Edit | a reversible change to a project, or an EditGroup of several that are one step |
| AddArticles, RemoveArticles | edits of the articles of a project |
| ReviseArticle, TakeBackRevision | edits of the text of an article |
| ChangeMetadata, ChangeOutlets | edits of what is known of articles and outlets |
| ChangeAnnotations, ChangeCodebook | edits of what the analyst says, and of the tags |
| SetSetting | an edit of a setting |
| Condition | what is searched for: a Phrase in a Field, two Near each other, Dated, or joined |
| CrossreadError | what a user can act on, and the root of the six that follow |
| FileError | a file gives no article; FileProblem says why |
| ArticleError | one article of a file is set aside, with its raw text |
| InputError | the words of a request do not fit together; InputProblem says how |
| OutputError | an output file cannot be written; OutputProblem says why |
| ProjectError | a project file cannot be used; ProjectProblem says why |
| QueryError | what is searched for is not whole; QueryProblem says what is missing |
| RecordError | one line of an archive is not an article |
| Exchange | what a file of another program brings; a Loss is what it cannot, LossReason why |
| Dossier | all that goes out in one export, with its Methods and the Matrix of shares |
| Excerpt | a quoted span, its annotations, and each Counterpart elsewhere; ExcerptGroup: several |
| FileReading | what reading one file gave, before anything is stored |
| Flag | why a variant deserves a look: number, name, date, role, negation, spelling, … |
| Kind | how close a pair is: verbatim, edited, reworded |
| Link | two passages that are linked, or are not to be |
| LinkingWord | a word that speaks for a pair, and how rare it is |
| Outlet | who published, and what is known of them |
| Outgoing | what goes out: Scope, each Part and Sheet, Grouping, CitationStyle |
| Passage | a span of one article that another article shares |
| PassagePair | one passage in two articles: spans, kind, similarity, variants, reason |
| Quotation | words that somebody is said to have said: span, speaker, cue verb |
| Quotations | the quotations and the mentions of some articles |
| Reading | what one witness has at one place |
| Reason | why two passages were linked |
| Rendering | how one outlet quotes what was said: cut, changed, or as said by somebody else |
| Revision | a text that an article had before a later one came |
| Saying | one thing said, in all articles that quote it |
| Selector | where words stand: a quote with context, and a position; Placing: whether it holds |
| Span | half-open `[start, end)`, Unicode code points of an article's text |
| Step | one step of a project's history, as the menu names it |
| Tag | a label with what it means |
| Target | what an annotation is about: words, an article, passages or the project, its TargetKind |
| Term | one form of a phrase whose use is tracked; rival forms make a TermFamily |
| Token | a word or mark: surface form, normal form, span |
| Transposition | words that witnesses have at two places of a table; Place names the cells |
| Variant | a place where readings differ; VariantKind says what became of the first |
| Wording | one wording difference gathered over the project |
| Witness | a text taking part in a comparison, under a siglum |
"""

from workbench.model.alignment import Alignment, Place, Transposition, Witness
from workbench.model.annotation import (
    Annotation,
    Placing,
    Selector,
    Target,
    TargetKind,
    select,
)
from workbench.model.apparatus import Apparatus, ApparatusCell, ApparatusRow
from workbench.model.article import Article
from workbench.model.boilerplate import Boilerplate
from workbench.model.codebook import Codebook, Tag
from workbench.model.comparison import Comparison, Wording
from workbench.model.decision import Decision, Link
from workbench.model.dossier import Dossier, Matrix, Methods
from workbench.model.edit import (
    AddArticles,
    Applied,
    Change,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeMetadata,
    ChangeOutlets,
    Edit,
    EditGroup,
    RemoveArticles,
    ReviseArticle,
    SetSetting,
    Step,
    TakeBackRevision,
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
    QueryError,
    QueryProblem,
    RecordError,
)
from workbench.model.excerpt import Counterpart, Excerpt, ExcerptGroup
from workbench.model.exchange import Exchange, Loss, LossReason
from workbench.model.outgoing import CitationStyle, Grouping, Outgoing, Part, Scope, Sheet
from workbench.model.outlet import Outlet
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
from workbench.model.progress import Cancelled, Report, silent, stretch
from workbench.model.query import (
    AllOf,
    AnyOf,
    Condition,
    Dated,
    Field,
    Near,
    NoneOf,
    Phrase,
)
from workbench.model.quotation import Quotation, Quotations, Rendering, Saying
from workbench.model.reading import FileReading
from workbench.model.revision import Revision
from workbench.model.span import Span
from workbench.model.term import Term, TermFamily
from workbench.model.token import Token

__all__ = [
    "AddArticles",
    "Alignment",
    "AllOf",
    "Annotation",
    "AnyOf",
    "Apparatus",
    "ApparatusCell",
    "ApparatusRow",
    "Applied",
    "Article",
    "ArticleError",
    "Boilerplate",
    "Cancelled",
    "Change",
    "ChangeAnnotations",
    "ChangeCodebook",
    "ChangeMetadata",
    "ChangeOutlets",
    "CitationStyle",
    "Cluster",
    "Codebook",
    "Comparison",
    "Condition",
    "Counterpart",
    "CrossreadError",
    "Dated",
    "Decision",
    "Dossier",
    "Edit",
    "EditGroup",
    "Excerpt",
    "ExcerptGroup",
    "Exchange",
    "Field",
    "FileError",
    "FileProblem",
    "FileReading",
    "Flag",
    "Grouping",
    "InputError",
    "InputProblem",
    "Kind",
    "Link",
    "LinkingWord",
    "Loss",
    "LossReason",
    "Matrix",
    "Methods",
    "Near",
    "NoneOf",
    "Outgoing",
    "Outlet",
    "OutputError",
    "OutputProblem",
    "Part",
    "Passage",
    "PassagePair",
    "Phrase",
    "Place",
    "Placing",
    "ProjectError",
    "ProjectProblem",
    "QueryError",
    "QueryProblem",
    "Quotation",
    "Quotations",
    "Reading",
    "Reason",
    "RecordError",
    "RemoveArticles",
    "Rendering",
    "Report",
    "ReviseArticle",
    "Revision",
    "Saying",
    "Scope",
    "Selector",
    "SetSetting",
    "Sheet",
    "Span",
    "Step",
    "Tag",
    "TakeBackRevision",
    "Target",
    "TargetKind",
    "Term",
    "TermFamily",
    "Token",
    "Transposition",
    "Variant",
    "VariantKind",
    "Witness",
    "Wording",
    "select",
    "silent",
    "stretch",
]
