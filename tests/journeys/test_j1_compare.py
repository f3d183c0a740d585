"""J1: drop five articles on the window, read them side by side, step from passage to passage."""

import json
import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from workbench.model import Kind
from workbench.project.project import Project
from workbench.resources import sample_files

STORY = json.loads((Path(__file__).parents[1] / "data" / "sample_story.json").read_text("utf-8"))


def drop(window, data):
    """Drag data over the middle of a window and let it go there, as a file manager does."""
    place = window.rect().center()
    actions = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    nothing = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(place, *actions, nothing)
    QGuiApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QGuiApplication.sendEvent(window, QDropEvent(QPointF(place), *actions, nothing))


def drop_files(program, qtbot, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    with qtbot.waitSignal(program.session.compared, timeout=30_000, check_params_cb=has_articles):
        drop(program.window, data)


def has_articles(comparison):
    return bool(comparison.articles)


@pytest.fixture
def compared(program, qtbot):
    """The program after the five articles of the sample story were dropped on it."""
    drop_files(program, qtbot, sample_files())
    return program


def chosen_tops(program):
    """Where the chosen passage begins in each pane that has it, as a share of the pane's view."""
    tops = []
    for pane in program.window.board.panes:
        extents = pane.view.extents(program.desk.chosen)
        if extents:
            bar = pane.view.verticalScrollBar()
            tops.append((min(extents)[0] - bar.value()) / pane.view.viewport().height())
    return tops


def at_rest(program):
    tops = chosen_tops(program)
    gliding = any(pane.is_gliding for pane in program.window.board.panes)
    assert not gliding
    assert tops
    assert all(-0.01 <= top < 1 for top in tops), tops


def test_five_dropped_articles_stand_side_by_side_with_what_they_share(compared):
    panes = compared.window.board.panes
    assert len(panes) == len(STORY["articles"])
    assert {pane.article.outlet for pane in panes} >= {"Meridian Wire", "Harbour Post"}
    assert all(pane.view.every_extent() for pane in panes)
    kinds = {cluster.kind for cluster in compared.desk.comparison.clusters}
    assert kinds == set(Kind)
    assert compared.window.passages.model.rowCount() == len(compared.desk.comparison.clusters)
    assert "5 articles" in compared.window.status.text


def test_keys_step_through_the_passages_and_every_pane_follows(compared, qtbot):
    desk, window = compared.desk, compared.window
    order = [cluster.id for cluster in desk.comparison.clusters]
    view = window.board.panes[0].view
    view.setFocus()
    for expected in order[:4]:
        qtbot.keyClick(view, Qt.Key.Key_N)
        assert desk.chosen == expected
        qtbot.waitUntil(lambda: at_rest(compared))
        row = window.passages.model.row_of(window.passages.table.currentIndex())
        assert row.cluster == expected
    qtbot.keyClick(view, Qt.Key.Key_P)
    assert desk.chosen == order[2]
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert desk.chosen == ""


def test_a_click_on_a_passage_brings_the_other_panes_to_it(compared, qtbot):
    pane = next(p for p in compared.window.board.panes if p.article.outlet == "Meridian Wire")
    mark, top, _bottom = pane.view.every_extent()[0]
    box = pane.view._placing.boxes(mark.span)[0]
    pane.scroll_to(top - 20)
    spot = QPoint(round(box.left() + 8), round(box.center().y()))
    spot.setY(spot.y() - pane.view.verticalScrollBar().value())
    qtbot.mouseClick(pane.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert compared.desk.chosen == mark.cluster
    qtbot.waitUntil(lambda: at_rest(compared))
    assert len(chosen_tops(compared)) >= 2


def test_a_row_of_the_list_leads_to_its_passage(compared, qtbot):
    passages = compared.window.passages
    index = passages.model.index(5, 0)
    passages.table.scrollTo(index)
    spot = passages.table.visualRect(index).center()
    qtbot.mouseClick(passages.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert compared.desk.chosen == compared.desk.comparison.clusters[5].id
    qtbot.waitUntil(lambda: at_rest(compared))


def test_scrolling_one_pane_takes_the_others_along_until_that_is_switched_off(compared, qtbot):
    wire, review = (
        next(p for p in compared.window.board.panes if p.article.outlet == outlet)
        for outlet in ("Meridian Wire", "Review Weekly")
    )
    before = review.view.verticalScrollBar().value()
    wire.view.setFocus()
    qtbot.keyClick(wire.view, Qt.Key.Key_PageDown)
    assert review.view.verticalScrollBar().value() != before
    qtbot.keyClick(wire.view, Qt.Key.Key_T)
    still = review.view.verticalScrollBar().value()
    qtbot.keyClick(wire.view, Qt.Key.Key_PageUp)
    assert review.view.verticalScrollBar().value() == still


def test_layers_are_switched_by_their_keys(compared, qtbot):
    pane = compared.window.board.panes[0]
    assert pane.view.every_extent()
    qtbot.keyClick(pane.view, Qt.Key.Key_1)
    assert not pane.view.every_extent()
    qtbot.keyClick(pane.view, Qt.Key.Key_1)
    assert pane.view.every_extent()


def test_an_import_is_undone_and_done_again(compared, qtbot):
    window = compared.window
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert compared.session.project.articles() == ()
    assert window.welcome.isVisible()
    with qtbot.waitSignal(compared.session.compared, check_params_cb=has_articles):
        qtbot.keyClick(window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert len(compared.session.project.articles()) == 5


def test_what_was_imported_is_in_the_file_when_the_window_closes(compared):
    path = compared.session.project.path
    articles = compared.session.project.articles()
    compared.window.close()
    with Project.open(path) as again:
        assert again.articles() == articles
        assert again.cached_comparison(again.options()) is not None


def test_a_bad_file_is_named_and_the_others_go_on(program, qtbot, tmp_path):
    good = [Path(shutil.copy(path, tmp_path)) for path in sample_files()[:2]]
    empty = tmp_path / "nothing.txt"
    empty.touch()
    data = QMimeData()
    paths = [good[0], empty, good[1], tmp_path / "absent.pdf"]
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    drop(program.window, data)
    looked_at = program.window.importing.view
    qtbot.waitUntil(looked_at.isVisible, timeout=30_000)
    with qtbot.waitSignal(program.session.compared, timeout=30_000, check_params_cb=has_articles):
        qtbot.keyClick(looked_at.table, Qt.Key.Key_Return)
    assert len(program.session.project.articles()) == 2
    assert "Imported 2 articles, 2 not readable." in program.window.notices.texts
    program.importing.show_reports()
    report = program.window.importing.reports.text.toPlainText()
    assert "nothing.txt" in report
    assert "absent.pdf" in report


def test_the_same_article_twice_is_recognised(compared, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(sample_files()[0]))])
    drop(compared.window, data)
    said = compared.window.notices
    qtbot.waitUntil(lambda: any("already in the project" in one for one in said.texts))
    assert len(compared.session.project.articles()) == 5


def test_pasted_text_becomes_an_article(program, qtbot):
    QGuiApplication.clipboard().setText("A pasted article.\r\nIt has two lines.")
    qtbot.keyClick(program.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    (article,) = program.session.project.articles()
    assert article.text == "A pasted article.\nIt has two lines."


def test_the_colours_change_by_key_and_stay_changed(compared, qtbot):
    was_dark = compared.window.actions_by_name["dark"].isChecked()
    qtbot.keyClick(compared.window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert compared.window.actions_by_name["dark"].isChecked() is not was_dark
    assert compared.settings.get("theme") == ("light" if was_dark else "dark")


def test_the_five_real_articles(program, qtbot, shared):
    drop_files(program, qtbot, sorted((shared / "articles").glob("*.txt")))
    desk = program.desk
    words = [
        cluster.passages[0].span.of(desk.article(cluster.passages[0].article).text)
        for cluster in desk.comparison.clusters
    ]
    assert any(text.startswith("If China wants to follow") for text in words)
    qtbot.keyClick(program.window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: at_rest(program))


def test_between_two_panes_that_both_lack_the_passage_there_is_no_ribbon(compared, qtbot):
    desk, board = compared.desk, compared.window.board
    distant = next(
        cluster.id
        for cluster in desk.comparison.clusters
        if len({passage.article for passage in cluster.passages}) == 2
    )
    first, second = (passage.article for passage in desk.cluster(distant).passages)
    desk.move_article(first, -8)
    desk.move_article(second, 8)
    desk.choose(distant)
    qtbot.waitUntil(lambda: at_rest(compared))

    def shown():
        return [[one.cluster for one in ribbons._ribbons] for ribbons in board.ribbons]

    qtbot.waitUntil(lambda: distant in shown()[0] and distant in shown()[-1])
    assert all(distant not in middle for middle in shown()[1:-1])
