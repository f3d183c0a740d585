"""Workbooks: what their sheets hold, and how other programs read them."""

import csv
import gc
import io
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import replace
from itertools import repeat

import pytest
from dossiers import make_dossier
from lxml import etree

from workbench.formats import to_xlsx
from workbench.formats.from_xlsx import open_xlsx
from workbench.formats.sheet_tables import tables
from workbench.formats.sheets import Kind
from workbench.formats.to_xlsx import MOST_LETTERS, cut_cells, write_xlsx
from workbench.model import (
    Annotation,
    Cancelled,
    Codebook,
    Comparison,
    Dossier,
    ExcerptGroup,
    Loss,
    LossReason,
    Outgoing,
    Sheet,
)

OFFICE = shutil.which("soffice")
EMPTY = Dossier("T", "", Outgoing(), Codebook(), Comparison(()))


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name).decode() for name in package.namelist()}


def read(data, tmp_path):
    return {table.name: table.rows for table in open_xlsx(tmp_path / "t.xlsx", data)}


def with_memo(memo, **changes):
    """A dossier of one excerpt whose memo is told, and whose article may be another."""
    dossier = make_dossier(Outgoing(sheets=(Sheet.EXCERPTS,)))
    excerpt = dossier.groups[0].excerpts[0]
    said = replace(
        excerpt,
        article=replace(excerpt.article, **changes),
        annotations=(Annotation("n", excerpt.annotations[0].target, memo=memo),),
    )
    return replace(dossier, groups=(ExcerptGroup("=1", (said,)),))


def cell_of(rows, name):
    return rows[1][rows[0].index(name)]


def test_our_own_reader_reads_all_tables(tmp_path):
    dossier = make_dossier()
    found = read(write_xlsx(dossier, {}), tmp_path)
    for table in tables(dossier, {}):
        assert found[table.title][0] == tuple(column.name for column in table.columns)
        rows = list(table.rows)
        assert len(found[table.title]) == len(rows) + 1
        kinds = [column.kind for column in table.columns]
        for wanted, told in zip(rows, found[table.title][1:], strict=True):
            padded = (*told, *repeat("", len(wanted) - len(told)))
            for kind, value, cell in zip(kinds, wanted, padded, strict=True):
                if kind is not Kind.DATE:
                    assert cell == (value if isinstance(value, str) else f"{value:.16g}")


