"""J5: drop what the archive gave, look at it, correct it, import it, and keep the report."""

import csv
import io
from pathlib import Path

import docx
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit, QToolButton

from workbench.project.import_reports import REPORTS, kept_reports
from workbench.project.project import Project
from workbench.resources import sample_files
from workbench.ui.import_cells import COLUMNS, Column, Kind
from workbench.ui.picker import Picker

NEXIS = Path(__file__).parents[1] / "formats" / "data" / "press" / "nexis_uni.docx.txt"
ROWS = (
    ("Meldung", "Blatt", "Tag", "Was steht da"),
    (
        "Strike ends",
        "Harbour Post",
        "2024-02-21",
        "The ferry strike ended on Monday after the crews agreed to a timetable, the mayor said.",
    ),
    (
        "Crews return",
        "",
        "2024-02-22",
        "Crews went back to work on Tuesday; the first boat left at six with forty cars on board.",
    ),
    (
        "Timetable out",
        "",
        "2024-02-23",
        "The harbour office has published its timetable: nine crossings a day, fewer than before.",
    ),
)


class Answers:
    """Stands where the system's dialogs stand and names the file a person would."""

    def __init__(self, path):
        self.path = path

    def new_file(self, title, name, kinds):
        assert name.startswith("Import ")
        return self.path


def drop(window, data):
    """Drag data over the middle of a window and let it go there, as a file manager does."""
    place = window.rect().center()
    actions = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    nothing = Qt.KeyboardModifier.NoModifier
    QGuiApplication.sendEvent(window, QDragEnterEvent(place, *actions, nothing))
    QGuiApplication.sendEvent(window, QDropEvent(QPointF(place), *actions, nothing))


