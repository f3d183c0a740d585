"""The manual is whole: all there is stands in it, and none of its links is dead."""

import re
from dataclasses import replace

import click
import pytest

import workbench
from workbench import resources
from workbench.cli.described import told_by_commands
from workbench.cli.main import COMMANDS, crossread, window
from workbench.formats.blocks import Grid, Heading, Listing, Paragraph, Style
from workbench.formats.kinds import READERS
from workbench.model import CitationStyle, Grouping, Part, Sheet
from workbench.project.export_formats import EXPORT_FORMATS
from workbench.project.importing import read_files
from workbench.project.manual import CONTENTS, manual_pages, words_of
from workbench.resources import sample_files
from workbench.settings import SETTINGS
from workbench.store.schema import TABLES
from workbench.ui.actions import ACTIONS
from workbench.ui.export_choices import FORMS
from workbench.ui.export_options import STYLES
from workbench.ui.main_window import BELOW, FOUND, LEFT
from workbench.ui.manual_places import PLACES
from workbench.ui.manual_words import told_by_window, usual_keys
from workbench.ui.search_help import EXAMPLES

FILES = {each.stem: each.read_text("utf-8") for each in resources.path("manual").glob("*.md")}
NAMED = re.compile(r"\{(\w+)!?\}")


@pytest.fixture(scope="module")
def pages():
    return {page.name: page for page in manual_pages(told_by_window() | told_by_commands())}


def runs_of(block):
    if isinstance(block, Paragraph):
        return block.runs
    if isinstance(block, Listing):
        return [run for entry in block.entries for run in entry]
    if isinstance(block, Grid):
        return [run for row in block.rows for cell in row for run in cell.runs]
    return ()


def typed_in(page):
    """Return what stands on a page as something to be typed."""
    runs = (run for block in page.blocks for run in runs_of(block))
    return {run.text for run in runs if run.style is Style.CODE}


def test_the_contents_name_every_page(pages):
    assert pages.keys() == FILES.keys()
    assert next(iter(pages)) == CONTENTS


def test_every_page_has_one_title_and_every_place_a_name_of_its_own(pages):
    anchors = []
    for page in pages.values():
        heads = [block for block in page.blocks if isinstance(block, Heading)]
        assert [each.level for each in heads].count(1) == 1
        assert page.blocks[0] == heads[0]
        anchors += [each.anchor for each in heads]
    assert sorted(set(anchors)) == sorted(anchors)


def test_no_link_is_dead(pages):
    blocks = [block for page in pages.values() for block in page.blocks]
    anchors = {f"#{block.anchor}" for block in blocks if isinstance(block, Heading)}
    links = {run.link for block in blocks for run in runs_of(block) if run.link}
    assert links <= anchors


def test_every_picture_is_there_and_shown(pages):
    blocks = [block for page in pages.values() for block in page.blocks]
    shown = {block.picture for block in blocks if isinstance(block, Paragraph) and block.picture}
    assert shown == {file.name for file in resources.path("manual/pictures").iterdir()}


def test_nothing_is_left_as_markup(pages):
    for page in pages.values():
        assert not re.search(r"\*\*|\]\(|\{\{|^\||^#", words_of(page), re.MULTILINE), page.name


def test_every_action_is_told_of_in_words_beside_its_row_in_the_table(pages):
    told = {name for text in FILES.values() for name in NAMED.findall(text)}
    assert {spec.name for spec in ACTIONS} - told == set()
    keys = typed_in(pages["keys"])
    assert {key for spec in ACTIONS for key in spec.keys} <= keys
    words = words_of(pages["keys"]).splitlines()
    assert {spec.text.replace("…", "") for spec in ACTIONS} <= set(words)


def test_every_dock_has_its_key_on_the_page_of_the_window(pages):
    typed = typed_in(pages["window"])
    assert {usual_keys(name)[0] for name in (*LEFT, *FOUND, *BELOW)} <= typed


def test_every_setting_is_told_with_what_it_may_be(pages):
    (grid,) = (block for block in pages["settings"].blocks if isinstance(block, Grid))
    rows = [["".join(run.text for run in cell.runs) for cell in row] for row in grid.rows]
    assert [(key, meaning) for key, meaning, *_ in rows] == [
        (setting.key, setting.meaning) for setting in SETTINGS
    ]
    choices = {key: may for key, _, _, may in rows}
    assert (choices["theme"], choices["type_size"]) == ("system, light, dark", "12 to 28")


def test_every_command_and_option_is_told(pages):
    heads = {block.text for block in pages["commands"].blocks if isinstance(block, Heading)}
    assert {f"crossread {name}" for name in COMMANDS} <= heads
    typed = " ".join(typed_in(pages["commands"]))
    commands = [window, *map(command_named, COMMANDS)]
    options = [
        option
        for each in commands
        for parameter in each.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
    ]
    assert len(options) > 30
    assert [option for option in options if option not in typed] == []


def command_named(name):
    return crossread.get_command(click.Context(crossread), name)


def test_every_format_part_and_style_of_an_export_is_told(pages):
    text = FILES["exporting"].lower()
    formats = {each.name for each in EXPORT_FORMATS} | {"json"}
    assert {form.name for forms in FORMS.values() for form in forms} == formats
    assert formats <= set(re.findall(r"`([\w-]+)`", text))
    assert {style.value for style in CitationStyle} <= set(re.findall(r"`([\w-]+)`", text))
    assert len(STYLES) == len(CitationStyle)
    words = [*Sheet, *Grouping, *(part for part in Part if part is not Part.LITERATURE)]
    assert [each for each in words if each.value not in text] == []


def test_every_kind_of_file_and_every_table_is_told(pages):
    assert {each.name for each in READERS} <= typed_in(pages["importing"])
    heads = {block.text for block in pages["tables"].blocks if isinstance(block, Heading)}
    assert {each.name for each in TABLES} <= heads
    assert {name for each in TABLES for name in each.column_names} <= typed_in(pages["tables"])


def test_what_can_be_searched_for_is_told_as_in_the_window(pages):
    typed = typed_in(pages["searching"])
    assert set(EXAMPLES) <= typed


def test_the_tutorial_tells_the_truth_of_the_sample_story(pages):
    read = [each for reading in read_files(sample_files()) for each in reading.articles]
    articles = sorted(
        (replace(each, id=str(number)) for number, each in enumerate(read)),
        key=lambda article: article.published,
    )
    named = [each.replace("The ", "") for each in (article.outlet for article in articles)]
    comparison = workbench.compare(articles)
    text = words_of(pages["tutorial"])
    assert f"{len(articles)} articles" in text
    assert f"{len(comparison.clusters)} shared passages" in text
    assert re.search(f"A is The {named[0]}, B the {named[1]}, C the {named[2]}", text)
    third = comparison.clusters[2].passages[0]
    words = {article.id: article.text for article in articles}[third.article]
    assert third.span.of(words) in text


def test_every_part_of_the_window_is_told_of_where_its_key_leads(pages):
    blocks = [block for page in pages.values() for block in page.blocks]
    anchors = {block.anchor for block in blocks if isinstance(block, Heading)}
    assert set(PLACES.values()) <= anchors
    assert {*LEFT, *FOUND, *BELOW} <= PLACES.keys()
    assert PLACES.keys() <= {spec.name for spec in ACTIONS}
