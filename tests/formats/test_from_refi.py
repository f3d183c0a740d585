"""Projects of other programs come in as those write them, and nothing of them is guessed."""

import io

import pytest
from refi_projects import (
    FERRY,
    GUID,
    A,
    B,
    N,
    S,
    U,
    V,
    coding,
    note,
    packed,
    qdpx,
    quotes,
    read,
    selection,
)

from workbench.formats import from_refi, refi_parts
from workbench.formats.refi_parts import is_refi
from workbench.formats.refi_selections import LONG
from workbench.formats.to_refi import RefiProject, to_refi
from workbench.model import (
    Annotation,
    Article,
    Codebook,
    FileError,
    FileProblem,
    Kind,
    Loss,
    LossReason,
    Passage,
    PassagePair,
    Reason,
    Span,
    Tag,
    Target,
    TargetKind,
    select,
)

PIERS = (
    Article("a1", "The pier goes. It is ours.", "Post", "Pier goes"),
    Article("a2", "The pier goes. Who waved?"),
)
PLACES = tuple(select(one.id, one.text, Span(4, 8)) for one in PIERS)
PROJECT = RefiProject(
    "Pier",
    "",
    PIERS,
    codebook=Codebook((Tag(A, "places"),)),
    annotations=(
        Annotation(B, Target(PLACES[:1]), (A,), "One"),
        Annotation(N, Target(PLACES), (A,), "Both"),
        Annotation(U, Target((), "a2"), (A,)),
        Annotation(V, Target(), (), "All"),
    ),
    pairs=(
        PassagePair(
            "p1", Kind.VERBATIM, 1.0, *(Passage(one.id, Span(0, 14)) for one in PIERS), (),
            Reason(3, 0),
        ),
    ),
)  # fmt: skip


def test_quotes_and_a_comment_as_atlas_writes_them():
    """CR LF counts once, the end is exclusive, the name is the quote, the comment its text."""
    inside = f"<Description>Where?\n\nHere.</Description>{coding()}{coding('c-people', guid=U)}"
    start = FERRY.replace("\r\n", "\n").index("old pier")
    exchange = read(
        qdpx(
            selection(start, start + 8, inside, "old pier", creatingUser=U,
                      creationDateTime="2026-01-01T13:00:00+01:00",
                      modifiedDateTime="2026-01-02T08:00:00"),
            f'<Users><User guid="{{{U}}}" name="Ann"/></Users>',
        )
    )  # fmt: skip
    (one,) = exchange.annotations
    assert one.id == B
    assert (one.memo, one.author) == ("Where?\n\nHere.", "Ann")
    assert (one.created, one.changed) == ("2026-01-01T12:00:00+00:00", "2026-01-02T08:00:00+00:00")
    assert [tag.name for tag in exchange.tags] == ["places", "people"]
    assert one.tags == tuple(tag.id for tag in exchange.tags)
    assert quotes(exchange) == [["old pier"]]
    (article,) = exchange.articles
    assert (article.id, article.headline) == (S, "Ferry")
    assert article.text == FERRY.replace("\r\n", "\n")
    assert exchange.losses == ()


def test_units_and_line_ends_as_nvivo_counts_them():
    """UTF-16, CR LF twice, no quotes; the project has another name, and a file more."""
    words = ("ferry", "Nobody", "waved", "pier")
    wide = FERRY.replace("😀", "😀x")
    places = [(wide.index(word), wide.index(word) + len(word)) for word in words]
    told = "".join(
        selection(*place, coding(guid=GUID.format(70 + number)), guid=GUID.format(50 + number))
        for number, place in enumerate(places)
    )
    exchange = read(qdpx(told, name="Old story.qde"))
    assert quotes(exchange) == [[word] for word in words]


def test_each_coder_of_a_selection_has_an_annotation():
    inside = (
        coding(user=U)
        + coding("c-people", user=N, guid=GUID.format(80))
        + coding(A, GUID.format(81))
    )
    users = f'<Users><User guid="{U}" name="Ann"/><User guid="{N}" name="Bo"/></Users>'
    exchange = read(
        qdpx(selection(4, 9, inside) + coding("c-people", GUID.format(82), user=N), users)
    )
    people = {tag.name: tag.id for tag in exchange.tags}
    assert [(one.author, one.tags, one.id) for one in exchange.annotations] == [
        ("Ann", (people["places"],), B),
        ("Bo", (people["people"],), GUID.format(80)),
        ("Bo", (people["people"],), GUID.format(82)),
    ]
    assert exchange.annotations[2].target.article == S


