"""What is chosen for an export, and how it is remembered."""

import json
from dataclasses import replace

import pytest

from workbench.model import CitationStyle, Grouping, Outgoing, Part, Scope, Sheet
from workbench.project.export_formats import EXPORT_FORMATS
from workbench.project.exporting import project_formats
from workbench.ui.export_choices import FORMS, Aim, Choices, Form, as_setting, from_setting
from workbench.ui.export_offers import Offer

EVERYTHING = Offer("", Scope.PROJECT)


def test_every_format_is_offered_and_no_other():
    offered = [form for forms in FORMS.values() for form in forms]
    assert {form.name for form in offered} == set(project_formats())
    suffixes = {each.name: each.suffix for each in EXPORT_FORMATS}
    assert [one for one in offered if one.suffix != suffixes.get(one.name, ".json")] == []


@pytest.mark.parametrize("aim", Aim)
def test_no_two_formats_of_an_aim_look_alike(aim):
    names = [form.words for form in FORMS[aim]]
    assert len(set(names)) == len(names)
    assert all(isinstance(form, Form) and form.tip and form.kind for form in FORMS[aim])


def test_choices_are_remembered():
    choices = replace(
        Choices().aimed(Aim.TABLES).formed("csv"),
        parts=(Part.OVERVIEW,),
        extras=(Part.METHODS,),
        grouping=Grouping.TAG,
        sheets=(Sheet.PAIRS,),
        sheet=Sheet.TERMS,
        style=CitationStyle.MLA,
        has_context=False,
        has_memos=False,
        has_variants=True,
    )
    assert from_setting(as_setting(choices)) == choices
    assert from_setting(as_setting(Choices())) == Choices()


DAMAGED = ["", "{", "[]", "7", '{"aim": "report"}', "null"]


@pytest.mark.parametrize("kept", DAMAGED)
def test_damaged_choices_are_as_at_first(kept):
    assert from_setting(kept) == Choices()


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("aim", "fame"),
        ("forms", {"report": "docx"}),
        ("forms", dict.fromkeys(Aim, "docx")),
        ("parts", ["prologue"]),
        ("sheets", 7),
        ("shown", [True]),
        ("style", None),
    ],
)
def test_a_choice_that_does_not_exist_is_not_made(key, value):
    kept = json.loads(as_setting(replace(Choices(), grouping=Grouping.DATE)))
    assert from_setting(json.dumps({**kept, key: value})) == Choices()


def test_a_report_goes_out_as_it_is_chosen():
    offer = Offer("", Scope.TAGS, ("t1",))
    choices = replace(Choices(), parts=(Part.METHODS,), has_variants=True)
    assert choices.outgoing(offer) == Outgoing(
        Scope.TAGS, ("t1",), parts=(Part.METHODS,), has_variants=True
    )


def test_a_document_of_excerpts_has_these_and_what_is_wanted_after_them():
    choices = replace(Choices(), aim=Aim.EXCERPTS, extras=(Part.LITERATURE,))
    assert choices.outgoing(EVERYTHING).parts == (Part.EXCERPTS, Part.LITERATURE)


def test_a_file_of_one_table_has_the_one_that_is_chosen():
    choices = replace(Choices(), aim=Aim.TABLES, sheet=Sheet.VARIANTS)
    assert choices.outgoing(EVERYTHING).sheets == tuple(Sheet)
    assert choices.formed("csv").outgoing(EVERYTHING).sheets == (Sheet.VARIANTS,)


def test_some_formats_have_all_of_the_project():
    assert Choices().aimed(Aim.WHOLE).is_all
    assert Choices().aimed(Aim.PROGRAMS).formed("codebook").is_all
    assert not Choices().aimed(Aim.PROGRAMS).is_all
