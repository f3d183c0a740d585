"""Spreadsheets, each built from the few cells that the test is about."""

from pathlib import Path

import pytest

from workbench.formats import from_xlsx
from workbench.formats.from_xlsx import open_xlsx
from workbench.formats.readers import read_file
from workbench.model.errors import FileError, FileProblem

PATH = Path("a.xlsx")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def xlsx(pack):
    def build(*sheets, strings="", states=(), properties="", named=None):
        """`sheets` are the rows of each in XML."""
        listed = related = ""
        parts = {"[Content_Types].xml": "<Types/>"}
        for number, rows in enumerate(sheets):
            state = states[number] if number < len(states) else "visible"
            listed += f'<sheet name="S{number}" state="{state}" r:id="r{number}"/>'
            related += f'<Relationship Id="r{number}" Target="worksheets/s{number}.xml"/>'
            if rows:
                parts[f"xl/worksheets/s{number}.xml"] = (
                    f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
                )
        parts["xl/workbook.xml"] = (
            f'<workbook xmlns="{MAIN}" xmlns:r="{LINK}">{properties}'
            f"<sheets>{listed}</sheets></workbook>"
        )
        parts["xl/_rels/workbook.xml.rels"] = f"<Relationships>{related}</Relationships>"
        if strings:
            parts["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{strings}</sst>'
        return pack({name: text for name, text in (parts | (named or {})).items() if text})

    return build


def row(*cells):
    return f"<row>{''.join(cells)}</row>"


def inline(text):
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def cell(value, place="", kind="n"):
    return f'<c r="{place}" t="{kind}"><v>{value}</v></c>'


def rows_of(data):
    return [table.rows for table in open_xlsx(PATH, data)]


def test_every_kind_of_cell(xlsx):
    strings = (
        "<si><t>plain</t></si>"
        "<si><r><rPr/><t>in </t></r><r><t>runs</t></r><rPh><t>no</t></rPh></si>"
        "<si><t>a_x000D_b</t></si><phoneticPr/>"
    )
    cells = (
        *(cell(0, "A1", "s"), cell(1, "B1", "s"), cell(2, "C1", "s"), cell(9, "D1", "s")),
        *(cell("x", "E1", "s"), inline("inline"), cell("formula", "G1", "str")),
        cell("#REF!", "H1", "e"),
        *(cell("7.0", "I1"), '<c r="J1"/>', cell("45352.5", "K1"), "<other/>"),
    )  # fmt: skip
    ((found,),) = rows_of(xlsx(row(*cells), strings=strings))
    assert found == (
        *("plain", "in runs", "a\rb", "", "", "inline", "formula", "", "7", "", "45352.5"),
    )


def test_cells_stand_where_they_are_said_to(xlsx):
    data = xlsx(row(cell(1, "C1")) + row() + row(cell(" ", "A3", "str")) + row(cell(2, "AA4")))
    ((first, second),) = rows_of(data)
    assert first == ("", "", "1")
    assert (len(second), second[-1]) == (27, "2")


def test_rows_are_articles_and_numbers_are_days(xlsx, tmp_path):
    names = row(*map(inline, ("Date", "Title", "Text")))
    rows = names + row(cell("45352.4", "A2"), inline("Ferry"), inline("It left."))
    notes = row(inline("only a note"))
    path = tmp_path / "table"
    path.write_bytes(
        xlsx(notes, rows, rows.replace("It left", "It hid"), states=("", "", "hidden"))
    )
    reading = read_file(path)
    (article,) = reading.articles
    assert (reading.reader, article.text, article.headline) == ("xlsx", "It left.", "Ferry")
    assert article.published == "2024-03-01"


def test_days_of_older_macintoshes(xlsx, tmp_path):
    rows = row(inline("Date"), inline("Text")) + row(cell("43890", "A2"), inline("It left."))
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(rows, properties='<workbookPr date1904="1"/>'))
    assert read_file(path).articles[0].published == "2024-03-01"


def problem_of(data):
    with pytest.raises(FileError) as caught:
        open_xlsx(PATH, data)
    return caught.value.problem, caught.value.detail


def test_each_limit_is_kept(xlsx, monkeypatch):
    monkeypatch.setattr(from_xlsx, "MAX_ROWS", 1)
    monkeypatch.setattr(from_xlsx, "MAX_COLUMNS", 2)
    monkeypatch.setattr(from_xlsx, "MAX_SHEETS", 1)
    one = row(cell(1, "A1"))
    assert problem_of(xlsx(one * 2)) == (FileProblem.TOO_LARGE, "1 rows")
    assert problem_of(xlsx(row(cell(1, "C1")))) == (FileProblem.TOO_LARGE, "2 columns")
    assert problem_of(xlsx(one, one)) == (FileProblem.TOO_LARGE, "1 sheets")


def test_workbooks_that_hold_no_table(xlsx, tmp_path):
    assert rows_of(xlsx("")) == []
    assert rows_of(xlsx(row(cell(1, "A1")), named={"xl/_rels/workbook.xml.rels": ""})) == []
    assert problem_of(xlsx(named={"xl/workbook.xml": "<"})) == (FileProblem.DAMAGED, "")
    path = tmp_path / "a.xlsx"
    path.write_bytes(xlsx(""))
    assert read_file(path).skipped[0].problem is FileProblem.EMPTY
