"""What goes out of a project is gathered as it was asked for."""

import shutil
from dataclasses import replace

import pytest
from harbour import ARTICLES, BOTH, FERRY, HARBOUR, NOTES, PLACE, PORT, TEXTS, span

import workbench
from workbench.model import (
    AddArticles,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeOutlets,
    Comparison,
    Decision,
    Grouping,
    InputError,
    InputProblem,
    Link,
    Outgoing,
    Outlet,
    Part,
    Passage,
    Placing,
    QueryError,
    Scope,
    Sheet,
    Span,
    Target,
)
from workbench.project.collating import MOST_SHOWN
from workbench.project.decisions import set_decisions, set_families, set_kept_boilerplate
from workbench.project.dossiers import gather, is_compared
from workbench.project.project import Project

EXCERPTS = Outgoing(parts=(Part.EXCERPTS,), sheets=())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("made") / "Harbour.crossread"
    with Project.create(path, AddArticles(ARTICLES)) as project:
        project.apply(ChangeOutlets((Outlet("Outlet a1", "O1"), Outlet("Elsewhere", "E"))))
        project.apply(ChangeCodebook((PLACE, HARBOUR)))
        project.apply(ChangeAnnotations(NOTES))
    return path


@pytest.fixture
def path(made, tmp_path):
    return shutil.copy(made, tmp_path / made.name)


@pytest.fixture
def project(path):
    with Project.open(path) as opened:
        yield opened


def ids(nouns):
    return [each.id for each in nouns]


def quotes(dossier):
    return [(group.head, [each.quote for each in group.excerpts]) for group in dossier.groups]


def cluster_with(project, words):
    clusters = gather(project, Outgoing()).comparison.clusters
    return next(
        cluster.id
        for cluster in clusters
        if words in cluster.passages[0].span.of(TEXTS[cluster.passages[0].article])
    )


def test_the_whole_project(project):
    dossier = gather(project, Outgoing())
    assert (dossier.title, dossier.made) == ("Harbour", "2199-01-01T00:00:00Z")
    assert ids(dossier.articles) == [*TEXTS]
    assert ids(dossier.annotations) == ids(NOTES)
    assert quotes(dossier) == [
        ("Head a1", ["harbour", "Nobody"]),
        ("Head a2", ["harbour"]),
        ("Head a3", ["second ship", "rained"]),
    ]
    assert dossier.groups[0].excerpts[0].annotations == (PORT, BOTH)
    assert dossier.outlets[0] == Outlet("Outlet a1", "O1")
    assert [outlet.name for outlet in dossier.outlets] == [f"Outlet {id_}" for id_ in TEXTS]
    assert dossier.codebook == project.codebook()
    assert ids(dossier.comparison.clusters) == [each.cluster for each in dossier.apparatuses]
    assert dossier.matrix.names == tuple(f"Outlet {id_}" for id_ in TEXTS)
    assert [saying.speaker for saying in dossier.sayings] == ["Ann Holm, Mayor"]


def test_nothing_is_compared_that_nobody_asked_for(project):
    dossier = gather(project, EXCERPTS)
    assert dossier.comparison == Comparison(dossier.articles)
    assert (dossier.matrix, dossier.sayings, dossier.apparatuses) == (None, (), ())
    assert len(dossier.groups) == 3


@pytest.mark.parametrize(
    ("outgoing", "compares"),
    [
        (EXCERPTS, False),
        (replace(EXCERPTS, scope=Scope.PASSAGES), True),
        (replace(EXCERPTS, grouping=Grouping.PASSAGE), True),
        (replace(EXCERPTS, has_variants=True), True),
        (replace(EXCERPTS, parts=(Part.EXCERPTS, Part.LITERATURE)), False),
        (replace(EXCERPTS, parts=(Part.METHODS,)), False),
        (replace(EXCERPTS, parts=(Part.TIMELINE,)), True),
        (replace(EXCERPTS, sheets=(Sheet.ARTICLES, Sheet.EXCERPTS)), False),
        (replace(EXCERPTS, sheets=(Sheet.TERMS,)), True),
    ],
)
def test_what_needs_the_comparison(outgoing, compares):
    assert is_compared(outgoing) is compares


@pytest.mark.parametrize("sheet", [Sheet.QUOTATIONS, Sheet.PAIRS])
def test_tables_have_what_they_need(project, sheet):
    dossier = gather(project, replace(EXCERPTS, parts=(), sheets=(sheet,)))
    assert dossier.comparison.pairs
    assert bool(dossier.sayings) is (sheet is Sheet.QUOTATIONS)


