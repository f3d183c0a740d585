"""J5: what is plain comes in at once, a page is pasted, and what gives nothing is told."""

from importer import drop, drop_files, press, said, settled, texts
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton

from workbench.project.import_reports import REPORTS, kept_reports
from workbench.resources import sample_files
from workbench.ui.import_cells import Column


def test_what_is_plain_is_stored_at_once_and_can_be_taken_back(program, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in sample_files()[:2]])
    drop(program.window, data)
    qtbot.waitUntil(lambda: len(program.session.project.articles()) == 2, timeout=30_000)
    assert "Imported 2 articles." in program.window.notices.texts
    program.window.actions_by_name["undo"].trigger()
    assert program.session.project.articles() == ()
    assert program.window.notices.texts == ()


def test_whoever_always_wants_to_look_does(start, qtbot):
    program = start()
    program.window.actions_by_name["look_first"].trigger()
    view = drop_files(program, qtbot, sample_files()[:1])
    assert program.settings.get("look_first") == "yes"
    assert view.import_button.text() == "Import 1 article"
    drop_files(program, qtbot, sample_files()[:2])
    settled(program, qtbot)
    assert view.title.text() == "3 articles in 3 files"
    assert view.import_button.text() == "Import 2 articles"
    program.window.actions_by_name["new_project"].trigger()
    assert not view.isVisible()


def test_a_page_is_pasted_with_what_it_tells(program, qtbot):
    data = QMimeData()
    data.setHtml("<h1>Ferry leaves</h1><p>The ferry left the harbour at noon.</p>")
    QGuiApplication.clipboard().setMimeData(data)
    qtbot.keyClick(program.window, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QGuiApplication.clipboard().clear()  # else it outlives the application
    view = program.window.importing.view
    qtbot.waitUntil(view.isVisible, timeout=30_000)
    assert said(view, "Ferry leaves", Column.OUTLET) == "Not known"
    view.correcting.field.setCurrentIndex(1)
    view.correcting.words.setFocus()
    qtbot.keyClicks(view.correcting.words, "Post")
    qtbot.keyClick(view.correcting.words, Qt.Key.Key_Return)
    settled(program, qtbot)
    assert view.isVisible()
    view.import_button.setFocus()
    qtbot.keyClick(view.import_button, Qt.Key.Key_Return)
    (article,) = program.session.project.articles()
    assert (article.headline, article.outlet, article.text) == (
        "Ferry leaves", "Post", "The ferry left the harbour at noon."
    )  # fmt: skip


def test_nothing_to_import_is_said_and_can_be_looked_at(program, qtbot, tmp_path):
    (tmp_path / "empty.txt").touch()
    program.importing.look_at((tmp_path / "empty.txt",))
    qtbot.waitUntil(lambda: bool(program.window.notices.texts), timeout=30_000)
    assert program.window.notices.texts[-1].startswith("Imported nothing")
    assert "empty.txt" in program.window.notices.details[-1]
    program.window.notices.clear()
    program.importing.look_at((tmp_path / "absent",))
    qtbot.waitUntil(lambda: bool(program.window.notices.texts), timeout=30_000)


def test_the_report_is_kept_even_where_nothing_could_be_read(program, qtbot, tmp_path):
    (tmp_path / "empty.txt").touch()
    program.importing.look_at((tmp_path / "empty.txt",))
    qtbot.waitUntil(lambda: bool(texts(program)), timeout=30_000)
    look = next(
        button
        for button in program.window.notices.findChildren(QToolButton)
        if button.text() == "Look"
    )
    press(qtbot, look)
    view = program.window.importing.view
    assert view.import_button.text() == "Keep the report"
    press(qtbot, view.import_button)
    (report,) = kept_reports(program.session.project.setting(REPORTS))
    assert report.total("unreadable") == 1
