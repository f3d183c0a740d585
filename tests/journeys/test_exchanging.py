"""Another program's project is dropped or chosen, looked at, and comes in as one step."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication

from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Comparison,
    Dossier,
    Outgoing,
    ProjectError,
    ProjectProblem,
    Span,
    Tag,
)
from workbench.project.annotating import words_of
from workbench.project.export_formats import export_format
from workbench.project.refi import dossier_to_refi

GUIDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(3)]
FERRY = Article("a1", "The ferry left the old pier at six.\n", "Post", "Ferry", language="en")
LATER = Article("a1", "The ferry left the new pier at seven.\n", "Star", "Later", language="en")


class Answers:
    """Stands where the system's dialogs stand and names the files a person would."""

    def __init__(self, *paths):
        self.paths = paths

    def files(self, suffixes, what):
        assert what == "REFI-QDA projects, codebooks and web annotations"
        assert suffixes == (".qdpx", ".qdc", ".jsonld", ".json")
        return self.paths


def dossier(article):
    tag = Tag(GUIDS[0], "places")
    note = Annotation(GUIDS[1], words_of(article, Span(19, 27)), (tag.id,), "Which?")
    return Dossier(
        "Story", "", Outgoing(), Codebook((tag,)), Comparison(()), (article,), (), (note,)
    )


def packed(folder, name, article):
    path = folder / name
    path.write_bytes(dossier_to_refi(dossier(article)))
    return path


def choose(program, *paths):
    program.importing.exchanging._asking = Answers(*paths)
    program.window.actions_by_name["import_exchange"].trigger()


