"""The Python calls, as a notebook makes them."""

import inspect
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import workbench
from workbench.cli.main import main
from workbench.comparison.options import CompareOptions
from workbench.model import Article, InputError, Witness
from workbench.project.project import Project

ROOT = Path(__file__).parents[1]
SHARED = "The council voted late on Tuesday to rebuild the northern pier before the winter storms."
FIRST = f"Port Elin is small. {SHARED}"
SECOND = f"{SHARED} So be it."


def never(*_, **__):
    raise AssertionError("no window was asked for")


def test_everything_offered_is_there_and_documented():
    for name in workbench.__all__:
        assert inspect.getdoc(getattr(workbench, name))
    with pytest.raises(AttributeError, match="no attribute 'guess'"):
        _ = workbench.guess


def test_the_version_is_that_of_the_package():
    told = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert workbench.__version__ == told["project"]["version"]


def test_compare_gives_what_the_command_writes(tmp_path, capsys):
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert main(["compare", *(str(tmp_path / name) for name in ("a.txt", "b.txt"))], never) == 0
    written = json.loads(capsys.readouterr().out)
    result = workbench.compare([FIRST, SECOND]).as_dict()
    for article in written["articles"]:
        article["path"] = article["language"] = article["headline"] = None
    assert written | {"articles": result["articles"]} == result
    assert [a["sha256"] for a in written["articles"]] == [a["sha256"] for a in result["articles"]]


def test_articles_and_options_are_taken():
    articles = [workbench.Article("x", FIRST), SECOND]
    result = workbench.compare(iter(articles))
    assert [article.id for article in result.articles] == ["x", "a2"]
    assert len(result.pairs) == 1
    chosen = workbench.compare(articles, CompareOptions(families=(("all", "none"),)))
    assert [family.chosen for family in chosen.terms] == [True]
    assert not any(family.chosen for family in result.terms)


def test_quotes_gives_what_the_command_writes(tmp_path, capsys):
    text = "“It is ours,” said Mara Lind. The “pier of dreams” is new."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert main(["quotes", str(tmp_path / "a.txt")], never) == 0
    told, found = json.loads(capsys.readouterr().out), workbench.quotes([text]).as_dict()
    for key in ("quotations", "mentions"):
        assert found[key] == told[key] != []
    with pytest.raises(InputError):
        workbench.quotes([Article("x", "One."), Article("x", "Two.")])


def test_collate_gives_what_the_command_writes(capsys):
    texts = ["the black cat", "the cat"]
    assert main(["collate", *(word for text in texts for word in ("--witness", text))], never) == 0
    assert workbench.collate(texts).as_dict() == json.loads(capsys.readouterr().out)


def test_collate_takes_witnesses_by_name():
    result = workbench.collate(Witness(name, name) for name in ("Post", "Wire"))
    assert result.as_dict()["witnesses"] == ["Post", "Wire"]


def test_overlap_gives_what_the_command_writes(tmp_path, capsys):
    records = [{"id": "x", "text": FIRST}, {"id": "y", "text": SECOND}]
    archive = tmp_path / "x.jsonl"
    archive.write_text("".join(json.dumps(one) + "\n" for one in records), encoding="utf-8")
    assert main(["overlap", str(archive), "--jobs", "1"], never) == 0
    written = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    pairs = workbench.overlap(records, jobs=1)
    assert iter(pairs) is pairs
    assert [pair.as_dict() for pair in pairs] == written
    assert len(written) == 1


def test_open_project(tmp_path):
    path = tmp_path / "p.crossread"
    Project.create(path).close()
    with workbench.open_project(str(path)) as project:
        assert project.path == path


def test_a_single_text_is_not_taken_for_a_list():
    for call in (
        workbench.compare,
        workbench.collate,
        workbench.quotes,
        lambda text: list(workbench.overlap(text)),
    ):
        with pytest.raises(TypeError, match="are needed, in a list"):
            call(FIRST)


def test_too_few_are_refused():
    for call in (workbench.compare, workbench.collate):
        with pytest.raises(InputError):
            call([FIRST])


SCRIPT = """
import sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6"}:
            raise ImportError("there is no Qt here")

sys.meta_path.insert(0, Refuse())
import workbench
loaded = {name.partition(".")[0] for name in sys.modules}
assert not loaded & {"numpy", "lxml", "sqlite3", "click", "jinja2"}, loaded
assert workbench.collate(["ten piers", "ten"]).as_dict()["witnesses"] == ["A", "B"]
workbench.compare(["ten piers", "ten"])
list(workbench.overlap(["ten piers", "ten"], jobs=1))
"""


def test_nothing_heavy_is_loaded_before_it_is_used_and_qt_never():
    subprocess.run([sys.executable, "-c", SCRIPT], cwd=ROOT, timeout=60, check=True)
