"""The repository is what its front page promises: portable, small and the same by every door."""

import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

import workbench

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = {"packaging", "resources", "sample_docs", "tests", "workbench"}
MADE = {"__pycache__", "build", "dist"}
LARGEST = 3_000_000  # bytes; what is larger does not belong in a repository
MACHINE_PATH = re.compile(r"(?<![\w.:/])/(?:home|root|Users|work|opt|mnt|srv|media)/\w")
DRIVE = re.compile(r"\b[C-Z]:\\{1,2}(?:Users|work)\b")
REGISTRY = re.compile(r"pypi\.org|pythonhosted\.org|https?://[^\s/]+/(?:simple|packages)/")


def files(folder=ROOT):
    """Yield what belongs to the repository, which may have come without git."""
    for path in sorted(folder.iterdir()):
        name = path.name
        if path.is_file():
            if name != ".git" and not name.startswith(".coverage"):
                yield path
        elif name == ".ci" or not (name in MADE or name.startswith(".")):
            yield from files(path)


@pytest.fixture(scope="module")
def texts():
    found = {}
    for path in files():
        try:
            found[path.relative_to(ROOT)] = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return found


@pytest.mark.parametrize(
    "pattern", [MACHINE_PATH, DRIVE, REGISTRY], ids=["path", "drive", "registry"]
)
def test_no_machine_or_registry_is_named(texts, pattern):
    assert Path("Makefile") in texts
    hits = {
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in texts.items()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    }
    assert hits == set()


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        (MACHINE_PATH, "open('{}home/ann/x')".format("/")),
        (DRIVE, "{}Users\\ann".format("C:\\")),
        (REGISTRY, "--index-url https://host.example/{}/".format("simple")),
    ],
)
def test_the_patterns_know_what_they_look_for(pattern, line):
    assert pattern.search(line)


def test_files_are_small():
    fetched = set((ROOT / "packaging" / "vendor").glob("*.zip"))  # by hand, for a release
    assert not [path for path in set(files()) - fetched if path.stat().st_size > LARGEST]


def test_the_layout_is_the_designed_one():
    tops = {path.relative_to(ROOT).parts[0] for path in files() if path.parent != ROOT}
    assert tops == FOLDERS | {".ci"}


def test_packaging_hides_no_library_of_its_name():
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_the_makefile_only_passes_on():
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    rules = dict(re.findall(r"^(\w+):\n\t@(.+)$", text, re.MULTILINE))
    assert set(rules) == {"run", "test", "setup", "lock", "benchmark", "release"}
    assert all(line == f"python3 packaging/do.py {name}" for name, line in rules.items())
    assert text.count("\n\t") == len(rules)


def test_the_check_has_one_door():
    script = ROOT / ".ci" / "run"
    lines = script.read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "exec make test"
    if sys.platform != "win32":
        assert os.access(script, os.X_OK)


def test_one_version_everywhere():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([\d.]+)\]", changes, re.MULTILINE)
    assert newest
    assert project["version"] == workbench.__version__ == newest[1]


def test_the_front_page_names_the_two_commands(texts):
    page = texts[Path("README.md")]
    assert "make run" in page
    assert "make test" in page
    picture = re.search(r"!\[[^\]]+\]\(([^)]+)\)", page)
    assert picture
    assert (ROOT / picture[1]).is_file()
