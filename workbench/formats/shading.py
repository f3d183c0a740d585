"""Shading: the colours of a heat map on paper, light enough for the numbers on them."""

from __future__ import annotations

_PAPER = (255, 255, 255)
_FULL = (142, 182, 224)


def shaded(strength: float) -> str:
    """Return the colour of a cell as `#rrggbb`; `strength` runs from 0, the paper's, to 1."""
    kept = min(1.0, max(0.0, strength))
    parts = (round(a + (b - a) * kept) for a, b in zip(_PAPER, _FULL, strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)
