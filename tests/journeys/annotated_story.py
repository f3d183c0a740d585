"""Two articles with tags and three annotations, and what the window then shows of them.

Tests import it by its name, for this folder is on their path.
"""

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Span,
    Tag,
)
from workbench.project.annotating import words_of

ARTICLES = (
    Article("a1", "The ferry left the harbour at nine.", "Harbour Post", "Ferry", language="en"),
    Article("a2", "Nobody waved, and the mayor slept.", "Daily Ledger", "Mayor", language="en"),
)
TAGS = (
    Tag("t1", "actors", place=0),
    Tag("t2", "state", "t1"),
    Tag("t3", "framing", place=1, key="f"),
)


def annotation(number, article, start, end, tags=(), memo=""):
    target = words_of(ARTICLES[article], Span(start, end))
    return Annotation(f"n{number}", target, tags, memo, "Ada", f"2024-03-0{number}")


EACH = (
    annotation(1, 0, 4, 9, ("t1",)),
    annotation(2, 0, 4, 22, ("t3",), "on the way"),
    annotation(3, 1, 22, 27, ("t1", "t2")),
)


def tell(program):
    session = program.session
    session.do(AddArticles(ARTICLES), "import")
    session.do(ChangeCodebook(TAGS), "tags")
    session.do(ChangeAnnotations(EACH), "annotations")


def listed(program):
    model = program.window.annotation_docks.list.model
    return [model.row_of(model.index(row, 0)).id for row in range(model.rowCount())]


def tags(program):
    return {one.id: one.tags for one in program.session.project.annotations(("n1", "n2", "n3"))}


def tree(program):
    codebook = program.session.project.codebook()
    return [" / ".join(each.name for each in codebook.path(tag.id)) for tag in codebook.branch()]


def last_step(program):
    return program.session.undo_stack.undoText()
