"""A sieve finds the texts that have all the words sought, and holds the window never for long."""

import pytest

from workbench.ui import steps
from workbench.ui.sieve import Sieve

TEXTS = {"a": "The old Ferry", "b": "A ferry at NOON", "c": "Noon, and no boat", "d": "STRASSE"}


class Reader:
    """Texts that count how often they are read."""

    def __init__(self):
        self.read = []

    def __call__(self, key):
        self.read.append(key)
        return TEXTS[key]


@pytest.fixture
def reader():
    return Reader()


@pytest.fixture
def sieve(qapp, reader):
    made = Sieve(reader)
    made.told = told = []

    def tell(found):
        told.append(found)

    made.sifted.connect(tell)
    yield made
    made.deleteLater()


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("ferry", ["a", "b"]),
        ("NOON ferry", ["b"]),
        ("boa", ["c"]),
        ("straße", ["d"]),
        ("no such words", []),
        (" ", ["a", "b", "c", "d"]),
    ],
)
def test_texts_with_all_the_words_are_found(sieve, sought, found):
    sieve.sift(TEXTS, sought)
    assert sieve.told == [found]


def test_what_is_found_has_the_order_of_the_keys(sieve):
    sieve.sift(("c", "b", "a"), "o")
    assert sieve.told == [["c", "b", "a"]]


def test_a_text_is_read_once_until_it_may_be_another(sieve, reader):
    sieve.sift(TEXTS, "ferry")
    sieve.sift(TEXTS, "noon")
    assert reader.read == list(TEXTS)
    sieve.forget()
    sieve.sift(TEXTS, "noon")
    assert reader.read == [*TEXTS, *TEXTS]


def test_a_search_that_is_overtaken_tells_nothing(sieve, qtbot, monkeypatch):
    monkeypatch.setattr(steps, "SLICE", -1.0)
    many = list(TEXTS) * 100
    sieve.sift(many, "ferry")
    sieve.sift(many, "boat")
    qtbot.waitUntil(lambda: bool(sieve.told))
    assert sieve.told == [["c"] * 100]
    sieve.sift(many, "noon")
    sieve.forget()
    qtbot.wait(0)
    assert len(sieve.told) == 1
