"""The rules of the layers that import-linter cannot see."""

import ast
import inspect
import json
import re
import subprocess
import sys
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "workbench"
CORE = ("model", "text", "comparison", "formats", "store", "project", "cli")
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((ROOT / "packaging").rglob("*.py"))
DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "base"}
HEAVY = {"PySide6", "shiboken6", "numpy", "lxml", "sqlite_utils", "sqlite3", "trafilatura"}
HEAVY |= {"docx", "pypdfium2", "jinja2", "dateparser", "diff_match_patch"}
NETWORK = {"aiohttp", "ftplib", "httpx", "imaplib", "poplib", "requests", "smtplib", "socket"}
NETWORK |= {"socketserver", "ssl", "telnetlib", "urllib3", "xmlrpc", "http.client", "http.server"}
NETWORK |= {"urllib.request", "PySide6.QtNetwork", "PySide6.QtWebSockets", "trafilatura.downloads"}
STORED = {"sqlite3", "sqlite_utils", "workbench.store", "workbench.formats"}
FILES = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "unlink", "mkdir", "QFile"}
FILES |= {"shutil", "touch", "rename", "QSaveFile", "QDir"}
DOWNLOADERS = {"fetch_url", "fetch_response", "urlopen", "urlretrieve"}
OPENING = "Officials said on Monday that the harbour would reopen to all ships by the end of March."

QT_ABSENT = """
import importlib, json, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{name} is kept away", name=name)

sys.meta_path.insert(0, NoQt())
names, texts = json.load(sys.stdin)
for name in names:
    importlib.import_module(name)
import workbench
print(json.dumps(workbench.compare(texts).as_dict()))
"""

LOADED = """
import json, sys
import workbench, workbench.__main__
print(json.dumps(sorted(sys.modules)))
"""


def dotted(path):
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts).removesuffix(".__init__")


def run(script, given=None):
    answer = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


def imports(tree):
    """Yield every name that a module imports, at its top or later."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_core_compares_where_qt_is_absent():
    core = [dotted(path) for path in MODULES if path.relative_to(PACKAGE).parts[0] in CORE]
    texts = [f"{OPENING} Nobody else was there.", f"It rained. {OPENING}"]
    result = run(QT_ABSENT, [core, texts])
    assert [pair["kind"] for pair in result["pairs"]] == ["verbatim"]
    spans = [(pair[side]["start"], pair[side]["end"]) for pair in result["pairs"] for side in "ab"]
    told = [text[start:end] for text, (start, end) in zip(texts, spans, strict=True)]
    assert [words.rstrip(".") for words in told] == [OPENING.rstrip(".")] * 2


def test_starting_loads_nothing_heavy():
    loaded = {name.partition(".")[0] for name in run(LOADED)}
    assert "workbench" in loaded
    assert not loaded & HEAVY


def test_every_noun_is_in_the_glossary():
    model = import_module("workbench.model")
    rows = "\n".join(line for line in model.__doc__.splitlines() if line.startswith("|"))
    words = set(re.findall(r"\w+", rows))
    classes = {
        name
        for path in (PACKAGE / "model").glob("*.py")
        for name, thing in vars(import_module(dotted(path))).items()
        if inspect.isclass(thing)
        and thing.__module__.startswith("workbench.model")
        and not name.startswith("_")
    }
    assert "Span" in classes
    assert classes - words == set()
    assert classes - set(model.__all__) == set()


@pytest.mark.parametrize("path", [*MODULES, *SCRIPTS], ids=lambda path: path.name)
def test_a_module_says_in_one_sentence_what_it_is(path):
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    first, _, rest = docstring.partition("\n")
    assert re.fullmatch(r"\S.*[^.]\.", first)
    assert not re.search(r"\.\s+[A-Z]", first)
    assert not rest or rest.startswith("\n")


def test_the_layers_name_every_folder():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    named = {name.strip() for layer in layers for name in layer.split("|")}
    there = {
        path.stem
        for path in PACKAGE.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert named == there - {"__init__"}


def test_nothing_is_named_like_a_drawer():
    names = {part for path in [*MODULES, *SCRIPTS] for part in path.relative_to(ROOT).parts}
    assert not {name for name in names if DRAWERS & set(name.removesuffix(".py").split("_"))}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.name)
def test_nothing_speaks_to_the_network(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not NETWORK & set(imports(tree))
    names = {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(tree)}
    assert not DOWNLOADERS & names


def shows(tree):
    """Tell whether a module of the window has a class that is something to be seen."""
    return any(
        isinstance(node, ast.ImportFrom) and node.module == "PySide6.QtWidgets"
        for node in ast.walk(tree)
    )


def called(tree):
    """Yield the names of all that a module calls, methods of its own objects left out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id
            elif isinstance(node.func, ast.Attribute):
                yield "" if node.func.attr == "open" else node.func.attr


@pytest.mark.parametrize("path", sorted((PACKAGE / "ui").rglob("*.py")), ids=lambda path: path.name)
def test_no_widget_knows_sql_or_files(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if shows(tree):
        names = set(imports(tree))
        assert not {name for name in names if STORED & {name, ".".join(name.split(".")[:2])}}
        assert not FILES & {*called(tree), *names}


def test_a_widget_that_reads_a_file_or_asks_a_database_would_be_found():
    written = "from PySide6.QtWidgets import QWidget\nimport {}\n{}"
    for line in ("Path(x).read_text()", "open(x)", "path.write_bytes(data)", "QFile(x)"):
        assert FILES & set(called(ast.parse(written.format("ast", line))))
    tree = ast.parse(written.format("workbench.store.schema", "view.open(x)"))
    assert "workbench.store.schema" in set(imports(tree))
    assert not FILES & set(called(tree))
    assert shows(tree)


def test_qt_takes_no_references_from_none():
    """One release of PySide6 took one away with every call, until the process aborted."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("")
    assert sys.getrefcount(None) > before - 500
