"""What a report shows of excerpts and of what an analyst says, from articles made by hand."""

from dataclasses import replace

import pytest
from report_lines import BARE, POST, WIRE, cluster, compared, dossier, lines

from workbench.formats.blocks import Paragraph, Role, Run
from workbench.formats.report import compose
from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Counterpart,
    Excerpt,
    ExcerptGroup,
    Grouping,
    Part,
    Placing,
    Span,
    Tag,
    Target,
    select,
)

NOTE = Annotation("q1", Target(), ("t2", "gone"), " My words. ", "Ada", "2024-03-04T00:00:00Z")
CODEBOOK = Codebook((Tag("t1", "time"), Tag("t2", "late", "t1")))
QUOTED = Excerpt(POST, Span(4, 7), 1, Span(0, 18), (NOTE, Annotation("q2", Target())))


def excerpts(*found, head="Head", **known):
    known = {"codebook": CODEBOOK, "groups": (ExcerptGroup(head, found),)} | known
    return dossier((Part.EXCERPTS,), **known)


def test_names_from_the_right_turn_nothing_around_them():
    post = replace(POST, outlet="נמל", headline="מזח", byline="", section="", language="he")
    found = Excerpt(post, Span(4, 7), 1, Span(4, 7))
    told = lines(excerpts(found, articles=(post,)))
    assert told[2] == (
        "[1] \u200eנמל\u200e, \u200e“מזח”\u200e, 2 Mar 2024, page\u00a04, paragraph\u00a01"
    )


def test_an_excerpt_has_all_that_a_reader_needs():
    assert lines(excerpts(QUOTED), {"a1": (Run("Lind (2024)."),)}) == [
        "# Harbour Post: Head",
        "old",
        (
            "[1] Harbour Post, “Pier goes”, Mara Lind, 2 Mar 2024, section Town, page\u00a04, "
            "paragraph\u00a01"
        ),
        "In context: The old pier goes.",
        "Cited as: Lind (2024).",
        f"https://example.org/pier · retrieved 5 Mar 2024\nSHA-256 of the text {POST.sha256}",
        "Tags: time › late",
        "Memo: My words. (Ada, 4 Mar 2024)",
    ]


def test_what_an_analyst_says_of_an_excerpt_is_a_remark_on_its_words():
    (quote,) = [
        block for block in compose(excerpts(QUOTED), {}).blocks
        if isinstance(block, Paragraph) and block.role is Role.QUOTE
    ]  # fmt: skip
    ((remark,),) = [run.remarks for run in quote.runs]
    assert (remark.text, remark.author, remark.tags) == (" My words. ", "Ada", ("time › late",))
    assert remark.made == "2024-03-04T00:00:00Z"


def test_context_and_memos_are_left_out_where_asked():
    given = excerpts(QUOTED, has_context=False, has_memos=False)
    assert not [line for line in lines(given) if line.startswith(("In context", "Memo"))]
    assert not [
        run for block in compose(given, {}).blocks if isinstance(block, Paragraph)
        for run in block.runs if run.remarks
    ]  # fmt: skip


def test_a_long_quote_is_not_said_again():
    text = "Before. " + "word " * 50 + "After."
    article = Article("a1", text, retrieved="2024-03-05")
    told = lines(excerpts(Excerpt(article, Span(8, 258), 1, Span(0, 264))))
    assert "In context: Before. […] After." in told
    assert f"Retrieved 5 Mar 2024 · SHA-256 of the text {article.sha256}" in told


def test_little_known_is_little_told():
    told = lines(excerpts(Excerpt(WIRE, Span(0, 3), 1, Span(0, 3))))
    assert told[2:5] == [
        "[1] Pier comes, paragraph\u00a01",
        "Cited as: Pier comes, Pier comes.",
        f"SHA-256 of the text {WIRE.sha256}",
    ]
    elsewhere = lines(excerpts(Excerpt(BARE, Span(0, 3), 1, Span(0, 3))))
    assert elsewhere[4].startswith("ftp://example.org\nSHA-256")


