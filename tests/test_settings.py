"""Settings are kept in one file, and no state of that file keeps the program from starting."""

import json

import pytest

from workbench.settings import SETTINGS, Settings


@pytest.fixture
def file(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_all_settings_are_at_first_as_declared(file):
    settings = Settings(file)
    assert [settings.get(one.key) for one in SETTINGS] == [one.default for one in SETTINGS]
    assert not file.exists()


def test_every_default_is_one_of_its_choices():
    assert all(one.default in one.choices for one in SETTINGS if one.choices)
    assert len({one.key for one in SETTINGS}) == len(SETTINGS)


def test_a_change_is_kept_for_the_next_start(file):
    Settings(file).set("theme", "dark")
    Settings(file).set("last_project", "Ferry – “noon”.crossread")
    again = Settings(file)
    assert again.get("theme") == "dark"
    assert again.get("last_project") == "Ferry – “noon”.crossread"
    assert [one.name for one in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b'{"theme": 3}',
        b'{"theme": "purple"}',
        b"{}\x00",
    ],
)
def test_a_damaged_file_means_the_first_values_and_can_be_replaced(file, content):
    file.parent.mkdir()
    file.write_bytes(content)
    settings = Settings(file)
    assert settings.get("theme") == "system"
    settings.set("theme", "light")
    assert Settings(file).get("theme") == "light"


def test_a_value_that_is_no_choice_is_refused_and_changes_nothing(file):
    settings = Settings(file)
    settings.set("type_size", "20")
    with pytest.raises(ValueError, match="300"):
        settings.set("type_size", "300")
    assert settings.get("type_size") == "20"
    assert json.loads(file.read_text("utf-8")) == {"type_size": "20"}


@pytest.mark.parametrize("act", [lambda s: s.get("colour"), lambda s: s.set("colour", "red")])
def test_a_setting_that_is_not_declared_is_a_mistake(file, act):
    with pytest.raises(KeyError, match="colour"):
        act(Settings(file))


def test_what_a_later_version_keeps_is_not_thrown_away(file):
    file.parent.mkdir()
    file.write_text('{"sound": "off"}', "utf-8")
    Settings(file).set("theme", "dark")
    assert json.loads(file.read_text("utf-8")) == {"sound": "off", "theme": "dark"}


def test_where_nothing_can_be_written_a_change_holds_until_the_end(unprivileged):
    unprivileged.chmod(0o500)
    settings = Settings(unprivileged / "settings.json")
    settings.set("theme", "dark")
    assert settings.get("theme") == "dark"
    assert list(unprivileged.iterdir()) == []


def test_where_a_file_stands_in_place_of_the_folder_a_change_holds_until_the_end(tmp_path):
    in_the_way = tmp_path / "config"
    in_the_way.write_text("mine")
    settings = Settings(in_the_way / "settings.json")
    settings.set("theme", "dark")
    assert settings.get("theme") == "dark"
    assert in_the_way.read_text() == "mine"
