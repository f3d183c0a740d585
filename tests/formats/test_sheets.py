"""Sheets: what the tables of a dossier hold."""

from dataclasses import replace

import pytest
from dossiers import make_dossier

from workbench.formats.blocks import Run, Style
from workbench.formats.sheet_tables import tables
from workbench.formats.sheets import Kind
from workbench.model import Outgoing, Outlet, Sheet


def table(sheet, dossier=None, citations=None, **changes):
    dossier = dossier or make_dossier()
    dossier = replace(dossier, outgoing=replace(dossier.outgoing, sheets=(sheet,), **changes))
    (found,) = tables(dossier, citations or {})
    names = [column.name for column in found.columns]
    return [dict(zip(names, row, strict=True)) for row in found.rows]


@pytest.mark.parametrize("sheet", Sheet)
def test_every_value_fits_the_kind_of_its_column(sheet):
    dossier = make_dossier()
    dossier = replace(dossier, outgoing=replace(dossier.outgoing, sheets=(sheet,)))
    (found,) = tables(dossier, {})
    rows = list(found.rows)
    assert rows
    assert len({column.name for column in found.columns}) == len(found.columns)
    for row in rows:
        for column, value in zip(found.columns, row, strict=True):
            is_number = column.kind in {Kind.NUMBER, Kind.SHARE}
            assert value == "" or isinstance(value, int | float if is_number else str)


def test_an_excerpt_has_all_that_is_needed_to_check_it():
    dossier = make_dossier()
    excerpts = [excerpt for group in dossier.groups for excerpt in group.excerpts]
    cited = {"a1": (Run("Arkwright, H. "), Run("Ledger", Style.EMPHASIS))}
    rows = table(Sheet.EXCERPTS, dossier, cited)
    assert [row["Quote"] for row in rows] == [excerpt.quote for excerpt in excerpts]
    texts = {article.id: article for article in dossier.articles}
    for row in rows:
        article = texts[row["Article ID"]]
        assert article.text[row["Start"] : row["End"]] == row["Quote"]
        assert row["SHA-256 of the text"] == article.sha256
        assert f"{row['Before it']}{row['Quote']}{row['After it']}" in article.text
    by_words = {row["Quote"]: row for row in rows}
    row = by_words["just under half"]
    assert row["Tags"] == "Figures; Wording › Softened"
    assert row["Memos"].startswith("49.9 percent in the wire.\nWhich")
    assert (row["Analysts"], row["Annotation IDs"]) == ("Ada Lind", "n1")
    assert (row["Created (UTC)"], row["Last changed (UTC)"]) == (
        "2024-04-01T10:00:00Z",
        "2024-04-02T09:30:00Z",
    )
    assert row["Other articles"] == len(row["In other articles"].split("\n")) == 2
    assert by_words["follow the path of rapid development"]["Citation"] == "Arkwright, H. Ledger"


def test_what_is_not_to_go_out_has_no_column():
    row = table(Sheet.EXCERPTS, has_context=False, has_memos=False, has_variants=False)[0]
    assert not {"Before it", "After it", "Memos", "Other articles"}.intersection(row)


def test_pairs_and_their_differences_say_where_they_stand():
    dossier = make_dossier()
    texts = {article.id: article.text for article in dossier.articles}
    pairs, variants = table(Sheet.PAIRS, dossier), table(Sheet.VARIANTS, dossier)
    assert [row["Pair"] for row in pairs] == list(range(1, len(pairs) + 1))
    assert {row["Kind"] for row in pairs} == {"word for word", "edited", "in other words"}
    assert sum(row["Differences"] for row in pairs) == len(variants)
    for row in pairs + variants:
        for side in "AB":
            found = texts[row[f"Article ID {side}"]][row[f"Start {side}"] : row[f"End {side}"]]
            assert found == row[f"Words {side}"]
    assert all(row["Passage"] for row in pairs)
    assert any("number" in row["Deserves a look for"] for row in variants)


def test_a_shared_passage_is_first_seen_in_one_place():
    rows = table(Sheet.CLUSTERS)
    numbers = [row["Passage"] for row in rows if row["First seen here"] == "yes"]
    assert numbers == sorted(set(numbers)) == sorted({row["Passage"] for row in rows})
    assert {row["Quoted from"] for row in rows} >= {"", "Wei Jianguo"}


def test_where_dates_do_not_tell_which_is_the_first_all_that_may_be_are():
    whole = make_dossier()
    same = tuple(replace(article, published="2024-03") for article in whole.articles)
    dossier = replace(whole, articles=same, comparison=replace(whole.comparison, articles=same))
    rows = table(Sheet.CLUSTERS, dossier)
    assert {row["First seen here"] for row in rows} == {"perhaps"}


def test_rival_terms_are_counted_by_outlet_also_where_there_are_none():
    rows = table(Sheet.TERMS)
    assert {row["Form"] for row in rows} == {
        "new quality productive forces",
        "new productive forces",
    }
    assert 0 in {row["Uses"] for row in rows}
    assert {row["Put together by the analyst"] for row in rows} == {"no"}


def test_quotations_tell_what_became_of_them():
    rows = table(Sheet.QUOTATIONS)
    assert {row["Fullest"] for row in rows} == {"yes", "no"}
    assert len({row["Saying"] for row in rows}) == [row["Fullest"] for row in rows].count("yes")
    assert any(row["Speaker"] == "Wei Jianguo" for row in rows)
    assert any(row["Passage"] for row in rows)


def test_articles_have_what_is_known_of_their_outlets():
    dossier = make_dossier(Outgoing())
    name = dossier.articles[0].outlet
    outlets = (Outlet(name, country="Ruritania", group="Ledger Group"),)
    first, second, *_ = table(Sheet.ARTICLES, replace(dossier, outlets=outlets))
    assert (first["Siglum"], first["Outlet"], first["Country"]) == ("A", name, "Ruritania")
    assert (first["Owner"], second["Owner"]) == ("Ledger Group", "")
    assert first["Characters"] == len(dossier.articles[0].text)
    assert first["Words printed"] == ""


def test_only_the_name_of_a_file_goes_out():
    dossier = make_dossier()
    article = replace(dossier.articles[0], path="folder/of/mine/a.txt", printed_words=7)
    (row,) = table(Sheet.ARTICLES, replace(dossier, articles=(article,)))
    assert (row["File"], row["Words printed"]) == ("a.txt", 7)
