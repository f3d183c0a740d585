"""How long made-up articles take to import, how soon that stops, and the memory it needs."""

import io
import json
import zipfile
from itertools import islice
from pathlib import Path

import pytest

ARTICLES, PARAGRAPHS, SENTENCES = 500, 12, 3
MANY = 10_000  # of about 500 words
PAGES = 1_000
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUN = '<w:r><w:rPr><w:rFonts w:ascii="arial" w:hAnsi="arial"/><w:sz w:val="20"/></w:rPr>'


def made_up_articles(articles=ARTICLES, paragraphs=PARAGRAPHS):
    from corpus import Writer

    writer = Writer(1)
    for number in range(1, articles + 1):
        yield (
            f"Headline {number}",
            [
                " ".join(word for _ in range(SENTENCES) for word in writer.sentence())
                for _ in range(paragraphs)
            ],
        )


def lines():
    yield f"Documents ({ARTICLES})"
    yield "Search Terms: made up"
    for headline, paragraphs in made_up_articles():
        yield from (headline, "The Morning Lamp", "March 1, 2024 Friday", "Copyright 2024 Lamp")
        yield from ("Section:\xa0NEWS; Pg. A3", "Length:\xa0700 words", "Byline:\xa0Ada Quill")
        yield from ("Body", *paragraphs, "Load-Date:\xa0March 2, 2024", "End of Document")


def as_docx():
    def runs(line):
        words = line.split(" ")
        for start in range(0, len(words), 4):  # search hits divide a paragraph into many runs
            shown = " ".join(words[start : start + 4])
            yield f'{RUN}<w:t xml:space="preserve">{shown} </w:t></w:r>'

    return packed("".join(f"<w:p>{''.join(runs(line))}</w:p>" for line in lines()))


def packed(body):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
        package.writestr("word/document.xml", document)
    return out.getvalue()


def as_rtf():
    body = "".join(f"{{\\b {line}}}\\par\n" for line in lines())
    return f"{{\\rtf1\\ansi\\ansicpg1252 {body}}}".encode("cp1252")


def as_old_text():
    parts = []
    for number, (headline, paragraphs) in enumerate(made_up_articles(), 1):
        head = (f"{number} of {ARTICLES} DOCUMENTS", "The Morning Lamp", "March 1, 2024 Friday")
        parts += [*head, headline, "LENGTH: 700 words", *paragraphs, "LOAD-DATE: March 2, 2024"]
    return "\r\n\r\n".join(parts).encode()


def as_archive_of_files():
    """Each article in a file of its own, as some prefer to have them delivered."""
    parts = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines())
    _cover, *articles = parts.split("<w:p><w:r><w:t>Headline ")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, article in enumerate(articles):
            archive.writestr(f"{number}.docx", packed(f"<w:p><w:r><w:t>Headline {article}"))
    return out.getvalue()


def as_json_lines():
    records = (
        {"id": str(number), "headline": headline, "published": "2024-03-01", "text": text}
        for number, (headline, paragraphs) in enumerate(made_up_articles(MANY, 9))
        for text in ["\n\n".join(paragraphs)]
    )
    return "\n".join(map(json.dumps, records)).encode()


def as_pdf():
    """Pages of two columns with a running head, as newspapers print them."""
    from corpus import Writer

    writer = Writer(2)
    words = (word for _ in range(PAGES * 40) for word in writer.sentence())
    pages = []
    for number in range(PAGES):
        drawn = [f"BT /F1 9 Tf 1 0 0 1 60 800 Tm (The Morning Lamp, page {number + 1}) Tj ET"]
        for left in (60, 310):
            for row in range(60):
                text = " ".join(islice(words, 7))
                drawn.append(f"BT /F1 9 Tf 1 0 0 1 {left} {770 - 12 * row} Tm ({text}) Tj ET")
        pages.append("\n".join(drawn))
    return pdf(pages)


def pdf(pages):
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for place, drawn in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * place} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>"
    return body + f"{end}\nstartxref\n{len(body)}\n%%EOF\n".encode()


WORKS = (
    ("JSON Lines", f"{MANY} articles", "20 s", "archive.jsonl", as_json_lines, MANY),
    ("Nexis, DOCX", f"{ARTICLES} articles", "10 s", "export.docx", as_docx, ARTICLES),
    ("Nexis, RTF", f"{ARTICLES} articles", "10 s", "export.rtf", as_rtf, ARTICLES),
    ("LexisNexis, text", f"{ARTICLES} articles", "10 s", "export.txt", as_old_text, ARTICLES),
    ("Nexis, ZIP of DOCX", f"{ARTICLES} files", "10 s", "files.zip", as_archive_of_files, ARTICLES),
    ("PDF in two columns", f"{PAGES} pages", "15 s", "pages.pdf", as_pdf, 1),
)


@pytest.mark.benchmark
@pytest.mark.timeout(600)
@pytest.mark.parametrize("work", WORKS, ids=lambda work: work[0])
def test_reading_a_file(work, table, tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    name, size, bar, file, made, articles = work
    path = tmp_path / file
    path.write_bytes(made())
    told = table(f"import of {name}", size, f"{bar}, 0.5 s", path, articles, script="imports.py")
    assert told["told"]
