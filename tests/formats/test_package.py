"""Documents in the form of a ZIP: which they are, and what is refused."""

import io
import zipfile
from pathlib import Path

import pytest

from workbench.formats import package
from workbench.formats.package import opened, package_kind
from workbench.formats.readers import read_file
from workbench.model.errors import FileError, FileProblem

PATH = Path("a.odt")


def packed(files, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["word/document.xml"], "docx"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "docx"),
        (["[Content_Types].xml", "xl/workbook.xml"], "xlsx"),
        (["mimetype", "META-INF/container.xml"], "epub"),
        (["mimetype", "META-INF/manifest.xml", "content.xml"], "odt"),
        (["mimetype", "content.xml"], "odt"),
        (["a.txt", "b.html"], "zip"),
        ([], "zip"),
    ],
)
def test_the_parts_tell_the_kind(names, kind):
    assert package_kind(packed(dict.fromkeys(names, "x"))) == kind


def test_what_is_broken_has_no_kind():
    assert package_kind(b"PK\x03\x04 rest") == ""


@pytest.mark.parametrize(
    ("name", "reader", "problem"),
    [
        ("a.odt", "odt", FileProblem.DAMAGED),
        ("a.EPUB", "epub", FileProblem.DAMAGED),
        ("a.xlsx", "xlsx", FileProblem.DAMAGED),
        ("a.zip", "zip", FileProblem.DAMAGED),
        ("a.txt", "docx", FileProblem.MISNAMED),
    ],
)
def test_what_is_broken_is_what_its_name_says(tmp_path, name, reader, problem):
    path = tmp_path / name
    path.write_bytes(b"PK\x03\x04 rest")
    reading = read_file(path)
    assert (reading.reader, reading.skipped[0].problem) == (reader, problem)


def problem_of(data, part=""):
    with pytest.raises(FileError) as caught, opened(PATH, data) as found:
        found.read(part)
    return caught.value.problem, caught.value.detail


def test_a_package_that_is_cut_after_another_in_it_is_broken(tmp_path):
    inner, outer = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", "It left.")
    with zipfile.ZipFile(outer, "w") as archive:
        archive.writestr("inner.zip", inner.getvalue())
        archive.writestr("b.txt", "It came.")
    whole = outer.getvalue()
    cut = whole[: whole.index(inner.getvalue()) + len(inner.getvalue())]
    assert (package_kind(whole), package_kind(cut)) == ("zip", "")
    path = tmp_path / "a.zip"
    path.write_bytes(cut)
    (error,) = read_file(path).skipped
    assert error.problem is FileProblem.DAMAGED


def test_parts_are_read_by_their_names():
    with opened(PATH, packed({"a.xml": "<a>b</a>"})) as found:
        assert found.holds("a.xml")
        assert not found.holds("b.xml")
        assert found.xml("a.xml").text == "b"


def test_each_limit_is_kept(monkeypatch):
    data = packed({"a": "It left.", "b": "It came."})

    def problem(name, limit):
        with monkeypatch.context() as patch:
            patch.setattr(package, name, limit)
            return problem_of(data, "a")

    assert problem("MAX_PARTS", 1) == (FileProblem.TOO_LARGE, "1 parts")
    assert problem("MAX_EXPANDED_BYTES", 15) == (FileProblem.TOO_LARGE, "15")
    assert problem("MAX_PART_BYTES", 7) == (FileProblem.TOO_LARGE, "7")


def test_parts_that_cannot_be_read():
    data = packed({"a": "It left."})
    assert problem_of(data, "b") == (FileProblem.DAMAGED, "")
    assert problem_of(packed({"a": "It left."}, zipfile.ZIP_BZIP2), "a")[0] is FileProblem.DAMAGED
    locked = bytearray(data)
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert problem_of(bytes(locked), "a") == (FileProblem.ENCRYPTED, "")
    assert problem_of(data[:31] + b"\xff" * 4 + data[35:], "a") == (FileProblem.DAMAGED, "")
    assert problem_of(data[:-30]) == (FileProblem.DAMAGED, "")
