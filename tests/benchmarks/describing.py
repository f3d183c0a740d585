"""Gives many articles of a project another section, takes it back, and joins their outlets."""

import json
import sys
import time
from pathlib import Path

from workbench.model import AddArticles, Article
from workbench.project.describing import describe, join_outlets
from workbench.project.project import Project

ARTICLES, OUTLETS = 10_000, 40


def articles():
    text = "The ferry left the harbour again, and nobody waved. " * 60
    for number in range(ARTICLES):
        yield Article(
            f"a{number}",
            f"Number {number}. {text}",
            f"Outlet {number % OUTLETS}",
            f"Headline {number}",
            published="2024-02-21",
        )


def measure(folder):
    """Return the seconds of telling one thing of all articles, and those of the way back."""
    with Project.create(folder / "many.crossread", AddArticles(tuple(articles()))) as project:
        project.articles()
        begun = time.perf_counter()
        project.apply(describe(project.articles(), {"section": "Business"}), "set section")
        told = time.perf_counter()
        project.undo()
        undone = time.perf_counter()
        into, *others = project.outlets()
        project.apply(join_outlets(project.articles(), into, others), "join")
        return told - begun, undone - told, time.perf_counter() - undone


if __name__ == "__main__":
    set_, undone, joined = measure(Path(sys.argv[1]))
    words = f"undone in {undone:.2f} s; {OUTLETS} outlets joined in {joined:.2f} s"
    print(json.dumps({"seconds": set_, "told": words}))
