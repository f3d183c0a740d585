"""Annotates in a window of long articles full of annotations, and prints how long that took."""

import json
import random
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from workbench.app import Program
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    EditGroup,
    Span,
    Tag,
)
from workbench.project.annotating import words_of
from workbench.project.drafts import Drafts

LENGTH = 100_000  # characters of an article
ANNOTATIONS = 2_000  # in each
TAGS = 40
TIMES = 30
FULL_HD = (1920, 1080)
NOON = "2026-01-01T12:00:00+00:00"
LETTERS = "aeioubdfgklmnprstvz"
WORDS = 8_000  # so many that no two articles share a passage by chance


def text_of(chance: random.Random) -> str:
    """Return LENGTH characters in paragraphs of some lines."""
    words = ["".join(chance.choices(LETTERS, k=chance.randint(2, 9))) for _ in range(WORDS)]
    paragraphs, length = [], 0
    while length < LENGTH:
        paragraph = " ".join(chance.choices(words, k=chance.randint(40, 90))) + "."
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs)[:LENGTH]


def annotations_of(article: Article, chance: random.Random) -> tuple[Annotation, ...]:
    """Return annotations of one or two tags over a few words up to some sentences each."""
    found = []
    for number in range(ANNOTATIONS):
        start = chance.randrange(LENGTH - 400)
        target = words_of(article, Span(start, start + chance.randrange(10, 300)))
        tags = tuple(f"t{tag}" for tag in chance.sample(range(TAGS), 1 + number % 2))
        memo = "Why here?" if number % 4 == 0 else ""
        name = f"{article.id}-{number:05}"
        found.append(Annotation(name, target, tags, memo, "Ann", NOON, NOON))
    return tuple(found)


def fill(program: Program) -> None:
    """Put two annotated articles into the project."""
    chance = random.Random(0)
    articles = tuple(Article(f"a{at}", text_of(chance), f"Outlet {at}") for at in range(2))
    tags = tuple(Tag(f"t{at}", f"tag {at}", colour="#c0392b", place=at) for at in range(TAGS))
    found = tuple(one for article in articles for one in annotations_of(article, chance))
    edits = (AddArticles(articles), ChangeCodebook(tags), ChangeAnnotations(found))
    program.session.do(EditGroup(edits), "fill")


def main() -> None:
    """Print the median seconds from a key to the stored tag, and to the painted window: FOLDER."""
    folder = Path(sys.argv[1])
    app = QApplication([])
    app.setStyle("Fusion")
    program = Program(app, Drafts(folder / "drafts").new(), folder, folder)
    program.window.resize(*FULL_HD)
    program.window.show()
    fill(program)
    while not program.desk.comparison.articles:
        app.processEvents()
    stored, painted = [], []
    view = program.window.board.panes[0].view
    for number in range(TIMES):
        view.select(Span(40 + 37 * number, 60 + 37 * number))
        view.setFocus()
        app.processEvents()
        begun = time.perf_counter()
        program.annotating.give((f"t{number}",))
        stored.append(time.perf_counter() - begun)
        app.processEvents()
        painted.append(time.perf_counter() - begun)
    seen, longest = statistics.median(painted) * 1000, max(painted) * 1000
    told = f"painted after {seen:.0f} ms, longest {longest:.0f} ms"
    sys.stdout.write(json.dumps({"seconds": statistics.median(stored), "told": told}) + "\n")
    program.window.close()


if __name__ == "__main__":
    main()