def test_an_address_that_the_citation_has_is_told_once():
    told = lines(excerpts(QUOTED), {"a1": (Run("Lind, https://example.org/pier."),)})
    assert told[5] == f"Retrieved 5 Mar 2024 · SHA-256 of the text {POST.sha256}"


@pytest.mark.parametrize(
    ("by", "head", "shown_as"),
    [
        (Grouping.DATE, "2024-03-02", "2 Mar 2024"),
        (Grouping.DATE, "", "No date known"),
        (Grouping.TAG, "", "Without a tag"),
        (Grouping.OUTLET, "", "No outlet known"),
        (Grouping.ARTICLE, "Pier\ngoes", "Harbour Post: Pier goes"),
        (Grouping.PASSAGE, "", "In no shared passage"),
    ],
)
def test_a_group_has_a_head(by, head, shown_as):
    assert lines(excerpts(QUOTED, head=head, grouping=by))[0] == f"# {shown_as}"


def test_excerpts_of_a_passage_stand_under_its_words():
    shared = Excerpt(POST, Span(4, 7), 1, Span(4, 7), cluster="c1")
    given = excerpts(shared, comparison=compared(cluster()), grouping=Grouping.PASSAGE)
    assert lines(given)[0] == "# Passage 1: The old pier goes."


def test_the_same_words_keep_their_number():
    other = Excerpt(WIRE, Span(0, 3), 1, Span(0, 3))
    groups = (ExcerptGroup("1", (QUOTED, other)), ExcerptGroup("2", (other, QUOTED)))
    told = lines(excerpts(groups=groups))
    numbers = [line[:3] for line in told if line.startswith("[")]
    assert numbers == ["[1]", "[2]", "[2]", "[1]"]


def test_other_articles_stand_beside_an_excerpt():
    other = Counterpart(WIRE, Span(4, 7))
    shared = Excerpt(POST, Span(4, 7), 1, Span(4, 7), counterparts=(other,))
    told = lines(excerpts(shared, has_variants=True))
    assert told[-2:] == ["In other articles:", "- Pier comes, no date: new"]
    assert told[0].startswith("- Words so marked")
    assert "In other articles:" not in lines(excerpts(shared))
    assert "In other articles:" not in lines(excerpts(QUOTED, has_variants=True))
    text = "word " * 900
    long = Excerpt(
        Article("a1", text), Span(0, 4500), 1, Span(0, 4500),
        counterparts=(Counterpart(Article("a2", text + "x"), Span(0, 4501)),),
    )  # fmt: skip
    told = lines(excerpts(long, has_variants=True))
    assert told[-1] == f"- a2, no date: {text}x"


def test_what_is_said_of_several_passages_stands_once_and_is_referred_to():
    passages = select("a1", POST.text, Span(4, 7)), select("a2", WIRE.text, Span(4, 7))
    both = Annotation("n1", Target(passages), ("t1",), "Both.", "Ada")
    tagged = replace(both, id="n2", memo="")
    there = Excerpt(WIRE, Span(4, 7), 1, Span(4, 7), (both, tagged))
    found = (replace(QUOTED, annotations=(both, tagged)), there)
    given = excerpts(*found, annotations=(both, tagged))
    told = lines(given)
    assert [line for line in told if line.startswith(("Memo", "Annotated", "# On"))] == [
        *("Memo on [1] and [2]: Both. (Ada)", "Annotated together with [2]"),
        *("Memo: see [1]", "Annotated together with [1]"),
    ]
    remarks = [
        [remark.text for remark in run.remarks]
        for block in compose(given, {}).blocks if isinstance(block, Paragraph)
        for run in block.runs if run.remarks
    ]  # fmt: skip
    assert remarks == [["Both.", ""], ["See [1].", ""]]
    silent = lines(excerpts(*found, annotations=(both, tagged), has_memos=False))
    assert [line for line in silent if line.startswith(("Memo", "Annotated"))] == [
        *["Annotated together with [2]"] * 2, *["Annotated together with [1]"] * 2,
    ]  # fmt: skip


