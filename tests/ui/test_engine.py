"""What the window needs of the engine is loaded once there is something to look at."""

from dataclasses import replace

import pytest

from workbench.model import Comparison
from workbench.ui import engine
from workbench.ui.engine import Engine


@pytest.fixture
def asked(monkeypatch):
    """What was asked to be loaded, in place of the loading itself."""
    heard = []
    monkeypatch.setattr(engine, "_load", heard.append)
    return heard


def test_it_is_loaded_once_for_the_languages_there_are(qapp, asked, comparison):
    made = Engine()
    other = tuple(replace(article, language="de") for article in comparison.articles)
    made.load(comparison)
    made.load(replace(comparison, articles=other))
    made.stop()
    assert asked == [{article.language for article in comparison.articles}]


def test_where_nothing_is_shared_it_is_not_loaded(qapp, asked):
    made = Engine()
    made.load(Comparison(()))
    made.stop()
    assert asked == []


def test_what_is_loaded_is_there(qapp, comparison):
    import sys

    made = Engine()
    made.load(comparison)
    made.stop()
    assert {"workbench.comparison.shares", "workbench.comparison.collate_cluster"} <= set(
        sys.modules
    )
