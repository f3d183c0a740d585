"""Four articles about a harbour, and what an analyst says of them.

Tests import it by its name, for this folder is on their path.
"""

from workbench.model import Annotation, Article, Span, Tag, Target
from workbench.project.annotating import words_of

FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board."
MAYOR = "“We promise a second ship before the winter storms arrive,” said Mayor Ann Holm."
BRIDGE = "A narrow wooden bridge collapsed under the weight of a parked gravel lorry yesterday."
TEXTS = {
    "a1": f"{FERRY} {MAYOR}\n\nNobody waved. The sea route is old.",
    "a2": f"A report follows. {FERRY.replace('forty', 'fifty')} The sea lane is old.",
    "a3": f"{MAYOR} {BRIDGE} It rained on the sea lane.",
    "a4": f"{BRIDGE} Ships stay away.",
}
ARTICLES = tuple(
    Article(id_, text, f"Outlet {id_}", f"Head {id_}", published=f"2024-03-0{day}", language="en")
    for day, (id_, text) in enumerate(TEXTS.items(), 1)
)
BY_ID = {article.id: article for article in ARTICLES}
PLACE, HARBOUR = Tag("t1", "place"), Tag("t2", "harbour", "t1")


def span(id_, words):
    start = TEXTS[id_].index(words)
    return Span(start, start + len(words))


def note(name, id_, words, *tags, memo=""):
    day = f"2025-01-0{name[1]}T00:00:00Z"
    return Annotation(
        name, words_of(BY_ID[id_], span(id_, words)), tags, memo, created=day, changed=day
    )


PORT = note("n1", "a1", "harbour", "t2")
RAIN = note("n2", "a3", "rained", memo="Wet.")
FIRST = note("n3", "a1", "Nobody", "t1")
SHIP = note("n4", "a3", "second ship", memo="Which?")
ABOUT = Annotation("n5", Target((), "a2"), ("t1",), "Dull.", created="2025-01-05T00:00:00Z")
ALL = Annotation("n6", Target(), (), "Ferries.", created="2025-01-06T00:00:00Z")
BOTH = Annotation(
    "n7",
    Target((*PORT.target.selectors, *words_of(BY_ID["a2"], span("a2", "harbour")).selectors)),
    ("t2",), "Same.", created="2025-01-07T00:00:00Z", changed="2199-01-01T00:00:00Z",
)  # fmt: skip
NOTES = (PORT, RAIN, FIRST, SHIP, ABOUT, ALL, BOTH)
