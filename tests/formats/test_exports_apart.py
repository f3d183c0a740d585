"""Ordinary files that speak of a news database are no exports of it."""

import pytest

from workbench.formats.readers import read_file

PARAGRAPH = "The ferry to Low Island will not run from Monday, the harbour office said. "


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", '<html><div class="article-body"><p>Factiva: {0}</p></div></html>'),
        (
            "a.html",
            '<html><div style="border-bottom:2px solid #ccc">ProQuest</div><p>{0}</p></html>',
        ),
        ("a.html", "<html><p>Europresse, Factiva, Nexis, ProQuest. {0}</p></html>"),
        ("a.txt", "{1}\n\nProQuest says: {0}\n\n{1}\n\nTitle: none\n\n{1}\n"),
        ("a.txt", "Title: none\nAuthor: nobody\n\nProQuest says: {0}\n"),
        ("a.txt", "1 of 2 documents\n\n{0}\n"),
        ("a.txt", "Document 1 of 2\n\nHarbour: {0}\n"),
        ("a.rtf", "{{\\rtf1 Documents (3)\\par {0}\\par}}"),
        ("a.rtf", "{{\\rtf1 {0}\\par End of Document\\par}}"),
        ("a.rtf", "{{\\rtf1 {0}\\par Document incomprehensibilities\\par}}"),
    ],
)
def test_a_file_that_only_speaks_of_exports(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text.format(PARAGRAPH * 3, "_" * 60), "utf-8")
    reading = read_file(path)
    assert (reading.reader, len(reading.articles)) == (path.suffix[1:].replace("txt", "text"), 1)
