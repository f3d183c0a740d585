"""Writes a project of many excerpts in one format, and prints how long that took and how much.

python exporting.py FORMAT COUNT
"""

import json
import sys
import time

from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Comparison,
    Counterpart,
    Dossier,
    Excerpt,
    ExcerptGroup,
    Outgoing,
    Part,
    Sheet,
    Span,
    Tag,
    Target,
    select,
    silent,
)
from workbench.project.export_formats import export_format

SENTENCE = "The council voted late on Tuesday to rebuild the northern pier before the storms. "
QUOTED = len("The council voted late on Tuesday to rebuild the northern pier")
EACH = 10
"""Excerpts of an article."""

CODEBOOK = Codebook((Tag("t1", "Wording"), Tag("t2", "Softened", "t1")))
MEMO = "Another outlet has the same sentence and says that the council decided it. To be checked."


def excerpted(count):
    """Return a dossier of so many excerpts, each with context, tags, a memo and a counterpart."""
    articles, groups, annotations = [], [], []
    for number in range(count // EACH):
        article = Article(
            f"a{number}",
            "\n\n".join(f"{place}. {SENTENCE}" for place in range(EACH)),
            f"Outlet {number % 40}",
            f"Council votes on pier {number}",
            "Mara Lind",
            f"2024-03-{number % 28 + 1:02}",
            f"https://example.org/{number}",
            "en",
            retrieved="2024-04-01",
        )
        other = Article(f"b{number}", article.text.replace("voted", "decided"), "Meridian Wire")
        found = tuple(excerpt(article, other, place) for place in range(EACH))
        articles.append(article)
        groups.append(ExcerptGroup(article.headline, found))
        annotations += [note for one in found for note in one.annotations]
    parts = (Part.OVERVIEW, Part.EXCERPTS, Part.LITERATURE, Part.METHODS)
    outgoing = Outgoing(parts=parts, sheets=(Sheet.EXCERPTS,), has_variants=True)
    return Dossier(
        "Pier", "2024-04-02T09:30:00Z", outgoing, CODEBOOK, Comparison(tuple(articles)),
        tuple(articles), annotations=tuple(annotations), groups=tuple(groups),
    )  # fmt: skip


def excerpt(article, other, place):
    """Return the words of one paragraph as an excerpt."""
    start = place * (len(SENTENCE) + len("0. ") + len("\n\n")) + len("0. ")
    span = Span(start, start + QUOTED)
    note = Annotation(
        f"{article.id}-{place}", Target((select(article.id, article.text, span),)), ("t1", "t2"),
        MEMO, "Ada Lind", "2024-04-01T10:00:00Z",
    )  # fmt: skip
    context = Span(start, start + len(SENTENCE) - 1)
    moved = Span(span.start, span.end + len("decided") - len("voted"))
    counterparts = (Counterpart(other, moved),) if not place else ()
    return Excerpt(article, span, place + 1, context, (note,), counterparts=counterparts)


def main():
    """Print the seconds and the size of the file in one format: FORMAT, COUNT."""
    form, dossier = export_format(sys.argv[1]), excerpted(int(sys.argv[2]))
    begun = time.perf_counter()
    data = form.write(dossier, silent)
    seconds = time.perf_counter() - begun
    sys.stdout.write(json.dumps({"seconds": seconds, "told": f"{len(data) / 1e6:.0f} MB"}) + "\n")


if __name__ == "__main__":
    main()
