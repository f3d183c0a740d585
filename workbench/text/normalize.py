"""Normal forms of text: line ends as they are stored, and the folding that comparing goes by."""

from __future__ import annotations

import unicodedata

_FOLDED = (
    dict.fromkeys("‘’‚‛ʼ`´＇׳", "'")
    | dict.fromkeys("“”„‟«»‹›「」『』〝〞〟＂״", '"')
    | dict.fromkeys("‐‑‒–—―−﹘﹣－־", "-")
)
_OPTIONAL = dict.fromkeys(
    (
        *range(0x0591, 0x05BE),  # Hebrew accents and points
        *(0x05BF, 0x05C1, 0x05C2, 0x05C4, 0x05C5, 0x05C7),
        0x0640,  # the stroke that lengthens Arabic words
        *range(0x064B, 0x0653),  # Arabic vowel signs; hamza and madda after them belong to letters
        *range(0x0656, 0x0660),
        0x0670,
    )
)
"""Marks that Hebrew and Arabic leave out as they please."""


def normalize_line_ends(text: str) -> str:
    """Return `text` with every CR LF and every lone CR made LF, and nothing else changed."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def fold(text: str) -> str:
    """Return the form of `text` that is compared; its length may differ.

    Case, ligatures, width, the script of digits, the style of quotation marks and dashes, and
    invisible characters such as soft hyphens go; diacritics stay, decomposed, but for the vowel
    signs of Hebrew and Arabic. Every code point is folded without looking at its neighbours, so
    that parts of a text fold as the whole does.
    """
    return text.translate({ord(character): fold_character(character) for character in set(text)})


def fold_character(character: str) -> str:
    """Return what one code point becomes under `fold`: nothing, one code point, or several."""
    if character in _FOLDED:
        return _FOLDED[character]
    category = unicodedata.category(character)
    if category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    # Folding case may compose or leave capitals again, hence twice (Unicode, section 3.13, D145).
    once = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    return unicodedata.normalize("NFKD", once.casefold()).translate(_OPTIONAL)
