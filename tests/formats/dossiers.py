"""The sample story and what an analyst might say of it, as one dossier for every format.

Tests import it by its name, for this folder is on their path.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from workbench.comparison.sayings import sayings
from workbench.comparison.shares import shares
from workbench.model import (
    Annotation,
    Codebook,
    Counterpart,
    Dossier,
    Grouping,
    Matrix,
    Methods,
    Outgoing,
    Passage,
    Placing,
    Span,
    Tag,
    Target,
    select,
)
from workbench.project.apparatus import apparatus
from workbench.project.comparing import compare_articles
from workbench.project.corresponding import corresponding
from workbench.project.excerpts import annotated_excerpts, grouped
from workbench.resources import sample_files

MADE = "2024-04-02T09:30:00Z"
CODEBOOK = Codebook(
    (
        Tag("t1", "Wording", colour="#278161"),
        Tag("t2", "Softened", "t1", definition="Milder than another outlet has it."),
        Tag("t3", "Figures"),
    )
)
SAID = (
    ("nearly 13 trillion yuan", ("t3",), "Rounded up: the wire has 12.82 trillion."),
    ("just under half", ("t3", "t2"), "49.9 percent in the wire.\nWhich one is in the minutes?"),
    ("follow the path of rapid development", (), "The first half of what he said."),
    ("warned against", ("t2",), ""),
)
"""Words of the story, with the tags and the memo that they got."""


@cache
def compare_story():
    """Compare the articles of the sample story, called "a1" and so on."""
    from workbench.formats.readers import read_file

    articles = [article for file in sample_files() for article in read_file(file).articles]
    return compare_articles(
        replace(article, id=f"a{n}", path="", retrieved="2024-04-01")
        for n, article in enumerate(articles, 1)
    )


def make_dossier(outgoing: Outgoing | None = None) -> Dossier:
    """Return the sample story compared and annotated, everything in it."""
    outgoing = outgoing or Outgoing(grouping=Grouping.TAG, has_variants=True)
    comparison = compare_story()
    articles = comparison.articles
    annotations = make_annotations(articles, comparison)
    texts = {article.id: article for article in articles}
    excerpts = []
    for excerpt in annotated_excerpts(annotations, articles):
        found = corresponding(Passage(excerpt.article.id, excerpt.span), comparison)
        others = tuple(Counterpart(texts[one.article], one.span) for one in found)
        excerpts.append(replace(excerpt, counterparts=others))
    return Dossier(
        "New forces",
        MADE,
        outgoing,
        CODEBOOK,
        comparison,
        articles,
        annotations=annotations,
        groups=grouped(excerpts, outgoing.grouping, CODEBOOK),
        apparatuses=tuple(apparatus(cluster, comparison) for cluster in comparison.clusters),
        sayings=sayings(comparison),
        matrix=make_matrix(comparison),
        methods=Methods("Crossread 0.1.0", 2, (("Words", "8"),), 1),
    )


def make_annotations(articles, comparison):
    """Return annotations of every kind, among them one whose place is not sure."""
    made = "2024-04-01T10:00:00Z"
    found = []
    for words, tags, memo in SAID:
        article = next(article for article in articles if words in article.text)
        start = article.text.index(words)
        span = Span(start, start + len(words))
        target = Target((select(article.id, article.text, span),))
        found.append(Annotation(f"n{len(found)}", target, tags, memo, "Ada Lind", made, MADE))
    texts = {article.id: article.text for article in articles}
    both = comparison.clusters[0].passages[:2]
    pair = Target(tuple(select(one.article, texts[one.article], one.span) for one in both))
    unsure = replace(select("a1", texts["a1"], Span(0, 40)), placing=Placing.DOUBTFUL)
    return (
        *found,
        Annotation("n7", pair, ("t1",), "Both have it from the same talk.", "Ada Lind", made),
        Annotation("n8", Target((unsure,)), ("t3",), "Look again.", "Ada Lind", made),
        Annotation("n9", Target(article="a5"), (), "Written last, with all to hand.", "", made),
        Annotation("n10", Target(), (), "Five outlets, one phrase.", "Ada Lind", made),
    )


def make_matrix(comparison) -> Matrix:
    """Return which share of its words each article has in common with each other one."""
    articles = comparison.articles
    found = shares(articles, comparison.pairs)
    members = [(place,) for place in range(len(articles))]
    common, totals = found.common(members, members), found.total(members)
    return Matrix(
        tuple(article.outlet for article in articles),
        tuple(
            tuple(
                None if row == column else float(common[row, column] / totals[row])
                for column in range(len(articles))
            )
            for row in range(len(articles))
        ),
    )
