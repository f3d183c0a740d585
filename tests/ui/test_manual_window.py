"""The manual in its window: read, searched, gone through by links and keys, in other colours."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QAbstractItemModelTester

from workbench.formats.from_manual import read_page
from workbench.ui.manual_window import NONE_FOUND, ManualWindow
from workbench.ui.theme import DARK, LIGHT

PAGES = {
    "contents": "# Manual\n\n- [The pier](pier.md)\n- [Boats](boats.md#old)",
    "pier": f"# The pier\n\n{'It lies there. ' * 400}\n\n## Beyond 🚢\n\nA *ferry* and a Ferry.",
    "boats": f"# Boats\n\n{'New boats. ' * 400}\n\n## Old\n\nThe ferry.\n\n![It.](export.png)",
}
IMAGE = QTextDocument.ResourceType.ImageResource.value


@pytest.fixture
def theme():
    return [LIGHT]


@pytest.fixture
def manual(qtbot, theme):
    pages = [read_page(name, text) for name, text in PAGES.items()]
    window = ManualWindow(pages, lambda: theme[0])
    qtbot.addWidget(window)
    QAbstractItemModelTester(window.list.model(), window)
    with qtbot.waitActive(window):
        window.open_here()
    return window


def titles(manual):
    model = manual.list.model()
    rows = [row for row in range(model.rowCount()) if not manual.list.isRowHidden(row)]
    return [model.index(row, 0).data() for row in rows]


def marked(manual):
    return [each.cursor.selectedText() for each in manual.text.extraSelections()]


def test_it_begins_with_the_contents_and_waits_for_a_search(manual):
    assert manual.page == "contents"
    assert titles(manual) == ["Manual", "The pier", "Boats"]
    assert manual.focusWidget() is manual.search
    assert not manual.back.isEnabled()
    assert not manual.forward.isEnabled()


def test_a_link_leads_to_its_place_and_back_and_forward_lead_there_again(manual, qtbot):
    manual.text.anchorClicked.emit(QUrl("#boats-old"))
    assert manual.page == "boats"
    assert manual.text.verticalScrollBar().value() > 0
    assert manual.windowTitle() == "Boats – Manual"
    assert manual.list.currentIndex().data() == "Boats"
    qtbot.keyClick(manual, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert manual.page == "contents"
    qtbot.keyClick(manual, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert manual.page == "boats"
    qtbot.mouseClick(manual.home, Qt.MouseButton.LeftButton)
    assert manual.page == "contents"
    assert not manual.forward.isEnabled()


def test_a_link_to_nowhere_and_one_to_here_change_nothing(manual):
    manual.go("nowhere")
    manual.go("contents")
    assert manual.page == "contents"
    assert not manual.back.isEnabled()
    manual.back.setEnabled(True)
    manual.back.click()
    assert manual.page == "contents"


def test_the_list_leads_by_keys(manual, qtbot):
    manual.list.setFocus()
    qtbot.keyClick(manual.list, Qt.Key.Key_Down)
    assert manual.page == "pier"
    qtbot.keyClick(manual.list, Qt.Key.Key_Down)
    assert manual.page == "boats"


def test_a_search_leaves_the_pages_that_have_all_words_and_sets_them_off(manual, qtbot):
    qtbot.keyClicks(manual.search, "ferry lies")
    assert titles(manual) == ["The pier"]
    assert manual.page == "pier"
    assert manual.said == "In 1 page; Enter goes on"
    found = marked(manual)
    assert found[:2] == ["lies", "lies"]
    assert found[-2:] == ["ferry", "Ferry"]


def test_enter_goes_from_place_to_place_and_round(manual, qtbot):
    manual.go("pier")
    qtbot.keyClicks(manual.search, "ferry")
    places = [each.cursor.selectionStart() for each in manual.text.extraSelections()]
    assert len(places) == 2
    reached = [manual.text.textCursor().position()]
    for _ in range(2):
        qtbot.keyClick(manual.search, Qt.Key.Key_Return)
        reached.append(manual.text.textCursor().position())
    assert reached == [*places, places[0]]
    assert manual.page == "pier"
    manual.search.clear()
    assert marked(manual) == []
    qtbot.keyClick(manual.search, Qt.Key.Key_Return)
    assert titles(manual) == ["Manual", "The pier", "Boats"]


def test_words_that_no_page_has(manual, qtbot):
    qtbot.keyClicks(manual.search, "zeppelin")
    assert titles(manual) == []
    assert manual.said == NONE_FOUND
    assert manual.page == "contents"


def test_a_page_found_by_a_link_is_not_marked_in_a_list_that_lacks_it(manual, qtbot):
    qtbot.keyClicks(manual.search, "lies")
    manual.go("boats")
    assert manual.page == "boats"
    assert manual.list.selectionModel().selectedIndexes() == []


def test_pictures_are_as_wide_as_the_words_and_nothing_else_is_loaded(manual):
    image = manual.text.loadResource(IMAGE, QUrl("export.png"))
    assert image.width() == round(640 * manual.text.devicePixelRatioF())
    assert manual.text.loadResource(IMAGE, QUrl("none.png")) is None
    style = QTextDocument.ResourceType.StyleSheetResource.value
    assert manual.text.loadResource(style, QUrl("export.png")) is None


def test_it_takes_on_other_colours_and_keeps_the_page(manual, theme, qapp, qtbot):
    manual.go("pier")
    qtbot.keyClicks(manual.search, "ferry")
    theme[0] = DARK
    palette = manual.palette()
    palette.setColor(palette.ColorRole.Base, DARK.paper)
    manual.setPalette(palette)
    assert DARK.paper in manual.text.styleSheet()
    assert manual.page == "pier"
    colours = {each.format.background().color().name() for each in manual.text.extraSelections()}
    assert colours == {DARK.found}


def test_tab_goes_from_the_search_to_what_it_found_and_to_the_page(manual, qtbot):
    reached = []
    for _ in range(2):
        qtbot.keyClick(manual.focusWidget(), Qt.Key.Key_Tab)
        reached.append(manual.focusWidget())
    assert reached == [manual.list, manual.text]


def test_every_control_has_a_name(manual):
    for part in (manual.search, manual.list, manual.text, manual):
        assert part.accessibleName()
