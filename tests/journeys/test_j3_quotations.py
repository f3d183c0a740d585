"""J3: see who is quoted, by which outlets, in which words; go from each to its place."""

import pytest
from PySide6.QtCore import Qt

from workbench.resources import sample_files

SPEAKER, OUTLETS = 0, 1


@pytest.fixture
def compared(program, qtbot):
    """The program with the sample story compared, and its keyboard in the first pane."""
    with qtbot.waitSignal(
        program.session.compared, timeout=30_000, check_params_cb=lambda c: bool(c.articles)
    ):
        program.session.import_paths(sample_files())
    program.window.resize(1600, 900)
    program.window.board.focus_pane(0)
    return program


@pytest.fixture
def listing(compared, qtbot):
    """The list of quotations, brought by its key."""
    view = compared.window.board.panes[0].view
    qtbot.keyClick(view, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not compared.window.quotations.visibleRegion().isEmpty())
    return compared.window.quotations.listing


def heads(listing):
    model = listing.view.model()
    return [
        model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())
    ]


def row_with(listing, words):
    """Return the row and the column of the first cell that has these words."""
    model = listing.view.model()
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            if words in (model.index(row, column).data() or ""):
                return row, column
    raise AssertionError(words)


def is_in_sight(pane, span):
    top = pane.view.extent_of(span)[0] - pane.view.verticalScrollBar().value()
    return 0 <= top < pane.view.viewport().height()


def test_a_row_for_each_thing_said_and_a_column_for_each_outlet(compared, listing):
    outlets = {article.outlet for article in compared.desk.articles}
    assert heads(listing)[:2] == ["Speaker", "Outlets"]
    assert set(heads(listing)[2:]) <= outlets
    row, _ = row_with(listing, "follow the path of rapid development")
    cells = [listing.shown(row, column).data() for column in range(len(heads(listing)))]
    assert cells[SPEAKER].startswith("Wei Jianguo")
    assert int(cells[OUTLETS]) == sum(bool(cell) for cell in cells[2:]) >= 2


SAID = '{} said on Monday: "The old ferry will never leave the harbour again in winter."'


def test_words_that_another_is_said_to_have_said_name_that_speaker(program, qtbot, tmp_path):
    for name in ("Ada Lamp", "Ben Crow"):
        (tmp_path / f"{name}.txt").write_text(SAID.format(name), encoding="utf-8")
    with qtbot.waitSignal(
        program.session.compared, timeout=30_000, check_params_cb=lambda c: bool(c.articles)
    ):
        program.session.import_paths(sorted(tmp_path.glob("*.txt")))
    program.window.show_dock("quotations_list")
    qtbot.waitUntil(lambda: program.window.quotations.listing.view.model().rowCount() == 1)
    model = program.window.quotations.listing.view.model()
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells[SPEAKER] == "Ada Lamp"
    assert [cell.startswith("said by Ben Crow —") for cell in cells[2:]] == [False, True]


def test_a_cell_leads_to_its_place_by_mouse_and_by_key(compared, listing, qtbot):
    row, column = row_with(listing, "follow the path of rapid development")
    index = listing.shown(row, column + 1)
    listing.view.scrollTo(index)
    spot = listing.view.visualRect(index).center()
    qtbot.mouseClick(listing.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    said = listing.model.row_of(listing._sorted.mapToSource(index)).leads[column + 1]
    pane = next(p for p in compared.window.board.panes if p.article.id == said.article)
    assert is_in_sight(pane, said.span)
    pane.scroll_to(10_000)
    listing.view.setFocus()
    listing.view.setCurrentIndex(listing.shown(row, column))
    qtbot.keyClick(listing.view, Qt.Key.Key_Right)
    assert is_in_sight(pane, said.span)


def test_the_list_is_searched_and_sorted(listing, qtbot):
    everything = listing.view.model().rowCount()
    qtbot.keyClicks(listing.search, "rapid development")
    assert 0 < listing.view.model().rowCount() < everything
    listing.search.clear()
    head = listing.view.header()
    place = head.sectionViewportPosition(OUTLETS) + 20
    for _ in range(2):
        spot = head.rect().center()
        spot.setX(place)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    model = listing.view.model()
    counts = [int(model.index(row, OUTLETS).data()) for row in range(everything)]
    assert counts in (sorted(counts), sorted(counts, reverse=True))
    assert counts != [counts[0]] * everything


def test_quotations_are_coloured_by_speaker_and_the_legend_names_them(compared, qtbot):
    view = compared.window.board.panes[0].view
    assert not compared.desk.layers(compared.desk.open_ids[0]).speeches
    qtbot.keyClick(view, Qt.Key.Key_3)
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert compared.window.legend.isVisible()
    quoting = [key for key in compared.desk.open_ids if compared.desk.layers(key).speeches]
    assert quoting
    speakers = {one.speaker for key in quoting for one in compared.desk.layers(key).speeches}
    meanings = compared.window.legend.meanings
    assert {f"Said by {speaker}" for speaker in speakers if speaker} <= set(meanings)


def test_the_key_puts_the_list_away_again_and_brings_it_from_behind(compared, listing, qtbot):
    window = compared.window
    action = window.actions_by_name["quotations_list"]
    window.show_dock("collation")
    qtbot.waitUntil(lambda: window.quotations.visibleRegion().isEmpty())
    view = window.board.panes[0].view
    qtbot.keyClick(view, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not window.quotations.visibleRegion().isEmpty())
    assert action.isChecked()
    qtbot.keyClick(view, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not window.quotations.isVisible())
    assert not action.isChecked()
