"""What other programs' projects know of their texts: cases, variables, PDFs and documents."""

from refi_projects import GUID, A, B, N, S, U, V, coding, packed, qdpx, quotes, read, selection

from workbench.model import Loss, LossReason, Outlet


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
