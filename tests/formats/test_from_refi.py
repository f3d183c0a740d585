"""Projects of other programs come in as those write them, and nothing of them is guessed."""

import io
import zipfile
from pathlib import Path

import pytest

from workbench.formats import from_refi, refi_parts
from workbench.formats.from_refi import read_refi
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
    Outlet,
    Passage,
    PassagePair,
    Reason,
    Span,
    Tag,
    Target,
    TargetKind,
    select,
)

PATH = Path("story.qdpx")
FERRY = "The ferry left.\r\nNobody 😀 waved at the old pier.\r\n"
GUID = "11111111-0000-4000-8000-{:012}"
S, A, B, N, U, V = (GUID.format(number) for number in range(6))
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
CODES = f"""<CodeBook><Codes>
<Code guid="{A}" name="places" isCodable="true" color="#F00"><NoteRef targetGUID="{N}"/></Code>
<Code guid="c-people" name="people" isCodable="true"/></Codes></CodeBook>"""


def packed(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def qdpx(*inside, text=FERRY, source="", name="project.qde", **files):
    """Pack a project of one text, whose element has the first part, and of other parts."""
    first, *others = inside or ("",)
    sources = f"""<Sources><TextSource guid="{S}" name="Ferry.txt"
        plainTextPath="internal://{S}.txt">{first}</TextSource>{source}</Sources>"""
    xml = f'<Project xmlns="urn:QDA-XML:project:1.0" name="p">{CODES}{{}}</Project>'
    order = [one for one in others if one.startswith(("<Users", "<Variables", "<Cases"))]
    rest = [one for one in others if one not in order]
    whole = xml.format("".join((*order, sources, *rest)))
    data = text.encode() if isinstance(text, str) else text
    return packed(**{name: whole, f"Sources/{S.upper()}.TXT": data, **files})


def read(data):
    return read_refi(PATH, io.BytesIO(data))


def selection(start, end, inside="", name="", guid=B, **known):
    told = "".join(f' {key}="{value}"' for key, value in known.items())
    named = f' name="{name}"' if name else ""
    return (
        f'<PlainTextSelection guid="{guid}"{named} startPosition="{start}" endPosition="{end}"'
        f"{told}>{inside}</PlainTextSelection>"
    )


def coding(code=A, guid=V, inside="", user=""):
    signed = f' creatingUser="{user}"' if user else ""
    return f'<Coding guid="{guid}"{signed}><CodeRef targetGUID="{code}"/>{inside}</Coding>'


def note(guid=N, inside="", **known):
    told = "".join(f' {key}="{value}"' for key, value in known.items())
    return f'<Note guid="{guid}"{told}>{inside}</Note>'


def quotes(exchange):
    return [[one.quote for one in each.target.selectors] for each in exchange.annotations]


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


def test_notes_are_memos_of_what_refers_to_them():
    kinds = {number: GUID.format(90 + number) for number in range(6)}
    told = {number: f'<NoteRef targetGUID="{guid}"/>' for number, guid in kinds.items()}
    inside = coding(inside=told[1]) + told[0]
    notes = (
        note(kinds[0], "<PlainTextContent>On the words</PlainTextContent>", name="On"),
        note(kinds[1], plainTextPath="internal://Notes/memo.txt"),
        note(kinds[2], "<Description>Of it all</Description>", name="Ferry"),
        note(kinds[3], f"<PlainTextContent>Free</PlainTextContent>{selection(0, 2)}{coding()}"),
        note(kinds[4], richTextPath="internal://none.docx"),
        note(N, "<PlainTextContent>Where it was</PlainTextContent>"),
    )
    first = (
        selection(4, 9, inside)
        + told[2]
        + told[5]
        + f"{coding(guid=GUID.format(99), inside=told[2])}"
    )
    data = qdpx(
        first, f"<Notes>{''.join(notes)}</Notes>", "<Description>Told of all</Description>",
        **{"Notes/memo.txt": "\ufeffOn the\r\ncode"},
    )  # fmt: skip
    exchange = read(data)
    kind = [(one.target.kind, one.memo, len(one.tags)) for one in exchange.annotations]
    assert kind == [
        (TargetKind.WORDS, "On the words\n\nOn the\ncode", 1),
        (TargetKind.ARTICLE, "Ferry\n\nOf it all", 1),
        (TargetKind.PROJECT, "Free", 1),
        (TargetKind.PROJECT, "", 0),
        (TargetKind.PROJECT, "Told of all", 0),
    ]
    assert exchange.tags[0].definition == "Where it was"
    assert exchange.losses == (Loss("PlainTextSelection", "Note", LossReason.NO_PLACE),)


def test_a_source_may_be_described_and_a_note_be_of_two():
    told = f'<NoteRef targetGUID="{N}"/>'
    other = f"""<TextSource guid="{U}" name="Other"><Description>A wire copy</Description>
        <PlainTextContent>Who waved?</PlainTextContent>{told}</TextSource>"""
    exchange = read(
        qdpx(
            told,
            f"<Notes>{note(inside='<PlainTextContent>x</PlainTextContent>')}</Notes>",
            source=other,
        )
    )
    assert [(one.target.article, one.memo) for one in exchange.annotations] == [
        (S, "x"), (U, "x"), (U, "A wire copy"),
    ]  # fmt: skip
    assert len({one.id for one in exchange.annotations}) == 3


def test_a_note_may_be_linked_with_words_a_source_or_a_code_as_nvivo_does():
    ends = ((GUID.format(90), B), (S, GUID.format(91)), (GUID.format(92), A), (N, GUID.format(90)))
    links = "".join(
        f'<Link guid="{GUID.format(60 + number)}" originGUID="{one}" targetGUID="{other}"/>'
        for number, (one, other) in enumerate(ends)
    )
    said = ("On words", "On it", "On the code")
    notes = "".join(
        note(GUID.format(90 + number), f"<PlainTextContent>{words}</PlainTextContent>")
        for number, words in enumerate(said)
    )
    exchange = read(
        qdpx(selection(4, 9), f"<Notes>{notes}{note()}</Notes>", f"<Links>{links}</Links>")
    )
    assert [(one.target.kind, one.memo) for one in exchange.annotations] == [
        (TargetKind.WORDS, "On words"),
        (TargetKind.ARTICLE, "On it"),
    ]
    assert exchange.tags[0].definition == "On the code"
    assert exchange.losses == (Loss("Link", "", LossReason.NO_PLACE),)


def test_a_note_may_select_words_itself_as_qualcoder_has_it():
    told = f'<NoteRef targetGUID="{N}"/><NoteRef targetGUID="{V}"/><NoteRef targetGUID="{U}"/>'
    words = "<PlainTextContent>What boat?</PlainTextContent>"
    notes = note(inside=words + selection(4, 9)) + note(V, words + selection(900, 901, guid=A))
    exchange = read(qdpx(told, f"<Notes>{notes}</Notes>"))
    assert [(one.id, one.target.kind, one.memo) for one in exchange.annotations] == [
        (N, TargetKind.WORDS, "What boat?"),
        (V, TargetKind.ARTICLE, "What boat?"),
    ]
    assert quotes(exchange) == [["ferry"], []]
    assert exchange.losses == (
        Loss("900–901", "Ferry", LossReason.NOT_FOUND),
        Loss("PlainTextSelection", "Note", LossReason.NO_PLACE),
    )


def test_links_between_words_are_annotations_on_both():
    links = f"""<Links><Link guid="{V}" name="contradicts" originGUID="{B}" targetGUID="{U}">
        <NoteRef targetGUID="{N}"/></Link>
        <Link guid="{N}" name="is a" originGUID="{A}" targetGUID="{B}"/>
        <Link guid="{S}"/></Links>"""
    notes = f"<Notes>{note(inside='<PlainTextContent>Look</PlainTextContent>')}</Notes>"
    exchange = read(qdpx(selection(4, 9) + selection(10, 14, guid=U), notes, links))
    assert quotes(exchange) == [["ferry"], ["left"], ["ferry", "left"]]
    assert exchange.annotations[2].memo == "contradicts\n\nLook"
    assert exchange.losses == (
        Loss("is a", "", LossReason.NO_PLACE),
        Loss("Link", "", LossReason.NO_PLACE),
    )


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


def test_words_in_a_case_are_no_annotation():
    cases = f'<Cases><Case guid="{U}" name="Mara"/></Cases>'
    inside = selection(0, 15, coding(U)) + selection(4, 9, coding(U) + coding(A, GUID.format(60)),
                                                     guid=V)  # fmt: skip
    exchange = read(qdpx(inside, cases))
    assert quotes(exchange) == [["ferry"]]
    assert exchange.losses == (Loss("Mara", "", LossReason.NO_PLACE, 2),)


def test_a_code_that_is_a_case_is_no_tag():
    cases = f'<Cases><Case guid="{U}" name="Mara"/></Cases>'
    codes = f"""<CodeBook><Codes><Code guid="{U}" name="Mara" isCodable="true">
        <Code guid="{A}" name="places" isCodable="true"/></Code></Codes></CodeBook>"""
    xml = f'<Project xmlns="urn:QDA-XML:project:1.0">{codes}{cases}</Project>'
    assert [(tag.name, tag.parent) for tag in read(packed(**{"a.qde": xml})).tags] == [
        ("places", "")
    ]


def test_a_case_without_a_name_tells_of_its_source():
    variables = f'<Variables><Variable guid="{U}" name="author"/></Variables>'
    told = f"""<VariableValue><VariableRef targetGUID="{U}"/><TextValue>Mara</TextValue>
        </VariableValue>"""
    ref = f'<SourceRef targetGUID="{S}"/>'
    cases = f"""<Cases><Case guid="{V}">{told}{ref}</Case><Case guid="{A}">{told}</Case>
        <Case guid="{N}" name="Post">{ref}</Case></Cases>"""
    (article,) = read(qdpx("", variables, cases)).articles
    assert (article.byline, article.outlet) == ("Mara", "Post")


def test_a_guid_that_stands_twice_is_two_annotations():
    exchange = read(qdpx(selection(4, 9) + selection(10, 14)))
    assert quotes(exchange) == [["ferry"], ["left"]]
    assert len({one.id for one in exchange.annotations}) == 2
    again = f"""<TextSource guid="{S}" name="x"><PlainTextContent>Again</PlainTextContent>
        </TextSource>"""
    assert [one.headline for one in read(qdpx(source=again)).articles] == ["Ferry"]


def test_cases_are_outlets_and_variables_what_is_known():
    def value(number, told, kind="Text"):
        ref = f'<VariableRef targetGUID="{GUID.format(number)}"/>'
        return f"<VariableValue>{ref}<{kind}Value>{told}</{kind}Value></VariableValue>"

    names = ("Publication Date", "author", "Mood", "printed_words", "country", "url", "Pages")
    variables = "".join(
        f'<Variable guid="{GUID.format(20 + number)}" name="{name}" typeOfVariable="Text"/>'
        for number, name in enumerate(names)
    )
    inside = "".join(
        (
            value(20, "2024-02-22", "Date"), value(21, "Mara Lind"), value(22, "glad"),
            value(23, "many", "Integer"), value(25, "https://example.org"), value(26, "3"),
            value(27, "no name"), "<VariableValue/>",
        )
    )  # fmt: skip
    ref = f'<SourceRef targetGUID="{S}"/>'
    cases = f"""<Case guid="{U}" name="Post">{value(24, "UK")}{ref}</Case>
        <Case guid="{V}" name="Interview 1"><CodeRef targetGUID="{A}"/>{ref}
        <SelectionRef targetGUID="{B}"/></Case><Case guid="{N}"/><Case guid="{B}" name="Nobody"/>"""
    exchange = read(qdpx(inside, f"<Variables>{variables}</Variables>", f"<Cases>{cases}</Cases>"))
    (article,) = exchange.articles
    assert (article.outlet, article.published, article.byline) == (
        "Post",
        "2024-02-22",
        "Mara Lind",
    )
    assert (article.url, article.page, article.printed_words) == ("https://example.org", "3", 0)
    assert exchange.outlets == (Outlet("Post", country="UK"), Outlet("Interview 1"))
    assert exchange.losses == (
        Loss("Interview 1", "", LossReason.NO_PLACE, 3),
        Loss("Mood", "", LossReason.NO_PLACE),
    )


def test_what_names_no_day_is_no_date_and_an_outlet_may_be_a_variable():
    variables = f"""<Variables><Variable guid="{U}" name="date"/>
        <Variable guid="{V}" name="newspaper"/></Variables>"""
    inside = f"""<VariableValue><VariableRef targetGUID="{U}"/><TextValue>in May</TextValue>
        </VariableValue><VariableValue><VariableRef targetGUID="{V}"/><TextValue>Star</TextValue>
        </VariableValue>"""
    cases = f'<Cases><Case guid="{A}" name="Post"><SourceRef targetGUID="{S}"/></Case></Cases>'
    exchange = read(qdpx(inside, variables, cases))
    assert (exchange.articles[0].published, exchange.articles[0].outlet) == ("", "Star")


def pdf(guid, inside, path=""):
    told = f' path="internal://{path}"' if path else ""
    return f'<PDFSource guid="{guid}" name="Pier.pdf"{told}>{inside}</PDFSource>'


def test_the_text_of_a_pdf_is_told_or_read(draw_pdf):
    told = f"""<PDFSelection guid="{V}" page="0" firstX="0" firstY="0" secondX="9" secondY="9"/>
        <Representation guid="{N}"/><Representation guid="{A}"><PlainTextContent>Who waved?
        </PlainTextContent>{selection(4, 9, coding())}</Representation>"""
    source = "".join(
        (
            pdf(U, told), pdf(GUID.format(30), "", "pier.pdf"), pdf(GUID.format(31), "", "bad.pdf"),
            pdf(GUID.format(32), ""),
        )
    )  # fmt: skip
    drawn = draw_pdf([[(72, 700, "The old pier was sold on Monday.")]])
    exchange = read(qdpx(source=source, **{"sources/pier.pdf": drawn, "sources/bad.pdf": b"%PDF-"}))
    assert [article.text.strip() for article in exchange.articles[1:]] == [
        "Who waved?", "The old pier was sold on Monday.",
    ]  # fmt: skip
    assert quotes(exchange) == [["waved"]]
    assert exchange.losses == (
        Loss("PDFSelection", "Pier", LossReason.NOT_TEXT),
        Loss("Pier", "", LossReason.NOT_TEXT, 2),
    )


def test_a_document_without_plain_text_is_read(pack_docx):
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in ("One pier.", "Two."))
    source = (
        f'<TextSource guid="{U}" name="My pier.docx" richTextPath="internal://my%20pier.docx"/>'
    )
    bad = f'<TextSource guid="{V}" name="Bad" richTextPath="internal://bad.docx"/>'
    files = {"sources/my pier.docx": pack_docx(body), "sources/bad.docx": b"PK"}
    exchange = read(qdpx(source=source + bad, **files))
    assert [one.text for one in exchange.articles[1:]] == ["One pier.\nTwo."]
    assert exchange.losses == (Loss("Bad", "", LossReason.UNREADABLE),)


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


def test_a_note_of_many_is_read_once(monkeypatch):
    monkeypatch.setattr(refi_parts, "MAX_EXPANDED_BYTES", 200)
    told = f'<NoteRef targetGUID="{N}"/>'
    inside = "".join(selection(4, 9, told, guid=GUID.format(60 + number)) for number in range(9))
    notes = f"<Notes>{note(plainTextPath='internal://memo.txt')}</Notes>"
    exchange = read(qdpx(inside, notes, **{"sources/memo.txt": "Why? " * 20}))
    assert {one.memo for one in exchange.annotations} == {"Why? " * 20}


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
