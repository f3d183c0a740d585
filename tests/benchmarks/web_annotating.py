"""Sends many annotations out as Web Annotations, or brings them in, and prints how long it took."""

import json
import sys
import time
from random import Random

from corpus import make_archive

from workbench.formats.from_web_annotations import read_web_annotations
from workbench.formats.to_web_annotations import web_annotations
from workbench.model import Annotation, Codebook, Comparison, Dossier, Outgoing, Span, Tag
from workbench.project.annotating import words_of

ARTICLES = 1_000
NOON = "2026-01-01T12:00:00+00:00"


def annotated(count):
    """Return a dossier of so many annotations of some words each, with a tag and a memo."""
    chance = Random(3)
    articles = tuple(make_archive(ARTICLES).articles)
    tags = tuple(Tag(f"t{number}", f"tag {number}") for number in range(40))
    notes = []
    for number in range(count):
        article = articles[number % ARTICLES]
        start = article.text.index(" ", chance.randrange(len(article.text) - 400)) + 1
        target = words_of(article, Span(start, start + chance.randrange(20, 200)))
        given = (tags[number % 40].id,)
        notes.append(Annotation(f"n{number}", target, given, "Why here? " * 20, "Ann", NOON, NOON))
    comparison = Comparison(articles)
    return Dossier(
        "", NOON, Outgoing(), Codebook(tags), comparison, articles, annotations=tuple(notes)
    )


def main():
    """Print the seconds of one of three works: WORK, COUNT."""
    work, dossier = sys.argv[1], annotated(int(sys.argv[2]))
    data = web_annotations(dossier).encode()
    if work == "quotes":
        data = data.replace(b"TextPositionSelector", b"XPathSelector")
    begun = time.perf_counter()
    if work == "out":
        told = f"{len(web_annotations(dossier).encode()) / 1e6:.0f} MB"
    else:
        found = read_web_annotations(data, dossier.articles, dossier.codebook)
        right = sum(
            one.target == other.target
            for one, other in zip(found.annotations, dossier.annotations, strict=False)
        )
        told = f"{right} in their places, {len(found.losses)} not found"
    seconds = time.perf_counter() - begun
    sys.stdout.write(json.dumps({"seconds": seconds, "told": told}) + "\n")


if __name__ == "__main__":
    main()