def test_what_cannot_come_is_told():
    inside = "".join(
        (
            selection(900, 905, coding() + f'<NoteRef targetGUID="{N}"/>', "a boat"),
            selection("x", 5, guid=GUID.format(50)),
            selection(4, 9, coding(GUID.format(7)), guid=GUID.format(51)),
        )
    )
    source = f"""<PictureSource guid="{U}" name="Pier.jpg"><PictureSelection/><PictureSelection/>
        </PictureSource><AudioSource guid="{V}"/><TextSource guid="{B}" name="Gone"
        plainTextPath="relative://gone.txt">{selection(0, 1)}</TextSource>
        <TextSource guid="{A}" name="Blank"><PlainTextContent> </PlainTextContent></TextSource>"""
    sets = "<Sets><Set guid='x' name='Wave 1'/></Sets><Graphs><Graph/></Graphs>"
    notes = f"<Notes>{note(inside='<PlainTextContent>Lost</PlainTextContent>')}</Notes>"
    exchange = read(qdpx(inside, notes, sets, source=source))
    assert exchange.losses == (
        Loss("Pier.jpg", "", LossReason.NOT_TEXT, 2),
        Loss("AudioSource", "", LossReason.NOT_TEXT),
        Loss("Gone", "", LossReason.UNREADABLE),
        Loss("Blank", "", LossReason.UNREADABLE),
        Loss("a boat", "Ferry", LossReason.NOT_FOUND),
        Loss("-1–-1", "Ferry", LossReason.NOT_FOUND),
        Loss("CodeRef", "", LossReason.DAMAGED),
        Loss("Wave 1", "", LossReason.NO_PLACE),
        Loss("Graph", "", LossReason.NO_PLACE),
    )
    assert quotes(exchange) == [["ferry"]]


def test_a_guid_that_stands_twice_is_two_annotations():
    exchange = read(qdpx(selection(4, 9) + selection(10, 14)))
    assert quotes(exchange) == [["ferry"], ["left"]]
    assert len({one.id for one in exchange.annotations}) == 2
    again = f"""<TextSource guid="{S}" name="x"><PlainTextContent>Again</PlainTextContent>
        </TextSource>"""
    assert [one.headline for one in read(qdpx(source=again)).articles] == ["Ferry"]


def test_what_crossread_has_computed_is_left_to_be_computed_again():
    exchange = read(to_refi(PROJECT))
    assert exchange.losses == ()
    assert len(exchange.annotations) == len(PROJECT.annotations)
    both = next(one for one in exchange.annotations if one.id == PROJECT.annotations[1].id)
    assert both.target.kind is TargetKind.PASSAGES
    assert (both.memo, both.tags) == ("Both", PROJECT.annotations[1].tags)
    assert {one.headline for one in exchange.articles} == {"Pier goes", ""}


def test_a_memo_that_is_a_file_comes_back():
    article = Article("a1", "The old pier.")
    memo = "x\x01" * LONG
    note = Annotation(GUID.format(9), Target((select("a1", article.text, Span(4, 7)),)), (), memo)
    (found,) = read(to_refi(RefiProject("", "", (article,), annotations=(note,)))).annotations
    assert found.memo == memo


@pytest.mark.parametrize("told", ["", "0001-01-01T00:00:00+14:00", "today"])
def test_a_time_that_is_none_is_not_known(told):
    (one,) = read(qdpx(selection(4, 9, creationDateTime=told))).annotations
    assert one.created == ""


def test_what_does_not_name_its_maker_has_none():
    exchange = read(qdpx(selection(4, 9, coding(user=N), creatingUser="nobody")))
    assert exchange.annotations[0].author == ""


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"PK\x03\x04 rest", FileProblem.DAMAGED),
        (packed(**{"story.txt": "x"}), FileProblem.NO_EXCHANGE),
        (packed(**{"project.qde": "<CodeBook/>"}), FileProblem.NO_EXCHANGE),
        (packed(**{"project.qde": "<Project>"}), FileProblem.DAMAGED),
        (packed(**{"project.qde": "<!DOCTYPE x [<!ENTITY a 'b'>]><Project/>"}),
         FileProblem.UNREADABLE),
        (qdpx()[:-300], FileProblem.DAMAGED),
    ],
)  # fmt: skip
def test_what_is_no_project_is_refused(data, problem):
    with pytest.raises(FileError) as caught:
        read(data)
    assert caught.value.problem is problem


@pytest.mark.parametrize(
    ("module", "bound"),
    [(refi_parts, "MAX_PARTS"), (from_refi, "MAX_CHARACTERS")],
)
def test_what_is_too_large_is_refused(monkeypatch, module, bound):
    monkeypatch.setattr(module, bound, 1)
    with pytest.raises(FileError) as caught:
        read(qdpx(selection(4, 9)))
    assert caught.value.problem is FileProblem.TOO_LARGE


def test_texts_beyond_the_bound_stay_behind(monkeypatch):
    monkeypatch.setattr(refi_parts, "MAX_EXPANDED_BYTES", 10)
    exchange = read(qdpx())
    assert exchange.articles == ()
    assert exchange.losses == (Loss("Ferry", "", LossReason.UNREADABLE),)


def test_a_package_is_known_by_what_is_in_it():
    assert is_refi(io.BytesIO(qdpx(name="folder/Story.QDE")))
    assert not is_refi(io.BytesIO(packed(**{"story.txt": "x"})))
    assert not is_refi(io.BytesIO(b"no ZIP"))


def test_the_project_is_the_one_on_top():
    inner = {"sources/other.qde": "<Other/>", "another.qde": "<Other/>"}
    assert len(read(qdpx(**inner)).articles) == 1
