"""Files of web annotations made by hand, and what is read from them.

Tests import it by its name, for this folder is on their path.
"""

import json

from workbench.formats.from_web_annotations import read_web_annotations
from workbench.formats.to_web_annotations import web_annotations
from workbench.model import Article, Codebook, Comparison, Dossier, Outgoing, Tag

PIER = Article(
    "a1",
    "Storms have eaten at the piles for years. On the advice of engineers\nthe harbour board "
    "closed the pier on Tuesday for good. Those who fish there were told on Monday.",
    "Harbour Post",
    "Pier goes",
    url="https://example.org/news/pier",
)
BOATS = Article(
    "a2",
    "⛴️ 🛥️🛥️ Storm warning: over forty boats stayed in port.\n\n"
    "🛥️ There they lie: 🛶 small boats, and boats.",
    "Sea Daily",
    "Storm",
)
ARTICLES = (PIER, BOATS)
FRAMING = Tag("00000001-0000-4000-8000-000000000000", "Framing")
BOARD = "the harbour board closed"
NOTE = "0000000a-0000-4000-8000-00000000000a"


def read(told, articles=ARTICLES, tags=()):
    return read_web_annotations(json.dumps(told).encode(), articles, Codebook(tuple(tags)))


def quoting(exact, *, source=PIER.url, **known):
    selector = {"type": "TextQuoteSelector", "exact": exact} | known
    return {"id": NOTE, "type": "Annotation", "target": {"source": source, "selector": selector}}


def at(start, end, exact, source=PIER.url):
    told = quoting(exact, source=source)
    position = {"type": "TextPositionSelector", "start": start, "end": end}
    told["target"]["selector"] = [told["target"]["selector"], position]
    return told


def places(found):
    return [one for each in found.annotations for one in each.target.selectors]


def out(annotations, articles=ARTICLES, tags=()):
    dossier = Dossier(
        "", "", Outgoing(), Codebook(tuple(tags)), Comparison(()), articles,
        annotations=annotations,
    )  # fmt: skip
    return web_annotations(dossier).encode()
