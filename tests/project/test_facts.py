"""What the program says of itself."""

import sqlite3
import sys
from importlib import metadata

import workbench
from workbench.project import facts as told
from workbench.project.facts import facts, folders, packages
from workbench.store.schema import SCHEMA


def test_the_facts_name_the_program_and_what_it_stands_on(monkeypatch):
    known = dict(facts())
    assert known["Crossread"] == f"{workbench.__version__} (in Python)"
    assert known["SQLite"] == sqlite3.sqlite_version
    assert known["Project file schema"] == str(SCHEMA)
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert dict(facts())["Crossread"] == f"{workbench.__version__} (installed)"


def test_the_facts_name_nothing_of_the_user():
    values = " ".join(value for _, value in facts())
    for name, folder in folders():
        assert folder.startswith("/") or ":" in folder, name
        assert folder not in values


def test_each_package_has_its_version():
    known = dict(packages())
    assert known["click"] == metadata.version("click")
    assert "pyside6-essentials" in {name.lower() for name in known}
    assert all(known.values())


def test_a_bundle_without_word_of_its_own_needs_tells_all_that_it_has(monkeypatch):
    def none(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "requires", none)
    assert {"click", "pytest"} <= set(dict(packages()))


def test_a_package_that_is_not_there_is_told_as_such(monkeypatch):
    monkeypatch.setattr(metadata, "requires", lambda _name: ["nowhere-to-be-found>=1; extra"])
    assert packages() == (("nowhere-to-be-found", "not told"),)
    assert told._name("click") == "click"
