"""Fingerprints: small, the same everywhere, and enough to find what may share a passage."""

import numpy as np
import pytest

from workbench.comparison import fingerprint as module
from workbench.comparison.fingerprint import fingerprint, related

COPIED = "Herring boats returned after two stormy weeks without sight of the lighthouse."


def known(**texts):
    return [(name, fingerprint(text)) for name, text in texts.items()]


def test_it_is_the_same_on_every_machine():
    written = fingerprint("one two three four five")
    steps = np.frombuffer(written, "<u2")
    numbers = np.cumsum(steps, dtype=np.uint32)[steps != module._FAR]
    assert (len(written), numbers.tolist()) == (142, [3831572, 4609566])


def test_it_takes_two_bytes_for_a_word_of_a_long_article():
    text = " ".join(f"word{number}" for number in range(500))
    assert len(fingerprint(text)) < 1_100


@pytest.mark.parametrize("text", ["", "one two three", "…!?" * 9, "\ud800"])
def test_too_little_for_a_seed_is_an_empty_fingerprint(text):
    assert fingerprint(text) == b""
    assert related(fingerprint(text), known(x=COPIED)) == []
    assert related(fingerprint(COPIED), [("x", fingerprint(text))]) == []
    assert related(fingerprint(COPIED), []) == []


def test_every_seed_can_be_read_from_it():
    text = " ".join(f"word{number}" for number in range(40))
    words = text.split()
    for place in range(len(words) - 3):
        seed = " ".join(words[place : place + 4])
        assert related(fingerprint(seed), known(other=COPIED, whole=text)) == ["whole"]


def test_who_shares_more_comes_first_and_who_shares_nothing_not_at_all():
    new = fingerprint(f"So it was. {COPIED}")
    little = COPIED.removeprefix("Herring boats returned after ")
    nothing = "Gulls cried over the empty market all day."
    assert related(new, known(none=nothing, little=little, all=COPIED)) == ["all", "little"]
    assert related(new, known(b=COPIED, a=COPIED)) == ["a", "b"]


def test_the_number_of_ids_is_bounded(monkeypatch):
    monkeypatch.setattr(module, "RELATED", 3)
    many = [(f"n{number}", fingerprint(COPIED)) for number in range(9)]
    assert related(fingerprint(COPIED), many) == ["n0", "n1", "n2"]


def test_a_phrase_of_a_great_many_articles_tells_nothing_but_a_long_text_does():
    phrase = "the herring of Port Elin"
    many = [(f"n{n}", fingerprint(f"{phrase} quay{n}")) for n in range(101)]
    assert related(fingerprint(f"So {phrase} it is"), many) == []
    text = f"{COPIED} Nets and barrels of salt stood along the quay where nobody had a word to say."
    copies = [(f"n{n:03}", fingerprint(text)) for n in range(101)]
    assert related(fingerprint(text), copies) == [f"n{n:03}" for n in range(101)]


def test_far_steps_are_read_as_they_were_written():
    numbers = np.array([0, 5, module._FAR, 5 * module._FAR + 7, 1 << 22])
    steps = np.diff(numbers, prepend=0)
    written = []
    for step in steps.tolist():
        written += [module._FAR] * (step // module._FAR) + [step % module._FAR]
    read = module._numbers(np.array(written * 2, "<u2"), np.array([len(written)] * 2))
    real = np.array(written * 2) != module._FAR
    assert read[real].tolist() == numbers.tolist() * 2
