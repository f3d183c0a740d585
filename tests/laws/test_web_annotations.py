"""Laws of Web Annotations: what goes out comes in again, and whatever comes in breaks nothing."""

import json
import re
from dataclasses import replace
from datetime import datetime
from functools import cache
from itertools import starmap
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.formats.from_web_annotations import is_web_annotations, read_web_annotations
from workbench.formats.to_web_annotations import web_annotations
from workbench.formats.web_sources import ENOUGH
from workbench.model import (
    Annotation,
    Article,
    Codebook,
    Comparison,
    CrossreadError,
    Dossier,
    Exchange,
    Kind,
    LossReason,
    Outgoing,
    Passage,
    PassagePair,
    Placing,
    Reason,
    Span,
    Tag,
    Target,
    select,
)

KINDS = {
    "object": dict, "array": list, "string": str, "boolean": bool, "integer": int,
    "number": (int, float),
}  # fmt: skip
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]*")
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
    spans = [Span(0, draw(st.integers(1, len(article.text)))) for article in articles]
    a, b, _ = map(Passage, ("a0", "a1", "a2"), spans)
    pairs = (PassagePair("p1", Kind.EDITED, 0.5, a, b, (), Reason(1, 1)),)
    comparison = Comparison(articles, pairs[: draw(st.integers(0, 1))])
    return (
        Dossier(
            draw(WORDS), draw(WORDS), Outgoing(), Codebook(tags), comparison,
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
        assert replace(found, losses=()) == Exchange(
            (), (), dossier.codebook.branch(), dossier.annotations
        )
        assert [(loss.what, loss.reason) for loss in found.losses] == [
            ("pair", LossReason.NO_PLACE) for _ in dossier.comparison.pairs
        ]


WIDTHS = (
    len,
    lambda text: len(text.encode("utf-16-le")) // 2,
    lambda text: len(text.replace("\n", "\r\n")),
    lambda text: len(text.replace("\n", "\r\n").encode("utf-16-le")) // 2,
)


@given(TEXTS, st.data(), st.sampled_from(WIDTHS), st.sampled_from(("https://x.org/1", "")))
def test_words_are_found_in_whatever_unit_a_file_counts(text, data, width, address):
    article = Article("a1", text, url="https://x.org/1")
    wanted, told = [], []
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        words = select("a1", text, Span(start, data.draw(st.integers(start + 1, len(text)))))
        wanted.append(words)
        quote = {"exact": words.quote, "prefix": words.prefix, "suffix": words.suffix}
        position = {"type": "TextPositionSelector", "start": width(text[:start])}
        position["end"] = position["start"] + width(words.quote)
        target = {"selector": [quote, position]} | ({"source": address} if address else {})
        told.append({"type": "Annotation", "target": target})
    found = read_web_annotations(json.dumps(told).encode(), (article,), Codebook())
    if not address and not found.annotations:
        assert sum(len(words.quote) for words in wanted) < ENOUGH
        return
    placed = [one for each in found.annotations for one in each.target.selectors]
    assert [(one.quote, one.prefix, one.suffix) for one in placed] == [
        (one.quote, one.prefix, one.suffix) for one in wanted
    ]
    if width is len:
        assert placed == wanted


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


class Schema:
    """As much of JSON Schema, draft 4, as the W3C's tests use."""

    def __init__(self, folder, name):
        self._own = json.loads((folder / name).read_text("utf-8"))
        self._folder = folder
        self._ways = {
            "type": self._type, "enum": lambda one, given: one in given,
            "required": self._required, "properties": self._properties,
            "patternProperties": self._patterns, "items": self._items,
            "minItems": lambda one, least: not isinstance(one, list) or len(one) >= least,
            "maxItems": lambda one, most: not isinstance(one, list) or len(one) <= most,
            "minimum": lambda one, least: not isinstance(one, int) or one >= least,
            "format": self._format,
            "pattern": lambda one, given: not isinstance(one, str) or bool(re.search(given, one)),
            "not": lambda one, given: not self.allows(one, given),
            "anyOf": lambda one, given: any(self.allows(one, each) for each in given),
            "allOf": lambda one, given: all(self.allows(one, each) for each in given),
            "oneOf": lambda one, given: sum(self.allows(one, each) for each in given) == 1,
        }  # fmt: skip

    def allows(self, one, schema=None):
        schema = self._own if schema is None else schema
        if "$ref" in schema:  # beside it nothing else counts in draft 4
            return self._referred(one, schema["$ref"])
        return all(way(one, schema[name]) for name, way in self._ways.items() if name in schema)

    def _referred(self, one, reference):
        file, _, place = reference.partition("#")
        other = schema_of(self._folder, f"definitions/{file}") if file else self
        target = other._own
        for step in filter(None, place.split("/")):
            target = target[step]
        return other.allows(one, target)

    def _type(self, one, given):
        kinds = given if isinstance(given, list) else [given]
        return any(isinstance(one, KINDS[kind]) for kind in kinds)

    def _required(self, one, names):
        return not isinstance(one, dict) or set(names) <= one.keys()

    def _properties(self, one, given):
        if not isinstance(one, dict):
            return True
        return all(self.allows(one[name], given[name]) for name in given if name in one)

    def _patterns(self, one, given):
        if not isinstance(one, dict):
            return True
        pairs = ((one[key], given[name]) for key in one for name in given if re.search(name, key))
        return all(starmap(self.allows, pairs))

    def _items(self, one, given):
        return not isinstance(one, list) or all(self.allows(each, given) for each in one)

    def _format(self, one, name):
        if not isinstance(one, str):
            return True
        if name == "uri":
            return bool(URI.fullmatch(one))
        return bool(datetime.fromisoformat(one).tzinfo)


@cache
def schema_of(folder, name):
    return Schema(folder, name)


@cache
def musts(folder):
    """The schemas that the W3C's tests ask an annotation to fulfil."""
    listed = json.loads((folder / "annotations" / "annotationMusts.test").read_text("utf-8"))
    return [schema_of(folder, name) for name in listed["assertions"]]


def is_sound(folder, told, item):
    """Whether an annotation, which inside a page has the context of the collection, is valid."""
    whole = {"@context": told["@context"]} | item
    return all(schema.allows(whole) for schema in musts(folder))


COLLECTION = (
    "contextValueInArrayFound", "annotationCollectionTypeValueFound", "labelDefinition",
    "totalFound", "firstFound", "lastFound", "firstRequiredIfTotalMoreThanZero",
)  # fmt: skip
PAGE = ("annotationPageTypeValueFound", "partOfFound", "startIndexFound", "itemsFound")


@settings(deadline=None, max_examples=40)
@given(drawn=dossiers())
def test_what_goes_out_is_as_the_w3c_says_that_it_must_be(shared, drawn):
    folder = shared / "schemas" / "w3c"
    told = json.loads(web_annotations(drawn[0]))
    assert all(is_sound(folder, told, item) for item in told["first"]["items"])
    assert len(told["first"]["items"]) == told["total"]
    definitions = schema_of(folder, "definitions/collections.json")
    for name in COLLECTION:
        about = told["@context"] if name.startswith("context") else told
        assert definitions.allows(about, {"$ref": f"#/definitions/{name}"}), name
    for name in PAGE:
        assert definitions.allows(told["first"], {"$ref": f"#/definitions/{name}"}), name


def test_the_schemas_refuse_what_is_wrong(shared):
    folder = shared / "schemas" / "w3c"
    article = Article("a1", "The pier.")
    note = Annotation("n1", Target((select("a1", article.text, Span(4, 8)),)), (), "Why?")
    told = json.loads(
        web_annotations(
            Dossier("", "", Outgoing(), Codebook(), Comparison(()), (article,), annotations=(note,))
        )
    )
    [item] = told["first"]["items"]
    assert is_sound(folder, told, item)
    wrong = (
        {"@context": "http://example.org"},
        {"id": "no address"},
        {"type": "Note"},
        {"target": {}},
        {"target": item["target"] | {"selector": [{"type": "TextQuoteSelector"}]}},
        {"target": item["target"] | {"value": "words"}},
        {"created": ["2024-03-02T12:00:00Z"] * 2},
        {"bodyValue": "twice"},
        {"body": [{"type": "TextualBody"}]},
    )
    for change in wrong:
        assert not is_sound(folder, told, item | change), change
