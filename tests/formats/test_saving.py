import pytest

from workbench.formats.saving import saved_on

FROM = "<!-- saved from url=(0099)https://web.archive.org/web"


@pytest.mark.parametrize(
    ("source", "day"),
    [
        (
            (
                "<!--\n Page saved with SingleFile \n url: https://lamp.example/f \n saved date: "
                "Fri Mar 01 2024 10:15:00 GMT+0100 (CET)\n-->"
            ),
            "2024-03-01",
        ),
        (
            (
                "<!-- Mirrored from lamp.example/f by HTTrack Website Copier/3.x [XR&CO'2014], "
                "Fri, 01 Mar 2024 10:15:00 GMT -->"
            ),
            "2024-03-01",
        ),
        (
            (
                "<!--\n FILE ARCHIVED ON 10:15:00 Mar 01, 2024 AND RETRIEVED FROM THE\n INTERNET"
                " ARCHIVE ON 09:00:00 May 02, 2025.\n-->"
            ),
            "2024-03-01",
        ),
        (f"{FROM}/20240301101500/https://lamp.example/f -->", "2024-03-01"),
        (f"{FROM}/20241301101500/https://lamp.example/f -->", ""),
        ("<!-- saved from url=(0022)https://lamp.example/f -->", ""),
        ("<p>saved date: Fri Mar 01 2024</p>", ""),
        ("<!-- saved date: some day or other -->", ""),
        ("", ""),
    ],
)
def test_programs_note_when_they_saved_a_page(source, day):
    assert saved_on(source) == day
