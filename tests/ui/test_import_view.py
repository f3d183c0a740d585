"""The page on which an import is looked at: keys, fields, lists of columns, and reports."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QSignalSpy

from workbench.model import Article, ArticleError, FileError, FileProblem, FileReading, Span
from workbench.project.import_preview import Fate, Preview, judged, preview
from workbench.project.import_reports import report_of
from workbench.project.tables import ColumnMapping
from workbench.ui.import_cells import COLUMNS, Column
from workbench.ui.import_reports import ImportReports
from workbench.ui.import_view import ImportView
from workbench.ui.import_words import called, problem_words, reader_words
from workbench.ui.import_work import TableHead, table_head
from workbench.ui.picker import Picker
from workbench.ui.theme import DARK, LIGHT

FERRY = "The ferry left the harbour at noon, with forty cars on board, and nobody waved at all."
KNOWN = (Article("a1", FERRY, "Ledger", "Ferry leaves", published="2024-02-21"),)
READ = (
    FileReading(
        "/press/x.docx",
        "nexis",
        (
            Article("", "A band played.", "Post", "Band plays", "Ann Lee", "2024-02-20"),
            Article("", "Nobody waved. " * 300, "Post", "", published="2024-02-22"),
        ),
        3,
        (ArticleError("/press/x.docx", FileProblem.DAMAGED, place=2, raw="Torn words"),),
    ),
    FileReading(
        "/press/y.csv",
        "csv",
        (Article("", f"{FERRY} Or so.", "Ledger", "Ferry leaves", published="2024-02-23"),),
    ),
    FileReading(
        "/press/z.pdf",
        "pdf",
        (Article("", "New com merce", "Post", "Rejoined", published="2024-02-24"),),
        rejoined=(Span(4, 13),),
    ),
)


@pytest.fixture
def view(qtbot):
    made = ImportView(LIGHT)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.show_preview(judged(KNOWN, preview(READ)), lambda _: "Ferry leaves")
    return made


def mark(view, *rows):
    view.table.clearSelection()
    for row in rows:
        view.table.selectionModel().select(
            view.model.index(row, 0),
            view.table.selectionModel().SelectionFlag.Select
            | view.table.selectionModel().SelectionFlag.Rows,
        )


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def headlines(view):
    return [view.model.index(row, 0).data() for row in range(view.model.rowCount())]


def test_it_says_what_was_read_and_what_would_be_imported(view):
    assert view.title.text() == "4 articles in 3 files, 1 not readable"
    assert view.import_button.text() == "Import 3 articles and 1 revision"
    assert [button.text() for button in view.kinds.buttons.values()] == [
        "All 5", "Duplicates 1", "Problems 2"
    ]  # fmt: skip
    rows = [[cell.data() for cell in row(view, place)] for place in range(3)]
    assert rows[0] == ["x.docx", "Nexis", "3", "2", "", "1", "Damaged, set aside"]
    assert rows[1] == ["y.csv", "Table", "", "1", "", "", ""]


def row(view, place):
    return [view.files.model.index(place, column) for column in range(7)]


def test_enter_imports_and_escape_does_not_wherever_the_keyboard_is(view, qtbot):
    accepted, rejected = QSignalSpy(view.accepted), QSignalSpy(view.rejected)
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    view.import_button.setFocus()
    qtbot.keyClick(view.import_button, Qt.Key.Key_Enter)
    press(qtbot, view.import_button)
    assert accepted.count() == 3
    view.search.setFocus()
    qtbot.keyClick(view.search, Qt.Key.Key_Return)
    assert accepted.count() == 3
    qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    qtbot.keyClick(view.table, Qt.Key.Key_Escape)
    press(qtbot, view.cancel_button)
    assert rejected.count() == 3


def test_keys_tick_leave_out_and_take_back(view, qtbot):
    mark(view, 1, 2)
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.import_button.text() == "Import 1 article and 1 revision"
    qtbot.keyClick(view.table, Qt.Key.Key_Space)
    assert view.import_button.text() == "Import 3 articles and 1 revision"
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert view.import_button.text() == "Import 1 article and 1 revision"
    qtbot.keyClick(view.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert view.import_button.text() == "Import 3 articles and 1 revision"


def test_nothing_to_import_cannot_be_imported(view, qtbot):
    accepted = QSignalSpy(view.accepted)
    plain = judged((), preview(READ[1:2]))
    view.show_preview(plain, str)
    assert not view.columns_button.isHidden()
    view.table.selectAll()
    qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert view.import_button.text() == "Nothing to import"
    assert not view.import_button.isEnabled()
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert accepted.count() == 0
    view.show_preview(Preview(), str)
    assert "Choose an article" in view.reading.words


def test_rows_are_narrowed_and_an_empty_list_says_why(view, qtbot):
    press(qtbot, view.kinds.buttons["problems"])
    assert headlines(view) == ["Article 2 of x.docx", "Not known"]
    qtbot.keyClicks(view.search, "zebra")
    assert headlines(view) == []
    assert "holds these words" in view._empty.text()
    view.search.clear()
    press(qtbot, view.kinds.buttons["duplicates"])
    assert headlines(view) == ["Ferry leaves"]


def test_the_beginning_of_the_chosen_row_is_read(view):
    view.table.setCurrentIndex(view.model.index(1, 0))
    assert (
        "Band plays\nPost · Ann Lee · 20 Feb 2024 · 3 words\nA band played." in view.reading.words
    )
    view.table.setCurrentIndex(view.model.index(2, 0))
    assert len(view.reading.text.toPlainText()) == 2_001
    assert "an article without headline" in view.reading.words
    view.table.setCurrentIndex(view.model.index(3, 0))
    assert "Revision of “Ferry leaves”." in view.reading.words
    view.table.setCurrentIndex(view.model.index(4, 0))
    assert "Put together at line ends: com merce." in view.reading.words
    view.table.setCurrentIndex(view.model.index(0, 0))
    assert "Torn words" in view.reading.words
    assert "set aside" in view.reading.words


def test_one_field_is_set_for_all_marked_rows(view, qtbot):
    mark(view, 0, 1, 2)
    bar = view.correcting
    assert bar.number.text() == "of 2 articles to"
    view.table.setCurrentIndex(view.model.index(1, COLUMNS.index(Column.DATE)))
    assert bar.field.currentText() == "date"
    mark(view, 1, 2)
    qtbot.keyClicks(bar.words, "some day")
    press(qtbot, bar.set_button)
    assert "“some day” is no date" in bar.told.text()
    bar.words.clear()
    qtbot.keyClicks(bar.words, "1 March 2024")
    qtbot.keyClick(bar.words, Qt.Key.Key_Return)
    assert {each.article.published for each in view.model.preview.newcomers[:2]} == {"2024-03-01"}
    press(qtbot, bar.take_back)
    assert view.model.preview.newcomers[0].article.published == "2024-02-20"


def test_what_becomes_of_a_changed_text_is_chosen_by_button(view, qtbot):
    fates = view.correcting.fates
    mark(view, 1)
    assert fates[Fate.REVISION].isHidden()
    assert fates[Fate.ARTICLE].isHidden()
    mark(view, 1, 3)
    press(qtbot, fates[Fate.ARTICLE])
    assert view.import_button.text() == "Import 4 articles"
    press(qtbot, fates[Fate.REVISION])
    assert view.import_button.text() == "Import 3 articles and 1 revision"
    press(qtbot, fates[Fate.OUT])
    assert view.import_button.text() == "Import 2 articles"
    view.table.clearSelection()
    assert not fates[Fate.OUT].isEnabled()
    press(qtbot, view.correcting.set_button)


def test_a_row_is_ticked_with_the_mouse(view, qtbot):
    box = view.table.visualRect(view.model.index(1, 0))
    spot = box.topLeft()
    spot.setX(box.left() + 16)
    spot.setY(box.center().y())
    qtbot.mouseClick(view.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert view.model.preview.newcomers[0].fate is Fate.OUT


def test_letters_and_keys_of_the_page_are_not_those_of_the_window(window, qtbot):
    window.show_page(window.importing.view)
    window.importing.view.show_preview(judged(KNOWN, preview(READ)), lambda _: "Ferry leaves")
    chosen = QSignalSpy(window.desk.passage_chosen)
    qtbot.keyClick(window.importing.view.import_button, Qt.Key.Key_N)
    qtbot.keyClick(window.importing.view.import_button, Qt.Key.Key_Delete)
    assert chosen.count() == 0
    window.show_page(window.importing.reports)
    window.importing.reports.show_reports(())
    closed = QSignalSpy(window.importing.reports.closed)
    qtbot.keyClick(window.importing.reports.close_button, Qt.Key.Key_Escape)
    qtbot.keyClick(window.importing.reports.close_button, Qt.Key.Key_Home)
    assert closed.count() == 1
    window.show_page(None)


def test_the_lists_stand_as_they_did_when_the_page_goes(window):
    shown = {name: dock.isVisible() for name, dock in window._docks.items()}
    window.show_page(window.importing.view)
    assert not any(dock.isVisible() for dock in window._docks.values())
    window.show_page(window.importing.reports)
    window.show_page(None)
    assert {name: dock.isVisible() for name, dock in window._docks.items()} == shown
    window.show_page(None)


HEAD = TableHead(
    (("Title", "", "Words"), ("Ferry leaves", "Ledger", "The ferry left.\nAt noon.")),
    ColumnMapping(text=2, headline=0),
)


def test_columns_are_shown_and_told(view, qtbot):
    view.show_columns("/press/y.csv", HEAD, HEAD.mapping)
    columns = view.columns
    assert columns.boxes["text"].currentText() == "Words"
    assert columns.boxes["outlet"].currentText() == "No column"
    columns.boxes["outlet"].setCurrentIndex(2)
    assert columns.boxes["outlet"].currentText() == "Column 2"
    assert columns._samples["text"].text() == "The ferry left. At noon."
    mapped = QSignalSpy(columns.mapped)
    press(qtbot, columns.read)
    assert mapped.at(0) == ["/press/y.csv", ColumnMapping(text=2, headline=0, outlet=1)]
    press(qtbot, columns.has_names)
    assert columns.boxes["text"].currentText() == "Column 3"
    assert columns._samples["headline"].text() == "Title"
    assert not columns.mapping().has_names
    columns.boxes["text"].setCurrentIndex(0)
    assert not columns.read.isEnabled()
    press(qtbot, columns.close_button)
    assert view.reading.isVisible()


def test_the_head_of_a_table_is_its_first_rows(tmp_path):
    path = tmp_path / "rows.csv"
    path.write_text("title,text\n" + "\n".join(f"t{n},{'x' * 300}" for n in range(9)), "utf-8")
    head = table_head(path, report=lambda *_: None)
    assert len(head.rows) == 4
    assert {len(row[1]) for row in head.rows[1:]} == {200}
    assert (head.mapping.headline, head.mapping.text) == (0, 1)
    (tmp_path / "none.txt").write_text("A text.", "utf-8")
    assert table_head(tmp_path / "none.txt", report=lambda *_: None) is None


def test_a_picker_is_painted_in_the_colours_of_the_theme(qtbot):
    picker = Picker("What to set")
    qtbot.addWidget(picker)
    picker.addItems(["headline", "an entry that is far too long for it"])
    picker.setCurrentIndex(1)
    picker.resize(90, picker.sizeHint().height())
    assert picker.accessibleName() == picker.view().accessibleName() == "What to set"
    picture = picker.grab().toImage()
    colours = {picture.pixelColor(x, 14).name() for x in range(picture.width())}
    assert len(colours) > 2
    picker.setEnabled(False)
    assert picker.grab().toImage() != picture


def test_ticks_are_seen_in_every_theme(view):
    def inks():
        box = view.table.visualRect(view.model.index(1, 0))
        image = view.table.viewport().grab(box).toImage()
        return {image.pixelColor(x, box.height() // 2).name() for x in range(30)}

    light = inks()
    view.set_theme(DARK)
    assert QColor(LIGHT.accent).name() in light
    assert QColor(DARK.accent).name() in inks()


def test_reports_are_listed_and_read(qtbot):
    made = ImportReports()
    qtbot.addWidget(made)
    reports = [
        report_of(judged((), preview(READ[:number])), {}, f"2026-11-2{number}T10:12:00")
        for number in (2, 1)
    ]
    made.show_reports(reports)
    assert [made.model.index(0, column).data() for column in range(3)] == [
        "22 Nov 2026, 10:12", "2", "3"
    ]  # fmt: skip
    assert "y.csv" in made.text.toPlainText()
    made.view.setCurrentIndex(made.model.index(1, 0))
    assert made.chosen() is reports[1]
    assert "y.csv" not in made.text.toPlainText()
    wanted = QSignalSpy(made.save_wanted)
    press(qtbot, made.save_button)
    assert wanted.count() == 1
    made.show_reports(())
    assert made.chosen() is None
    assert not made.save_button.isEnabled()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (FileError("x", FileProblem.MISSING), "No such file"),
        (ArticleError("x", FileProblem.MISSING), "Announced, not there"),
        (FileError("x", FileProblem.INCOMPLETE, "2"), "2 announced articles not there"),
        (FileError("x", FileProblem.UNKNOWN), "Cannot be read"),
    ],
)
def test_problems_are_said_in_a_few_words(error, words):
    assert problem_words(error) == words


def test_long_headlines_are_cut_and_unknown_readers_named_as_they_are():
    assert called("word " * 20) == "“word word word word word word word word…”"
    assert reader_words("stone tablet") == "stone tablet"
