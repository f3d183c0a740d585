"""The index of words: what waits for it, what it finds, and that it stays true."""

import pytest

from workbench.model import (
    AllOf,
    Annotation,
    AnyOf,
    Dated,
    Field,
    Near,
    NoneOf,
    Phrase,
    Selector,
    Span,
    Tag,
    Target,
)
from workbench.project.search_parts import grouped, parts_of
from workbench.store.annotations import change_annotations
from workbench.store.articles import add_articles, change_metadata, remove_articles, retell_article
from workbench.store.codebook import change_codebook
from workbench.store.search import (
    MemoryIndex,
    Words,
    annotation_authors,
    annotation_ids,
    annotations_by,
    annotations_tagged,
    clear_waste,
    count_waiting,
    expression,
    find_words,
    homes_of,
    keep_words,
    waiting,
)
from workbench.text.query import read
from workbench.text.query_reader import DEEPEST, MOST

PIER, OLD = Phrase("pier"), Phrase("old")
NOTE = Annotation("n1", Target(article="a1"), ("t1",), "wrong pier", "Anna")


@pytest.fixture
def story(file, articles):
    """A file with three articles, a tag and an annotation that has it."""
    add_articles(file, articles, [article.id for article in articles])
    change_codebook(file, (Tag("t1", "Blame"),), ())
    change_annotations(file, (NOTE,), ())
    return file


def fill(index):
    """Let each article be found by its id, each annotation by its own."""
    rows = waiting(index, 1_000)
    keep_words(index, [Words(number, article, memo=note) for number, article, note in rows])


def found(index, sought):
    rows = [row for portion in find_words(index, sought) for row in portion]
    return sorted((article, note) for article, note, _ in rows)


def test_all_that_is_new_waits(story):
    assert [row[1:] for row in waiting(story, 9)] == [
        ("a1", ""),
        ("a2", ""),
        ("a3", ""),
        ("", "n1"),
    ]
    assert len(waiting(story, 2)) == 2
    assert count_waiting(story) == (3, 1)
    fill(story)
    assert waiting(story, 9) == ()
    assert found(story, "a1 OR n1") == [("", "n1"), ("a1", "")]


def test_what_has_changed_is_not_found_and_waits(story, articles):
    fill(story)
    retell_article(story, articles[0])
    assert waiting(story, 9) == ()  # the same text
    retell_article(story, type(articles[0])("a1", "Another text."))
    change_metadata(story, (type(articles[1])("a2", articles[1].text, headline="New"),))
    change_metadata(story, (type(articles[2])("a3", articles[2].text, outlet="New"),))
    change_annotations(story, (NOTE,), ())
    assert [row[1:] for row in waiting(story, 9)] == [("a1", ""), ("a2", ""), ("", "n1")]
    assert found(story, "a1 OR a2 OR a3 OR n1") == [("a3", "")]


def test_what_has_gone_is_not_found(story):
    fill(story)
    change_annotations(story, (), ("n1",))
    remove_articles(story, ("a1",))
    assert waiting(story, 9) == ()
    assert found(story, "a1 OR n1 OR a2") == [("a2", "")]


def test_a_tag_that_is_renamed_lets_its_annotations_wait(story):
    fill(story)
    change_codebook(story, (Tag("t1", "Blame", colour="#ff0000"),), ())
    assert waiting(story, 9) == ()
    change_codebook(story, (Tag("t1", "Reproach"),), ())
    assert [row[1:] for row in waiting(story, 9)] == [("", "n1")]


def test_words_that_come_too_late_are_not_kept(story):
    rows = waiting(story, 9)
    change_annotations(story, (NOTE,), ())
    keep_words(story, [Words(number, "late") for number, *_ in rows])
    keep_words(story, [Words(rows[0][0], "twice")])
    assert found(story, "late") == [("a1", ""), ("a2", ""), ("a3", "")]
    assert found(story, "twice") == []


def test_words_in_a_headline_weigh_more(story):
    numbers = {article: number for number, article, _ in waiting(story, 9)}
    keep_words(
        story,
        [
            Words(numbers["a1"], "pier at noon", "storm"),
            Words(numbers["a2"], "storm at noon", "pier"),
            Words(numbers["a3"], "storm at noon", "ferry", "vale"),
        ],
    )
    rows = [row for portion in find_words(story, "pier") for row in portion]
    assert [article for article, _, _ in sorted(rows, key=lambda row: -row[2])] == ["a2", "a1"]
    assert found(story, "headline : pier") == [("a2", "")]
    assert found(story, "byline : va *") == [("a3", "")]


