"""Articles and entries of a timeline that stand at given times.

Tests import it by its name, for this folder is on their path.
"""

from workbench.model import Article, Passage, Span
from workbench.ui.timeline_sheet import Entry

DAYS = tuple(f"2024-{month:02d}-{day:02d}" for month in range(1, 4) for day in range(1, 29))


def dated(*dates):
    return [Article(f"a{place}", "", published=date) for place, date in enumerate(dates)]


def entry(siglum, published="", outlet="Post", *, first=False):
    return Entry(Passage(siglum, Span(0, 1)), siglum, outlet, published, first)