def drop(program, *paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window = program.window
    place = window.rect().center()
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    nothing = Qt.KeyboardModifier.NoModifier
    QGuiApplication.sendEvent(window, QDragEnterEvent(place, *how, nothing))
    QGuiApplication.sendEvent(window, QDropEvent(QPointF(place), *how, nothing))


def shown(program, name):
    view = program.importing.exchanging.view
    return lambda: view.isVisible() and view.title.text() == f"From {name}"


def says(program, words):
    return lambda: any(words in said for said in program.window.notices.texts)


def articles(program):
    return [article.headline for article in program.session.project.articles()]


def test_a_project_that_is_chosen_comes_in_as_one_step(program, qtbot, tmp_path):
    choose(program, packed(tmp_path, "story.qdpx", FERRY))
    qtbot.waitUntil(shown(program, "story.qdpx"), timeout=20_000)
    assert articles(program) == []
    qtbot.keyClick(program.importing.exchanging.view.import_button, Qt.Key.Key_Return)
    assert articles(program) == ["Ferry"]
    (note,) = program.session.project.annotations_of(["a1"])
    assert (note.memo, note.target.selectors[0].quote) == ("Which?", "old pier")
    assert program.window.notices.texts == ("Imported 1 article, 1 tag, 1 annotation.",)
    assert not program.importing.exchanging.view.isVisible()
    program.window.actions_by_name["undo"].trigger()
    assert (articles(program), program.session.project.codebook().tags) == ([], ())
    assert program.window.notices.texts == ()


def test_files_that_are_dropped_are_looked_at_one_by_one(program, qtbot, tmp_path):
    first = packed(tmp_path, "first.qdpx", FERRY)
    second = packed(tmp_path, "second.qdpx", LATER).rename(tmp_path / "second.zip")
    drop(program, first, second)
    qtbot.waitUntil(shown(program, "first.qdpx"), timeout=20_000)
    view = program.importing.exchanging.view
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(shown(program, "second.zip"), timeout=20_000)
    view.accepted.emit()
    assert articles(program) == ["Later"]
    view.accepted.emit()  # too late: nothing is looked at any more
    assert len(program.session.project.steps()) == 1


def test_articles_beside_it_are_imported_as_ever(program, qtbot, tmp_path):
    (tmp_path / "more.md").write_text("# More\n\nNobody waved at the old pier.")
    with zipfile.ZipFile(tmp_path / "more.zip", "w") as archive:
        archive.writestr("other.md", "# Other\n\nNobody came back to the pier.")
    drop(program, tmp_path / "more.zip", tmp_path / "more.md")
    qtbot.waitUntil(
        lambda: len(articles(program)) == 2 or program.window.importing.view.isVisible(),
        timeout=20_000,
    )
    assert program.importing.exchanging._view is None


def test_the_page_of_an_import_waits_behind_it(program, qtbot, tmp_path):
    program.window.actions_by_name["import_reports"].trigger()
    reports = program.window.importing.reports
    choose(program, packed(tmp_path, "story.qdpx", FERRY))
    qtbot.waitUntil(shown(program, "story.qdpx"), timeout=20_000)
    qtbot.keyClick(program.importing.exchanging.view, Qt.Key.Key_Escape)
    assert reports.isVisible()


def test_what_goes_wrong_is_said(program, qtbot, tmp_path):
    choose(program)
    assert program.window.notices.texts == ()
    bad = tmp_path / "bad.qdpx"
    bad.write_bytes(b"PK no zip")
    (tmp_path / "some.json").write_text("{}")
    choose(program, tmp_path / "some.json")
    assert says(program, "of no other program")()
    choose(program, bad)
    qtbot.waitUntil(says(program, "is damaged or cut short"), timeout=20_000)


@pytest.mark.parametrize("when", ["read", "shown"])
def test_a_project_that_is_left_takes_nothing_in(program, qtbot, tmp_path, when):
    choose(program, packed(tmp_path, "story.qdpx", FERRY), Path("gone.qdpx"))
    if when == "shown":
        qtbot.waitUntil(shown(program, "story.qdpx"), timeout=20_000)
    program.library.begin()
    qtbot.waitUntil(lambda: program.importing.exchanging._task is None, timeout=20_000)
    assert not program.importing.exchanging.view.isVisible()
    choose(program, packed(tmp_path, "other.qdpx", LATER))
    qtbot.waitUntil(shown(program, "other.qdpx"), timeout=20_000)


def test_reading_can_be_stopped(program, qtbot, tmp_path):
    choose(program, packed(tmp_path, "story.qdpx", FERRY))
    program.importing.exchanging._task.cancel()
    qtbot.waitUntil(lambda: program.importing.exchanging._task is None, timeout=20_000)
    assert program.importing.exchanging._view is None


def test_what_is_imported_meanwhile_counts(program, qtbot, tmp_path):
    choose(program, packed(tmp_path, "story.qdpx", FERRY))
    qtbot.waitUntil(shown(program, "story.qdpx"), timeout=20_000)
    view = program.importing.exchanging.view
    program.session.import_text(FERRY.text)
    qtbot.waitUntil(
        lambda: view.import_button.text() == "Import 1 tag, 1 annotation", timeout=20_000
    )
    view.accepted.emit()
    assert len(articles(program)) == 1
    assert program.session.project.count_annotations() == 1
    assert not view.isVisible()


def test_web_annotations_come_to_the_articles_that_are_there(program, qtbot, tmp_path):
    program.session.import_text(FERRY.text)
    path = tmp_path / "notes.jsonld"
    path.write_bytes(export_format("web-annotations").write(dossier(FERRY), lambda *_: None))
    choose(program, path)
    qtbot.waitUntil(shown(program, "notes.jsonld"), timeout=20_000)
    view = program.importing.exchanging.view
    assert view.import_button.text() == "Import 1 tag, 1 annotation"
    qtbot.mouseClick(view.import_button, Qt.MouseButton.LeftButton)
    assert program.session.project.count_annotations() == 1


def test_what_cannot_be_stored_stays_on_the_page(program, qtbot, tmp_path, monkeypatch):
    choose(program, packed(tmp_path, "story.qdpx", FERRY))
    qtbot.waitUntil(shown(program, "story.qdpx"), timeout=20_000)

    def fail(edit, words):
        raise ProjectError("story.crossread", ProjectProblem.FULL)

    monkeypatch.setattr(program.session.project, "apply", fail)
    program.importing.exchanging.view.accepted.emit()
    assert says(program, "its disk is full")()
    assert program.importing.exchanging.view.isVisible()
