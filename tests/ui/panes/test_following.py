"""Panes that scroll together keep passages that correspond beside each other."""

import pytest

from workbench.ui.panes.following import matching_height

SAME_ORDER = ((100.0, 300.0), (200.0, 500.0))
CROSSED = ((100.0, 900.0), (200.0, 50.0))


@pytest.mark.parametrize(
    ("anchors", "height", "expected"),
    [
        pytest.param((), 10.0, None, id="nothing corresponds"),
        pytest.param(((100.0, 300.0),), 40.0, 240.0, id="above the only one"),
        pytest.param(((100.0, 300.0),), 100.0, 300.0, id="at the only one"),
        pytest.param(((100.0, 300.0),), 170.0, 370.0, id="below the only one"),
        pytest.param(((100.0, 30.0),), 0.0, -70.0, id="before the second article begins"),
        pytest.param(SAME_ORDER, 90.0, 290.0, id="above the first of two"),
        pytest.param(SAME_ORDER, 100.0, 300.0, id="at the first of two"),
        pytest.param(SAME_ORDER, 150.0, 400.0, id="halfway between two"),
        pytest.param(SAME_ORDER, 175.0, 450.0, id="three quarters between two"),
        pytest.param(SAME_ORDER, 200.0, 500.0, id="at the second of two"),
        pytest.param(SAME_ORDER, 260.0, 560.0, id="below the second of two"),
        pytest.param(((0.0, 80.0), (10.0, 80.0)), 5.0, 80.0, id="standing still between two"),
        pytest.param(CROSSED, 140.0, 940.0, id="crossed, nearer to the first"),
        pytest.param(CROSSED, 150.0, 950.0, id="crossed, as near to either"),
        pytest.param(CROSSED, 160.0, 10.0, id="crossed, nearer to the second"),
        pytest.param(((5.0, 1.0), (5.0, 9.0)), 5.0, 9.0, id="two at one height"),
    ],
)
def test_matching_height(anchors, height, expected):
    assert matching_height(anchors, height) == expected