def test_the_same_dossier_gives_the_same_bytes():
    dossier = make_dossier()
    first, second = (write_xlsx(dossier, {}) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {each.date_time[0] for each in package.infolist()} == {1980}


def test_columns_are_typed_filtered_and_their_heads_stay():
    parts = parts_of(write_xlsx(with_memo("m", published="2024-03-06T08:15:00+08:00"), {}))
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' in sheet
    assert "<autoFilter " in sheet
    assert "<v>45357.34375</v>" in sheet  # a time is a number, and looks like a day by its style
    assert "<f>" not in sheet
    assert "yyyy\\-mm\\-dd" in parts["xl/styles.xml"] or "yyyy-mm-dd" in parts["xl/styles.xml"]
    assert "<hyperlink " in sheet
    assert "2024-04-02T09:30:00Z" in parts["docProps/core.xml"]


@pytest.mark.parametrize("day", ["2024", "2024-03", "soon", "1899-01-01", "2024-02-31"])
def test_what_is_no_day_of_a_spreadsheet_stays_as_it_is(day, tmp_path):
    found = read(write_xlsx(with_memo("m", published=day), {}), tmp_path)["Excerpts"]
    assert cell_of(found, "Published") == day


def test_a_project_that_tells_no_day_takes_none_from_the_clock():
    parts = parts_of(write_xlsx(EMPTY, {}))
    assert "1980-01-01T00:00:00Z" in parts["docProps/core.xml"]
    assert len([name for name in parts if name.startswith("xl/worksheets/sheet")]) == len(Sheet)


def test_hostile_words_stay_words(tmp_path):
    said = '=HYPERLINK("http://x")\x00<script>\ud800\u202e_x0041_'
    data = write_xlsx(with_memo(said, url="javascript:alert(1)", headline="=1+1"), {})
    rows = read(data, tmp_path)["Excerpts"]
    assert cell_of(rows, "Memos") == '=HYPERLINK("http://x")�<script>�\u202e_x0041_'
    assert (cell_of(rows, "Group"), cell_of(rows, "Headline")) == ("=1", "=1+1")
    parts = parts_of(data)
    assert "<f>" not in parts["xl/worksheets/sheet1.xml"]
    assert "<hyperlink " not in parts["xl/worksheets/sheet1.xml"]
    assert 'quotePrefix="1"' in parts["xl/styles.xml"]


@pytest.mark.parametrize("letter", ["a", "新", "😀"])
def test_a_text_too_long_for_a_cell_says_that_it_is_cut(letter, tmp_path):
    fits = with_memo(letter * (MOST_LETTERS // (2 if letter > "\uffff" else 1)))
    assert cut_cells(fits) == ()
    dossier = with_memo(letter * MOST_LETTERS * 2)
    cell = cell_of(read(write_xlsx(dossier, {}), tmp_path)["Excerpts"], "Memos")
    assert cell.endswith(f"{letter} … [cut here: a cell holds no more]")
    assert MOST_LETTERS - 1 <= len(cell.encode("utf-16-le")) // 2 <= MOST_LETTERS
    assert cut_cells(dossier) == (Loss("Memos", "Excerpts", LossReason.NO_PLACE),)


def test_a_table_too_long_for_a_sheet_goes_on_in_another(tmp_path, monkeypatch):
    dossier = make_dossier(Outgoing(sheets=(Sheet.ARTICLES,)))
    monkeypatch.setattr(to_xlsx, "MOST_ROWS", 2)
    found = read(write_xlsx(dossier, {}), tmp_path)
    assert list(found) == ["Articles", "Articles (2)", "Articles (3)"]
    assert [row[0] for rows in found.values() for row in rows[1:]] == list("ABCDE")
    assert len({rows[0] for rows in found.values()}) == 1


def test_addresses_beyond_the_bounds_are_words(tmp_path, monkeypatch):
    dossier = make_dossier(Outgoing(sheets=(Sheet.ARTICLES,)))
    monkeypatch.setattr(to_xlsx, "MOST_LINKS", 2)
    monkeypatch.setattr(to_xlsx, "LONGEST_LINK", 60)
    data = write_xlsx(dossier, {})
    assert parts_of(data)["xl/worksheets/sheet1.xml"].count("<hyperlink ") <= 2
    addresses = [row[12] for row in read(data, tmp_path)["Articles"][1:]]
    assert addresses == [article.url for article in dossier.articles]


def test_high_rows_are_shown_up_to_a_bound():
    sheet = parts_of(write_xlsx(with_memo("line\n" * 50 + "end"), {}))["xl/worksheets/sheet1.xml"]
    (row,) = [
        each for each in etree.fromstring(sheet.encode()).iter("{*}row") if each.get("r") == "2"
    ]
    assert float(row.get("ht")) == 12 * 13.5


def test_writing_may_be_cancelled():
    def report(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        write_xlsx(make_dossier(), {}, report)


@pytest.mark.skipif(OFFICE is None, reason="soffice (LibreOffice) is not installed")
def test_libreoffice_reads_the_same_words(tmp_path):
    dossier = make_dossier(Outgoing(sheets=(Sheet.CLUSTERS,)))
    (tmp_path / "t.xlsx").write_bytes(write_xlsx(dossier, {}))
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    command = [OFFICE, profile, "--headless", "--convert-to", form, "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "t.xlsx"], check=True, capture_output=True, timeout=100)
    rows = list(csv.reader(io.StringIO((tmp_path / "t.csv").read_text("utf-8"), newline="")))
    (table,) = tables(dossier, {})
    place = [column.name for column in table.columns].index("Words")
    assert [row[place] for row in rows[1:]] == [row[place] for row in table.rows]


@pytest.mark.skipif(sys.platform == "win32", reason="no limit can be set there")
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # XlsxWriter's
def test_a_full_disk_is_said_and_nothing_is_left(tmp_path, monkeypatch):
    import resource

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4_000, usual[1]))
    try:
        with pytest.raises(OSError, match="too large"):
            write_xlsx(with_memo("x" * 30_000), {})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    gc.collect()
    assert list(tmp_path.iterdir()) == []
