"""The annotations of open articles are at hand, whatever comes, goes and changes."""

from dataclasses import replace

import pytest

from workbench.model import (
    Annotation,
    Article,
    Cluster,
    Codebook,
    Kind,
    Passage,
    Placing,
    Span,
    Tag,
    Target,
    select,
)
from workbench.ui.annotated import Annotated

ONE = Article("one", "The ferry left the harbour at noon.")
TWO = Article("two", "At noon the ferry left the harbour.", revision=1)
BOATS, PLACES = Tag("b", "boats"), Tag("p", "places", place=1)


def on(article, words, *tags, **known):
    start = article.text.index(words)
    selector = select(article.id, article.text, Span(start, start + len(words)), article.revision)
    return Annotation(known.pop("id", words), Target((selector,)), tags, **known)


def both(name="both"):
    return Annotation(
        name,
        Target((*on(ONE, "ferry").target.selectors, *on(TWO, "ferry").target.selectors)),
        ("b",),
    )


class Heard(list):
    def __init__(self, annotated):
        super().__init__()
        annotated.changed.connect(lambda ids: self.append(set(ids)))
        annotated.passages_changed.connect(lambda: self.append("passages"))


@pytest.fixture
def annotated(qapp):
    made = Annotated()
    made.set_codebook(Codebook((BOATS, PLACES)))
    return made


def shown(annotated, article):
    return [
        (mark.span.of(article.text), [tag.name for tag in mark.tags], mark.has_memo)
        for mark in annotated.marks(article)
    ]


def test_marks_stand_in_the_order_of_the_text(annotated):
    annotated.take([on(ONE, "noon", memo="When?"), on(ONE, "ferry", "b", "gone"), both()])
    assert shown(annotated, ONE) == [
        ("ferry", ["boats"], False),
        ("ferry", ["boats"], False),
        ("noon", [], True),
    ]
    assert [mark.is_shared for mark in annotated.marks(ONE)] == [True, False, False]
    assert [mark.place for mark in annotated.marks(TWO)] == [1]


def test_what_waits_for_review_is_not_marked(annotated):
    old = on(TWO, "noon", id="old")
    selector = replace(old.target.selectors[0], revision=0, placing=Placing.DOUBTFUL)
    annotated.take([replace(old, target=Target((selector,))), on(TWO, "ferry")])
    assert [words for words, _, _ in shown(annotated, TWO)] == ["ferry"]


def test_what_changes_is_replaced_and_told(annotated):
    annotated.take([on(ONE, "ferry", "b"), on(ONE, "noon"), on(TWO, "noon", id="other")])
    assert shown(annotated, ONE)[0] == ("ferry", ["boats"], False)
    assert annotated.marks(TWO)
    heard = Heard(annotated)
    annotated.replace({"ferry", "noon"}, [on(ONE, "ferry left", "p")])
    assert heard == [{"one"}]
    assert [words for words, _, _ in shown(annotated, ONE)] == ["ferry left"]
    annotated.replace(["ferry left", "nothing"], [on(TWO, "harbour")])
    assert heard == [{"one"}, {"one", "two"}]
    assert annotated.marks(ONE) == ()
    assert [words for words, _, _ in shown(annotated, TWO)] == ["noon", "harbour"]


def test_what_is_read_again_is_there_once(annotated):
    annotated.take([both()])
    assert len(annotated.marks(TWO)) == 1
    annotated.replace((), [both(), on(TWO, "noon")])
    assert len(annotated.marks(TWO)) == 2
    assert len(annotated.of("two")) == 2
    assert annotated.annotation("both") == both()
    assert annotated.annotation("gone") is None


def test_tags_look_as_the_codebook_has_them(annotated):
    annotated.take([on(ONE, "ferry", "b")])
    assert shown(annotated, ONE)[0][1] == ["boats"]
    heard = Heard(annotated)
    annotated.set_codebook(Codebook((BOATS, PLACES, Tag("n", "new"))))
    assert heard == []
    annotated.set_codebook(Codebook((replace(BOATS, name="ships"), PLACES)))
    assert heard == [{"one"}]
    assert shown(annotated, ONE)[0][1] == ["ships"]


def test_an_article_as_such_has_its_own(annotated):
    whole = Annotation("whole", Target(article="one"))
    annotated.take([whole, on(ONE, "ferry")])
    assert annotated.about("one") == (whole,)
    assert annotated.about("two") == ()
    assert len(annotated.marks(ONE)) == 1


def test_passages_as_such_are_found_by_two_of_their_places(annotated):
    passages = tuple(Passage(one.article, one.span) for one in both().target.selectors)
    heard = Heard(annotated)
    annotated.take([both(), on(ONE, "ferry")])
    assert heard == [{"one", "two"}, "passages"]
    third = Passage("three", Span(0, 4))
    cluster = Cluster("c", Kind.EDITED, (*passages, third), ())
    assert annotated.on_passages(cluster) == (both(),)
    assert annotated.on_passages(replace(cluster, passages=(passages[0], third))) == ()
    annotated.replace(("both",), [replace(both(), memo="More")])
    annotated.replace(("ferry",), [])
    assert heard[2:] == [{"one", "two"}, {"one"}]
    annotated.replace(("both",), [])
    assert heard[-1] == "passages"
    assert annotated.on_passages(cluster) == ()
