import codecs
from pathlib import Path

import pytest

from workbench.formats.decoding import decode, is_binary, unify_line_ends

TEXTS = Path(__file__).parent / "data" / "texts"


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("windows_1252", "The café’s owner said he would “never” close – not"),
        ("windows_1250", "Prom po raz pierwszy od dziewięciu lat opuścił"),
        ("windows_1251", "Паром впервые за девять лет"),
        ("koi8_r", "Паром впервые за девять лет"),
        ("gb18030", "渡轮九年来第一次在星期二早上离开旧港。"),
        ("big5", "渡輪九年來第一次在星期二早上離開舊港。"),
        ("shift_jis", "フェリーは九年ぶりに火曜日の朝、古い港を出発した。"),
    ],
)
def test_legacy_encodings_are_detected(name, begins):
    assert decode((TEXTS / f"{name}.txt").read_bytes()).startswith(begins)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "utf-32-be"]
)
def test_unicode_encodings_with_and_without_mark(encoding):
    text = "Wörld news: “Bread” is 3 € – and 😀.\nSecond line"
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE])
def test_big_endian_marks(mark):
    encoding = "utf-16-be" if len(mark) == 2 else "utf-32-be"
    assert decode(mark + "Xi’s".encode(encoding)) == "Xi’s"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café".encode("cp1252"), "Café"),
        ("he said …".encode("cp1252"), "he said …"),
        (b"It\x92s \x93new\x94", "It’s “new”"),
        ("ab “".encode()[:-1], "ab �"),
        ("“ab” c’".encode()[:-2], "“ab” c�"),
        ("x 😀".encode()[:-1], "x �"),
        ("“Ça va” – “été” – “où”".encode() + b" \xff " + b"ok", "“Ça va” – “été” – “où” \ufffd ok"),
        (b"\x81\xff\x8d\xff\x8f\xff" * 4, "\ufffdÿ" * 12),  # what no encoding makes sense of
    ],
)
def test_broken_places(data, text):
    assert decode(data) == text


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("“naïve”".encode("cp1252"), "iso-8859-1", "“naïve”"),
        ("“naïve”".encode(), "iso-8859-1", "“naïve”"),
        ("Žluťoučký kůň".encode("cp1250"), "windows-1250", "Žluťoučký kůň"),
        ("书市".encode("gb18030"), " GB2312 ", "书市"),
        ("日本".encode("iso2022_jp"), "iso-2022-jp", "日本"),
        ("caf\xe9".encode("cp1252"), "no-such-encoding", "café"),
        ("caf\xe9".encode("cp1252"), "\x00", "café"),
        ("caf\xe9 \\x41".encode("cp1252"), "unicode_escape", "café \\x41"),
        ("caf\xe9".encode("cp1252"), "hex", "café"),
        ("caf\xe9".encode("cp1252"), "raw_unicode_escape", "café"),
        ("caf\xe9 +AD4-".encode("cp1252"), "utf-7", "café +AD4-"),
        ("caf\xe9".encode("cp1252"), "ascii", "café"),
        ("caf\xe9".encode("cp1252"), "utf-8", "café"),
    ],
)
def test_a_declared_encoding_counts_where_it_can_be_true(data, declared, text):
    assert decode(data, declared) == text


def test_zero_bytes_alone_do_not_make_utf_16():
    assert is_binary(decode(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"))
    assert is_binary(decode(b"one stray \x00 in a line"))
    assert is_binary(decode("渡轮九年来第一次离开旧港".encode("utf-16-le") + b"\x00"))


def test_control_characters_in_number_are_binary():
    assert is_binary("\x01\x02\x03 text")
    assert not is_binary("\x1b[1m" + "A headline in bold for the terminal, and a long text. " * 3)
    assert not is_binary("")


def test_every_mandatory_line_break_becomes_lf_and_nothing_else_changes():
    text = "a\r\nb\rc\nd\x85e\u2028f\u2029g\x0bh\x0ci\r\n\r\n\tj\u00a0k \u200b\ufeff"
    assert unify_line_ends(text) == "a\nb\nc\nd\ne\nf\ng\nh\ni\n\n\tj\u00a0k \u200b\ufeff"
