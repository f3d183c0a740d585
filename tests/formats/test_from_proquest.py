import pytest

from workbench.formats.readers import read_file
from workbench.model.errors import FileProblem

RULE = "_" * 60


def read(tmp_path, record):
    path = tmp_path / "export.txt"
    path.write_text(f"{RULE}\n\nReport from ProQuest\n\n{RULE}\n\n{record}\n\n{RULE}\n", "utf-8")
    return read_file(path)


@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ("The Lamp; Port [Port]. 01 Mar 2024: A.3.", ("The Lamp", "2024-03-01", "A.3")),
        ("The Lamp ; Port [Port]01 Mar 2024: AA.2.", ("The Lamp", "2024-03-01", "AA.2")),
        ("The Lamp. 01 Mar 2024.", ("The Lamp", "2024-03-01", "")),
        ("The Lamp", ("The Lamp", "", "")),
    ],
)
def test_the_publication_tells_what_no_label_does(tmp_path, info, expected):
    record = f"Title: Ferry\n\nPublication info: {info}\n\nFull text: It left."
    (article,) = read(tmp_path, record).articles
    assert (article.outlet, article.published, article.page) == expected


@pytest.mark.parametrize("text", ["Not available.", "Full text not available", "Unavailable", ""])
def test_a_text_that_is_not_available_is_none(tmp_path, text):
    (error,) = read(tmp_path, f"Title: Ferry\n\nAuthor: Quill\n\nFull text: {text}").skipped
    assert error.problem is FileProblem.NO_TEXT


def test_labels_may_stand_line_by_line(tmp_path):
    record = "Title: Ferry\nAuthor: Quill, Ada\n\nFull text: It left.\n\nSubject: x\nPages: 3\nPage"
    (article,) = read(tmp_path, record).articles
    assert (article.headline, article.byline, article.page) == ("Ferry", "Quill, Ada", "3")
    assert article.text == "It left."
