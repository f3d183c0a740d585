"""The full comparison, on sentences of our own that have what real stories have."""

from dataclasses import replace

import pytest

from workbench.comparison.compare import compare
from workbench.comparison.options import CompareOptions
from workbench.model import Article, Cancelled, Comparison, InputError, InputProblem, Kind

HARBOUR = (
    "With patience playing the first part, the new harbour plan stands for steady work that is"
    " freed from the ancient habit of haste and short contracts, relies on high-grade timber,"
    " fair wages and good tools, and keeps in step with the wishes of the fishing families"
)
QUAY = (
    "Rebuilding the eastern quay does not mean giving up the little boatyards behind it, the mayor"
    " explained"
)
SAID = (
    "If the town wants to keep its herring fleet, it must dredge the channel before winter comes."
)
FILLER = (
    "The gulls of Nordhaven woke before the bakers did that morning.",
    "A brass band rehearsed something slow behind closed shutters.",
    "Nobody could say when the lamp on the mole had last been lit.",
    "Two students from inland sold lemonade beside the ferry ramp.",
    "Old charts hang in the tavern where the pilots used to meet.",
    "Rain was forecast for Thursday, and rain it would be.",
)


def articles(*texts: str) -> list[Article]:
    return [Article(f"a{number}", text) for number, text in enumerate(texts, 1)]


def read(result: Comparison) -> list[tuple[Kind, str, str]]:
    """Return kind and words of every pair."""
    text = {article.id: article.text for article in result.articles}
    return [
        (pair.kind, pair.a.span.of(text[pair.a.article]), pair.b.span.of(text[pair.b.article]))
        for pair in result.pairs
    ]


def differences(result: Comparison) -> set[tuple[str, str]]:
    return {(variant.a.text, variant.b.text) for pair in result.pairs for variant in pair.variants}


def test_a_quotation_is_one_verbatim_pair_whatever_its_marks():
    first = f'{FILLER[0]} Ida Brand then said: "{SAID}" {FILLER[1]}'
    second = f"{FILLER[2]}\n\n“{SAID[:-1]},” was the answer of the mayor. {FILLER[3]}"
    result = compare(articles(first, second))
    assert read(result) == [(Kind.VERBATIM, SAID[:-1], SAID[:-1])]
    assert result.pairs[0].similarity == 1.0


def test_a_quotation_is_cut_out_of_the_copied_text_around_it():
    around = "The mayor of Nordhaven spoke to the fishing families on the pier before the vote."
    after = "He then walked home past the shuttered cannery and the empty customs house."
    text = f"{around} “{SAID}” {after}"
    result = compare(articles(f"{FILLER[0]} {text}", f"{FILLER[1]} {text} {FILLER[2]}"))
    words = [a for _, a, _ in read(result)]
    assert words == [around[:-1], SAID[:-1], after[:-1]]


def test_a_fragment_that_both_quote_is_a_pair_and_a_scare_quote_is_none():
    first = (
        "Ida Brand wants to “dredge the narrow northern channel”, calls it “sound work” and left."
    )
    second = 'For her it is "sound work": to "dredge the narrow northern channel" is all she asks.'
    result = compare(articles(first, second))
    assert read(result) == [(Kind.VERBATIM, *["dredge the narrow northern channel"] * 2)]


def test_two_quoted_fragments_with_other_words_between_them_are_two_pairs():
    first = (
        "He would “save the herring fleet at once” or else “close the whole eastern quay” by May."
    )
    second = (
        "To “save the herring fleet at once”, they say, or “close the whole eastern quay”, is odd."
    )
    words = [a for _, a, _ in read(compare(articles(first, second)))]
    assert words == ["save the herring fleet at once", "close the whole eastern quay"]


def test_a_definition_in_three_articles_is_one_cluster_with_its_variants():
    texts = (
        f"{FILLER[0]} {HARBOUR.replace('from the ancient', 'from ancient')}. {FILLER[1]}",
        f"{FILLER[2]}\n\n{HARBOUR}, the mayor, who also leads the port board, told the meeting.",
        f"Last week she said, {HARBOUR[0].lower()}{HARBOUR[1:].replace('high-grade', 'hi-grade')}.",
    )
    result = compare(articles(*texts))
    assert {kind for kind, *_ in read(result)} == {Kind.EDITED}
    assert differences(result) >= {("", "the"), ("high-grade", "hi-grade")}
    (cluster,) = result.clusters
    assert [passage.article for passage in cluster.passages] == ["a1", "a2", "a3"]
    assert all(a.endswith("fishing families") for _, a, _ in read(result))


def test_a_pair_ends_before_words_that_lead_to_nothing():
    copied = (
        "Wages are driven by honest bargaining, careful planning of shifts, and old guild customs"
    )
    first, second = f"{copied}, he noted. {FILLER[0]}", f"{copied}, he added. {FILLER[1]}"
    assert read(compare(articles(first, second))) == [(Kind.VERBATIM, copied, copied)]


