"""Which column is which: by names in several languages, or by what stands in them."""

import pytest

from workbench.formats.column_mapping import ColumnMapping, guessed_mapping, is_day_first_name

LONG = "The ferry to Low Island left the old pier on Friday with forty people and one dog. " * 3


@pytest.mark.parametrize(
    ("names", "mapping"),
    [
        (["id", "Title", "Body"], ColumnMapping(headline=1, text=2)),
        (["Titel", "Zeitung", "Datum", "Volltext"], ColumnMapping(3, 0, 1, published=2)),
        (["Titre", "Auteur", "texte_integral"], ColumnMapping(2, 0, byline=1)),
        (["Título", "Periódico", "Fecha", "Contenido"], ColumnMapping(3, 0, 1, published=2)),
        (["Kop", "Krant", "Inhoud", "Taal"], ColumnMapping(2, 0, 1, language=3)),
        (["标题", "来源", "日期", "正文"], ColumnMapping(3, 0, 1, published=2)),
        (["ÜBERSCHRIFT", "Seite", "Rubrik", "Text"], ColumnMapping(3, 0, page=1, section=2)),
        (["PublicationDate", "fullText", "web_address"], ColumnMapping(1, published=0, url=2)),
        (["source", "publication", "text"], ColumnMapping(2, outlet=1)),
        (["accession-number", "article"], ColumnMapping(1, record=0)),
        (["Text", "Word Count", "Accessed"], ColumnMapping(0, printed_words=1, retrieved=2)),
        (["Volltext", "Wörter", "Abrufdatum"], ColumnMapping(0, printed_words=1, retrieved=2)),
        (
            ["Texte", "Nombre de mots", "Consulté le"],
            ColumnMapping(0, printed_words=1, retrieved=2),
        ),
        (["Tekst", "Aantal woorden", "Bron"], ColumnMapping(0, outlet=2, printed_words=1)),
        (["Texto", "Número de palabras"], ColumnMapping(0, printed_words=1)),
    ],
)
def test_columns_are_known_by_their_names(names, mapping):
    assert guessed_mapping([names]) == mapping


def test_columns_without_known_names_are_known_by_what_they_hold():
    names = ["a", "b", "c", "d", "e"]
    row = ["7", "https://lamp.example/f", "2024-03-01", "The old ferry is retired", LONG]
    mapping = ColumnMapping(text=4, headline=3, published=2, url=1)
    assert guessed_mapping([names, row, [*row[:4], ""], row[:1]]) == mapping


def test_a_first_row_that_is_an_article_names_nothing():
    row = ["2024-03-01", "The old ferry is retired", LONG]
    assert guessed_mapping([row, row]) == ColumnMapping(2, 1, published=0, has_names=False)


def test_what_is_named_counts_and_the_rest_is_guessed():
    rows = [["Snippet", "x", "Title"], [LONG, LONG * 2, "Ferry"]]
    assert guessed_mapping(rows) == ColumnMapping(text=1, headline=2)


def test_days_that_only_the_whole_column_makes_certain_are_days():
    rows = [["a", "b"], [LONG, "03/04/2025"], [LONG, "05/04/2025"]]
    assert guessed_mapping(rows).published == 1


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("Datum", True), ("Date de publication", True), ("FECHA", True), ("Date", False), ("", False)],
)
def test_some_names_of_columns_tell_that_the_day_comes_first(name, is_one):
    assert is_day_first_name(name) is is_one


def test_columns_that_hold_no_texts():
    assert guessed_mapping([]) == ColumnMapping()
    assert guessed_mapping([["a", "b"], ["1", "2"]]) == ColumnMapping()
    assert guessed_mapping([["a"], ["https://lamp.example/" + "x" * 200]]).text is None
    assert not guessed_mapping([["x" * 61], ["x"]]).has_names


def test_values_of_a_row():
    values = ColumnMapping(text=1, headline=5).values(["a", "It left."])
    assert (values["text"], values["headline"], values["outlet"]) == ("It left.", "", "")
