"""Laws of Web Annotations: what goes out comes in again, and whatever comes in breaks nothing."""

import json
from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from workbench.formats.from_web_annotations import is_web_annotations, read_web_annotations
from workbench.formats.to_web_annotations import web_annotations
from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Comparison,
    CrossreadError,
    Dossier,
    Exchange,
    Outgoing,
    Placing,
    Span,
    Tag,
    Target,
    select,
)

WORDS = st.text('ab \n\x00\u2028\u202e"\\=<é港😀', max_size=8)
NAMES = st.text("ab<é港😀", min_size=1, max_size=5)
TEXTS = st.text('ab \n"\\<é港😀', min_size=1, max_size=40)
TIMES = st.datetimes().map(lambda time: time.isoformat(timespec="seconds") + "+00:00")
GUIDS = st.integers(1, 2**128 - 1).map(lambda number: str(UUID(int=number)))
IDS = st.one_of(GUIDS, st.sampled_from(("n1", "a b", "x/é", "#")))


@st.composite
def articles_of(draw):
    """Some articles, two of which may have one text in two outlets, and an earlier text of one."""
    shared = draw(TEXTS)
    texts = [shared, shared, draw(TEXTS)]
    named = [
        Article(
            f"a{number}", text, f"Outlet {number}", draw(WORDS),
            url=draw(st.sampled_from(("", f"https://example.org/{number}?é", "x y"))),
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip
    earlier = replace(named[2], text=draw(TEXTS))
    return (*named[:2], replace(named[2], revision=1)), earlier


@st.composite
def selectors_of(draw, articles, earlier):
    article = draw(st.sampled_from((*articles, earlier)))
    start = draw(st.integers(0, len(article.text) - 1))
    span = Span(start, draw(st.integers(start + 1, len(article.text))))
    found = select(article.id, article.text, span, article.revision)
    if article is earlier and earlier.text != articles[2].text:
        placing = draw(st.sampled_from((Placing.DOUBTFUL, Placing.KEPT)))
        return replace(found, placing=placing)
    return replace(
        select(article.id, article.text, span, 1 if article.id == "a2" else 0),
        confidence=draw(st.sampled_from((1.0, 0.81))),
    )


@st.composite
def dossiers(draw):
    """All that the format can carry, and the earlier text."""
    articles, earlier = draw(articles_of())
    ids = draw(st.lists(IDS, min_size=2, max_size=2, unique=True))
    tags = (
        Tag(ids[0], draw(NAMES), "", "#aabbcc", draw(WORDS), draw(WORDS), "k", 3),
        Tag(ids[1], draw(NAMES) + "2", ids[0], place=1),
    )
    notes = []
    for id_ in draw(st.lists(IDS, max_size=4, unique=True)):
        chosen = draw(st.lists(selectors_of(articles, earlier), max_size=3))
        whole = "" if chosen else draw(st.sampled_from(("", "a1")))
        given_tags = tuple(draw(st.lists(st.sampled_from(ids), unique=True)))
        created, changed = draw(TIMES), draw(TIMES)
        notes.append(
            Annotation(
                id_, Target(tuple(chosen), whole), given_tags,
                draw(WORDS), draw(WORDS), created, changed,
            )
        )  # fmt: skip
    return (
        Dossier(
            draw(WORDS), draw(WORDS), Outgoing(), Codebook(tags), Comparison(articles),
            articles, (), tuple(notes),
        ),
        earlier,
    )  # fmt: skip


@given(dossiers())
def test_what_goes_out_comes_in_again(drawn):
    dossier, earlier = drawn
    data = web_annotations(dossier).encode()
    assert is_web_annotations(data[:4096])
    for codebook in (Codebook(), dossier.codebook):
        found = read_web_annotations(data, (*dossier.articles, earlier), codebook)
        assert found == Exchange((), (), dossier.codebook.branch(), dossier.annotations)


VALUES = st.recursive(
    st.one_of(
        st.none(), st.booleans(), st.integers(), st.floats(), st.text("ab\ud800é", max_size=4),
        st.sampled_from(("urn:uuid:x", "#", "http://[", "2024-01-01T00:00:00Z", "Annotation")),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from((
                "id", "type", "target", "body", "source", "selector", "exact", "prefix", "suffix",
                "start", "end", "refinedBy", "value", "purpose", "items", "rows", "first", "next",
                "creator", "created", "text", "tags", "uri", "user", "document", "motivation",
                "crossread:codebook", "crossread:earlier", "crossread:sha256", "total",
                "crossread:confidence", "crossread:tag", "references", "skos:prefLabel",
            )),
            inner,
            max_size=6,
        ),
    ),
    max_leaves=25,
)  # fmt: skip


@given(VALUES)
def test_whatever_comes_in_breaks_nothing(told):
    data = json.dumps([{"target": told}, told] if isinstance(told, dict) else told).encode()
    article = Article("a1", "ab b é a", "Outlet", "ab", url="http://[")
    try:
        found = read_web_annotations(data, (article,), Codebook())
    except CrossreadError:
        return
    for annotation in found.annotations:
        assert UUID(annotation.id)
        for selector in annotation.target.selectors:
            assert selector.span.of(article.text) == selector.quote != ""
    json.dumps(repr(found), ensure_ascii=False).encode()
