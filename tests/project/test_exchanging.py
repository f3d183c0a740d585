"""What another program's file brings into a project: joined with what is there, as one step."""

import json
import zipfile

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeOutlets,
    Codebook,
    EditGroup,
    Exchange,
    FileError,
    FileProblem,
    Loss,
    LossReason,
    Outlet,
    Placing,
    ReviseArticle,
    Span,
    Tag,
    Target,
    select,
)
from workbench.project import exchanging
from workbench.project.exchange_articles import Incoming, join_articles
from workbench.project.exchanging import (
    REFI,
    WEB,
    arriving,
    articles_of,
    exchange_kind,
    read_exchange,
)
from workbench.project.project import Project

GUIDS = [f"00000000-0000-4000-8000-00000000000{number}" for number in range(9)]
OLD = "The ferry left the old pier at six. Nobody on the quay waved, and the band went home early."
NEW = "On Monday the ferry left the old pier at six. The band went home early, said the mayor."
PIER = Article("s1", OLD, "Post", "Pier", language="en")
TAG = Tag(GUIDS[0], "places")


def note(words, text=OLD, article="s1", id_=GUIDS[1], **known):
    start = text.index(words)
    place = select(article, text, Span(start, start + len(words)))
    return Annotation(id_, Target((place,)), (TAG.id,), **known)


def project_of(tmp_path, *edits):
    return Project.create(tmp_path / "p.crossread", EditGroup(edits))


def quotes(incoming):
    return [
        [(one.article, one.quote, one.revision) for one in each.target.selectors]
        for each in incoming.exchange.annotations
    ]


def test_new_articles_get_the_next_ids():
    exchange = Exchange((PIER,), annotations=(note("old pier"),))
    incoming = join_articles(exchange, (Article("a7", "Something else."),))
    assert [one.id for one in incoming.exchange.articles] == ["a8"]
    assert quotes(incoming) == [[("a8", "old pier", 0)]]
    assert incoming.known == ()


@pytest.mark.parametrize(("text", "words"), [(OLD, "old pier"), (f"  {OLD}\n\n", "Nobody")])
def test_a_text_that_is_there_becomes_that_article(text, words):
    here = (Article("a1", OLD.replace("six", "ten")), Article("a2", OLD, "Post", revision=0))
    exchange = Exchange(
        (Article("s1", text),),
        annotations=(note(words, text), Annotation(GUIDS[2], Target((), "s1"))),
    )
    incoming = join_articles(exchange, here)
    assert incoming.exchange.articles == ()
    assert quotes(incoming) == [[("a2", words, 0)], []]
    assert incoming.exchange.annotations[1].target.article == "a2"
    assert incoming.known == ("a2",)


def test_one_wire_text_in_two_outlets_is_two_articles():
    here = (Article("a1", OLD, "Star"), Article("a2", OLD, "Post", "Other"))
    told = (PIER, Article("s2", OLD, "Herald"), Article("s3", OLD, headline="Other"))
    incoming = join_articles(Exchange(told), here)
    assert [(one.id, one.outlet) for one in incoming.exchange.articles] == [("a3", "Herald")]
    assert incoming.known == ("a2",)


def test_words_of_an_earlier_text_follow_or_wait_or_stay_behind():
    before = (Article("a1", NEW, "Post", revision=1), Article("a1", OLD, "Post"))
    lost = note("Nobody on the quay waved", id_=GUIDS[2])
    exchange = Exchange((PIER,), annotations=(note("old pier"), lost))
    incoming = join_articles(exchange, before)
    assert quotes(incoming) == [[("a1", "old pier", 1)], [("a1", "Nobody on the quay waved", 0)]]
    (waits,) = incoming.exchange.annotations[1].target.selectors
    assert waits.placing is Placing.DOUBTFUL
    spaced = OLD.replace(". ", ".\n\n")
    other = Exchange(
        (Article("s1", spaced),),
        annotations=(note("Nobody on the quay waved", spaced), note("old pier", spaced, id_="x")),
    )
    incoming = join_articles(other, before)
    assert quotes(incoming) == [[("a1", "old pier", 1)]]
    assert incoming.exchange.losses == (Loss("Nobody on the quay waved", "", LossReason.NOT_FOUND),)


def test_what_comes_is_one_step(tmp_path):
    outlets = (Outlet("Post", "P", "UK"), Outlet("Star"))
    exchange = Exchange((PIER,), outlets, (TAG,), (note("old pier"),))
    with project_of(tmp_path) as project:
        arrival = arriving(join_articles(exchange, ()), project)
        assert arrival.outlets == (outlets[0],)
        project.apply(arrival.edit, "import")
        assert [one.id for one in project.articles()] == ["a1"]
        assert project.outlets() == (outlets[0],)
        again = arriving(join_articles(exchange, project.articles()), project)
        assert (again.known, again.same, again.tags.same, again.edit.edits) == (1, 1, 1, ())


def test_details_of_outlets_fill_gaps_alone(tmp_path):
    known = (ChangeOutlets((Outlet("Post", "P"), Outlet("Star", "S", "US"))),)
    exchange = Exchange((), (Outlet("Post", "PP", "UK"), Outlet("Star", country="UK")))
    with project_of(tmp_path, *known) as project:
        arrival = arriving(Incoming(exchange), project)
        assert arrival.outlets == (Outlet("Post", "P", "UK"),)


