"""Sentences that say the same in other words, told by our own small town."""

import pytest

from workbench.comparison.compare import compare
from workbench.comparison.options import CompareOptions
from workbench.comparison.reword import CLOSE, FREE, Told, reword
from workbench.comparison.rewording import Evidence
from workbench.model import Article, Kind

FILLER = (
    "The gulls of Nordhaven woke before the bakers did that morning.",
    "A brass band rehearsed something slow behind closed shutters.",
    "Nobody could say when the lamp on the mole had last been lit.",
    "Two students from inland sold lemonade beside the ferry ramp.",
)
TOLD = "The council postponed dredging the herring channel until the autumn storms are over."
RETOLD = "Until autumn storms have passed, said the council, dredging of the channel is postponed."


def read(first, second, options=CompareOptions(), language="en"):  # noqa: B008 - frozen
    articles = [Article("a1", first, language=language), Article("a2", second, language=language)]
    return [
        (pair.kind, pair.a.span.of(first), pair.b.span.of(second))
        for pair in compare(articles, options).pairs
    ]


def test_a_sentence_in_other_words_and_another_order_is_linked():
    found = read(f"{FILLER[0]} {TOLD} {FILLER[1]}", f"{FILLER[2]} {RETOLD} {FILLER[3]}")
    assert [kind for kind, *_ in found] == [Kind.REWORDED]
    assert "dredging the herring channel" in found[0][1]
    assert "dredging of the channel" in found[0][2]


def test_similarity_and_shared_words_do_not_depend_on_the_order_of_words():
    (pair,) = compare([Article("a1", TOLD), Article("a2", RETOLD)]).pairs
    assert 0.47 < pair.similarity < 1
    assert pair.reason.shared_words >= 8
    assert pair.reason.words[0].a in TOLD


def test_sentences_on_one_subject_that_say_other_things_are_not_linked():
    other = "Herring prices at the council's market hall doubled after a cold spring."
    assert read(TOLD, other) == []


def test_another_number_tells_of_another_fact():
    told = "The harbour office counted 312 herring boats at the eastern quay in 1987."
    same = "In 1987 at the eastern quay 312 boats were counted by the harbour master."
    other = "In 2004 at the eastern quay 57 boats were counted by the harbour master."
    (alike,) = compare([Article("a1", told), Article("a2", same)]).pairs
    found = compare([Article("a1", told), Article("a2", other)]).pairs
    assert all(pair.similarity < alike.similarity for pair in found)


def test_one_sentence_is_linked_to_two():
    one = (
        "Ida Brand, who keeps the lighthouse, wants the mole repaired before winter and asked the"
        " ministry for granite blocks from the inland quarries."
    )
    two = (
        "The lighthouse is kept by Ida Brand, and she wants repairs to the mole before the winter."
        " For granite blocks from inland quarries she has asked the ministry."
    )
    found = read(f"{FILLER[0]} {one} {FILLER[1]}", f"{FILLER[2]} {two} {FILLER[3]}")
    assert found
    told = " ".join(b for _, _, b in found)
    assert "lighthouse" in told
    assert "granite" in told


def test_a_clause_is_linked_although_the_rest_of_the_sentences_differs():
    clause = "{} the salted cod that the monks of Saint Brendan {} to Iceland in wooden barrels"
    first = (
        f"While pilots argued over wages, moorings, pensions and holidays, a clerk recorded"
        f" {clause.format('carefully', 'shipped')}."
    )
    second = (
        f"Tourists photograph souvenirs, ferries and cathedrals here, where few remember"
        f" {clause.format('dried or', 'once sent')}, said a guide."
    )
    found = read(first, second)
    assert any("monks of Saint Brendan" in a and "monks of Saint Brendan" in b for _, a, b in found)
    assert not any("pensions" in a or "souvenirs" in b for _, a, b in found)


def test_beside_a_linked_sentence_less_suffices():
    told = "Its cost frightened the treasurer."
    retold = "The treasurer was frightened by what such a thing takes."
    alone = read(f"{FILLER[0]} {told}", f"{FILLER[1]} {retold}")
    beside = read(f"{TOLD} {told} {FILLER[0]}", f"{RETOLD} {retold} {FILLER[1]}")
    assert alone == []
    assert any("treasurer" in a and "treasurer" in b for _, a, b in beside)


