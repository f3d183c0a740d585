"""What the analyst decides about detection is an edit, and goes with the project."""

import pytest

from workbench.comparison.options import CompareOptions
from workbench.model import (
    AddArticles,
    Article,
    ChangeMetadata,
    Comparison,
    Decision,
    Link,
    Passage,
    SetSetting,
    Span,
)
from workbench.project.decisions import (
    DECISIONS,
    FAMILIES,
    KEPT_BOILERPLATE,
    add_family,
    decided_options,
    join_families,
    set_decisions,
    set_families,
    set_kept_boilerplate,
    set_language,
    split_off,
)
from workbench.project.project import Project

ARTICLES = (Article("a1", "Die Fähre legte ab.", language="en"), Article("a2", "It left."))
FERRIES = (("old ferry", "“new” ferry"), ("Fähre",))


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "story.crossread", AddArticles(ARTICLES)) as made:
        yield made


def test_at_first_nothing_is_decided(project):
    assert project.options() == CompareOptions()


def test_term_families_are_decided_and_taken_back(project):
    first = project.apply(set_families(FERRIES))
    assert project.options() == CompareOptions(families=FERRIES)
    second = project.apply(set_families(()))
    assert project.setting(FAMILIES, "none") == "none"
    project.apply(second.inverse)
    assert project.options().families == FERRIES
    project.apply(first.inverse)
    assert project.options() == CompareOptions()


def test_families_are_made_joined_and_split(project):
    project.apply(add_family(project.options(), ("ferry", "boat")))
    project.apply(join_families(project.options(), ("pier",), ("boat", "ferry")))
    assert project.options().families == (("pier", "boat", "ferry"),)
    project.apply(split_off(project.options(), ("pier", "boat", "ferry"), "pier"))
    assert project.options().families == (("boat", "ferry"), ("pier",))


def test_boilerplate_is_kept_by_its_text(project):
    project.apply(set_kept_boilerplate(["All rights reserved.\n", "Subscribe", "Subscribe"]))
    kept = ("All rights reserved.\n", "Subscribe")
    assert project.options() == CompareOptions(kept_boilerplate=kept)


def test_a_comparison_is_kept_for_what_was_decided(project):
    project.keep_comparison(Comparison(ARTICLES), project.options())
    assert project.cached_comparison(project.options()) is not None
    applied = project.apply(set_families(FERRIES))
    assert project.cached_comparison(project.options()) is None
    project.apply(applied.inverse)
    assert project.cached_comparison(project.options()) is not None


def test_the_language_of_articles_is_corrected(project):
    edit = set_language(ARTICLES[:1], "de")
    assert edit == ChangeMetadata((Article("a1", "Die Fähre legte ab.", language="de"),))
    project.apply(edit)
    assert [article.language for article in project.articles()] == ["de", ""]


@pytest.mark.parametrize("spoilt", ["{", "7", '{"a": 1}', "[7, [7], [[]], []]", "null"])
def test_settings_that_another_program_has_spoilt_decide_nothing(spoilt):
    values = {FAMILIES: spoilt, KEPT_BOILERPLATE: spoilt}
    assert decided_options(values.__getitem__) == CompareOptions()


LINK = Link(Passage("a1", Span(0, 3)), Passage("a2", Span(0, 2)))
OTHER = Link(Passage("a1", Span(4, 9)), Passage("a2", Span(3, 7)))


def test_what_is_decided_about_passages_goes_with_the_project_and_is_taken_back(project):
    decided = (Decision((LINK,), (), "a “stock” phrase"), Decision((), (OTHER, LINK)))
    assert project.decisions() == ()
    done = project.apply(set_decisions(decided))
    assert project.decisions() == decided
    assert project.options() == CompareOptions()
    project.apply(done.inverse)
    assert project.decisions() == ()
    assert project.setting(DECISIONS, "none") == "none"


@pytest.mark.parametrize(
    "value",
    [
        "{",
        "7",
        "[7]",
        '[{"gone": [], "instead": [], "why": ""}]',
        '[{"gone": [[["a1", 0, 3]]], "instead": [], "why": ""}]',
        '[{"gone": [[["a1", 3, 3], ["a2", 0, 2]]], "instead": [], "why": ""}]',
        '[{"gone": [[["a1", 0, 3], ["a1", 0, 2]]], "instead": [], "why": ""}]',
        '[{"gone": [[["a1", 0, 3], ["a2", -1, 2]]], "instead": [], "why": ""}]',
        '[{"gone": [[["a1", 0, 3], ["a2", 0, 2]]], "why": ""}]',
    ],
)
def test_what_is_no_decision_decides_nothing(project, value):
    project.apply(SetSetting(DECISIONS, value))
    assert project.decisions() == ()
