"""Codebook gestures: what is done to tags, each time one step, and their way out of and in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QObject

from workbench.messages import sentence
from workbench.model import ChangeCodebook, CrossreadError
from workbench.project.codebook_files import (
    SUFFIXES,
    Merger,
    merge_codebooks,
    read_codebook,
    write_codebook,
)
from workbench.project.tagging import (
    change_tag,
    delete_tags,
    join_tags,
    move_tags,
    new_tag,
    split_tag,
)
from workbench.ui.annotation_words import named
from workbench.ui.annotations_rows import Wanted
from workbench.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.model import Annotation, Edit, Tag
    from workbench.ui.asking import Asking
    from workbench.ui.main_window import MainWindow
    from workbench.ui.session import Session

FILES = "REFI-QDA codebook (*.qdc);;CSV (*.csv);;JSON (*.json)"
NO_TAGS = "There are no tags to export yet."


class CodebookGestures(QObject):
    """Connects the codebook to the session."""

    def __init__(self, window: MainWindow, session: Session, asking: Asking) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._asking = asking
        self._dock = dock = window.annotation_docks.codebook
        session.codebook_changed.connect(self._show)
        session.annotations_changed.connect(lambda _: self._show_uses())
        dock.tag_wanted.connect(self._make)
        dock.model.rename_wanted.connect(self._rename)
        dock.model.move_wanted.connect(self._move)
        dock.editor.changed.connect(self._change)
        dock.join_wanted.connect(self._join)
        dock.delete_wanted.connect(self._delete)
        dock.split_wanted.connect(self._ask_split)
        dock.splitting.accepted.connect(self._split)
        dock.coming.accepted.connect(self._bring)
        dock.uses_wanted.connect(self.show_uses_of)
        window.actions_by_name["import_codebook"].triggered.connect(self._import)
        window.actions_by_name["export_codebook"].triggered.connect(self._export)

    def show_uses_of(self, tag_id: str) -> None:
        """List the annotations that have a tag, or one below it."""
        self._window.show_dock("annotations_list")
        self._window.annotation_docks.list.filter.ask(Wanted(), tag_id)

    def _show(self) -> None:
        project = self._session.project
        self._dock.show_codebook(project.codebook(), can_write=not project.read_only)
        self._show_uses()

    def _show_uses(self) -> None:
        self._dock.show_uses(self._session.project.tag_uses())

    def _make(self, name: str, below: bool) -> None:  # noqa: FBT001 - a Qt slot
        codebook = self._session.project.codebook()
        if known := codebook.named(name):
            self._dock.choose(known.id)
            return
        chosen = self._dock.chosen()
        path = codebook.path(chosen.id) if chosen else ()
        above = path[-1].id if below and path else path[-2].id if len(path) > 1 else ""
        tag = new_tag(codebook, name, str(uuid4()), above)
        if self._session.do(ChangeCodebook((tag,)), f"new tag ‘{tag.name}’"):
            self._dock.choose(tag.id)

    def _rename(self, tag_id: str, name: str) -> None:
        tag = self._session.project.codebook().by_id[tag_id]
        self._session.do(
            change_tag(replace(tag, name=name)), f"rename tag ‘{tag.name}’ to ‘{name}’"
        )

    def _change(self, tag: Tag) -> None:
        codebook = self._session.project.codebook()
        if tag.id not in codebook.by_id:
            return
        others = (one for one in codebook.tags if one.key == tag.key and one.id != tag.id)
        taken = next(others, None) if tag.key else None
        put = (tag, replace(taken, key="")) if taken else (tag,)
        self._session.do(ChangeCodebook(put), f"change tag ‘{tag.name}’")

    def _move(self, ids: Sequence[str], parent: str, place: int) -> None:
        codebook = self._session.project.codebook()
        above = {each.id for each in codebook.path(parent)} if parent in codebook.by_id else set()
        if above & set(ids):
            self._window.notices.say("A tag cannot stand below itself.")
            return
        edit = move_tags(codebook, ids, parent, place)
        if edit.put:
            self._session.do(edit, f"move {named(ids, codebook)}")

    def _join(self, into: str, ids: Sequence[str]) -> None:
        project = self._session.project
        codebook, using = project.codebook(), project.annotations_with(ids)
        names = named([id_ for id_ in ids if id_ != into], codebook)
        words = f"join {names} into ‘{codebook.by_id[into].name}’"
        self._do_with_undo(join_tags(codebook, into, ids, using), words, "Joined the tags")

    def _delete(self, ids: Sequence[str]) -> None:
        project = self._session.project
        codebook, using = project.codebook(), project.annotations_with(ids)
        names = named(ids, codebook)
        done = f"Deleted {names}; {count(len(using), 'annotation')} stayed without"
        self._do_with_undo(delete_tags(codebook, ids, using), f"delete tag {names}", done)

    def _do_with_undo(self, edit: Edit, words: str, done: str) -> None:
        if self._session.do(edit, words):
            self._window.notices.say(f"{done}.", action=("Undo", self._session.undo))

    def _ask_split(self, tag: Tag) -> None:
        self._dock.show_below(self._dock.splitting)
        self._dock.splitting.ask(tag, self._session.project.annotations_with((tag.id,)))

    def _split(self, tag: Tag, name: str, uses: Sequence[Annotation]) -> None:
        codebook = self._session.project.codebook()
        if tag.id not in codebook.by_id:
            return
        path = codebook.path(tag.id)
        part = new_tag(codebook, name, str(uuid4()), path[-2].id if len(path) > 1 else "")
        edit = split_tag(tag, (part,), ((use, part.id) for use in uses))
        self._dock.show_below(self._dock.editor)
        self._session.do(edit, f"split ‘{name}’ off ‘{tag.name}’")

    def _import(self) -> None:
        paths = self._asking.files(SUFFIXES)
        if not paths:
            return
        try:
            merger = merge_codebooks(self._session.project.codebook(), read_codebook(paths[0]))
        except CrossreadError as error:
            self._window.notices.say(sentence(error))
            return
        self._window.show_dock("codebook_list")
        self._dock.show_below(self._dock.coming)
        self._dock.coming.ask(merger)

    def _bring(self, merger: Merger) -> None:
        self._dock.show_below(self._dock.editor)
        self._session.do(merger.edit, f"import {count(len(merger.edit.put), 'tag')}")

    def _export(self) -> None:
        codebook = self._session.project.codebook()
        if not codebook.tags:
            self._window.notices.say(NO_TAGS)
            return
        path = self._asking.new_file("Export codebook", "Codebook.qdc", FILES)
        if path is None:
            return
        try:
            write_codebook(codebook, path)
        except CrossreadError as error:
            self._window.notices.say(sentence(error))
        else:
            self._window.notices.say(f"The codebook was written to {path}.")
