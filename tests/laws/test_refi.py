"""Laws of REFI-QDA: what its format can carry goes out of a project and comes into another one."""

import copy
import io
import tempfile
import zipfile
from dataclasses import replace
from itertools import product
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from workbench.formats.refi_readings import (
    READINGS,
    LineEnds,
    Selected,
    Selections,
    find_fitting,
    spans_of,
)
from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeOutlets,
    Codebook,
    Comparison,
    Dossier,
    EditGroup,
    Kind,
    Outgoing,
    Outlet,
    Passage,
    PassagePair,
    Reason,
    Span,
    Tag,
    Target,
)
from workbench.project.annotating import passages_of, words_of
from workbench.project.checking import check
from workbench.project.exchanging import arriving, articles_of, read_exchange
from workbench.project.project import Project
from workbench.project.refi import dossier_to_refi
from workbench.project.stepping import result_of

# What XML cannot hold, and texts of blanks alone, are told by other tests.
SIGNS = "ab \n\t\"\\<&é港😀'\u202e=]>;"
TEXTS = st.text(SIGNS, min_size=1, max_size=12).filter(str.strip)
WORDS = st.text(SIGNS, max_size=8).filter(lambda words: words == words.strip())
DATES = st.sampled_from(("", "2024", "2024-02-22", "2024-02-22T10:00:00+00:00", "in May"))
TIMES = st.sampled_from(("", "2024-02-22T10:00:00+00:00", "2026-11-01T00:00:01+00:00"))
GUIDS = [f"0000000{a}-0000-4000-8000-00000000000{b:x}" for a, b in product(range(3), range(16))]
TAGS = GUIDS[:3]
COLOURS = st.sampled_from(("", "#c0392b"))


def targets(draw, articles):
    """Return the project, an article, some words or some passages."""
    kind = draw(st.integers(0, 3))
    if not articles or kind == 0:
        return Target()
    if kind == 1:
        return Target((), draw(st.sampled_from(articles)).id)
    passages = []
    for _ in range(kind if kind == 2 else 3):
        article = draw(st.sampled_from(articles))
        start = draw(st.integers(0, len(article.text) - 1))
        end = draw(st.integers(start + 1, len(article.text)))
        passages.append(Passage(article.id, Span(start, end)))
    if kind == 2:
        return words_of(next(one for one in articles if one.id == passages[0].article),
                        passages[0].span)  # fmt: skip
    return passages_of(passages, articles)


def annotations_of(draw, articles):
    """Return some annotations of any of the articles, or of all."""
    return tuple(
        Annotation(
            GUIDS[16 + number],
            targets(draw, articles),
            tuple(draw(st.lists(st.sampled_from(TAGS), unique=True))),
            draw(WORDS),
            draw(st.sampled_from(("", "Ann", "Bo & Co"))),
            draw(TIMES),
            draw(TIMES),
        )
        for number in range(draw(st.integers(0, 5)))
    )


@st.composite
def dossiers(draw):
    """Return some articles of two outlets with tags, annotations and pairs."""
    names = ("Post", "Star & “Sun”", "")
    articles = tuple(
        Article(
            f"a{number}", f"{number} {draw(TEXTS)}", draw(st.sampled_from(names)), draw(WORDS),
            draw(WORDS), draw(DATES), draw(WORDS), "en",
            printed_words=draw(st.integers(0, 9)), record=draw(WORDS),
        )
        for number in range(1, draw(st.integers(1, 4)))
    )  # fmt: skip
    tags = (
        Tag(TAGS[0], "actors", "", draw(COLOURS), draw(WORDS), draw(WORDS), place=0),
        Tag(TAGS[1], "the state", TAGS[0], place=0),
        Tag(TAGS[2], "framing", "", place=1),
    )
    pairs = tuple(
        PassagePair("p1", Kind.EDITED, 0.9, Passage(one.id, Span(0, 2)),
                    Passage(other.id, Span(0, 2)), (), Reason(1, 0))
        for one, other in [articles[:2]] if draw(st.booleans())
    ) if len(articles) > 1 else ()  # fmt: skip
    outlets = tuple(
        Outlet(name, country=draw(WORDS))
        for name in sorted({article.outlet for article in articles} - {""})
    )
    return Dossier(
        "A story", "", Outgoing(), Codebook(tags), Comparison(articles, pairs), articles, outlets,
        annotations_of(draw, articles),
    )  # fmt: skip


def contents(project):
    """Return what of a project the format can carry, in an order of its own."""
    whole = result_of(project.reading_whole())
    annotations = sorted(whole.annotations, key=lambda one: one.id)
    described = [one for one in whole.outlets if one != Outlet(one.name)]
    return whole.articles, described, whole.tags, annotations


