from pathlib import Path

import pytest

from workbench.formats import from_eml
from workbench.formats.from_eml import is_eml, mail_content, parsed_mail, read_eml
from workbench.model.errors import FileError, FileProblem

PATH = Path("ferry.eml")
HEAD = "From: Ada Quill <ada@lamp.example>\nSubject: Ferry stops\nDate: {date}\nMIME-Version: 1.0\n"
DATE = "Fri, 1 Mar 2024 09:20:00 +0100"


def mail(*parts, date=DATE):
    body = "".join(f"--cut\nContent-Type: {kind}\n\n{text}\n" for kind, text in parts)
    head = HEAD.format(date=date)
    return f'{head}Content-Type: multipart/mixed; boundary="cut"\n\n{body}--cut--\n'.encode()


def test_a_mail_is_known_by_its_header():
    assert is_eml(mail())
    assert is_eml(b"From ada Fri Mar 1\n" + mail())
    assert is_eml(b"\xef\xbb\xbf\n" + mail())
    assert not is_eml(b"Title: Ferry\nAuthor: Ada\n\nIt left.")
    assert not is_eml(b"It left.")


def test_a_page_counts_for_more_than_its_text():
    parts = (("text/plain", "It came."), ("text/html", "<p>The ferry to Low Island left.</p>"))
    article = read_eml(PATH, mail(*parts))
    assert article.text == "The ferry to Low Island left."
    assert (article.headline, article.published) == ("Ferry stops", "2024-03-01T09:20:00+01:00")
    assert article.byline == "Ada Quill <ada@lamp.example>"


def test_a_mail_in_plain_text():
    data = HEAD.format(date="now").encode() + b"\nIt left.\n"
    article = read_eml(PATH, data)
    assert (article.text.strip(), article.published) == ("It left.", "")


def test_a_mail_in_a_mail():
    inner = "Subject: Inner\nContent-Type: text/html\n\n<p>The ferry to Low Island left.</p>\n"
    assert (
        "Low Island"
        in mail_content(PATH, parsed_mail(PATH, mail(("message/rfc822", inner)))).source
    )


def problem_of(data):
    with pytest.raises(FileError) as caught:
        read_eml(PATH, data)
    return caught.value.problem


def test_what_gives_no_article(monkeypatch):
    assert problem_of(b"It left.") is FileProblem.UNKNOWN
    assert problem_of(mail(("image/png", "x"))) is FileProblem.NO_TEXT
    monkeypatch.setattr(from_eml, "MAX_PARTS", 1)
    assert problem_of(mail(*[("image/png", "x")] * 4)) is FileProblem.TOO_LARGE


def test_encoded_headers_are_decoded_where_they_can_be():
    for subject, headline in (
        ("=?utf-8?q?F=C3=A4hre?=", "Fähre"),
        ("=?nowhere?q?F=C3=A4hre?=", "=?nowhere?q?F=C3=A4hre?="),
        ("=?utf-8?b?a?=", "=?utf-8?b?a?="),
        ("=?utf-8?q?F?= " * 1_000, ""),
    ):
        data = f"Subject: {subject}\nFrom: A: b;\n\nIt left.\n".encode()
        assert read_eml(PATH, data).headline == headline


def test_mails_in_mails_without_end_are_refused():
    data = b"Subject: x\nContent-Type: message/rfc822\n\n" * 20_000
    assert problem_of(data) is FileProblem.TOO_LARGE


def test_mails_in_mails_have_an_end(monkeypatch):
    monkeypatch.setattr(from_eml, "MAX_DEPTH", 2)
    inner = "Subject: x\n\nIt left.\n"
    for _ in range(4):
        inner = f"Subject: x\nContent-Type: message/rfc822\n\n{inner}"
    assert problem_of(mail(("message/rfc822", inner))) is FileProblem.TOO_LARGE