def test_of_several_passages_those_whose_place_is_not_sure_are_told_apart():
    passages = select("a1", POST.text, Span(4, 7)), select("a2", WIRE.text, Span(4, 7))
    doubtful = replace(passages[1], placing=Placing.DOUBTFUL)
    note = Annotation("n1", Target((passages[0], doubtful)), (), "Both.")
    told = lines(excerpts(replace(QUOTED, annotations=(note,)), annotations=(note,)))
    assert "Memo: Both." in told
    assert told[-3:] == [
        "# On passages in several articles",
        (
            "“old” in Harbour Post, 2 Mar 2024; “new” in Pier comes, no date"
            " (waits for review since the article was revised)"
        ),
        "Memo: see [1]",
    ]


def test_an_excerpt_stays_with_what_is_said_of_it():
    given = excerpts(QUOTED, QUOTED, has_variants=True)
    blocks = [block for block in compose(given, {}).blocks if isinstance(block, Paragraph)]
    kept = [(block.role, block.keeps_next) for block in blocks]
    assert kept[len(kept) // 2 - 1] == kept[-1] == (Role.MEMO, False)
    assert all(keeps for role, keeps in kept if role is not Role.MEMO)
    long = Excerpt(Article("a1", "word " * 500), Span(0, 2499), 1, Span(0, 2499))
    first, second, *_ = (
        block for block in compose(excerpts(long), {}).blocks if isinstance(block, Paragraph)
    )
    assert (first.keeps_next, second.keeps_next) == (False, True)


def test_a_context_of_marks_alone_says_nothing():
    told = lines(excerpts(Excerpt(POST, Span(0, 17), 1, Span(0, 18), (NOTE,))))
    assert not [line for line in told if line.startswith("In context")]


def test_words_that_nobody_annotated_are_excerpts():
    parts = (Part.EXCERPTS, Part.LITERATURE)
    bare = replace(QUOTED, annotations=())
    assert lines(dossier(parts, groups=(ExcerptGroup("", (QUOTED,)),)))[0] == "# Annotated excerpts"
    assert lines(dossier(parts, groups=(ExcerptGroup("", (QUOTED, bare)),)))[0] == "# Excerpts"


def test_what_is_said_of_more_than_words_comes_after_the_excerpts():
    placed = select("a1", POST.text, Span(4, 7))
    doubtful = select("a9", "Gone words", Span(0, 4))
    notes = (
        Annotation("n1", Target(), (), "All."),
        Annotation("n2", Target(article="a1"), ("t1",), "One."),
        Annotation("n3", Target(article="a2"), ("gone",), "Two."),
        Annotation("n4", Target((placed, select("a2", WIRE.text, Span(4, 7)))), ("t1",)),
        Annotation("n5", Target((placed,)), (), "In its excerpt."),
        Annotation("n6", Target((kept(doubtful, Placing.KEPT),)), (), "Lost."),
        Annotation("n7", Target((kept(placed, Placing.DOUBTFUL),)), (), "Unsure."),
        Annotation("n8", Target(article="a9"), (), "Of no article here."),
        Annotation("n9", Target()),
    )
    given = excerpts(QUOTED, annotations=notes)
    told = lines(given)
    assert told[told.index("# On the whole") :] == [
        *("# On the whole", "The project", "Memo: All."),
        "# On articles",
        *("Harbour Post, 2 Mar 2024, “Pier goes” · Tags: time", "Memo: One."),
        *("Pier comes, no date", "Memo: Two."),
        *("An article that is not here", "Memo: Of no article here."),
        "# On passages in several articles",
        "“old” in Harbour Post, 2 Mar 2024; “new” in Pier comes, no date · Tags: time",
        "# On words whose place is not sure",
        *("“Gone” (left with an earlier text of the article)", "Memo: Lost."),
        "“old” in Harbour Post, 2 Mar 2024 (waits for review since the article was revised)",
        "Memo: Unsure.",
    ]
    silent = lines(excerpts(QUOTED, annotations=notes, has_memos=False))
    assert [line for line in silent if line.startswith("# On")] == [
        *("# On articles", "# On passages in several articles"),
    ]


def kept(selector, placing):
    return replace(selector, placing=placing)
