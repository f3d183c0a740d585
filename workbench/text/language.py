"""Language: which language a text is written in, and the tag that stands for it."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from workbench.text.language_names import NAMES

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 4_000
"""Code points looked at: more make no answer surer, only slower."""

LETTERS = 10
"""Letters that suffice where the script itself names the language."""

WORDS = 10
"""Words that suffice where the language is told by its words: a headline alone is no text."""

CONFIDENCE = 0.9
"""How sure the statistical identifier must be; below, a wrong answer becomes likely."""

_WORD = re.compile(r"[^\W\d_]+")
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_SECOND_NAME = re.compile(r"\s*[(,;/]")
_SCRIPT_LENGTH = 4
_COMMON = {
    "en": "the of and to is that was for with it by are this from have has which on",
    "de": "der die das und den ist nicht mit von dem des ein eine auf für sich auch als im zu",
    "fr": "le les des du et est une pour dans qui pas sur au par aux cette sont ce avec",
    "es": "los las y una con por su para más lo pero como fue está sus muy también han",
}
_COMMON_SHARE = 0.08  # of all words: prose has about a quarter of them in its own list, tables few
_COMMON_KINDS = 3  # of them, lest one name such as Los Angeles decides
_COMMON_LEAD = 3  # times as many as in the next list: neighbours such as Catalan stay undecided
_KANA_SHARE = 0.05
_SCRIPTS = (
    (0x0370, 0x03FF, "el"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B00, 0x0B7F, "or"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0D80, 0x0DFF, "si"),
    (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
    (0x20000, 0x3FFFF, "zh"),
)
"""Scripts that name the language, first and last code point; kana makes Japanese of all Han."""

_KNOWN = """
    af ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl ha hi hr hu id is it kk ku
    ky la lt lv mk mn mr ms mt ne nl no pl ps pt ro ru sk sl so sq sr sv sw tl tr uk ur uz vi zu zxx
"""
"""Languages in which news is written and that the identifier is asked about."""

_NOTHING = "zxx"


def recognise(text: str) -> str:
    """Return the BCP 47 tag of the language of `text`, or an empty string where that is unsure.

    The script decides where it can, then the commonest words, and only then the naive Bayes model
    of py3langid (Lui and Baldwin 2012), which takes half a second to load the first time.
    """
    return recognise_quickly(text) or _by_model(text[:SAMPLE])


def recognise_quickly(text: str) -> str:
    """Return what `recognise` would where that needs no model, and else an empty string."""
    sample = text[:SAMPLE]
    script = _by_script([character for character in sample if character.isalpha()])
    return script or _by_words(_WORD.findall(sample.lower()))


def as_tag(name: str) -> str:
    """Return the BCP 47 tag for a language as files name it: "English", "en_US", "ger".

    An empty string where it is no language.
    """
    folded = unicodedata.normalize("NFC", name).strip().lower()
    known = NAMES.get(_SECOND_NAME.split(folded)[0], "")
    if known:
        return known
    parts = folded.partition(".")[0].replace("_", "-").split("-")
    parts[0] = NAMES.get(parts[0], parts[0])
    if not _TAG.fullmatch("-".join(parts)):
        return ""
    return "-".join([parts[0], *map(_cased, parts[1:])])


def primary(tag: str) -> str:
    """Return the language of a tag without script and region: "en" of "en-US"."""
    return tag.partition("-")[0].lower()


def _cased(subtag: str) -> str:
    """Write a subtag as RFC 5646, section 2.1.1, recommends: zh-Hans-CN."""
    if len(subtag) == _SCRIPT_LENGTH and subtag.isalpha():
        return subtag.title()
    return subtag.upper() if len(subtag) == 2 else subtag  # noqa: PLR2004 - a region


def _by_script(letters: list[str]) -> str:
    """Return the language whose script most letters are of; nothing for scripts of several."""
    found = Counter(map(_language_of, letters))
    if found["ja"] >= max(1, _KANA_SHARE * found["zh"]):
        found["ja"] += found.pop("zh", 0)
    language, count = max(found.items(), key=lambda item: (item[1], item[0]), default=("", 0))
    return language if count >= max(LETTERS, len(letters) / 2) else ""


def _language_of(letter: str) -> str:
    code = ord(letter)
    if code < _SCRIPTS[0][0]:
        return ""
    at = bisect_right(_SCRIPTS, (code, 0x110000, "")) - 1
    first, last, language = _SCRIPTS[at]
    return language if first <= code <= last else ""


def _by_words(words: list[str]) -> str:
    counts = Counter(words)
    hits = []
    for language, common in _COMMON.items():
        found = [counts[word] for word in common.split() if word in counts]
        hits.append((sum(found), len(found), language))
    (second, _, _), (best, kinds, language) = sorted(hits)[-2:]
    enough = len(words) >= WORDS and kinds >= _COMMON_KINDS and best >= _COMMON_SHARE * len(words)
    return language if enough and best >= _COMMON_LEAD * max(1, second) else ""


def _by_model(sample: str) -> str:
    if len(_WORD.findall(sample)) < WORDS:
        return ""
    language, confidence = _identifier().classify(sample)
    return language if confidence >= CONFIDENCE and language != _NOTHING else ""


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(_KNOWN.split())
    return identifier
