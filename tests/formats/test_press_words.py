import pytest

from workbench.formats.press_words import folded, is_rights, labelled, press_words


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        ("LOAD-DATE: March 2, 2024", ("load date", "March 2, 2024")),
        ("Length:\xa012 words", ("length", "12 words")),
        ("Company / organization: A; B", ("company / organization", "A; B")),
        ("Body:", ("body", "")),
        ("Full text: one\ntwo", ("full text", "one\ntwo")),
        ("at 12:30 the boat left", ("", "at 12:30 the boat left")),
        ("A line\nbroken: twice", ("", "A line\nbroken: twice")),
        ("x" * 41 + ": long", ("", "x" * 41 + ": long")),
    ],
)
def test_a_label_and_its_value(paragraph, expected):
    assert labelled(paragraph) == expected


def test_copyright_may_stand_in_any_line():
    assert is_rights("Copyright 2024 Lamp")
    assert is_rights("Copy 2024 Lamp\nAlle Rechte vorbehalten")
    assert not is_rights("The copyright is old.")


def test_every_word_of_the_tables_is_folded():
    words = press_words()
    for table in (words.nexis_head, words.nexis_tail, words.proquest):
        assert [name for name in table if folded(name) != name] == []
    for marks in words.nexis_marks.values():
        assert [name for name in marks if folded(name) != name] == []


def test_every_month_has_a_name_in_each_menu_language():
    months = press_words().months
    spelled = ["december", "dezember", "décembre", "december", "diciembre", "dicembre"]
    assert [months[name] for name in spelled] == [12] * 6
    assert set(months.values()) == set(range(1, 13))