def test_a_tag_of_the_same_name_is_that_of_the_project(tmp_path):
    here = Tag(GUIDS[5], "Places")
    edits = (AddArticles((Article("a1", OLD),)), ChangeCodebook((here,)))
    both = Tag(GUIDS[6], "places", definition="Where it is")
    exchange = Exchange((), (), (TAG, both), (note("old pier", article="a1"),))
    with project_of(tmp_path, *edits) as project:
        arrival = arriving(Incoming(exchange), project)
        assert arrival.tags.edit.put == (Tag(GUIDS[5], "Places", definition="Where it is"),)
        assert [one.tags for one in arrival.annotations] == [(here.id,)]


@pytest.mark.parametrize(
    ("coming", "put", "changed"),
    [
        (note("old pier", article="a1", memo="Why?", changed="2026-01-02"), 0, 0),
        (note("old pier", article="a1", memo="Why?", changed="2026-01-03", id_=GUIDS[4]), 0, 0),
        (note("old pier", article="a1", memo="Earlier", changed="2026-01-01"), 0, 0),
        (note("old pier", article="a1", memo="Later", changed="2026-01-03"), 1, 1),
        (note("quay", article="a1", memo="Later", changed="2026-01-03"), 1, 1),
        (note("quay", article="a1", id_=GUIDS[4]), 1, 0),
    ],
)
def test_an_annotation_that_is_there_stays_unless_it_was_changed_later(
    tmp_path, coming, put, changed
):
    here = note("old pier", article="a1", memo="Why?", changed="2026-01-02")
    edits = (
        AddArticles((Article("a1", OLD),)),
        ChangeCodebook((TAG,)),
        ChangeAnnotations((here,)),
    )
    with project_of(tmp_path, *edits) as project:
        arrival = arriving(Incoming(Exchange((), (), (), (coming,))), project)
        assert (len(arrival.annotations), arrival.changed, arrival.same) == (put, changed, 1 - put)
        project.apply(arrival.edit, "import")


def test_an_id_that_means_another_article_is_not_taken(tmp_path):
    here = note("old pier", article="a1")
    edits = (
        AddArticles((Article("a1", OLD), Article("a2", NEW))),
        ChangeCodebook((TAG,)),
        ChangeAnnotations((here,)),
    )
    exchange = Exchange((), (), (TAG,), (note("mayor", NEW, "a2"),))
    with project_of(tmp_path, *edits) as project:
        for expected in (1, 0):
            arrival = arriving(Incoming(exchange), project)
            assert len(arrival.annotations) == expected
            project.apply(arrival.edit, "import")
        assert project.count_annotations() == 2
        assert project.annotations_of(["a1"]) == (here,)


def test_earlier_texts_are_articles_of_a_project_too(tmp_path):
    edits = (AddArticles((Article("a1", OLD),)), ReviseArticle(Article("a1", NEW)))
    with project_of(tmp_path, *edits) as project:
        assert [one.text for one in articles_of(project)] == [NEW, OLD]


def zipped(path, name):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, "<Project/>")
    return path


def test_a_file_is_known_by_its_name_or_by_what_it_holds(tmp_path):
    web = tmp_path / "notes.json"
    web.write_text('{"@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation"}')
    other = tmp_path / "other.json"
    other.write_text('{"format": "crossread-project"}')
    (tmp_path / "x.jsonld").write_text("")
    (tmp_path / "x.qdpx").write_text("")
    kinds = {
        web: WEB,
        other: "",
        tmp_path / "x.jsonld": WEB,
        tmp_path / "x.qdpx": REFI,
        zipped(tmp_path / "a.zip", "project.qde"): REFI,
        zipped(tmp_path / "b.zip", "story.txt"): "",
        tmp_path / "none.qdpx": "",
        tmp_path / "story.txt": "",
    }
    assert {path: exchange_kind(path) for path in kinds} == kinds


def test_each_kind_is_read(tmp_path):
    empty = zipped(tmp_path / "a.qdpx", "project.qde")
    assert read_exchange(empty, (), Codebook()) == Incoming(Exchange())
    record = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "Annotation",
        "body": [{"type": "TextualBody", "value": "Why?"}],
        "target": {
            "source": "https://example.org/",
            "selector": [
                {"type": "TextQuoteSelector", "exact": "old pier"},
                {"type": "TextPositionSelector", "start": 19, "end": 27},
            ],
        },
    }
    web = tmp_path / "notes.jsonld"
    web.write_text(json.dumps(record))
    here = Article("a1", OLD, url="https://example.org/")
    assert quotes(read_exchange(web, (here,), Codebook())) == [[("a1", "old pier", 0)]]


def test_what_cannot_be_read_is_said(tmp_path, monkeypatch):
    with pytest.raises(FileError) as caught:
        read_exchange(tmp_path / "none.qdpx", (), Codebook())
    assert caught.value.problem is FileProblem.MISSING
    (tmp_path / "folder.qdpx").mkdir()
    with pytest.raises(FileError) as caught:
        read_exchange(tmp_path / "folder.qdpx", (), Codebook())
    assert caught.value.problem is FileProblem.DENIED
    (tmp_path / "large.jsonld").write_text("{}")
    monkeypatch.setattr(exchanging, "MAX_WEB_BYTES", 1)
    with pytest.raises(FileError) as caught:
        read_exchange(tmp_path / "large.jsonld", (), Codebook())
    assert caught.value.problem is FileProblem.TOO_LARGE


def test_reading_tells_how_far_it_is():
    told = []
    exchange = Exchange((PIER, Article("s2", "Else.")))
    join_articles(exchange, (), lambda done, total: told.append((done, total)))
    assert told == [(0, 2), (1, 2)]
