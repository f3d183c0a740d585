"""Scrolls a window of long articles with real wheel events and prints the time of each frame."""

import json
import random
import sys
import time
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from workbench.app import Program
from workbench.model import (
    Annotation,
    Article,
    Cluster,
    Codebook,
    Comparison,
    Kind,
    Passage,
    PassagePair,
    Quotation,
    Reading,
    Reason,
    Span,
    Tag,
    Target,
    Variant,
    VariantKind,
    select,
)
from workbench.project.drafts import Drafts
from workbench.ui.desk import Layer

LENGTH = 100_000  # characters of an article
PASSAGES = 2_000  # in the whole comparison
ANNOTATIONS = 2_000  # among the passages
COLOURS = ("#c0392b", "#2e86c1", "#239b56", "#b9770e")
FULL_HD = (1920, 1080)
NOTCH = -120  # what one click of a wheel sends
WORDS = "the ferry left harbour at noon with old band on deck and nobody waved from quay that day"
KINDS = tuple(Kind)


def text_of(seed: int) -> str:
    """Return LENGTH characters in paragraphs of some lines."""
    chance = random.Random(seed)
    words = WORDS.split()
    paragraphs, length = [], 0
    while length < LENGTH:
        paragraph = " ".join(chance.choices(words, k=chance.randint(40, 90))).capitalize() + "."
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs)[:LENGTH]


def comparison_of(articles: tuple[Article, ...]) -> Comparison:
    """Return a comparison with PASSAGES passages in all, each in two or three of the articles."""
    chance = random.Random(0)
    clusters, pairs, quotations, only_here = [], [], [], []
    step = LENGTH * len(articles) // PASSAGES
    for place in range(PASSAGES // 2):
        start = place * 2 * step // len(articles)
        holders = chance.sample(articles, 2)
        spans = [Span(start, min(LENGTH, start + step * 2 // 3)) for _ in holders]
        passages = tuple(Passage(one.id, span) for one, span in zip(holders, spans, strict=True))
        name = f"c{place}"
        clusters.append(Cluster(name, KINDS[place % 3], passages, (f"p{place}",)))
        reading = [Reading(Span(span.start + 5, span.start + 12), "") for span in spans]
        variant = Variant(VariantKind.SUBSTITUTION, *reading)
        kind = KINDS[place % 3]
        pairs.append(PassagePair(f"p{place}", kind, 0.9, *passages, (variant,), Reason(9, 1)))
        said = Span(spans[0].start, spans[0].start + 60)
        quotations.append(Quotation(holders[0].id, said, f"Speaker {place % 9}"))
        only_here.append(Passage(holders[1].id, Span(spans[1].end - 30, spans[1].end)))
    return Comparison(
        articles,
        tuple(pairs),
        tuple(clusters),
        only_here=tuple(only_here),
        quotations=tuple(quotations),
    )


def annotations_of(articles: tuple[Article, ...]) -> tuple[Annotation, ...]:
    """Return ANNOTATIONS annotations of a few words to some lines, tagged, each third a memo."""
    chance = random.Random(1)
    found = []
    for place in range(ANNOTATIONS):
        article = articles[place % len(articles)]
        start = chance.randrange(LENGTH - 400)
        span = Span(start, start + chance.randint(10, 300))
        tags = tuple(f"t{number}" for number in chance.sample(range(len(COLOURS)), place % 3))
        memo = "Told otherwise elsewhere." if place % 3 == 0 else ""
        target = Target((select(article.id, article.text, span),))
        found.append(Annotation(f"m{place}", target, tags, memo))
    return tuple(found)


def frame(app: QApplication, program: Program, notch: int) -> float:
    """Turn the wheel over the first pane; return seconds until all panes are painted."""
    viewport = program.window.board.panes[0].view.viewport()
    place = QPointF(viewport.rect().center())
    event = QWheelEvent(
        place,
        QPointF(viewport.mapToGlobal(place.toPoint())),
        QPoint(),
        QPoint(0, notch),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    begun = time.perf_counter()
    app.sendEvent(viewport, event)
    app.processEvents()  # the ribbons' timer
    app.processEvents()  # what it asks to be painted
    return time.perf_counter() - begun


def main() -> None:
    """Print seconds of each frame for so many panes: FOLDER PANES FRAMES."""
    folder, panes, frames = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    app = QApplication([])
    app.setStyle("Fusion")
    program = Program(app, Drafts(folder / "drafts").new(), folder, folder)
    program.window.resize(*FULL_HD)
    program.window.show()
    articles = tuple(
        Article(f"a{place}", text_of(place), f"Outlet {place}", "A long article")
        for place in range(panes)
    )
    begun = time.perf_counter()
    desk = program.desk
    desk.show_articles(articles)
    desk.show_comparison(comparison_of(articles))
    tags = (Tag(f"t{place}", f"Tag {place}", colour=each) for place, each in enumerate(COLOURS))
    desk.annotated.set_codebook(Codebook(tuple(tags)))
    desk.annotated.take(annotations_of(articles))
    for layer in Layer:
        desk.show_layer(layer, on=True)
    for _ in range(20):
        app.processEvents()
    shown = time.perf_counter() - begun
    marks = sum(len(pane.view.annotated.marks) for pane in program.window.board.panes)
    half = frames // 2
    seconds = [frame(app, program, NOTCH if place < half else -NOTCH) for place in range(frames)]
    sys.stdout.write(json.dumps({"shown": shown, "frames": seconds, "annotations": marks}) + "\n")
    program.window.close()


if __name__ == "__main__":
    main()
