"""Tags are made, moved, joined, split and deleted, and a codebook leaves and comes back."""

from annotated_story import EACH, last_step, listed, tags, tree
from PySide6.QtCore import Qt

from workbench.model import Tag
from workbench.ui.annotations_rows import Column


class Files:
    """Answers with these paths."""

    def __init__(self, *paths):
        self.paths = paths

    def files(self, suffixes):
        return self.paths

    def new_file(self, title, name, kinds):
        return self.paths[0] if self.paths else None


def test_a_new_tag_stands_beside_the_chosen_one_or_below(annotated, docks):
    book = docks.codebook
    book.choose("t2")
    book.tag_wanted.emit("police", False)
    book.tag_wanted.emit("riot squad", True)
    assert tree(annotated)[1:4] == [
        "actors / state",
        "actors / police",
        "actors / police / riot squad",
    ]
    book.tag_wanted.emit("ACTORS", False)
    assert book.chosen().id == "t1"
    assert last_step(annotated) == "new tag ‘riot squad’"


def test_a_tag_is_renamed_moved_and_changed(annotated, docks):
    model = docks.codebook.model
    model.rename_wanted.emit("t3", "frames")
    assert last_step(annotated) == "rename tag ‘framing’ to ‘frames’"
    assert docks.list.model.index(1, Column.TAGS).data() == "frames"
    model.move_wanted.emit(("t3",), "t1", 0)
    assert tree(annotated) == ["actors", "actors / frames", "actors / state"]
    model.move_wanted.emit(("t1",), "t2", 0)
    assert annotated.window.notices.texts[-1] == "A tag cannot stand below itself."
    steps = annotated.session.undo_stack.count()
    model.move_wanted.emit(("t3",), "t1", 0)
    assert annotated.session.undo_stack.count() == steps


def test_a_key_goes_from_one_tag_to_another(annotated, docks):
    docks.codebook.choose("t1")
    docks.codebook.editor.key.setText("f")
    docks.codebook.editor.key.editingFinished.emit()
    assert [tag.key for tag in annotated.session.project.codebook().branch()] == ["f", "", ""]
    annotated.session.undo()
    assert [tag.key for tag in annotated.session.project.codebook().branch()] == ["", "", "f"]


def test_tags_are_joined_and_deleted_with_their_uses_kept(annotated, docks):
    docks.codebook.join_wanted.emit("t3", ("t3", "t1"))
    assert tags(annotated) == {"n1": ("t3",), "n2": ("t3",), "n3": ("t3", "t2")}
    assert last_step(annotated) == "join ‘actors’ into ‘framing’"
    docks.codebook.delete_wanted.emit(("t3",))
    assert tags(annotated) == {"n1": (), "n2": (), "n3": ("t2",)}
    assert "3 annotations stayed without" in annotated.window.notices.texts[-1]
    annotated.session.undo()
    annotated.session.undo()
    assert tags(annotated) == {one.id: one.tags for one in EACH}


def test_a_tag_is_split(annotated, docks):
    docks.codebook.choose("t1")
    docks.codebook.split.click()
    panel = docks.codebook.splitting
    role = Qt.ItemDataRole.CheckStateRole
    panel.model.setData(panel.model.index(1, 0), Qt.CheckState.Checked, role)
    panel.name.setText("officials")
    panel.split.click()
    (new,) = (tag for tag in annotated.session.project.codebook().tags if tag.name == "officials")
    assert tags(annotated)["n3"] == (new.id, "t2")
    assert last_step(annotated) == "split ‘officials’ off ‘actors’"
    panel.accepted.emit(Tag("t9", "gone"), "x", ())  # a tag that has gone meanwhile


def test_a_codebook_leaves_and_comes_back(annotated, docks, tmp_path):
    actions, path = annotated.window.actions_by_name, tmp_path / "Tags.qdc"
    gestures = annotated.reviewing.codebook
    gestures._asking = Files(path)
    actions["export_codebook"].trigger()
    assert annotated.window.notices.texts[-1] == f"The codebook was written to {path}."
    docks.codebook.delete_wanted.emit(("t2",))
    actions["import_codebook"].trigger()
    assert docks.codebook.coming.title.text() == "1 new tag, 0 changed, 2 as they are."
    docks.codebook.coming.bring.click()
    assert len(tree(annotated)) == 3
    assert last_step(annotated) == "import 1 tag"
    annotated.session.undo()
    assert tree(annotated) == ["actors", "framing"]


def test_a_file_that_is_no_codebook_is_named(annotated, tmp_path):
    path = tmp_path / "none.csv"
    path.write_text("nothing")
    annotated.reviewing.codebook._asking = Files(path)
    annotated.window.actions_by_name["import_codebook"].trigger()
    assert "holds no codebook" in annotated.window.notices.texts[-1]
    annotated.reviewing.codebook._asking = Files(tmp_path / "no" / "folder.qdc")
    annotated.window.actions_by_name["export_codebook"].trigger()
    assert "cannot be written" in annotated.window.notices.texts[-1]
    annotated.reviewing.codebook._asking = Files()
    said = annotated.window.notices.texts
    for name in ("import_codebook", "export_codebook"):
        annotated.window.actions_by_name[name].trigger()
    assert annotated.window.notices.texts == said


def test_an_empty_codebook_is_not_exported(program):
    program.window.actions_by_name["export_codebook"].trigger()
    assert program.window.notices.texts[-1] == "There are no tags to export yet."


def test_uses_of_a_tag_are_listed_with_those_below(annotated, docks):
    assert docks.codebook.model.uses("t1") == 2
    docks.codebook.uses_wanted.emit("t2")
    assert listed(annotated) == ["n3"]
    docks.codebook.uses_wanted.emit("t1")
    assert listed(annotated) == ["n1", "n3"]