def test_what_is_repeated_word_for_word_stays_a_pair_of_its_own():
    said = "“Whoever wants to eat herring must dredge the channel before winter comes,”"
    first = f"{said} Ida Brand, former keeper of the harbour, told the assembled guild."
    second = f"The guild had assembled when Ida Brand, once harbour keeper, said: {said[:-2]}.”"
    kinds = [kind for kind, *_ in read(first, second)]
    assert Kind.VERBATIM in kinds
    assert Kind.REWORDED in kinds


def test_an_edited_stretch_gives_way_to_the_reworded_one_around_it_and_to_no_other():
    first = (
        "The ferry company will cancel the night crossing to Nordhaven island from October because"
        " fuel has become too expensive for its two old ships."
    )
    second = (
        "Because fuel has become too expensive, two old ships of the company will rest: from"
        " October the ferry crossing to Nordhaven island at night is cancelled."
    )
    found = read(
        f"{first} {FILLER[0]} {FILLER[1]} {TOLD}", f"{second} {FILLER[2]} {FILLER[3]} {RETOLD}"
    )
    assert [(kind, one) for kind, one, _ in found] == [
        (Kind.REWORDED, first.rstrip(".")),
        (Kind.REWORDED, TOLD.rstrip(".")),
    ]


def test_stretches_that_run_on_are_one_pair():
    first = f"{TOLD} The mayor regretted that timber for the new lock gates had never arrived."
    second = f"{RETOLD} Timber for new lock gates never arrived, which the mayor regretted."
    found = read(first, second)
    assert len(found) == 1
    assert len(found[0][1].split()) > CLOSE


def test_the_order_of_the_articles_makes_no_difference():
    one, other = f"{FILLER[0]} {TOLD}", f"{RETOLD} {FILLER[1]}"
    assert {(a, b) for _, a, b in read(one, other)} == {(b, a) for _, a, b in read(other, one)}


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        (
            "de",
            "Der Stadtrat verschiebt das Ausbaggern der Heringsrinne bis nach den Herbststürmen.",
            "Bis nach den Herbststürmen ist das Ausbaggern der Rinne verschoben, so der Stadtrat.",
        ),
        (
            "zh",
            "港务局决定把鲱鱼航道的疏浚工程推迟到秋季风暴过后再进行。",
            "秋季风暴过后，港务局才会进行已推迟的鲱鱼航道疏浚工程。",
        ),
        (
            "la",
            "Consilium portus Nordhaveniae purgationem canalis post procellas autumni differt.",
            "Post procellas autumni purgatio canalis fiet, consilium portus Nordhaveniae ait.",
        ),
    ],
)
def test_other_languages_and_scripts_without_spaces_are_reworded_too(language, first, second):
    assert [kind for kind, *_ in read(first, second, language=language)] == [Kind.REWORDED]


SENTENCES = [1, 2, 3, 4], [8, 8], [5, 6, 7, 9]


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ([], [((0, 10), (10, 20))]),
        ([((4, 6), (14, 16))], [((0, 4), (10, 14)), ((6, 10), (16, 20))]),
    ],
)
def test_what_is_linked_already_keeps_stretches_apart(kept, expected):
    weights = [0.0, 5, 5, 5, 5, 5, 5, 5, 0, 5]
    stems = [stem for sentence in SENTENCES * 2 for stem in sentence]
    evidence = Evidence(stems, weights, weights, bytearray(len(stems)))
    told = Told(evidence, [0, 4, 6, 10, 14, 16, 20], CompareOptions())
    assert reword(told, ((0, 10), (10, 20)), kept, [(0, 3), (2, 5)]) == expected
    assert evidence.taken == FREE * 20


def test_of_a_great_many_articles_words_are_only_aligned():
    articles = [Article("a1", TOLD), Article("a2", RETOLD)]
    (closely,) = compare(articles).pairs
    (plainly,) = compare(articles, CompareOptions(closely_articles=1)).pairs
    assert (closely.a, closely.b, closely.similarity) == (
        plainly.a,
        plainly.b,
        plainly.similarity,
    )
    assert plainly.variants


def test_boilerplate_is_not_linked_in_other_words():
    footer = (
        "Subscribe to the Nordhaven Courier for herring prices, tide tables and storm warnings."
    )
    loose = CompareOptions(boilerplate_articles=3)
    texts = [f"{line}\n\n{footer}" for line in FILLER]
    articles = [Article(f"a{n}", text, outlet="Courier") for n, text in enumerate(texts)]
    assert compare(articles, loose).boilerplate
    assert compare(articles, loose).pairs == ()
