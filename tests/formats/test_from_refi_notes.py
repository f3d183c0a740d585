"""Notes, comments and links of other programs' projects become memos of what they are about."""

from refi_projects import GUID, A, B, N, S, U, V, coding, note, qdpx, quotes, read, selection

from workbench.formats import refi_parts
from workbench.model import Loss, LossReason, TargetKind


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


def test_a_note_of_many_is_read_once(monkeypatch):
    monkeypatch.setattr(refi_parts, "MAX_EXPANDED_BYTES", 200)
    told = f'<NoteRef targetGUID="{N}"/>'
    inside = "".join(selection(4, 9, told, guid=GUID.format(60 + number)) for number in range(9))
    notes = f"<Notes>{note(plainTextPath='internal://memo.txt')}</Notes>"
    exchange = read(qdpx(inside, notes, **{"sources/memo.txt": "Why? " * 20}))
    assert {one.memo for one in exchange.annotations} == {"Why? " * 20}
