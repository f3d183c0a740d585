"""The whole project at a glance, with the whole program at work: real keys and clicks."""

import json
from dataclasses import replace
from random import Random

import pytest
from PySide6.QtCore import QPoint, Qt

from workbench.model import ChangeMetadata
from workbench.resources import sample_files
from workbench.ui.timeline_delegate import tiles

LEFT = Qt.MouseButton.LeftButton
OUTLETS = ("Harbour Post", "Evening Star", "Morning Wire")
MANY = 66
SYLLABLES = [consonant + vowel for consonant in "bdfgklmnprst" for vowel in "aeiou"]


def add(program, qtbot, paths):
    with qtbot.waitSignal(
        program.session.compared, timeout=30_000, check_params_cb=lambda one: bool(one.articles)
    ):
        program.session.import_paths(paths)
    program.window.board.focus_pane(0)


def press(program, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(program.window.focusWidget(), key)


def click(qtbot, table, index, place=None):
    box = table.visualRect(index)
    qtbot.mouseClick(table.viewport(), LEFT, pos=place or box.center())


@pytest.fixture
def story(program, qtbot):
    """The program with the sample story compared."""
    add(program, qtbot, sample_files())
    return program


@pytest.fixture
def archive(program, qtbot, tmp_path):
    """The program with more articles than one table holds, each second like the next."""
    random = Random(5)
    words = ["".join(random.choices(SYLLABLES, k=3)) for _ in range(900)]
    shared = [" ".join(random.sample(words, 16)) for _ in range(MANY)]
    lines = [
        json.dumps(
            {
                "id": f"n{place}",
                "text": f"{shared[place // 2]}.\n\n{' '.join(random.sample(words, 16))}.",
                "outlet": OUTLETS[place % 3],
                "headline": f"Ferry {place}",
                "published": f"2024-03-{1 + place // 2 % 20:02d}",
            }
        )
        for place in range(MANY)
    ]
    path = tmp_path / "archive.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    add(program, qtbot, (path,))
    return program


def matrix(program, qtbot):
    press(program, qtbot, Qt.Key.Key_M)
    view = program.window.overview.matrix
    qtbot.waitUntil(lambda: view.model.rowCount() > 0)
    assert view.isVisible()
    return view


def test_a_pair_is_found_in_the_matrix_and_read_side_by_side(story, qtbot):
    view = matrix(story, qtbot)
    assert view.model.rowCount() == view.model.columnCount() == len(sample_files())
    press(story, qtbot, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right)
    index = view.table.currentIndex()
    one, other = view.model.members(index)
    assert one.id != other.id
    assert view.told.text().startswith(f"{one.spoken}: {index.data()} of its")
    press(story, qtbot, Qt.Key.Key_Return)
    board, desk = story.window.board, story.desk
    assert board.isVisible()
    assert board.focused_article() == one.id
    place = desk.open_ids.index(one.id)
    assert desk.open_ids[place + 1] == other.id
    shared = desk.cluster(desk.chosen)
    assert {one.id, other.id} <= {passage.article for passage in shared.passages}
    first = min(
        passage.span.start
        for cluster in desk.comparison.clusters
        if {one.id, other.id} <= {each.article for each in cluster.passages}
        for passage in cluster.passages
        if passage.article == one.id
    )
    assert first in [each.span.start for each in shared.passages if each.article == one.id]


def test_the_matrix_names_what_the_pointer_is_at_and_is_left_by_escape(story, qtbot):
    view = matrix(story, qtbot)
    qtbot.mouseMove(view.table.viewport(), QPoint(1, 1))
    qtbot.mouseMove(view.table.viewport(), view.table.visualRect(view.model.index(1, 2)).center())
    one, other = view.model.members(view.model.index(1, 2))
    qtbot.waitUntil(lambda: view.told.text().startswith(one.spoken))
    assert other.spoken in view.told.text()
    press(story, qtbot, Qt.Key.Key_Escape)
    assert story.window.board.isVisible()


def test_a_letter_of_the_timeline_leads_to_the_passage_there(story, qtbot):
    press(story, qtbot, Qt.Key.Key_Y)
    view = story.window.overview.timeline
    assert view.isVisible()
    qtbot.mouseClick(view.order.buttons["spread"], LEFT)
    everybody = view.model.line(0).all
    assert len(everybody) == len(sample_files())
    assert [one.is_first for one in everybody].count(True) == 1
    last = view.model.index(0, view.model.columnCount() - 1)
    box = view.table.visualRect(last)
    entry, tile = tiles(box, view.model.entries(last))[0]
    click(qtbot, view.table, last, tile.center().toPoint())
    assert story.window.board.focused_article() == entry.passage.article
    assert story.desk.chosen == view.model.line(0).cluster
    pane = story.window.board.panes[story.desk.open_ids.index(entry.passage.article)]

    def is_seen():
        top, bottom = pane.view.extent_of(entry.passage.span)
        bar = pane.view.verticalScrollBar()
        return bar.value() <= top and bottom <= bar.value() + pane.view.viewport().height()

    qtbot.waitUntil(is_seen)


def test_an_archive_is_seen_by_outlet_and_opens_downwards(archive, qtbot):
    view = matrix(archive, qtbot)
    names = [view.model.headerData(row, Qt.Orientation.Vertical) for row in range(3)]
    assert names == sorted(OUTLETS)
    click(qtbot, view.table, view.model.index(0, 1))
    assert view.title.text() == " and ".join(names[:2])
    rows = {member.outlet for member in view.model.sheet.rows}
    columns = {member.outlet for member in view.model.sheet.columns}
    assert (rows, columns) == ({names[0]}, {names[1]})
    row = view.model.sheet.common[0]
    wanted = view.model.index(0, row.index(max(row)))
    one, other = view.model.members(wanted)
    view.table.scrollTo(wanted)
    click(qtbot, view.table, wanted)
    assert archive.desk.open_ids.index(other.id) == archive.desk.open_ids.index(one.id) + 1
    assert archive.desk.chosen
    press(archive, qtbot, Qt.Key.Key_M)
    assert view.title.text() == " and ".join(names[:2])
    press(archive, qtbot, Qt.Key.Key_Backspace)
    assert view.model.headerData(0, Qt.Orientation.Vertical) == names[0]


def test_the_uses_of_a_term_are_seen_over_time(story, qtbot):
    story.window.show_dock("terms_list")
    dock = story.window.terms
    qtbot.waitExposed(dock)
    assert dock.bars.isHidden()
    view = dock.listing.view
    click(qtbot, view, dock.listing.shown(0))
    assert dock.bars.isVisible()
    model = dock.bars.model
    total = sum(
        int(model.index(row, column).data() or 0)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
    assert total == sum(len(term.uses) for term in story.desk.comparison.terms[0].terms)
    view.expand(dock.listing.shown(0))
    form = dock.listing.shown(0, 0, dock.listing.shown(0))
    view.expand(form)
    click(qtbot, view, dock.listing.shown(0, 0, form))
    assert dock.bars.isVisible()


def test_a_large_project_is_worked_out_as_far_as_somebody_looks(archive, qtbot):
    window, desk = archive.window, archive.desk
    matrix_view, timeline = window.overview.matrix, window.overview.timeline
    assert matrix_view.is_stale
    assert timeline.is_stale
    assert window.terms.is_stale
    opened = []
    desk.panes_changed.connect(lambda: opened.append(desk.open_ids))
    view = matrix(archive, qtbot)
    assert all(not member.id for member in (*view.model.sheet.rows, *view.model.sheet.columns))
    view.table.setCurrentIndex(view.model.index(0, 1))
    press(archive, qtbot, Qt.Key.Key_Return)
    row = view.model.sheet.common[0]
    view.table.setCurrentIndex(view.model.index(0, row.index(max(row))))
    one, other = view.model.members(view.table.currentIndex())
    assert opened == []
    press(archive, qtbot, Qt.Key.Key_Return)
    assert len(opened) == 1  # the panes are laid out once
    assert desk.open_ids.index(other.id) == desk.open_ids.index(one.id) + 1
    press(archive, qtbot, Qt.Key.Key_Y)
    assert timeline.isVisible()
    assert timeline.model.rowCount() == MANY // 2
    assert 0 < len(window.passages.model._rows) < window.passages.model.rowCount()


def test_a_headline_of_many_is_changed_without_a_comparison(archive, qtbot):
    session, desk = archive.session, archive.desk
    article = session.project.article(desk.open_ids[0])
    clusters = desk.comparison.clusters
    edit = ChangeMetadata((replace(article, headline="Another ferry"),))
    with qtbot.assertNotEmitted(session.started), qtbot.assertNotEmitted(session.compared):
        session.do(edit, "change headline")
        session.undo()
        session.redo()
    assert desk.comparison.clusters is clusters
    assert archive.window.board.panes[0].article.headline == "Another ferry"
    view = matrix(archive, qtbot)
    view.table.setCurrentIndex(view.model.index(0, 1))
    press(archive, qtbot, Qt.Key.Key_Return)
    members = (*view.model.sheet.rows, *view.model.sheet.columns)
    told = {member.id: member.facts for member in members}
    assert article.id not in told or "Another ferry" in told[article.id]