def test_an_index_that_is_mostly_waste_begins_anew(story, monkeypatch):
    monkeypatch.setattr("workbench.store.search.LEAST_WASTE", 5)
    for _ in range(5):
        fill(story)
        change_annotations(story, (NOTE,), ())
    clear_waste(story)
    assert count_waiting(story) == (0, 1)
    fill(story)
    change_annotations(story, (NOTE,), ())
    clear_waste(story)
    assert count_waiting(story) == (3, 1)
    fill(story)
    assert found(story, "a1 OR n1") == [("", "n1"), ("a1", "")]


def test_an_index_in_memory_needs_no_file():
    index = MemoryIndex(("a1", "a2"), ("n1",))
    assert [row[1:] for row in waiting(index, 9)] == [("a1", ""), ("a2", ""), ("", "n1")]
    fill(index)
    clear_waste(index)
    assert count_waiting(index) == (0, 0)
    assert found(index, "a2 OR n1") == [("", "n1"), ("a2", "")]
    index.close()
    index.close()


def test_annotations_are_found_by_author_and_tag(story):
    places = [Selector(article, Span(0, 3), "abc") for article in ("a2", "a1", "a2")]
    both = Target(tuple(places))
    more = (
        Annotation("n2", both, author="Bo", created="2024-01-01T00:00:00Z"),
        Annotation("n3", Target(), author="Anna", created="2024-01-02T00:00:00Z"),
    )
    change_annotations(story, more, ())
    assert annotation_ids(story) == ("n1", "n2", "n3")
    assert annotation_authors(story) == ("Anna", "Bo")
    assert annotations_by(story, ["Anna"]) == {"n1", "n3"}
    assert annotations_tagged(story, ["t1", "t2"]) == {"n1"}
    assert homes_of(story, ["n3", "n2", "n1"]) == {"n3": ("",), "n2": ("a2", "a1"), "n1": ("a1",)}


@pytest.mark.parametrize(
    ("condition", "sought"),
    [
        (PIER, '"pier"'),
        (Phrase("old pi", is_beginning=True), '"old pi" *'),
        (Phrase("pier", Field.HEADLINE), 'headline : "pier"'),
        (Near(PIER, OLD, 3), 'NEAR("pier" "old", 3)'),
        (Near(Phrase("a", Field.MEMO), Phrase("b", Field.MEMO)), 'memo : NEAR("a" "b", 10)'),
        (AnyOf((PIER, OLD)), '("pier") OR ("old")'),
        (AllOf((PIER, OLD)), '(("pier") AND ("old"))'),
        (AllOf((PIER, NoneOf(OLD))), '(("pier")) NOT ("old")'),
        (Phrase('a"b'), '"a""b"'),
        (NoneOf(PIER), None),
        (AllOf((NoneOf(PIER), NoneOf(OLD))), None),
        (AnyOf((PIER, NoneOf(OLD))), None),
        (AllOf((PIER, Dated(Field.AFTER, "2024"))), None),
        (AllOf((PIER, NoneOf(Phrase("x", Field.OUTLET)))), None),
        (Phrase("x", Field.TAG), None),
        (Near(Phrase("a", Field.TAG), Phrase("b", Field.TAG)), None),
    ],
)
def test_what_fts5_calls_a_condition(condition, sought):
    assert expression(condition) == sought


DEEP = [
    ("(pier OR ", "old", ")"),
    ("-(pier OR old ", "pier", ")"),
    ("pier -(", "old pier", ")"),
    ("pier (old OR storm ", "pier", ")"),
    ("storm OR -", "pier", ""),
    ("--", "pier", ""),
    ("old (pier NEAR old OR -", "pier", ")"),
]


@pytest.mark.parametrize(("begin", "middle", "end"), DEEP)
def test_the_deepest_query_is_understood(story, begin, middle, end):
    deepest = None
    for depth in range(DEEPEST + 1):
        condition, problem = read(f"{begin * depth}{middle}{end * depth}")
        deepest = deepest if problem else condition
    for part in parts_of(grouped(deepest)):
        assert found(story, expression(part)) == []


def test_the_longest_query_is_understood(story):
    words = [f"-w{n}" if n % 2 else f"w{n}" for n in range(MOST)]
    for query in (" ".join(words), " OR ".join(words[::2]), " OR ".join(map("a {}".format, words))):
        for part in parts_of(grouped(read(query)[0])):
            assert found(story, expression(part)) == []
