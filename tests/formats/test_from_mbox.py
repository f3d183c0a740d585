"""The mails of a mailbox."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from workbench.formats import collection
from workbench.formats.from_mbox import is_mbox, read_mbox
from workbench.formats.readers import read_file
from workbench.model.errors import ArticleError, FileError, FileProblem
from workbench.model.progress import silent

CASES = Path(__file__).parent / "data" / "press"
START = "From ada@lamp.example Fri Mar  1 09:20:00 2024\n"
ZONED = "From 17@lamp.example Fri Mar 01 09:20:00 +0000 2024\r\n"
HEAD = "From: Ada Quill <ada@lamp.example>\nSubject: {}\nDate: Fri, 1 Mar 2024 09:20:00 +0100\n\n"


def test_each_mail_is_an_article(tmp_path):
    path = tmp_path / "box"
    first = START + HEAD.format("Ferry") + ">From there it left.\n>>From x\nFrom 2024 on: no.\n\n"
    page = "Subject: Bread\nContent-Type: text/html\n\n<p>Bread was dear.</p>\n"
    path.write_bytes((first + ZONED + page).encode())
    reading = read_file(path)
    assert (reading.reader, reading.announced, reading.skipped) == ("mbox", None, ())
    ferry, bread = reading.articles
    assert ferry.text.strip() == "From there it left.\n>From x\nFrom 2024 on: no."
    assert (ferry.headline, ferry.published) == ("Ferry", "2024-03-01T09:20:00+01:00")
    assert (bread.headline, bread.text) == ("Bread", "Bread was dear.")


def test_a_mail_that_cannot_be_read_is_set_aside():
    picture = START + "Subject: Only\n a picture\nContent-Type: image/png\n\nx\n\n"
    nested = START + "Subject: Deep\n" + "Content-Type: message/rfc822\n\n" * 3_000
    data = (picture + nested + START + HEAD.format("Ferry") + "It left.\n").encode()
    reading = read_mbox(Path("x.mbox"), data, silent)
    assert [article.text.strip() for article in reading.articles] == ["It left."]
    assert [(e.problem, e.place, " ".join(e.headline.split())) for e in reading.skipped] == [
        (FileProblem.NO_TEXT, 1, "Only a picture"),
        (FileProblem.TOO_LARGE, 2, "Deep"),
    ]
    assert "image/png" in reading.skipped[0].raw


def test_a_mail_in_which_proquest_sent_articles_gives_them(tmp_path):
    export = (CASES / "proquest.eml").read_bytes()
    empty = (START + "Subject: Empty\n\n\n").encode()
    plain = (START + HEAD.format("Ferry") + "It left.\n\n").encode()
    path = tmp_path / "box.mbox"
    path.write_bytes(empty + plain + START.encode() + export + b"\n" + empty)
    reading = read_file(path)
    sent = read_file(CASES / "proquest.eml")
    expected = [replace(article, path=str(path)) for article in sent.articles]
    assert list(reading.articles[1:]) == expected
    assert reading.articles[1].retrieved == "2024-03-04"
    places = [error.place for error in reading.skipped if isinstance(error, ArticleError)]
    assert places == [1, 2 + len(sent.articles) + len(sent.skipped) + 1]
    assert reading.announced is None


def test_what_a_mail_announces_and_lacks_is_told(tmp_path):
    export = (CASES / "proquest.eml").read_bytes()
    page = re.sub(rb"(?i)<h2>|<p>", rb"<p>Document 1 of 9</p>\g<0>", export, count=1)
    path = tmp_path / "box.mbox"
    path.write_bytes(START.encode() + page)
    reading = read_file(path)
    assert reading.announced == 9
    assert reading.skipped[-1].problem is FileProblem.INCOMPLETE


def test_a_mailbox_may_not_hold_more_than_any_other_file(monkeypatch):
    monkeypatch.setattr(collection, "MAX_ARTICLES", 1)
    data = (START + HEAD.format("Ferry") + "It left.\n\n").encode()
    assert len(read_mbox(Path("x"), data, silent).articles) == 1
    with pytest.raises(FileError) as caught:
        read_mbox(Path("x"), data * 2, silent)
    assert (caught.value.problem, caught.value.detail) == (FileProblem.TOO_LARGE, "1 articles")


@pytest.mark.parametrize(
    ("head", "is_one"),
    [
        ((START + "Subject: x\n").encode(), True),
        ((ZONED + "X-GM-THRID: 1\r\n").encode(), True),
        (b"From ada\nSubject: x\n", False),
        (b"From Lagos in 2024\nthe ship left.\n", False),
        (b"Subject: x\n" + START.encode() + b"Subject: x\n", False),
    ],
)
def test_a_mailbox_is_known_by_its_first_line(head, is_one):
    assert is_mbox(head) is is_one
