from workbench.formats.to_printable import contained, to_printable, to_terminal


def test_what_no_page_may_hold_is_replaced_one_by_one():
    assert to_printable("a\x00b\x1b[31m\x85\ud800\uffff\ufdd0c") == "a�b�[31m����c"


def test_ordinary_text_stays():
    text = "Tab\tand line\nend, é, 港口, 😀, \u200f\u2066x\u2069, soft\u00adhyphen"
    assert to_printable(text) == text


def test_a_terminal_gets_no_marks_that_turn_the_direction():
    assert to_terminal("a\u202eb\u2066c\u2069\u200f") == "a�b�c�\u200f"


def test_what_turns_the_direction_of_words_ends_with_them():
    assert contained("plain") == "plain"
    assert contained("\u202eevil") == "\u202eevil\u202c"
    assert contained("\u2067a \u202bb") == "\u2067a \u202bb\u202c\u2069"
    assert contained("\u2067a \u202bb\u2069") == "\u2067a \u202bb\u2069"
    assert contained("\u202ba\u202c \u2069\u202c") == "\u202ba\u202c \u2069\u202c"