def brought(project, path):
    """Bring a file into a project; return how many edits that took."""
    incoming = read_exchange(path, articles_of(project), project.codebook())
    arrival = arriving(incoming, project)
    assert arrival.losses == ()
    if arrival.edit.edits:
        project.apply(arrival.edit, "import")
    return len(arrival.edit.edits)


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(dossiers())
def test_a_project_goes_out_and_comes_into_another(dossier):
    edits = (
        AddArticles(dossier.articles),
        ChangeOutlets(dossier.outlets),
        ChangeCodebook(dossier.codebook.tags),
        ChangeAnnotations(dossier.annotations),
    )
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "out.qdpx")
        path.write_bytes(dossier_to_refi(dossier))
        assert path.read_bytes() == dossier_to_refi(dossier)
        with (
            Project.create(Path(name, "one.crossread"), EditGroup(edits)) as one,
            Project.create(Path(name, "other.crossread")) as other,
        ):
            before = contents(one)
            assert brought(one, path) == 0
            brought(other, path)
            assert contents(other) == before
            assert brought(other, path) == 0
            other.undo()
            assert contents(other) == ((), [], (), [])


@st.composite
def marked_texts(draw):
    """Return a text with both line ends and wide signs, and words of it that are its own."""
    ends = draw(st.lists(st.sampled_from(("\n", "\r\n", " ", " 😀 ")), min_size=6, max_size=12))
    text = "".join(f"word{place}{end}" for place, end in enumerate(ends))
    places = draw(st.lists(st.integers(0, len(ends) - 1), min_size=4, max_size=8, unique=True))
    return text, [f"word{place}" for place in places if place < 10]


def counted(text, place, reading):
    """Count the units before a place in a text as a program does."""
    before = text[:place]
    if reading.ends is LineEnds.SINGLE:
        before = before.replace("\r\n", "\n")
    elif reading.ends is LineEnds.DOUBLE:
        before = before.replace("\r\n", "\n").replace("\n", "\r\n")
    return len(before.encode("utf-16-le")) // 2 if reading.is_utf16 else len(before)


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(marked_texts(), st.sampled_from(READINGS), st.booleans())
def test_whatever_positions_count_is_found_out(marked, reading, has_names):
    text, words = marked
    selected = tuple(
        Selected(
            counted(text, text.index(word), reading) - reading.before,
            counted(text, text.index(word) + len(word), reading) - reading.after,
            word,
        )
        for word in words
    )
    read = text.replace("\r\n", "\n")
    each = Selections(text, read, selected)
    if not has_names:
        each = replace(each, selected=tuple(replace(one, name="") for one in selected))
    fitting = find_fitting([each])
    found = [span and span.of(read) for span in spans_of(each, fitting)]
    if has_names:
        assert found == words
        assert fitting.names_are_quotes
    else:
        good = sum(one == word for one, word in zip(found, words, strict=True))
        assert good == len(words) or reading not in (READINGS[0], fitting.reading)


def whole_story():
    """Return a dossier with something of each kind."""
    articles = tuple(
        Article(
            f"a{number}", f"The ferry left 😀 at {number}.\nNobody waved.", "Post", language="en"
        )
        for number in (1, 2)
    )
    tags = (Tag(TAGS[0], "actors"), Tag(TAGS[1], "the state", TAGS[0]))
    passages = [Passage(one.id, Span(4, 9)) for one in articles]
    about = (words_of(articles[0], Span(4, 9)), passages_of(passages, articles),
             Target((), "a1"), Target())  # fmt: skip
    notes = tuple(
        Annotation(GUIDS[16 + number], target, TAGS[:2], "Why?", "Ann", "2026-11-01T00:00:01Z")
        for number, target in enumerate(about)
    )
    pair = PassagePair("p1", Kind.EDITED, 0.9, *passages, (), Reason(1, 0))
    comparison = Comparison(articles, (pair,))
    return Dossier("A story", "", Outgoing(), Codebook(tags), comparison, articles, (), notes)


STORY = whole_story()
ODD = st.sampled_from(("", "-5", "4", "9" * 25, "٣", "x", GUIDS[16], GUIDS[0], "internal://x.txt"))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_whatever_a_project_says_it_breaks_nothing(data):
    source = io.BytesIO(dossier_to_refi(STORY))
    with zipfile.ZipFile(source) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["project.qde"])
    elements = list(root.iter())[1:]
    for _ in range(data.draw(st.integers(1, 4))):
        one = data.draw(st.sampled_from(elements))
        above = one.getparent()
        match data.draw(st.integers(0, 3)):
            case 0 if above is not None:
                above.remove(one)
            case 1 if above is not None:
                above.append(copy.deepcopy(one))
            case 2 if one.attrib:
                one.set(data.draw(st.sampled_from(sorted(one.attrib))), data.draw(ODD))
            case _:
                one.append(copy.deepcopy(data.draw(st.sampled_from(elements))))
    parts["project.qde"] = etree.tostring(root)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name, "odd.qdpx")
        with zipfile.ZipFile(path, "w") as archive:
            for part, content in parts.items():
                archive.writestr(part, content)
        with Project.create(Path(name, "one.crossread")) as project:
            incoming = read_exchange(path, (), Codebook())
            project.apply(arriving(incoming, project).edit)
            again = read_exchange(path, articles_of(project), project.codebook())
            assert arriving(again, project).edit.edits == ()
        assert check(Path(name, "one.crossread")).findings == ()
