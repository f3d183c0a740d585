"""The trials of an installed program hold here, and each can fail."""

import shutil

import pytest

from workbench.model import Comparison
from workbench.project import proving
from workbench.project.exporting import project_formats
from workbench.project.proving import Proof, UnprovedError, require


@pytest.fixture
def proof(tmp_path):
    return Proof(tmp_path)


def test_all_trials_hold_and_every_format_is_tried(proof):
    names = []
    for name, trial in proof.trials():
        trial()
        names.append(name)
    assert names[:5] == ["reading", "comparison", "quotations", "project", "search"]
    assert {f"project as {form}" for form in project_formats()} <= set(names)
    assert len(names) == len(set(names))


def carry_out(proof, wanted):
    return dict(proof.trials())[wanted]()


def test_a_sample_story_that_is_not_there_is_found(proof, monkeypatch):
    monkeypatch.setattr(proving, "sample_files", tuple)
    with pytest.raises(UnprovedError, match="0 of 0 articles"):
        carry_out(proof, "reading")


def test_a_sample_story_that_is_not_whole_is_found(proof, monkeypatch, tmp_path):
    first, second, *_ = proving.sample_files()
    shutil.copy(first, tmp_path / "copy.md")
    monkeypatch.setattr(proving, "sample_files", lambda: (first, second, tmp_path / "copy.md"))
    with pytest.raises(UnprovedError, match="2 of 3 articles"):
        carry_out(proof, "reading")


def test_a_comparison_that_finds_too_little_is_found(proof, monkeypatch):
    monkeypatch.setattr(Proof, "_comparison", Comparison(()))
    with pytest.raises(UnprovedError, match="only"):
        carry_out(proof, "comparison")


def test_an_export_of_nothing_is_found():
    with pytest.raises(UnprovedError, match="nothing is written"):
        proving._require_some(lambda _form: b"", "any")


def test_what_holds_is_no_finding():
    require(True, "never said")
