"""What the bundle leaves out is nothing that the program asks for."""

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path

import deb
import pytest
from bundle_contents import EXCLUDED_MODULES, kept, without_docstrings
from console import Stop

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("place", "stays"),
    [
        ("docx/templates/default.docx", True),
        ("docx/templates/default-docx-template/word/styles.xml", False),
        ("docx/parts/__init__.py", True),
        ("docx/parts/hdrftr.py", False),
        ("trafilatura/data/tei_corpus.dtd", False),
    ],
)
def test_one_form_of_a_file_is_enough(place, stays):
    assert bool(kept([(place, "", "DATA")])) is stays


@pytest.fixture(scope="module")
def imported():
    """Return all that our modules import, wherever in them that is."""
    names = set()
    for file in sorted((ROOT / "workbench").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {each.name for each in node.names}
            elif isinstance(node, ast.ImportFrom):
                names |= {node.module, *(f"{node.module}.{each.name}" for each in node.names)}
    return names


def test_nothing_that_is_imported_late_is_excluded(imported):
    excluded = [
        name
        for name in imported
        if any(name == each or name.startswith(f"{each}.") for each in EXCLUDED_MODULES)
    ]
    assert excluded == []


IMPORT_ALL = """
import importlib, sys
excluded, wanted = map(str.split, sys.argv[1:])
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name in excluded:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Absent())
for each in excluded:
    sys.modules.pop(each, None)
for each in wanted:
    importlib.import_module(each)
"""


def test_what_we_import_does_without_what_is_excluded(imported):
    known = set(sys.stdlib_module_names)
    wanted = [
        name
        for name in imported
        if name.partition(".")[0] not in {*known, "__future__", "workbench"} and is_module(name)
    ]
    assert {"typst", "lxml.html", "wordfreq", "docx", "numpy"} <= set(wanted)
    given = (" ".join(EXCLUDED_MODULES), " ".join(sorted(wanted)))
    ran = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, *given], capture_output=True, text=True, check=False
    )
    assert ran.stderr == ""


def is_module(name):
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:  # a name in a module, and no module
        return False


def test_modules_of_one_package_lose_their_docstrings_and_others_do_not():
    asked = [("numpy.linalg", "a.py", "PYMODULE"), ("numpyx", "b.py", "PYMODULE")]
    kinds = [kind for _, _, kind in without_docstrings(asked)]
    assert kinds == ["PYMODULE-2", "PYMODULE"]


def test_a_package_that_is_too_large_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(deb, "new_folder", lambda _: tmp_path / "root")
    monkeypatch.setattr(deb, "lay_out", lambda usr, *_: usr.mkdir(parents=True, exist_ok=True))
    assert deb.make_deb("1", 0, tmp_path).stat().st_size < deb.LARGEST
    monkeypatch.setattr(deb, "LARGEST", 10)
    with pytest.raises(Stop, match="more than it may"):
        deb.make_deb("1", 0, tmp_path)
