import pytest

from workbench.formats.day_order import day_order


@pytest.mark.parametrize(
    ("dates", "order"),
    [
        (["03/04/2025", "13/04/2025"], "DMY"),
        (["03-04-2025", "04-13-2025 10:20"], "MDY"),
        (["03/04/2025", "Friday, March 7, 2025"], "MDY"),
        (["03/04/2025", "7 March 2025"], "DMY"),
        (["03/04/2025", "13/04/2025", "March 7, 2025"], "DMY"),  # numbers tell more
        (["03/04/2025", "7 March 2025", "March 7, 2025"], ""),
        (["13/04/2025", "04/13/2025"], ""),
        (["03/04/2025", "99/99/2025"], "?"),
        (["03/04/2025", "Brumaire 1, 1799"], "?"),
        (["03/04/2025", "13/04/2025 " + "x" * 300], "?"),
        (["2025-04-03", "13.04.2025"], "?"),
        ([], "?"),
    ],
)
def test_which_number_is_the_day(dates, order):
    assert day_order(dates, "?") == order


def test_nothing_is_guessed():
    assert day_order(["03/04/2025"]) == ""
