"""Why a variant deserves a look."""

import json
from pathlib import Path

import pytest

from workbench.comparison.flags import flags
from workbench.model import Flag

CASES = json.loads((Path(__file__).parent / "data" / "flags.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['a']}-{case['b']}")
def test_flags_in_either_direction(case):
    one, other = case["a"].split(), case["b"].split()
    expected = {Flag(name) for name in case["flags"]}
    assert set(flags(one, other, named=case["named"])) == expected
    assert set(flags(other, one, named=case["named"])) == expected


def test_flags_come_in_the_order_of_the_model():
    found = flags(["President", "Ortiz", "not", "12"], [], named=True)
    assert found == (Flag.NUMBER, Flag.NAME, Flag.ROLE, Flag.NEGATION)
