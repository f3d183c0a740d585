import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workbench.formats import readers
from workbench.formats.kinds import EXPORTS, READERS, Reader
from workbench.formats.readers import read_file
from workbench.formats.signatures import kind_of
from workbench.formats.suffixes import READABLE_SUFFIXES, SUFFIXES
from workbench.model.errors import FileProblem
from workbench.model.progress import Cancelled

DOCUMENTS = Path(__file__).parent / "data" / "documents"
PAGES = Path(__file__).parent / "data" / "pages"


def problem_of(path):
    reading = read_file(path)
    assert reading.path == str(path)
    assert reading.articles == ()
    (error,) = reading.skipped
    assert error.path == str(path)
    return error.problem, error.detail


def written(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_a_file_gives_one_article_with_its_path(tmp_path):
    path = written(tmp_path, "a.txt", b"It left.\n")
    reading = read_file(path)
    assert (reading.reader, reading.announced, reading.skipped) == ("text", None, ())
    (article,) = reading.articles
    assert (article.id, article.path, article.text) == ("", str(path), "It left.\n")


def test_every_suffix_has_one_reader():
    assert len(set(READABLE_SUFFIXES)) == len(READABLE_SUFFIXES)
    assert {".txt", ".md", ".html", ".htm", ".docx", ".pdf"} <= set(READABLE_SUFFIXES)
    assert [reader.name for reader in READERS] == list(SUFFIXES)
    assert len({reader.name for reader in READERS}) == len(READERS)


@pytest.mark.parametrize("suffix", [".txt", ".md", ".pdf", ".docx", ".html", ".doc", ".PDF", ""])
@pytest.mark.parametrize(
    ("source", "reader"),
    [
        (DOCUMENTS / "ferry.pdf", "pdf"),
        (DOCUMENTS / "ferry.docx", "docx"),
        (PAGES / "full_layout.html", "html"),
        (PAGES / "saved_by_browser.html", "html"),
        (PAGES / "utf_16.html", "html"),
    ],
    ids=lambda value: getattr(value, "stem", value),
)
def test_content_counts_for_more_than_the_suffix(tmp_path, source, reader, suffix):
    path = tmp_path / f"file{suffix}"
    shutil.copy(source, path)
    reading = read_file(path)
    assert (reading.reader, len(reading.articles)) == (reader, 1)


def test_text_without_a_suffix_is_text(tmp_path):
    assert read_file(written(tmp_path, "README", b"It left.")).reader == "text"


@pytest.mark.parametrize(
    ("name", "data", "problem", "detail"),
    [
        ("a.png", b"\x89PNG\r\n\x1a\n\x00", FileProblem.UNKNOWN, "png"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\x00", FileProblem.MISNAMED, "png"),
        ("a.pdf", b"\xff\xd8\xff\xe0", FileProblem.MISNAMED, "jpeg"),
        ("a.PDF", b"It left.", FileProblem.MISNAMED, ""),
        ("a.docx", b"It left.", FileProblem.MISNAMED, ""),
        ("a.docx", b"\x00" * 600, FileProblem.MISNAMED, ""),
        ("a.txt", b"\x00\x01\x02\x03", FileProblem.MISNAMED, "binary"),
        ("a.html", b"\x00\x01\x02\x03", FileProblem.MISNAMED, "binary"),
        ("a", b"\x00\x01\x02\x03", FileProblem.UNKNOWN, "binary"),
        ("a.csv", b"a,b\n1,2\n", FileProblem.UNREADABLE, "no column of text"),
        ("a.gz", b"\x1f\x8b rest", FileProblem.PACKED, "gz"),
        ("a.warc.zst", b"\x28\xb5\x2f\xfd rest", FileProblem.PACKED, "zst"),
        ("a.txt", b"7z\xbc\xaf\x27\x1c rest", FileProblem.PACKED, "7z"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 rest", FileProblem.UNKNOWN, "ole"),
        ("a.rtf", b"{\\rtf1 It left.", FileProblem.DAMAGED, ""),
        ("a.rtf", b"{\\rtf1 }", FileProblem.NO_TEXT, ""),
        ("a.rtf", b"It left.", FileProblem.MISNAMED, ""),
        ("a.rtf", b"{\\rtf1 \x1e}", FileProblem.NO_TEXT, ""),
        ("a.zip", b"PK\x03\x04 rest", FileProblem.DAMAGED, ""),
        ("a.xml", b"<?xml version='1.0'?><page/>", FileProblem.UNKNOWN, "xml"),
        ("a.xml", b"<?xml version='1.0'?><feed/>", FileProblem.NO_TEXT, ""),
        ("a.eml", b"It left.", FileProblem.MISNAMED, ""),
        ("a.txt", b"", FileProblem.EMPTY, ""),
        ("a.pdf", b"", FileProblem.EMPTY, ""),
        ("a.txt", b" \r\n\t\n", FileProblem.EMPTY, ""),
        ("a.txt", b"\xef\xbb\xbf", FileProblem.EMPTY, ""),
        ("a.md", b"---\noutlet: Wire\n---\n", FileProblem.EMPTY, ""),
        ("a.html", b"<html><body><script>1</script></body></html>", FileProblem.NO_TEXT, ""),
        ("a.html", b"<!-- nothing -->", FileProblem.NO_TEXT, ""),
    ],
)
def test_files_that_give_no_article(tmp_path, name, data, problem, detail):
    assert problem_of(written(tmp_path, name, data)) == (problem, detail)


def test_missing_files(tmp_path):
    assert problem_of(tmp_path / "no.txt") == (FileProblem.MISSING, "")
    assert problem_of(tmp_path / "no" / "no.txt") == (FileProblem.MISSING, "")
    assert problem_of(Path("nul\0byte.txt")) == (FileProblem.MISSING, "")
    file = written(tmp_path, "a.txt", b"x")
    assert problem_of(file / "b.txt") == (FileProblem.MISSING, "")
    dangling = tmp_path / "dangling.txt"
    dangling.symlink_to(tmp_path / "gone")
    assert problem_of(dangling) == (FileProblem.MISSING, "")


def test_folders(tmp_path):
    folder = tmp_path / "folder.txt"
    folder.mkdir()
    assert problem_of(folder) == (FileProblem.FOLDER, "")


def test_links_that_go_round(tmp_path):
    loop = tmp_path / "loop.txt"
    loop.symlink_to(loop)
    assert problem_of(loop) == (FileProblem.UNREADABLE, "ELOOP")
    assert problem_of(tmp_path / ("x" * 400)) == (FileProblem.UNREADABLE, "ENAMETOOLONG")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_pipes_and_devices_are_not_opened(tmp_path):
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    assert problem_of(pipe) == (FileProblem.UNREADABLE, "not a regular file")
    assert problem_of(Path(os.devnull)) == (FileProblem.UNREADABLE, "not a regular file")


def test_files_that_may_not_be_read(tmp_path, monkeypatch):
    path = written(tmp_path, "a.txt", b"It left.")
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser may read everything

        def refuse(*_args, **_kwargs):
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    assert problem_of(path) == (FileProblem.DENIED, "")


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_enormous_files_are_not_read(tmp_path, reader):
    heads = {
        "pdf": b"%PDF-1.7",
        "docx": b"PK\x03\x04",
        "zip": b"PK\x03\x04",
        "html": b"<html>",
        "rtf": b"{\\rtf1",
        "xml": b"<ppsArticleResponse>",
        "text": b"It left.",
        "eml": b"MIME-Version: 1.0\nSubject: Ferry\n\n",
        "odt": b"PK\x03\x04",
        "epub": b"PK\x03\x04",
        "xlsx": b"PK\x03\x04",
        "feed": b"<rss>",
        "mbox": b"From ada@lamp.example Fri Mar  1 09:20:00 2024\nSubject: Ferry\n\n",
        "mhtml": b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n",
        "warc": b"WARC/1.0\r\n",
        "jsonl": b'{"text": "It left."}\n',
        "csv": b"text\n",
    }
    path = written(tmp_path, f"a{reader.suffixes[0]}", heads[reader.name])
    os.truncate(path, reader.max_bytes + 1)  # sparse: takes no room on the disk
    assert problem_of(path) == (FileProblem.TOO_LARGE, str(reader.max_bytes))


def test_a_file_of_the_largest_size_is_read(tmp_path, monkeypatch):
    text = next(reader for reader in READERS if reader.name == "text")
    small = Reader(text.name, 8, text.sniff, text.read)
    monkeypatch.setattr(readers, "READERS", (small,))
    assert read_file(written(tmp_path, "a.txt", b"It left.")).articles
    assert problem_of(written(tmp_path, "b.txt", b"It left..")) == (FileProblem.TOO_LARGE, "8")


@pytest.mark.parametrize(
    ("head", "kind"),
    [(b"RIFF\x00\x00\x00\x00WEBP", "webp"), (b"\x00\x00\x00\x18ftypmp42", "mp4"), (b"text", "")],
)
def test_signatures_stand_at_their_places(head, kind):
    assert kind_of(head) == kind


def test_importing_the_readers_loads_no_heavy_library():
    heavy = ("lxml", "docx", "trafilatura", "pypdfium2", "dateparser", "yaml", "charset_normalizer")
    program = (
        f"import sys, workbench.formats.readers; print([m for m in {heavy} if m in sys.modules])"
    )
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"


@pytest.mark.parametrize("name", ["ferry.docx", "nexis_uni.rtf", "nexis_old.txt", "export.zip"])
def test_reading_can_be_cancelled(tmp_path, name):
    def refuse(_done, _total):
        raise Cancelled

    press = DOCUMENTS.parent / "press"
    if name == "export.zip":
        path = tmp_path / name
        with zipfile.ZipFile(path, "w") as archive:
            archive.write(press / "nexis_uni.rtf", "a.rtf")
    else:
        path = next(folder / name for folder in (DOCUMENTS, press) if (folder / name).exists())
    with pytest.raises(Cancelled):
        read_file(path, refuse)


def test_every_export_is_found_in_a_kind_that_can_be_opened():
    kinds = {reader.name for reader in READERS if reader.open is not None}
    assert {kind for export in EXPORTS for kind in export.kinds} == kinds


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "piece", [b"<!---->", b"<?xml?>", b"<??>", b"<!DOCTYPE x>", b"From a 2024"]
)
def test_a_beginning_that_repeats_is_told_at_once(tmp_path, piece):
    assert problem_of(written(tmp_path, "a.png", piece * 500 + b"<x"))[0] is FileProblem.UNKNOWN
