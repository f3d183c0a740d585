"""What comes from another program, and what cannot, in words."""

import pytest

from workbench.exchange_words import loss_reason, loss_words
from workbench.model import Loss, LossReason

PLACE = LossReason.NO_PLACE


@pytest.mark.parametrize(
    ("loss", "words"),
    [
        (Loss("variant", "", PLACE, 110), "110 wording differences"),
        (Loss("Link", "", PLACE), "1 link"),
        (Loss("the new\n pier", "Ferry", LossReason.NOT_FOUND), "“the new pier” in “Ferry”"),
        (Loss("photo", "", LossReason.NOT_TEXT, 2), "“photo”, 2 times"),
        (Loss("x" * 100, "", PLACE), f"“{'x' * 80}…”"),
    ],
)
def test_a_loss_says_how_many_of_what_and_where(loss, words):
    assert loss_words(loss) == words


def test_each_reason_has_words_of_its_own():
    words = {loss_reason(Loss("", "", reason)) for reason in LossReason}
    assert len(words) == len(LossReason)
