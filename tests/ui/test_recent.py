"""Recent projects are remembered with their panes, and no damaged memory stands in the way."""

import json
from pathlib import Path

import pytest

from workbench.settings import Settings
from workbench.ui.recent import MOST, SETTING, LeftPane, LeftProject, Recent
from workbench.ui.recent_menu import RecentMenu, place_of


@pytest.fixture
def recent(settings):
    return Recent(settings)


def test_the_latest_project_goes_first_and_each_is_there_once(recent, settings, tmp_path):
    ferry = LeftProject("ferry", "Ferry", (LeftPane("a2", 40, 300), LeftPane("a1")))
    recent.keep(ferry)
    recent.keep(LeftProject("bridge", "Bridge"))
    recent.keep(ferry)
    again = Recent(Settings(tmp_path / "settings.json"))
    assert [one.name for one in again.projects] == ["Ferry", "Bridge"]
    assert again.of(Path("ferry")) == ferry
    assert again.of(Path("absent")) is None


def test_only_the_latest_are_kept(recent):
    for number in range(MOST + 3):
        recent.keep(LeftProject(f"p{number}", "Story"))
    assert len(recent.projects) == MOST
    assert recent.projects[0].path == f"p{MOST + 2}"


def test_a_copy_is_left_like_the_project_and_a_forgotten_one_is_gone(recent):
    panes = (LeftPane("a1", 7),)
    recent.keep(LeftProject("draft", "Unnamed", panes))
    recent.copy(Path("draft"), Path("Story.crossread"))
    recent.copy(Path("absent"), Path("Other.crossread"))
    recent.forget(Path("draft"))
    assert recent.projects == (LeftProject("Story.crossread", "Story", panes),)


@pytest.mark.parametrize(
    "damaged",
    [
        "{",
        "7",
        json.dumps([7]),
        json.dumps([{"path": "p"}]),
        json.dumps([{"path": "p", "name": "n", "panes": 3}]),
        json.dumps([{"path": "p", "name": "n", "panes": [{"article": "a"}]}]),
        json.dumps([{"path": "p", "name": "n", "panes": [{"article": "a", "place": "x"}]}]),
    ],
)
def test_what_is_damaged_is_forgotten(recent, settings, damaged):
    settings.set(SETTING, damaged)
    assert recent.projects == ()
    recent.keep(LeftProject("ferry", "Ferry"))
    assert [one.path for one in recent.projects] == ["ferry"]


def test_the_menu_offers_what_is_there_and_names_what_is_not(recent, tmp_path, qtbot):
    there = tmp_path / "Ferry & bridge.crossread"
    there.touch()
    recent.keep(LeftProject(str(tmp_path / "Gone.crossread"), "Gone"))
    recent.keep(LeftProject(str(there), "Ferry & bridge"))
    menu = RecentMenu(recent)
    qtbot.addWidget(menu)
    menu.fill()
    one, other = menu.actions()
    assert "Ferry && bridge" in one.text()
    assert one.isEnabled()
    assert "Gone" in other.text()
    assert "no longer there" in other.text()
    assert not other.isEnabled()
    assert place_of(recent.projects[0]) == tmp_path.name
    with qtbot.waitSignal(menu.project_chosen) as chosen:
        one.trigger()
    assert chosen.args == [str(there)]


def test_an_empty_menu_says_so(recent, qtbot):
    menu = RecentMenu(recent)
    qtbot.addWidget(menu)
    menu.fill()
    assert [(one.text(), one.isEnabled()) for one in menu.actions()] == [("No projects yet", False)]