def test_articles_come_with_what_is_said_of_them_and_what_they_share(project):
    dossier = gather(project, Outgoing(Scope.ARTICLES, ("a3", "a1")))
    assert ids(dossier.articles) == ["a1", "a3"]
    assert ids(dossier.annotations) == ["n1", "n2", "n3", "n4", "n7"]
    assert {each.article for each in dossier.comparison.clusters[0].passages} == {"a1", "a3"}
    assert dossier.matrix.names == ("Outlet a1", "Outlet a3")
    alone = gather(project, Outgoing(Scope.ARTICLES, ("a4",)))
    assert (alone.matrix, alone.groups, alone.comparison.pairs) == (None, (), ())


@pytest.mark.parametrize("by_passage", [False, True])
def test_a_part_has_the_letters_and_the_numbers_of_the_whole(project, by_passage):
    whole = gather(project, Outgoing())
    found = next(
        cluster
        for cluster in whole.comparison.clusters
        if {each.article for each in cluster.passages} == {"a3", "a4"}
    )
    assert whole.sigla == ("A", "B", "C", "D")
    assert [each.number for each in whole.comparison.clusters] == [1, 2, 3, 4]
    scope, chosen = (Scope.PASSAGES, (found.id,)) if by_passage else (Scope.ARTICLES, ("a3", "a4"))
    part = gather(project, Outgoing(scope, chosen))
    assert part.sigla == ("C", "D")
    assert [each.number for each in part.comparison.clusters] == [found.number]
    assert [each.number for each in part.comparison.pairs] == [int(found.pairs[0][1:])]


def test_a_tag_comes_with_those_below_it_and_with_the_passages_it_stands_in(project):
    dossier = gather(project, Outgoing(Scope.TAGS, ("t1",)))
    assert ids(dossier.annotations) == ["n1", "n3", "n5", "n7"]
    assert quotes(dossier) == [("Head a1", ["harbour", "Nobody"]), ("Head a2", ["harbour"])]
    assert ids(dossier.articles) == ["a1", "a2"]
    (cluster,) = dossier.comparison.clusters
    assert [each.cluster for each in dossier.groups[0].excerpts] == [cluster.id, ""]
    below = gather(project, Outgoing(Scope.TAGS, ("t2",)))
    assert ids(below.annotations) == ["n1", "n7"]


def test_annotations_are_those_chosen_and_the_other_sides_of_their_passages(project):
    dossier = gather(project, Outgoing(Scope.ANNOTATIONS, ("n4", "n9")))
    assert ids(dossier.annotations) == ["n4"]
    assert quotes(dossier) == [("Head a3", ["second ship"])]
    assert ids(dossier.articles) == ["a1", "a3"]
    plain = gather(project, replace(EXCERPTS, scope=Scope.ANNOTATIONS, ids=("n4",)))
    assert ids(plain.articles) == ["a3"]


def test_words_that_are_not_placed_are_told_but_not_quoted(project):
    selector = replace(PORT.target.selectors[0], placing=Placing.DOUBTFUL)
    project.apply(ChangeAnnotations((replace(PORT, target=Target((selector,))),)))
    dossier = gather(project, replace(EXCERPTS, scope=Scope.ANNOTATIONS, ids=("n1",)))
    assert ids(dossier.annotations) == ["n1"]
    assert dossier.groups == ()


def test_a_passage_is_quoted_from_every_article_with_the_annotated_words_in_it(project):
    chosen = cluster_with(project, "ferry")
    outgoing = Outgoing(Scope.PASSAGES, (chosen,), grouping=Grouping.PASSAGE)
    dossier = gather(project, outgoing)
    forty = FERRY.rstrip(".")
    fifty = forty.replace("forty", "fifty")
    assert quotes(dossier) == [
        ("The old ferry left the harbour at nine in the morning with …",
         [forty, "harbour", fifty, "harbour"]),
    ]  # fmt: skip
    assert ids(dossier.annotations) == ["n1", "n7"]
    assert ids(dossier.comparison.clusters) == [chosen]
    assert dossier.groups[0].key == chosen


def test_counterparts_are_what_other_articles_have_for_the_words(project):
    words = (Passage("a1", span("a1", "forty passengers")),)
    outgoing = replace(EXCERPTS, scope=Scope.WORDS, words=words, has_variants=True)
    (group,) = gather(project, outgoing).groups
    assert [(each.article.id, each.quote) for each in group.excerpts[0].counterparts] == [
        ("a2", "fifty passengers")
    ]


def test_words_are_quoted_whether_annotated_or_not(project):
    words = (Passage("a4", span("a4", "gravel lorry")), Passage("a1", span("a1", "harbour")))
    dossier = gather(project, replace(EXCERPTS, scope=Scope.WORDS, words=words))
    assert quotes(dossier) == [("Head a1", ["harbour"]), ("Head a4", ["gravel lorry"])]
    assert ids(dossier.annotations) == ["n1", "n7"]


