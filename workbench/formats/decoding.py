"""Text out of bytes: byte order marks, strict UTF-8, what was declared, then careful guesses."""

from __future__ import annotations

import codecs
import re

SAMPLE_BYTES = 65_536  # enough to tell an encoding; detection is slower than decoding
MAX_FOREIGN_SHARE = 0.08  # accented letters among letters: French has 6 %, mojibake far more
MAX_DAMAGE_SHARE = 0.1  # broken sequences among non-ASCII ones in what is still called UTF-8
MIN_NARROW_SHARE = 0.5  # below U+0100 in UTF-16 without a mark, which only Latin script shows
MAX_CONTROL_SHARE = 0.02  # terminal colours and page breaks stay far below

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDE = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")
# Labels that pages use for the larger encoding they are really written in (WHATWG Encoding).
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}
_CANDIDATES = [
    *("cp1252", "cp1250", "cp1251", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257"),
    *("gb18030", "big5", "shift_jis", "euc_jp", "euc_kr", "cp874", "cp1258"),
]
_WESTERN = re.compile("[\x00-\x7f\xa0-¬®-±´¶-¸º-ÿŒœŠšŽžŸˆƒ–—‘’‚“”„†‡•…‰‹›€™]*")
_CUT_CHARACTER = re.compile(rb"(?:[\xe0-\xef][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{1,2})\Z")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


def decode(data: bytes, declared: str = "") -> str:
    """Decode a file's bytes, without their byte order mark; every byte string gives something.

    Order: byte order mark; UTF-16 and UTF-32 by where their zero bytes lie; strict UTF-8, which
    hardly any other text satisfies by chance; the `declared` encoding; UTF-8 with a few broken
    places (each U+FFFD); Windows-1252 where it gives plausible words; detection.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if b"\x00" in data:
        return _decode_wide(data)
    declared = _codec_name(declared)
    escapes = declared.startswith(("iso2022", "hz"))  # pure ASCII bytes, so valid UTF-8 as well
    for encoding in (declared, "utf-8") if escapes else ("utf-8", declared):
        text = _strictly(data, encoding)
        if text is not None:
            return text
    return _decode_damaged(data) or _decode_legacy(data)


def unify_line_ends(text: str) -> str:
    """Put LF at each of Unicode's mandatory line breaks (UAX #14) and change nothing else.

    Besides CR LF and CR that is NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR, VT and FF: a text
    engine breaks lines there, so that a view and the stored text would otherwise disagree.
    """
    for end in ("\r\n", "\r", "\x85", "\u2028", "\u2029", "\x0b", "\x0c"):
        text = text.replace(end, "\n")
    return text


def is_binary(text: str) -> bool:
    """Whether a decoded file is no text: it has a NUL, or many other control characters."""
    sample = text[:SAMPLE_BYTES]
    return "\x00" in text or len(_CONTROLS.findall(sample)) > MAX_CONTROL_SHARE * len(sample)


def _codec_name(label: str) -> str:
    """Python's name for an encoding label, "" for one it does not know or that is not for text."""
    try:
        info = codecs.lookup(label.strip())
    except (LookupError, ValueError):
        return ""
    text_codec = bool(getattr(info, "_is_text_encoding", True))
    safe = text_codec and info.name not in {"utf-7", "idna", "punycode", "unicode_escape"}
    return _WIDER.get(info.name, info.name) if safe and "escape" not in info.name else ""


def _strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding) if encoding else None
    except (UnicodeError, LookupError):
        return None


def _decode_wide(data: bytes) -> str:
    """Decode what has zero bytes: UTF-32 or UTF-16 where that gives text, else as it comes."""
    for encoding in _WIDE:
        text = data.decode(encoding, "replace")
        sample = text[:SAMPLE_BYTES]
        narrow = sum(c <= "\xff" for c in sample)  # hardly any in the wrong byte order
        plausible = "�" not in sample[:-1] and narrow >= MIN_NARROW_SHARE * len(sample)
        if plausible and not is_binary(text):
            return text
    return data.decode("utf-8", "replace")


def _decode_damaged(data: bytes) -> str:
    """Decode UTF-8 with a few broken places, or cut inside its last character; else ""."""
    text = data.decode("utf-8", "replace")
    broken = text.count("�")
    sound = sum(len(run) for run in re.findall("[^\x00-\x7f�]+", text))
    cut = broken == 1 and text.endswith("�") and (sound > 0 or _CUT_CHARACTER.search(data))
    return text if cut or broken <= MAX_DAMAGE_SHARE * sound else ""


def _decode_legacy(data: bytes) -> str:
    sample = data[:SAMPLE_BYTES]
    western = _strictly(sample, "cp1252")
    if western is None or not _is_western(western):
        from charset_normalizer import from_bytes

        best = from_bytes(sample, cp_isolation=_CANDIDATES).best()
        if best is not None:
            return data.decode(best.encoding, "replace")
    return data.decode("cp1252", "replace")


def _is_western(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    foreign = sum(c > "\x7f" for c in letters)
    return _WESTERN.fullmatch(text) is not None and foreign <= MAX_FOREIGN_SHARE * len(letters)
