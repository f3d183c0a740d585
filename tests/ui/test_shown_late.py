"""What nobody looks at is not made; what is looked at is that of now."""

import pytest

from workbench.ui.shown_late import ShownLate


@pytest.fixture
def late(qtbot):
    """A widget that counts how often its contents were made."""
    made = ShownLate()
    qtbot.addWidget(made)
    made.times = 0

    def make():
        made.times += 1

    made.contents_wanted.connect(make)
    return made


def test_contents_are_made_when_they_are_first_shown(late):
    late.refresh()
    assert (late.times, late.is_stale) == (0, True)
    late.show()
    assert (late.times, late.is_stale) == (1, False)


def test_what_is_shown_is_made_anew_at_once(late):
    late.show()
    late.refresh()
    assert (late.times, late.is_stale) == (2, False)


def test_nothing_is_made_twice_for_being_hidden_in_between(late):
    late.show()
    late.hide()
    late.show()
    assert late.times == 1


def test_all_changes_behind_a_tab_are_made_good_together(late):
    late.show()
    late.hide()
    late.refresh()
    late.refresh()
    late.show()
    assert late.times == 2
