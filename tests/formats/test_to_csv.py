"""CSV: one table, as spreadsheets and other programs read it."""

import csv
import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from dossiers import make_dossier

from workbench.formats.formulas import is_formula, unguarded
from workbench.formats.from_csv import open_csv
from workbench.formats.to_csv import write_csv
from workbench.model import Cancelled, Codebook, Comparison, Dossier, ExcerptGroup, Outgoing, Sheet

GOLDEN = Path(__file__).parent / "golden" / "excerpts.csv"
HOSTILE = '=HYPERLINK("http://x","y")\r\n<script>\x00\ud800\u202e,;\t"q"'


def dossier_of(sheet):
    dossier = make_dossier()
    return replace(dossier, outgoing=replace(dossier.outgoing, sheets=(sheet,)))


def hostile_dossier():
    dossier = dossier_of(Sheet.EXCERPTS)
    excerpt = dossier.groups[0].excerpts[0]
    annotation = replace(excerpt.annotations[0], memo=HOSTILE, author="-1")
    said = replace(excerpt, annotations=(annotation,))
    return replace(dossier, groups=(ExcerptGroup("@SUM(A1)", (said,)),))


def test_a_golden_file():
    found = write_csv(dossier_of(Sheet.EXCERPTS), {}, plain=True)
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(found)
    assert found == GOLDEN.read_bytes()


def test_spreadsheets_get_a_mark_and_their_line_ends():
    marked, plain = (write_csv(dossier_of(Sheet.TERMS), {}, plain=p) for p in (False, True))
    assert marked.startswith(b'\xef\xbb\xbf"Family","Form"')
    assert plain.startswith(b'"Family","Form"')
    assert marked.decode("utf-8-sig").replace("\r\n", "\n") == plain.decode()
    assert b"\r" not in plain


def test_numbers_stay_numbers():
    text = write_csv(dossier_of(Sheet.TERMS), {}, plain=True).decode()
    assert text.split("\n")[1].startswith('1,"new quality productive forces",')


@pytest.mark.parametrize("sheet", Sheet)
def test_our_own_reader_reads_the_table(sheet, tmp_path):
    data = write_csv(dossier_of(sheet), {})
    (table,) = open_csv(tmp_path / "t.csv", data)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert [len(row) for row in rows] == [len(rows[0])] * len(rows)
    assert len(table.rows) == len(rows)


def test_hostile_words_stay_words():
    dossier = hostile_dossier()
    text = write_csv(dossier, {}).decode("utf-8-sig")
    names, row = csv.reader(io.StringIO(text, newline=""))
    told = dict(zip(names, row, strict=True))
    assert told["Group"] == "'@SUM(A1)"
    assert told["Analysts"] == "'-1"
    assert unguarded(told["Memos"]) == '=HYPERLINK("http://x","y")�\n<script>��\u202e,;\t"q"'
    assert not any(map(is_formula, row))


def test_writing_may_be_cancelled():
    def report(_done, _total):
        raise Cancelled

    with pytest.raises(Cancelled):
        write_csv(dossier_of(Sheet.PAIRS), {}, report)


def test_where_no_table_is_named_it_is_that_of_the_excerpts():
    dossier = make_dossier(Outgoing(sheets=()))
    assert write_csv(dossier, {}, plain=True).startswith(b'"Group","Quote"')


def test_a_table_without_rows_has_its_heads():
    outgoing = Outgoing(sheets=(Sheet.PAIRS,))
    empty = Dossier("T", "", outgoing, Codebook(), Comparison(()))
    assert write_csv(empty, {}, plain=True).startswith(b'"Pair","Passage",')
    assert write_csv(empty, {}, plain=True).count(b"\n") == 1
