"""The virtual environment is renewed when what it follows from has changed, and only then."""

import sys
from pathlib import Path

import environment
import pytest
from console import Stop, has_display

PROJECT = """
[project]
name = "crossread"
dependencies = ["numpy"]
[build-system]
requires = ["hatchling"]
[tool.hatch.build]
dev-mode-dirs = ["."]
[tool.ruff]
line-length = 100
"""


@pytest.fixture
def root(tmp_path):
    (tmp_path / "packaging").mkdir()
    (tmp_path / "packaging" / "requirements.lock.txt").write_text("numpy==2.0\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def venv(root):
    """Lend a finished environment, as far as its state can be read from outside."""
    folder = root / ".venv"
    python = Path(environment.tool("python", folder))
    python.parent.mkdir(parents=True)
    python.touch()
    (folder / "pyvenv.cfg").touch()
    (folder / environment.STAMP).write_text(environment.stamp(root), encoding="utf-8")
    return folder


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_finished_environment_is_kept(root, venv):
    assert environment.is_current(root, venv)


def test_settings_of_the_checks_do_not_renew_it(root, venv):
    edit(root / "pyproject.toml", "line-length = 100", "line-length = 90")
    assert environment.is_current(root, venv)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("packaging/requirements.lock.txt", "2.0", "2.1"),
        ("pyproject.toml", '"crossread"', '"crossread"\nscripts = {crossread = "a:b"}'),
        ("pyproject.toml", "hatchling", "setuptools"),
        ("pyproject.toml", '"."', '"src"'),
    ],
)
def test_a_change_of_what_it_follows_from_renews_it(root, venv, name, old, new):
    edit(root / name, old, new)
    assert not environment.is_current(root, venv)


def test_another_python_renews_it(root, venv, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 99, 0))
    assert not environment.is_current(root, venv)


@pytest.mark.parametrize("missing", [environment.STAMP, "python"])
def test_an_unfinished_environment_is_begun_again(root, venv, missing):
    path = Path(environment.tool("python", venv)) if missing == "python" else venv / missing
    path.unlink()
    assert not environment.is_current(root, venv)


def test_an_environment_is_removed(venv):
    environment.remove(venv)
    environment.remove(venv)
    assert not venv.exists()


def test_a_folder_that_is_no_environment_is_left_alone(tmp_path):
    letter = tmp_path / ".venv" / "letter.txt"
    letter.parent.mkdir()
    letter.touch()
    with pytest.raises(Stop, match="no virtual environment"):
        environment.remove(letter.parent)
    assert letter.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
@pytest.mark.parametrize("variable", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_display_is_known_by_its_variable(monkeypatch, variable):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not has_display()
    monkeypatch.setenv(variable, "one")
    assert has_display()
