"""One edit stores what was looked at, and one undo takes all of it back."""

from dataclasses import replace

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    FileReading,
    Span,
    Target,
    select,
)
from workbench.project.import_planning import import_edit
from workbench.project.import_preview import Fate, judged, preview
from workbench.project.import_reports import REPORTS, kept_reports, report_of
from workbench.project.project import Project

FERRY = "The ferry left the harbour at noon, with forty cars on board, and nobody waved at all."
CHANGED = f"{FERRY} A correction was added later on the same day."
KNOWN = Article(
    "a4", FERRY, "Ledger", "Ferry leaves", "Ann Lee", "2024-02-21", language="en", page="3"
)


@pytest.fixture
def project(tmp_path):
    with Project.create(tmp_path / "p.crossread", AddArticles((KNOWN,))) as made:
        yield made


def look(project, *articles):
    found = preview([FileReading("x.jsonl", "jsonl", articles)])
    return judged(project.articles(), found)


def store(project, found):
    edit = import_edit(
        project, found, report_of(found, {"a4": "Ferry leaves"}, "2026-11-22T10:12:00")
    )
    project.apply(edit, "import")


def test_articles_are_added_and_known_ones_revised_in_one_step(project):
    update = Article("", CHANGED, "Ledger", published="2024-02-22")
    found = look(project, update, Article("", "Another one."), Article("", FERRY))
    store(project, found)
    revised, added = project.articles()
    assert (revised.id, revised.text, revised.revision) == ("a4", CHANGED, 1)
    assert (revised.headline, revised.byline, revised.page) == ("Ferry leaves", "Ann Lee", "3")
    assert revised.published == "2024-02-22"
    assert (added.id, added.text) == ("a5", "Another one.")
    (report,) = kept_reports(project.setting(REPORTS))
    assert (report.total("imported"), report.total("revised"), report.total("known")) == (1, 1, 1)
    project.undo()
    assert project.articles() == (KNOWN,)
    assert project.setting(REPORTS) == ""


def test_what_is_left_out_is_only_told(project):
    found = look(project, Article("", "Another one."))
    out = replace(found, newcomers=tuple(replace(e, choice=Fate.OUT) for e in found.newcomers))
    store(project, out)
    assert project.articles() == (KNOWN,)
    (report,) = kept_reports(project.setting(REPORTS))
    assert report.total("left_out") == 1


def test_a_changed_text_can_be_an_article_of_its_own(project):
    found = look(project, Article("", CHANGED, "Ledger"))
    own = tuple(replace(each, choice=Fate.ARTICLE) for each in found.newcomers)
    store(project, replace(found, newcomers=own))
    assert [article.text for article in project.articles()] == [FERRY, CHANGED]


def annotated(project, *words):
    """Annotate words of articles together, one place in each."""
    places = []
    for id_, quote in words:
        text = project.article(id_).text
        start = text.index(quote)
        places.append(select(id_, text, Span(start, start + len(quote))))
    annotation = Annotation("11111111-1111-4111-8111-111111111111", Target(tuple(places)))
    project.apply(ChangeAnnotations((annotation,)))
    return annotation


def quotes(project, annotation):
    (found,) = project.annotations((annotation.id,))
    return [
        (one.span.of(project.article(one.article).text), one.revision)
        for one in found.target.selectors
    ]


def test_annotations_follow_their_words_into_both_changed_texts(project):
    band = "A band played two old songs on the quay while the rain fell on the empty chairs."
    project.apply(AddArticles((Article("a5", band, "Post", "Band plays"),)))
    annotation = annotated(project, ("a4", "forty cars"), ("a5", "empty chairs"))
    found = look(
        project,
        Article("", f"On Monday {CHANGED}", "Ledger", "Ferry leaves"),
        Article("", f"Late at night. {band}", "Post", "Band plays"),
    )
    assert [each.fate for each in found.newcomers] == [Fate.REVISION] * 2
    store(project, found)
    assert quotes(project, annotation) == [("forty cars", 1), ("empty chairs", 1)]
    project.undo()
    assert quotes(project, annotation) == [("forty cars", 0), ("empty chairs", 0)]