def test_two_sentences_made_one_are_one_edited_pair():
    other = "It is necessary to prevent a wild rush for berths and cranes along the northern shore"
    first = f"{FILLER[0]} {QUAY}. {other}, she noted."
    second = f"{QUAY}, noting that {other[0].lower()}{other[1:]}. {FILLER[1]}"
    result = compare(articles(first, second))
    assert len(result.pairs) == 1
    assert differences(result) == {("", "noting that")}


def test_where_the_kind_changes_a_new_pair_begins():
    same = "The wharf beside the lighthouse was finished by masons from four different valleys"
    edited = (
        "Their wages for the {} came out of a fund that the fishing families had kept since spring"
    )
    first = f"{same}. {edited.format('granite steps')}."
    second = f"{same}. {edited.format('iron railings')}."
    result = compare(articles(first, second))
    assert [(kind, a) for kind, a, _ in read(result)] == [
        (Kind.VERBATIM, same),
        (Kind.EDITED, edited.format("granite steps")),
    ]
    assert len(result.clusters) == 2


def test_what_a_change_of_kind_has_cut_is_one_cluster_where_a_third_article_has_it_whole():
    same = "The wharf beside the lighthouse was finished by masons from four different valleys"
    edited = (
        "Their wages for the {} came out of a fund that the fishing families had kept since spring"
    )
    third = f"{same.replace('four', 'five')}. {edited.format('granite steps')}."
    texts = f"{same}. {edited.format('granite steps')}.", f"{same}. {edited.format('iron rails')}."
    result = compare(articles(*texts, third.replace("kept", "saved")))
    assert [len(cluster.passages) for cluster in result.clusters] == [3]


@pytest.mark.parametrize(
    "phrase",
    [
        "new harbour works",
        "the Guild of the United Fishing Families of Nordhaven Central Committee",
        "the Second Session of the Fourteenth Harbour Congress",
        "vice-chairman of the Nordhaven Centre for International Herring Exchanges",
    ],
)
def test_stock_phrases_and_names_make_no_pair(phrase):
    first = (
        f"{FILLER[0]} Nobody has ever questioned what {phrase} might want from them. {FILLER[1]}"
    )
    second = f"{FILLER[2]} Yesterday a letter reached {phrase} with stamps upside down. {FILLER[3]}"
    assert compare(articles(first, second)).pairs == ()


def test_the_last_words_of_a_sentence_are_taken_in_where_they_differ():
    sentence = "The talks about the herring quota and the dredging fund ended in failure on {}."
    result = compare(articles(sentence.format("Monday"), sentence.format("Tuesday")))
    assert differences(result) == {("Monday", "Tuesday")}


def test_a_paragraph_of_one_article_alone_parts_what_a_clause_joins():
    opening = "The autumn meeting of the council of Nordhaven harbour was held {} {}"
    result = compare(
        articles(
            f"{opening.format('indoors', 'this year')}.\n\n{HARBOUR}.",
            f"{opening.format('outside', 'last December')}, she says, {HARBOUR}.",
        )
    )
    assert HARBOUR in [a for _, a, _ in read(result)]


def test_ids_follow_the_order_of_the_articles_and_of_their_text():
    texts = [f"{FILLER[0]} {QUAY}. {HARBOUR}.", f"{HARBOUR}. {FILLER[1]}", f"{QUAY}. {FILLER[2]}"]
    result = compare(articles(*texts))
    assert [pair.id for pair in result.pairs] == ["p1", "p2"]
    assert [(pair.a.article, pair.b.article) for pair in result.pairs] == [
        ("a1", "a2"),
        ("a1", "a3"),
    ]
    assert [cluster.id for cluster in result.clusters] == ["c1", "c2"]
    assert result.clusters[0].pairs == ("p2",)


def test_two_articles_with_one_id_are_refused():
    with pytest.raises(InputError) as caught:
        compare([Article("x", "a"), Article("x", "b")])
    assert (caught.value.problem, caught.value.detail) == (InputProblem.DUPLICATE_ID, "x")


def test_the_report_runs_up_to_its_total_and_may_stop_the_work():
    seen = []
    given = articles(f"{HARBOUR}. {QUAY}.", f"{QUAY}. {HARBOUR}.")
    compare(given, report=lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]

    def stop(done, total):
        raise Cancelled

    with pytest.raises(Cancelled):
        compare(given, report=stop)


def test_without_articles_there_is_nothing():
    assert compare([]) == Comparison(())
    assert compare(articles("", "…")).only_here == ()


def test_looser_options_find_more():
    first, second = "the grey cat sat on my old chair", "an old dog chased the cat off the lawn"
    assert compare(articles(first, second)).pairs == ()
    loose = replace(
        CompareOptions(), reworded_similarity=0.2, reworded_evidence=3.0, reworded_stems=2
    )
    assert [kind for kind, *_ in read(compare(articles(first, second), loose))] == [Kind.REWORDED]


def test_texts_in_scripts_without_spaces_are_compared_by_character():
    copied = "以创新为主导的新质生产力意味着摆脱传统经济增长方式和生产力发展路径的先进生产力"
    result = compare(articles(f"记者今天获悉：{copied}。", f"他昨天说，{copied}！"))
    assert read(result) == [(Kind.VERBATIM, copied, copied)]
