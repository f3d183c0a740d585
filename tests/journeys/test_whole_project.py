"""A project leaves as JSON and comes back as another one; its articles leave as literature."""

from pathlib import Path

from PySide6.QtCore import Qt

from workbench.model import Annotation, ChangeAnnotations, Span
from workbench.project.annotating import words_of
from workbench.project.stepping import result_of


class Answers:
    """Stands where the system's dialogs stand and gives the answers a person would."""

    def __init__(self, new_file=None, files=()):
        self.chosen = new_file
        self.given = files

    def new_file(self, title, name, kinds):
        return self.chosen

    def files(self, suffixes):
        assert suffixes == (".json",)
        return self.given


def do(program, name, **answers):
    program.exporting._asking = Answers(**answers)
    program.window.actions_by_name[name].trigger()


def export(program, qtbot, **answers):
    """Export the whole project from the page, with Enter."""
    do(program, "export_project", **answers)
    qtbot.keyClick(program.window.importing.export, Qt.Key.Key_Return)


def says(program, words):
    return lambda: any(words in said for said in program.window.notices.texts)


def with_note(program):
    program.session.import_text("The ferry left the harbour.")
    article = program.session.project.article("a1")
    note = Annotation("n1", words_of(article, Span(4, 9)), (), "Which one?")
    assert program.session.do(ChangeAnnotations((note,)), "annotate")
    return result_of(program.session.project.reading_whole())


def test_a_project_leaves_and_comes_back(program, qtbot, tmp_path):
    whole = with_note(program)
    out, new = tmp_path / "out.json", tmp_path / "new.crossread"
    export(program, qtbot, new_file=out)
    qtbot.waitUntil(says(program, f"The project was written to {out}."), timeout=20_000)
    do(program, "import_project", files=(out,), new_file=new)
    qtbot.waitUntil(lambda: program.session.project.path == new, timeout=20_000)
    assert result_of(program.session.project.reading_whole()) == whole
    assert program.window.windowTitle().startswith("new")


def test_nothing_is_done_where_nothing_is_chosen(program, qtbot):
    with_note(program)
    said = program.window.notices.texts
    export(program, qtbot)
    do(program, "import_project")
    do(program, "import_project", files=(Path("out.json"),))
    assert program.window.notices.texts == said


def test_what_goes_wrong_is_said(program, qtbot, tmp_path):
    with_note(program)
    export(program, qtbot, new_file=tmp_path / "none" / "out.json")
    qtbot.waitUntil(says(program, "its folder does not exist"), timeout=20_000)
    bad = tmp_path / "bad.json"
    bad.write_text("{}")
    do(program, "import_project", files=(bad,), new_file=tmp_path / "new.crossread")
    qtbot.waitUntil(says(program, "holds no project"), timeout=20_000)
    assert not (tmp_path / "new.crossread").exists()
