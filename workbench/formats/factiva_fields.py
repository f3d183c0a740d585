"""An article of Factiva by the two-letter codes of its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.formats.factiva_lines import record_number
from workbench.formats.press_record import PressRecord

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CODES = frozenset(
    [
        *(
            "SE",
            "HD",
            "CR",
            "BY",
            "WC",
            "PD",
            "ET",
            "SN",
            "SC",
            "ED",
            "PG",
            "VOL",
            "LA",
            "CY",
            "LP",
        ),
        *(
            "TD",
            "CO",
            "IN",
            "NS",
            "RE",
            "IPC",
            "IPD",
            "PUB",
            "AN",
            "CT",
            "RF",
            "ART",
            "CLM",
            "DLN",
            "NGC",
            "GC",
        ),
    ]
)


def record_of(fields: Mapping[str, Sequence[str]], raw: str) -> PressRecord:
    """Make the record of an article; the paragraphs of a field stand one by one."""

    def told(code: str) -> str:
        return " ".join(fields.get(code, ()))

    return PressRecord(
        paragraphs=(*fields.get("LP", ()), *fields.get("TD", ())),
        raw=raw,
        headline=told("HD"),
        outlet=told("SN"),
        date=f"{told('PD')} {told('ET')}",
        byline=told("BY"),
        section=told("SE"),
        page=told("PG"),
        language=told("LA"),
        record=record_number(told("AN")) or told("AN"),
        words=told("WC"),
    )