def test_a_search_quotes_the_sentences_found_and_what_is_annotated_there(project):
    dossier = gather(project, Outgoing(Scope.SEARCH, search="sea lane"))
    assert ids(dossier.articles) == ["a2", "a3"]
    assert quotes(dossier) == [
        ("Head a2", ["harbour", "The sea lane is old."]),
        ("Head a3", ["second ship", "It rained on the sea lane.", "rained"]),
    ]
    assert ids(dossier.annotations) == ["n2", "n4", "n5", "n7"]
    assert dossier.comparison.clusters == ()


def test_a_search_of_memos_and_tags_finds_annotations_alone(project):
    dossier = gather(project, replace(EXCERPTS, scope=Scope.SEARCH, search="memo:wet OR ferries"))
    assert "n2" in ids(dossier.annotations)
    assert "n4" not in ids(dossier.annotations)
    assert "n6" in ids(dossier.annotations)
    nothing = gather(project, replace(EXCERPTS, scope=Scope.SEARCH, search=""))
    assert (nothing.articles, nothing.annotations) == ((), ())


@pytest.mark.parametrize(
    ("outgoing", "problem"),
    [
        (Outgoing(Scope.ARTICLES, ("a9",)), InputProblem.UNKNOWN_ID),
        (Outgoing(Scope.TAGS, ("t9",)), InputProblem.UNKNOWN_TAG),
        (Outgoing(Scope.PASSAGES, ("c99",)), InputProblem.UNKNOWN_PASSAGE),
        (Outgoing(Scope.WORDS, words=(Passage("a9", Span(0, 1)),)), InputProblem.UNKNOWN_ID),
        (Outgoing(Scope.WORDS, words=(Passage("a1", Span(0, 9999)),)), InputProblem.WRONG_PLACE),
        (Outgoing(Scope.WORDS, words=(Passage("a1", Span(3, 3)),)), InputProblem.WRONG_PLACE),
    ],
)
def test_what_is_not_there_is_named(project, outgoing, problem):
    with pytest.raises(InputError) as caught:
        gather(project, outgoing)
    assert caught.value.problem is problem


def test_a_query_that_is_not_whole_is_refused(project):
    with pytest.raises(QueryError):
        gather(project, Outgoing(Scope.SEARCH, search='"sea'))


def test_the_comparison_that_is_kept_is_taken(project):
    kept = Comparison(project.articles())
    project.keep_comparison(kept, project.options())
    assert gather(project, Outgoing()).comparison == kept


def test_what_the_analyst_decided_holds(project):
    before = gather(project, Outgoing()).comparison
    gone = tuple(
        Decision((Link(pair.a, pair.b),)) for pair in before.pairs if pair.a.article == "a1"
    )
    project.apply(set_decisions(gone))
    dossier = gather(project, Outgoing())
    assert {pair.a.article for pair in dossier.comparison.pairs} == {"a3"}
    assert dossier.methods.decisions == len(gone) > 0


def test_methods_say_what_is_not_as_usual(project):
    methods = gather(project, EXCERPTS).methods
    assert methods.program == f"Crossread {workbench.__version__}"
    assert (methods.engine > 0, methods.options, methods.decisions) == (True, (), 0)
    some = gather(project, replace(EXCERPTS, scope=Scope.ARTICLES, ids=("a1",)))
    assert (some.methods.articles, len(some.articles)) == (4, 1)
    project.apply(set_families((("sea route", "sea lane"), ("old", "new"))))
    project.apply(set_kept_boilerplate(["It rained.", "It poured."]))
    assert gather(project, EXCERPTS).methods.options == (
        ("families", "sea route / sea lane; old / new"),
        ("kept_boilerplate", "It rained. / It poured."),
    )


def test_tables_too_large_to_be_read_are_left_out(tmp_path):
    text = " ".join(f"w{number}" for number in range(MOST_SHOWN // 8))
    articles = (Article("a1", text), Article("a2", text))
    with Project.create(tmp_path / "p.crossread", AddArticles(articles)) as project:
        dossier = gather(project, Outgoing(parts=(Part.PASSAGES,)))
    assert len(dossier.comparison.clusters) == 1
    assert dossier.apparatuses == ()


def test_a_draft_and_an_empty_project_have_little_to_tell(tmp_path):
    with Project.create(tmp_path / "draft-3.crossread") as project:
        dossier = gather(project, Outgoing())
    assert (dossier.title, dossier.made) == ("", "")
    assert (dossier.articles, dossier.groups, dossier.matrix) == ((), (), None)


def test_the_same_project_gives_the_same_dossier_while_another_has_it_open(path, project):
    outgoing = Outgoing(Scope.SEARCH, search="harbour", has_variants=True)
    with Project.open(path) as second:
        assert second.read_only
        assert gather(second, outgoing) == gather(project, outgoing)
