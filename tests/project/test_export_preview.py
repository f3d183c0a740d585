"""A preview tells how much would go out, how it begins, and what would be lost."""

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Outgoing,
    Part,
    Scope,
    Sheet,
    Span,
    Tag,
)
from workbench.project import export_preview
from workbench.project.annotating import words_of
from workbench.project.export_preview import preview_export
from workbench.project.project import Project

FERRY = "The old ferry left the harbour at nine in the morning with forty passengers on board."
TEXTS = (FERRY, f"A report follows. {FERRY.replace('forty', 'fifty')}", "It rained.")
ARTICLES = tuple(
    Article(f"a{number}", text, f"Outlet {number}", f"Head {number}", published="2024-03-01")
    for number, text in enumerate(TEXTS, 1)
)
EXCERPTS = Outgoing(parts=(Part.EXCERPTS,))


@pytest.fixture
def path(tmp_path):
    """The file of a project with two annotations on the same words, and one elsewhere."""
    places = ((0, "forty"), (0, "forty"), (1, "fifty"))
    notes = tuple(
        Annotation(f"n{number}", words_of(ARTICLES[at], _span(TEXTS[at], words)), ("t1",), "Memo")
        for number, (at, words) in enumerate(places)
    )
    with Project.create(tmp_path / "story.crossread") as made:
        made.apply(AddArticles(ARTICLES))
        made.apply(ChangeCodebook((Tag("t1", "numbers"),)))
        made.apply(ChangeAnnotations(notes))
        yield made.path


def _span(text, words):
    return Span(text.index(words), text.index(words) + len(words))


def counts(found):
    return found.articles, found.passages, found.excerpts, found.annotations, found.tags


def test_a_report_is_counted_and_shown_while_the_project_is_open(path):
    found = preview_export(path, Outgoing(), "docx")
    assert counts(found) == (3, 1, 2, 3, 1)
    assert found.sources == 2
    assert found.beginning.startswith('<p class="lead">story</p>\n<h1>Comparison report</h1>\n<ul>')
    for words in ("Outlet 1", "Passage 1", "Annotated excerpts", "Memo", "Methods"):
        assert words in found.beginning
    assert found.losses == ()


def test_excerpts_alone_have_no_facts_before_them(path):
    found = preview_export(path, EXCERPTS, "markdown")
    assert found.beginning.startswith(
        '<p class="lead">story</p>\n<h1>Excerpts</h1>\n<h1>Outlet 1: Head 1'
    )


def test_a_long_part_and_a_long_table_are_cut(path, monkeypatch):
    monkeypatch.setattr(export_preview, "OF_A_PART", 4)
    monkeypatch.setattr(export_preview, "OF_A_TABLE", 1)
    found = preview_export(path, Outgoing(), "html").beginning
    assert found.count('<p class="body">…</p>') > 3
    assert "Outlet 1" in found
    monkeypatch.setattr(export_preview, "IN_ALL", 3)
    shorter = preview_export(path, Outgoing(), "html").beginning
    assert shorter.endswith('<p class="body">…</p>')
    assert len(shorter) < len(found)


def test_only_so_many_articles_are_cited(path, monkeypatch):
    monkeypatch.setattr(export_preview, "CITED", 1)
    assert "Cited as" in preview_export(path, EXCERPTS, "odt").beginning


def test_text_that_can_be_read_is_shown_as_it_is(path, monkeypatch):
    found = preview_export(path, Outgoing(), "ris")
    assert found.beginning.startswith("<pre>TY  - NEWS\nTI  - Head 1\n")
    assert counts(found)[:2] == (3, 0)
    monkeypatch.setattr(export_preview, "OF_A_TEXT", 5)
    assert preview_export(path, Outgoing(), "ris").beginning == "<pre>TY  -…</pre>"


def test_a_file_for_programs_is_not_shown_but_what_it_loses_is(path):
    found = preview_export(path, Outgoing(Scope.ARTICLES, ("a1", "a2")), "refi-qda")
    assert found.beginning == ""
    assert {loss.what for loss in found.losses} >= {"cluster", "variant"}
    assert counts(found)[0] == 2


def test_the_whole_project_is_counted_alone(path):
    found = preview_export(path, Outgoing(), "json")
    assert counts(found) == (3, 0, 0, 3, 1)
    assert found.beginning == ""


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_tables_begin_with_their_first_rows(path, form):
    found = preview_export(path, Outgoing(sheets=(Sheet.EXCERPTS, Sheet.TERMS)), form)
    assert counts(found)[2:] == (2, 3, 1)
    assert found.beginning.startswith('<h2>Excerpts</h2>\n<table cellspacing="0"><tr><th>Group')
    assert "<td>forty</td>" in found.beginning
    assert '<td class="number">59</td>' in found.beginning
    assert ("terms</h2>" in found.beginning) is (form == "xlsx")


def test_a_table_without_rows_says_so_and_long_cells_are_cut(path, monkeypatch):
    monkeypatch.setattr(export_preview, "OF_A_CELL", 8)
    monkeypatch.setattr(export_preview, "OF_A_TABLE", 1)
    shown = Outgoing(sheets=(Sheet.PAIRS, Sheet.QUOTATIONS, Sheet.ARTICLES))
    found = preview_export(path, shown, "xlsx").beginning
    assert '<span class="faint">No rows.</span>' in found
    assert "\N{NO-BREAK SPACE}" in found
    assert "…</td>" in found
    assert found.endswith('</table>\n<p class="body">…</p>')
