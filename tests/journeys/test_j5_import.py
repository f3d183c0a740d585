"""J5: drop what the archive gave, look at it, correct it, import it, and keep the report."""

import csv
import io
from pathlib import Path

import docx
import pytest
from importer import drop_files, press, rows_of, said, settled, texts
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from workbench.project.import_reports import REPORTS
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


def click(view, qtbot, headline, column, modifier=Qt.KeyboardModifier.NoModifier):
    index = view.model.index(rows_of(view)[headline], COLUMNS.index(column))
    view.table.scrollTo(index)
    place = view.table.visualRect(index).center()
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    return index


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
