"""How long an export of 500 made-up articles takes to read in each kind of file."""

import io
import time
import zipfile
from pathlib import Path

import pytest

from workbench.formats.readers import read_file

ARTICLES, PARAGRAPHS, SENTENCES = 500, 12, 3
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RUN = '<w:r><w:rPr><w:rFonts w:ascii="arial" w:hAnsi="arial"/><w:sz w:val="20"/></w:rPr>'


def made_up_articles():
    from corpus import Writer

    writer = Writer(1)
    for number in range(1, ARTICLES + 1):
        yield (
            f"Headline {number}",
            [
                " ".join(word for _ in range(SENTENCES) for word in writer.sentence())
                for _ in range(PARAGRAPHS)
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

    body = "".join(f"<w:p>{''.join(runs(line))}</w:p>" for line in lines())
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


@pytest.mark.benchmark
@pytest.mark.timeout(300)
def test_exports_of_made_up_articles(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    print("\nkind   megabytes  articles  seconds")
    for suffix, data in ((".docx", as_docx()), (".rtf", as_rtf()), (".txt", as_old_text())):
        path = tmp_path / f"export{suffix}"
        path.write_bytes(data)
        start = time.perf_counter()
        reading = read_file(path)
        seconds = time.perf_counter() - start
        print(f"{suffix:5}  {len(data) / 1e6:9.1f}  {len(reading.articles):8}  {seconds:7.2f}")
        assert (len(reading.articles), reading.announced) == (ARTICLES, ARTICLES)
