"""Gathers what goes out of a project with many excerpts, and prints how long that took."""

import json
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from story import make_story

from workbench.model import (
    AddArticles,
    Annotation,
    ChangeAnnotations,
    ChangeCodebook,
    EditGroup,
    Grouping,
    Outgoing,
    Part,
    Scope,
    Span,
    Tag,
)
from workbench.project.annotating import words_of
from workbench.project.comparing import compare_articles
from workbench.project.dossiers import gather
from workbench.project.project import Project

ARTICLES = 400
NOON = "2026-01-01T12:00:00Z"
TAGS = tuple(Tag(f"t{number}", f"Tag {number}") for number in range(40))
OUTGOING = {
    "excerpts": Outgoing(parts=(Part.EXCERPTS, Part.LITERATURE), sheets=()),
    "report": Outgoing(sheets=(), grouping=Grouping.PASSAGE, has_variants=True),
    "tag": Outgoing(Scope.TAGS, ("t3",), has_variants=True),
    "search": Outgoing(Scope.SEARCH, search="outlet:o*", sheets=()),
}


def make_project(path: Path, count: int) -> Project:
    """Make a project of one story, compared, with so many excerpts, each with a tag and a memo."""
    chance = Random(5)
    articles = tuple(
        replace(article, outlet=f"Outlet {n % 50}", headline=f"Told {n}", published="2024-03-02")
        for n, article in enumerate(make_story(ARTICLES))
    )
    notes = []
    for number in range(count):
        article = articles[number % ARTICLES]
        start = chance.randrange(len(article.text) - 200)
        target = words_of(article, Span(start, start + chance.randrange(20, 200)))
        given = (TAGS[number % len(TAGS)].id,)
        notes.append(Annotation(f"n{number}", target, given, "Why here?", "Ann", NOON, NOON))
    edits = AddArticles(articles), ChangeCodebook(TAGS), ChangeAnnotations(tuple(notes))
    project = Project.create(path, EditGroup(edits))
    project.keep_comparison(compare_articles(articles), project.options())
    return project


def main() -> None:
    """Print the seconds: WORK, COUNT, FOLDER."""
    work, count, folder = sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])
    with make_project(folder / "p.crossread", count) as project:
        begun = time.perf_counter()
        dossier = gather(project, OUTGOING[work])
        seconds = time.perf_counter() - begun
    excerpts = [each for group in dossier.groups for each in group.excerpts]
    others = sum(len(each.counterparts) for each in excerpts)
    clusters = len(dossier.comparison.clusters)
    told = f"{len(excerpts):,} excerpts, {others:,} counterparts, {clusters:,} passages"
    sys.stdout.write(json.dumps({"seconds": seconds, "told": told}) + "\n")


if __name__ == "__main__":
    main()
