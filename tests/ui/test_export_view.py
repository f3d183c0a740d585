"""The page of exports: what is chosen there, and what it says and shows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from workbench.model import Grouping, Part, Scope, Sheet
from workbench.project.export_preview import ExportPreview
from workbench.ui.export_choices import FORMS, Aim, Choices
from workbench.ui.export_offers import SCOPES, TO_DO, Offer
from workbench.ui.export_view import ENTER, NO_PART, NO_TABLE, WAITING, ExportView
from workbench.ui.export_words import (
    NO_ARTICLE,
    NO_EXCERPT,
    NO_TAG,
    file_name,
    sample_words,
    title_words,
    why_nothing,
    written_words,
)
from workbench.ui.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton
OFFERS = {
    **dict.fromkeys(Scope, ()),
    Scope.PROJECT: (Offer("3 articles", Scope.PROJECT),),
    Scope.TAGS: (Offer("place", Scope.TAGS, ("t1",)), Offer("sea", Scope.TAGS, ("t2",))),
}


@pytest.fixture
def view(qtbot):
    made = ExportView(LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.ask(Choices(), OFFERS, Scope.PROJECT)
    with qtbot.waitExposed(made):
        made.show()
    return made


def tick(qtbot, box):
    qtbot.mouseClick(box, LEFT, pos=QPoint(8, box.height() // 2))


def choose(picker, key):
    picker.setCurrentIndex(picker.findData(key))


def test_everything_is_named(view):
    controls = [one for one in view.findChildren(QWidget) if isinstance(one, QAbstractButton)]
    controls += view.findChildren(QComboBox)
    assert len(controls) > 30
    assert [one for one in controls if not (one.accessibleName() or one.text())] == []
    assert all(one.toolTip() for one in controls if isinstance(one, QAbstractButton))


def test_what_is_shown_is_what_matters_for_the_aim(view, qtbot):
    options = view.options
    assert options.parts[Part.METHODS].isVisible()
    assert options.grouping.isVisible()
    assert not options.sheet.isVisible()
    tick(qtbot, options.parts[Part.EXCERPTS])
    assert not options.grouping.isVisible()
    qtbot.mouseClick(view.aim.buttons["excerpts"], LEFT)
    assert options.grouping.isVisible()
    assert options.extras[Part.METHODS].isVisible()
    assert not options.parts[Part.METHODS].isVisible()
    qtbot.mouseClick(view.aim.buttons["tables"], LEFT)
    assert options.sheets[Sheet.PAIRS].isVisible()
    assert not options.style_of.isVisible()
    qtbot.mouseClick(view.forms[Aim.TABLES].buttons["csv"], LEFT)
    assert not options.sheets[Sheet.PAIRS].isVisible()
    assert options.sheet.isVisible()
    qtbot.mouseClick(view.aim.buttons["whole"], LEFT)
    assert not options.scope.isVisible()


def test_choices_are_told_and_shown_again(view, qtbot):
    options = view.options
    choose(options.grouping, Grouping.TAG)
    tick(qtbot, options.context)
    tick(qtbot, options.parts[Part.TERMS])
    assert view.choices.grouping is Grouping.TAG
    assert not view.choices.has_context
    assert Part.TERMS not in view.choices.parts
    view.show_choices(Choices(grouping=Grouping.DATE))
    assert options.grouping.currentText() == "Date"
    assert options.context.isChecked()
    assert view.choices.grouping is Grouping.DATE


def test_a_preview_is_wanted_a_moment_after_a_choice(view, qtbot):
    with qtbot.waitSignal(view.sample_wanted):
        pass
    wanted = QSignalSpy(view.sample_wanted)
    with qtbot.waitSignal(view.sample_wanted):
        choose(view.options.grouping, Grouping.TAG)
        choose(view.options.grouping, Grouping.DATE)
    assert wanted.count() == 1
    qtbot.waitUntil(lambda: view.sample.said_words == WAITING)
    view.show_sample("3 articles", "<p>Nobody waved.</p>", "This format has no place for keys.")
    assert view.sample.said_words == ""
    assert view.sample.text.toPlainText() == "Nobody waved."
    assert view.sample.lost.isVisible()
    assert view.title.text() == "3 articles"
    view.say("3 articles", "All of it.", "Without keys.")
    assert view.sample.said_words == "All of it.\n\nWithout keys."
    assert not view.sample.lost.isVisible()
    choose(view.options.grouping, Grouping.TAG)
    view.stop()
    assert view.sample.said_words == "All of it.\n\nWithout keys."


def test_of_a_scope_one_thing_is_chosen_and_stays_so(view):
    options = view.options
    assert [options.scope.itemText(place) for place in range(7)] == list(SCOPES.values())
    choose(options.scope, Scope.TAGS)
    options.which.setCurrentIndex(1)
    assert view.offer == OFFERS[Scope.TAGS][1]
    options.show_offers(OFFERS, Scope.TAGS)
    assert view.offer == OFFERS[Scope.TAGS][1]
    options.show_offers({**OFFERS, Scope.TAGS: OFFERS[Scope.TAGS][:1]}, Scope.TAGS)
    assert view.offer == OFFERS[Scope.TAGS][0]
    assert not options.which.isEnabled()
    choose(options.scope, Scope.WORDS)
    assert view.offer is None
    assert view.problem == TO_DO[Scope.WORDS]


def test_nothing_goes_out_where_nothing_is_chosen(view, qtbot):
    accepted = QSignalSpy(view.accepted)
    view.show_choices(Choices(parts=()))
    assert view.sample.said_words == NO_PART
    view.show_choices(replace(Choices(aim=Aim.TABLES), sheets=()))
    assert view.sample.said_words == NO_TABLE
    qtbot.keyClick(view, ENTER[0])
    assert accepted.count() == 0
    view.show_choices(replace(Choices(aim=Aim.TABLES), sheets=()).formed("csv"))
    assert view.problem == ""
    view.refuse("No excerpt", "Nothing is annotated.")
    assert not view.export_button.isEnabled()
    assert view.sample.said_words == "Nothing is annotated."


def test_enter_exports_and_escape_does_not(view, qtbot):
    accepted, rejected = QSignalSpy(view.accepted), QSignalSpy(view.rejected)
    qtbot.keyClick(view.aim.buttons["report"], Qt.Key.Key_Enter)
    qtbot.keyClick(view.options.parts[Part.TERMS], Qt.Key.Key_Return)
    qtbot.mouseClick(view.export_button, LEFT)
    assert accepted.count() == 3
    qtbot.keyClick(view.aim.buttons["report"], Qt.Key.Key_Escape)
    qtbot.mouseClick(view.cancel_button, LEFT)
    assert rejected.count() == 2
    qtbot.keyClick(view, Qt.Key.Key_F7)
    assert (accepted.count(), rejected.count()) == (3, 2)


def test_letters_are_no_keys_of_the_window_while_the_page_is_shown(window, qtbot):
    page = window.importing.export
    window.importing.set_theme(DARK)
    assert page is window.importing.export
    window.show_page(page)
    page.ask(Choices(), OFFERS, Scope.PROJECT)
    qtbot.keyClick(page.export_button, Qt.Key.Key_N)
    assert window.desk.chosen == ""
    page.stop()
    window.show_page(None)


def test_a_preview_fetches_nothing_and_follows_no_link(view, qtbot):
    html = '<p><img src="https://example.org/a.png"><a href="https://example.org">Out</a></p>'
    view.show_sample("3 articles", html)
    assert view.sample.text.loadResource(2, QUrl("https://example.org/a.png")) is None
    assert not view.sample.text.openLinks()
    view.set_theme(DARK)
    assert "Out" in view.sample.text.toPlainText()


PREVIEW = ExportPreview(5, 1, 37, 40, 2, 4)


@pytest.mark.parametrize(
    ("aim", "title"),
    [
        (Aim.REPORT, "5 articles, 1 shared passage, 37 excerpts"),
        (Aim.EXCERPTS, "37 excerpts from 4 articles"),
        (Aim.TABLES, "5 articles, 1 shared passage, 37 excerpts"),
        (Aim.LITERATURE, "5 articles"),
        (Aim.PROGRAMS, "5 articles, 40 annotations, 2 tags"),
        (Aim.WHOLE, "5 articles, 40 annotations, 2 tags"),
    ],
)
def test_the_title_says_how_much_goes_out(aim, title):
    assert title_words(aim, PREVIEW) == title
    assert why_nothing(aim, PREVIEW) == ""
    assert bool(sample_words(aim)) is (aim in (Aim.PROGRAMS, Aim.WHOLE))
    assert written_words(aim, "out").endswith(" written to out.")
    assert file_name(aim, "", ".x")[0].isupper()
    assert file_name(aim, "Ferry", ".x").startswith("Ferry – ")


def test_why_nothing_goes_out_is_said():
    nothing = ExportPreview(0, 0, 0, 0, 0)
    assert why_nothing(Aim.REPORT, nothing) == NO_ARTICLE
    assert why_nothing(Aim.EXCERPTS, replace(PREVIEW, excerpts=0)) == NO_EXCERPT
    assert why_nothing(Aim.PROGRAMS, nothing) == NO_TAG
    assert why_nothing(Aim.PROGRAMS, replace(nothing, tags=1)) == ""


def test_every_aim_has_formats_and_words(view):
    assert set(FORMS) == set(Aim)
    assert set(view.aim.buttons) == {aim.value for aim in Aim}
