"""Documents made by hand, so that a test says what stands in them."""

from __future__ import annotations

import io
import zipfile

import pytest

from workbench.formats.blocks import (
    Cell,
    Document,
    Grid,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Remark,
    Role,
    Run,
    Style,
)

CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def draw_pdf():
    """A PDF of pages, each a list of (x, y, text) in Helvetica; y counts from the bottom."""
    return tiny_pdf


@pytest.fixture
def pack_docx():
    """A DOCX whose body is the given XML; further parts by name."""
    return tiny_docx


def tiny_docx(body: str, *, named: dict[str, str] | None = None, **parts: str) -> bytes:
    document = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    packed = {"[Content_Types].xml": "<Types/>", "word/document.xml": document} | {
        name.replace("__", "/") + ".xml": text for name, text in parts.items()
    }
    packed |= named or {}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in packed.items():
            if text:
                package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tiny_pdf(pages, *, info="", size=11, encrypted=False) -> bytes:
    kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for index, lines in enumerate(pages):
        drawn = "".join(_drawn(*line, size) for line in lines)
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * index} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawn.encode('cp1252'))} >>\nstream\n{drawn}\nendstream")
    objects.append(f"<< {info} >>")
    return _with_table(objects, _LOCK if encrypted else "")


_LOCK = f"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{'5a' * 32}> /U <{'a5' * 32}> >> "


def _drawn(x, y, text, size) -> str:
    text = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n"


def _with_table(objects, lock) -> bytes:
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    size = len(objects) + 1
    trailer = f"<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R {lock}/ID [<00> <00>] >>"
    return (
        out
        + (
            f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n{trailer}\n"
            f"startxref\n{len(out)}\n%%EOF\n"
        ).encode()
    )


@pytest.fixture
def pack():
    """A ZIP of the given parts, by name."""
    return packed_parts


def packed_parts(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


HOSTILE = '<script>alert(1)</script> =HYPERLINK("x") \u202e evil \ud800 \x07 & ]]> end'


def _styled() -> Paragraph:
    runs = [Run(f"{style.value}, ", style) for style in Style]
    links = [
        Run("web", link="https://example.org/a?b=c&d=e"),
        Run(" and "),
        Run("again", Style.EMPHASIS, link="https://example.org/a?b=c&d=e"),
        Run(" and "),
        Run("inside", link="#passages"),
        Run(" and "),
        Run("no link", link="javascript:alert(1)"),
    ]
    return Paragraph((*runs, *links, Run(".\nA second line\tand a tab,  and blanks.")))


def _grid() -> Grid:
    def row(name: str, *shares: float | None) -> tuple[Cell, ...]:
        cells = [
            Cell((Run("–"),)) if share is None else Cell((Run(f"{share:.0%}"),), True, share)
            for share in shares
        ]
        return (Cell((Run(name), Run(" faintly", Style.FAINT))), *cells)

    rows = (row("Harbour Post", None, 0.42), row("Daily Ledger", 0.4, None))
    return Grid("Share of words in common", ("", "A", "B"), rows, (0.5, 0.25, 0.25), True)


def _wide() -> Grid:
    cells = tuple(Cell((Run(str(each)),), is_number=each > 0) for each in range(14))
    return Grid("", tuple("ABCDEFGHIJKLMN"), (cells,))


@pytest.fixture
def written_document():
    """A document with every kind of block and run; some of its fields may be others."""
    return _written_document


def _written_document(**changes: object) -> Document:
    memo = Remark(
        "My own words.\nOn two lines.", "Ann Lee", "2024-03-05T09:00:00Z", ("time › late",)
    )
    known = {
        "title": "The ferry story",
        "subtitle": "How two outlets tell it",
        "made": "2024-03-05T10:20:30Z",
        "language": "en-GB",
        "facts": (("Articles", "5"), ("Outlets", "Harbour Post, Daily Ledger")),
        "blocks": (
            Heading(1, "Overview", "overview"),
            Paragraph((Run("What is told, in one sentence."),), Role.LEAD),
            _styled(),
            _grid(),
            _wide(),
            Grid("No heads", ("", ""), ((Cell((Run("one"),)), Cell()),)),
            PageBreak(),
            Heading(1, "Shared passages", "passages"),
            Heading(2, "1. “The ferry will sail”"),
            Paragraph((Run("“The ferry will sail.”", Style.QUOTED, remarks=(memo,)),), Role.QUOTE),
            Paragraph((Run("Harbour Post, 5 March 2024, paragraph 3"),), Role.SOURCE),
            Paragraph((Run("Before. "), Run("[…]", Style.STRONG), Run(" After.")), Role.CONTEXT),
            Paragraph((Run("My own words."),), Role.MEMO),
            Heading(3, "A list"),
            Listing(((Run("one"),), (Run("two "), Run("strong", Style.STRONG)))),
            Heading(4, "渡轮将启航", language="zh"),
            Paragraph(
                (Run("渡轮", language="zh-Hans-CN"), Run("明天", Style.VARIANT, language="zh"))
            ),
            Paragraph((Run("تغادر العبارة ظهرا", language="ar"),), Role.QUOTE),
            Paragraph((Run("המעבורת", language="he", link="https://example.org/he"),)),
            Paragraph((Run(HOSTILE, language="<x>", remarks=(Remark(HOSTILE),)),)),
            Heading(1, "Literature"),
            Paragraph((Run("Lee, A. (2024). "), Run("Post", Style.EMPHASIS)), Role.LITERATURE),
        ),
    }
    return Document(**(known | changes))
