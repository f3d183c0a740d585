"""What is dropped or pasted: files before text, and nothing of the network."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from workbench.ui.intake import paths_in, text_in


@pytest.fixture
def data():
    return QMimeData()


def test_files_and_folders_are_named_in_their_order(data, tmp_path):
    paths = (tmp_path / "b – two.txt", tmp_path, tmp_path / "a%20#1.html")
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert paths_in(data) == paths


def test_addresses_of_the_network_are_no_files(data, tmp_path):
    local = tmp_path / "here.txt"
    data.setUrls([QUrl("https://example.org/story.html"), QUrl.fromLocalFile(str(local))])
    assert paths_in(data) == (Path(local),)


def test_nothing_holds_nothing(data):
    assert paths_in(data) == ()
    assert text_in(data) == ""


@pytest.mark.parametrize("text", [" ", "\n\t", "\u00a0\n"])
def test_white_space_is_no_article(data, text):
    data.setText(text)
    assert text_in(data) == ""


def test_text_comes_as_it_is(data):
    data.setText(" The ferry left.\n\nIt was noon. ")
    assert text_in(data) == " The ferry left.\n\nIt was noon. "


def test_a_picture_is_no_text(data):
    data.setData("image/png", b"\x89PNG")
    assert text_in(data) == ""
