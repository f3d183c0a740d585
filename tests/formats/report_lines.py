"""A report of a few articles made by hand, told line by line.

Tests import it by its name, for this folder is on their path.
"""

from workbench.formats.blocks import Grid, Heading, Listing, Paragraph
from workbench.formats.report import compose
from workbench.model import (
    Article,
    Cluster,
    Codebook,
    Comparison,
    Dossier,
    Kind,
    Outgoing,
    Part,
    Passage,
    Span,
)

POST = Article(
    "a1", "The old pier goes.", "Harbour Post", "Pier goes", "Mara Lind", "2024-03-02",
    "https://example.org/pier", "en", section="Town", page="4", retrieved="2024-03-05T10:00:00Z",
)  # fmt: skip
WIRE = Article("a2", "The new pier comes.", headline="Pier comes")
BARE = Article("a3", "Nothing at all.", path="/texts/bare.txt", url="ftp://example.org")
WHOLE = Passage("a1", Span(0, 18)), Passage("a2", Span(0, 19))


def dossier(part, articles=(POST, WIRE), comparison=None, **known):
    options = {key: known.pop(key) for key in tuple(known) if key in OUTGOING}
    parts = part if isinstance(part, tuple) else (part, Part.LITERATURE)
    outgoing = Outgoing(parts=parts, **options)
    fields = {"title": "Pier", "made": "", "codebook": Codebook(), "articles": articles}
    return Dossier(
        outgoing=outgoing, comparison=comparison or Comparison(articles), **(fields | known)
    )


OUTGOING = ("grouping", "has_context", "has_memos", "has_variants")


def shown(runs):
    return "".join(run.text for run in runs)


def lines(given, citations=None):
    """Tell a document line by line, the cells of a row apart by bars."""
    told = []
    for block in compose(given, citations or {}).blocks:
        if isinstance(block, Heading):
            told.append(f"{'#' * block.level} {block.text}")
        elif isinstance(block, Paragraph):
            told.append(shown(block.runs))
        elif isinstance(block, Listing):
            told += [f"- {shown(entry)}" for entry in block.entries]
        elif isinstance(block, Grid):
            told.append(" | ".join(block.heads))
            told += [" | ".join(shown(cell.runs) for cell in row) for row in block.rows]
    return told


def cluster(kind=Kind.EDITED, passages=WHOLE, **known):
    return Cluster("c1", kind, passages, ("p1",), **known)


def compared(found, *pairs):
    return Comparison((POST, WIRE), pairs, (found,))
