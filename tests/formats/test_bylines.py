"""Authors are taken apart where it is known who is who, and else stay as they are printed."""

import pytest

from workbench.formats.bylines import Name, authors


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("", []),
        ("By Jane Doe", ["Doe, Jane"]),
        ("Von Karin Vogel und Hans von der Heide", ["Vogel, Karin", "von der Heide, Hans"]),
        ("Mary Jane Hill, John F. Reed", ["Hill, Mary Jane", "Reed, John F."]),
        ("Jane Doe, John Reed, and Paul Orr", ["Doe, Jane", "Reed, John", "Orr, Paul"]),
        ("Doe, Jane; Reed, John F.; ", ["Doe, Jane", "Reed, John F."]),
        ("Zhong Nan", ["Zhong Nan"]),
        ("Zhong Nan and Wang Ying", ["Zhong Nan", "Wang Ying"]),
        ("Zhong Nan and Doe, Jane", ["Zhong Nan", "Doe, Jane"]),
        ("Lee Myung", ["Lee Myung"]),
        ("Jane Doe, Staff Writer", ["Jane Doe, Staff Writer"]),
        ("Jane Doe in Harwick", ["Jane Doe in Harwick"]),
        ("John Fitzgerald Reed", ["John Fitzgerald Reed"]),
        ("John Reed Jr.", ["John Reed Jr."]),
        ("Foreign and Trade Desk", ["Foreign and Trade Desk"]),
        ("Harbour News Agency", ["Harbour News Agency"]),
        ("钟楠", ["钟楠"]),
        ("Jane", ["Jane"]),
    ],
)  # fmt: skip
def test_a_byline(byline, names):
    found = authors(byline)
    assert [
        f"{name.family}, {name.given}" if name.given else name.family for name in found
    ] == names


def test_only_names_that_are_known_are_taken_apart():
    assert authors("Zhong Nan and Jane Doe") == (Name("Zhong Nan"), Name("Doe", "Jane"))