def drop_files(program, qtbot, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    before = len(program.window.importing.view.model.preview.files)
    drop(program.window, data)
    view = program.window.importing.view
    qtbot.waitUntil(
        lambda: view.isVisible() and len(view.model.preview.files) != before, timeout=30_000
    )
    return view


def settled(program, qtbot):
    """Wait until the program has told what corrected articles are."""
    qtbot.waitUntil(lambda: program.importing._judging is None, timeout=30_000)


@pytest.fixture(scope="module")
def export():
    """The bytes of an export that announces more than it holds."""
    made, stream = docx.Document(), io.BytesIO()
    for line in NEXIS.read_text("utf-8").replace("Documents (3)", "Documents (4)").split("\n"):
        made.add_paragraph(line.replace("~", "\xa0"))
    made.save(stream)
    return stream.getvalue()


@pytest.fixture
def rows(tmp_path):
    """A table with names of its own."""
    path = tmp_path / "archive" / "rows.csv"
    path.parent.mkdir()
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(ROWS)
    return path


@pytest.fixture
def archive(rows, export):
    """The table, the export, and a torn document."""
    (rows.parent / "export.docx").write_bytes(export)
    (rows.parent / "torn.docx").write_bytes(export[:2000])
    return rows.parent


def rows_of(view):
    return {str(view.model.index(row, 0).data()): row for row in range(view.model.rowCount())}


def said(view, headline, column):
    return view.model.index(rows_of(view)[headline], COLUMNS.index(column)).data()


def click(view, qtbot, headline, column, modifier=Qt.KeyboardModifier.NoModifier):
    index = view.model.index(rows_of(view)[headline], COLUMNS.index(column))
    view.table.scrollTo(index)
    place = view.table.visualRect(index).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    return index


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def map_outlet(program, view, qtbot):
    """Say that the second column has the outlets, and read the table again."""
    names = [view.files.model.index(row, 0).data() for row in range(3)]
    index = view.files.model.index(names.index("rows.csv"), 0)
    view.files.view.scrollTo(index)
    spot = view.files.view.visualRect(index).center()
    qtbot.mouseClick(view.files.view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    press(qtbot, view.columns_button)
    qtbot.waitUntil(view.columns.isVisible, timeout=30_000)
    box = view.columns.boxes["outlet"]
    assert box.currentText() == "No column"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Blatt"
    press(qtbot, view.columns.read)
    qtbot.waitUntil(
        lambda: said(view, "Strike ends", Column.OUTLET) == "Harbour Post", timeout=30_000
    )
    settled(program, qtbot)


def test_an_archive_is_looked_at_corrected_and_imported(program, qtbot, archive):
    view = drop_files(program, qtbot, [archive])
    assert program.session.project.articles() == ()
    assert not program.window.dock("articles_list").isVisible()
    names = [view.files.model.index(row, 0).data() for row in range(3)]
    assert sorted(names) == ["export.docx", "rows.csv", "torn.docx"]
    assert view.title.text() == "5 articles in 3 files, 1 missing, 2 not readable"
    assert said(view, "torn.docx", Column.WHAT) == "Damaged, set aside"
    map_outlet(program, view, qtbot)
    click(view, qtbot, "Crews return", Column.OUTLET)
    click(view, qtbot, "Timetable out", Column.OUTLET, Qt.KeyboardModifier.ControlModifier)
    assert view.correcting.number.text() == "of 2 articles to"
    qtbot.keyClick(view.table, Qt.Key.Key_G)
    editor = view.table.findChild(QLineEdit)
    qtbot.keyClicks(editor, "lobe")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(view, "Crews return", Column.OUTLET) == "globe")
    assert said(view, "Timetable out", Column.OUTLET) == "globe"
    settled(program, qtbot)
    assert view.import_button.text() == "Import 5 articles"
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert not view.isVisible()
    assert program.window.dock("articles_list").isVisible()
    outlets = [article.outlet for article in program.session.project.articles()]
    assert (len(outlets), outlets.count("globe")) == (5, 2)
    assert "Imported 5 articles, 1 missing, 2 not readable." in program.window.notices.texts


def test_an_import_is_reported_and_taken_back_in_one_step(program, qtbot, archive, tmp_path):
    view = drop_files(program, qtbot, [archive])
    press(qtbot, view.import_button)
    articles = program.session.project.articles()
    assert len(articles) == 5
    program.window.actions_by_name["import_reports"].trigger()
    reports = program.window.importing.reports
    assert "torn.docx" in reports.text.toPlainText()
    program.importing._asking = Answers(tmp_path / "report.html")
    press(qtbot, reports.save_button)
    page = (tmp_path / "report.html").read_text("utf-8")
    assert "4 articles announced, 2 found, 2 imported, 1 missing, 1 not readable" in page
    program.importing._asking = Answers(tmp_path / "absent" / "report.html")
    press(qtbot, reports.save_button)
    assert "folder does not exist" in program.window.notices.texts[-1]
    qtbot.keyClick(reports.view, Qt.Key.Key_Escape)
    assert not reports.isVisible()
    qtbot.keyClick(program.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert program.session.project.articles() == ()
    assert program.session.project.setting(REPORTS) == ""
    qtbot.keyClick(program.window, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert program.session.project.articles() == articles


def test_what_is_there_already_is_told(program, qtbot, archive):
    view = drop_files(program, qtbot, [archive])
    press(qtbot, view.import_button)
    view = drop_files(program, qtbot, [archive])
    assert view.kinds.buttons[Kind.DUPLICATES.value].text() == "Duplicates 5"
    assert view.import_button.text() == "Keep the report"
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    (archive / "torn.docx").unlink()
    program.importing.look_at((archive / "rows.csv",))
    qtbot.waitUntil(
        lambda: "Imported nothing: 3 articles already in the project." in texts(program),
        timeout=30_000,
    )
    assert len(program.session.project.articles()) == 5


def texts(program):
    return program.window.notices.texts


def test_a_cancelled_look_leaves_nothing(program, qtbot, rows):
    view = drop_files(program, qtbot, [rows])
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert not view.isVisible()
    assert program.session.project.articles() == ()
    assert program.session.project.steps() == ()
    assert program.window.welcome.isVisible()


def test_a_changed_text_is_offered_as_a_revision(program, qtbot, tmp_path):
    first = sample_files()[0]
    program.session.import_paths([first])
    qtbot.waitUntil(lambda: len(program.session.project.articles()) == 1, timeout=30_000)
    later = tmp_path / "later.md"
    later.write_text(f"{first.read_text('utf-8')}\n\nThis was corrected.\n", encoding="utf-8")
    view = drop_files(program, qtbot, [later])
    headline = program.session.project.articles()[0].headline
    assert said(view, headline, Column.WHAT).startswith("Revision of “")
    press(qtbot, view.correcting.fates[next(iter(view.model.preview.newcomers[0].fates[1:]))])
    assert view.import_button.text() == "Import 1 article"
    index = click(view, qtbot, headline, Column.WHAT)
    qtbot.keyClick(view.table, Qt.Key.Key_F2)
    box = view.table.findChild(Picker)
    qtbot.keyClick(box, Qt.Key.Key_Up)
    assert index.data().startswith("Revision of “")
    press(qtbot, view.import_button)
    (article,) = program.session.project.articles()
    assert article.revision == 1
    assert article.text.rstrip().endswith("This was corrected.")
    assert "Imported 1 revision." in program.window.notices.texts


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


def test_where_nothing_can_be_stored_the_look_stays(program, qtbot, rows):
    view = drop_files(program, qtbot, [rows])
    program.session.project.close()
    with Project.open(program.session.project.path) as elsewhere:
        program.session.project = Project.open(elsewhere.path)
        press(qtbot, view.import_button)
        assert view.isVisible()
        assert texts(program)
        press(qtbot, view.cancel_button)


def test_who_is_too_quick_after_a_correction_looks_again(program, qtbot, tmp_path):
    text = "outlet: Post\n---\nThe ferry left the harbour at noon and nobody on the quay waved."
    press = tmp_path / "press"  # beside the program's own folders, which hold a log
    press.mkdir()
    for name in ("one.md", "two.md"):
        (press / name).write_text(f"---\n{text}", encoding="utf-8")
    view = drop_files(program, qtbot, [press])
    assert view.import_button.text() == "Import 1 article"
    view.model.correct((1,), Column.OUTLET, "Globe")
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("look again" in said for said in texts(program)), timeout=30_000)
    assert view.isVisible()
    view.model.correct((1,), Column.HEADLINE, "Ferry leaves")
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(program.session.project.articles()) == 2, timeout=30_000)


def test_a_look_outlasts_the_reports_and_no_list_is_lost_with_it(start, qtbot, rows):
    program = start()
    view = drop_files(program, qtbot, [rows])
    program.window.actions_by_name["import_reports"].trigger()
    reports = program.window.importing.reports
    assert "Nothing was imported" in reports._empty.text()
    press(qtbot, reports.close_button)
    assert view.isVisible()
    assert view.model.rowCount() == 3
    program.window.close()
    again = start()
    assert again.window.dock("articles_list").isVisible()
    assert not again.window.importing.isVisible()
