import io
import zipfile
from pathlib import Path

import pytest

from workbench.formats import from_zip
from workbench.formats.from_zip import members
from workbench.formats.press_record import LIST
from workbench.formats.readers import read_file
from workbench.formats.settling import settled
from workbench.model.errors import ArticleError, FileError, FileProblem

CASES = Path(__file__).parent / "data" / "press"


def packed(**files):
    return packed_names({name.replace("__", "."): data for name, data in files.items()})


def packed_names(files, compression=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def written(tmp_path, data, name="export.zip"):
    path = tmp_path / name
    path.write_bytes(data)
    return path


def test_files_of_all_kinds_are_read_by_name(tmp_path):
    files = {
        "b/second.txt": b"It came.",
        "a.html": (CASES / "factiva_codes.html").read_bytes(),
        "c.rtf": (CASES / "nexis_uni.rtf").read_bytes(),
        "README.txt": b"about",
        "__MACOSX/a.html": b"x",
        ".hidden.txt": b"x",
        "~$a.docx": b"x",
    }
    path = written(tmp_path, packed_names(files))
    reading = read_file(path)
    assert (reading.path, reading.reader, reading.skipped) == (str(path), "zip", ())
    assert [Path(article.path).name for article in reading.articles] == [
        *("a.html", "second.txt", "c.rtf", "c.rtf"),
    ]
    assert reading.announced == 4


def test_an_archive_whose_files_announce_nothing(tmp_path):
    assert read_file(written(tmp_path, packed(a__txt=b"It left."))).announced is None


def test_no_path_leads_out_of_the_archive(tmp_path):
    names = ("../../etc/a.txt", "/var/b.txt", "C:\\Windows\\c.txt", "d/../../e.txt", "..")
    path = written(tmp_path, packed_names({name: b"It left " + name.encode() for name in names}))
    reading = read_file(path)
    inside = [Path(article.path).relative_to(path).as_posix() for article in reading.articles]
    assert sorted(inside) == ["Windows/c.txt", "d/e.txt", "etc/a.txt", "var/b.txt"]
    assert [entry.name for entry in tmp_path.iterdir()] == ["export.zip"]


def test_a_list_in_an_archive_counts_the_files_beside_it(tmp_path, pack_docx):
    def docx(*texts):
        return pack_docx("".join(f"<w:p><w:r><w:t>{t}</w:t></w:r></w:p>" for t in texts))

    article = ("Ferry", "Courier", "March 2, 2024", "Body", "It left.", "End of Document")
    files = {
        "x_doclist.docx": docx("Documents (2)", "1. Ferry", "Search Terms: ferry"),
        "1.docx": docx(*article),
    }
    reading = read_file(written(tmp_path, packed_names(files)))
    (error,) = reading.skipped
    assert Path(error.path).name == "x_doclist.docx"
    assert (len(reading.articles), error.problem, error.detail) == (1, FileProblem.INCOMPLETE, "1")
    assert read_file(written(tmp_path, files["x_doclist.docx"], "l.docx")).reader == LIST


def counted(place, total=3):
    """An article as LexisNexis wrote it, with its number above it."""
    count, labels = f"{place} of {total} DOCUMENTS", ("LENGTH: 2 words", "LOAD-DATE: March 2, 2024")
    head = (count, "The Lamp", "March 1, 2024", f"Ferry {place}", labels[0])
    return "\n\n".join((*head, "It left.", labels[1])).encode()


@pytest.mark.parametrize("in_archive", [True, False])
def test_files_that_hold_one_article_each_of_an_export_are_set_together(tmp_path, in_archive):
    def missing(places):
        files = {f"{place}.txt": counted(place) for place in places}
        if in_archive:
            readings = [read_file(written(tmp_path, packed_names(files)))]
        else:
            paths = [written(tmp_path, data, name) for name, data in files.items()]
            readings = settled([read_file(path) for path in paths])
        errors = [error for each in readings for error in each.skipped]
        assert {type(error) for error in errors} <= {ArticleError}
        announced = sum(each.announced for each in readings)
        assert announced == sum(len(each.articles) for each in readings) + len(errors)
        return [(Path(e.path).name, e.problem, e.place) for e in errors]

    assert missing([1, 2, 3]) == []
    assert missing([3, 1]) == [("1.txt", FileProblem.MISSING, 2)]
    assert missing([2, 3]) == []  # what goes before may never have been asked for


def test_an_archive_of_hundreds_of_files(tmp_path):
    files = {f"{place:03}.txt": counted(place, 300) for place in range(1, 301)}
    files["a list.rtf"] = b"{\\rtf1 Documents (300)\\par Search Terms: ferry\\par}"
    del files["017.txt"]
    reading = read_file(written(tmp_path, packed_names(files)))
    assert (len(reading.articles), reading.announced) == (299, 300)
    assert [error.place for error in reading.skipped] == [17]


def problem_of(reading):
    (error,) = reading.skipped
    return error.problem, error.detail


def test_one_bad_file_does_not_stop_the_others(tmp_path):
    broken = (CASES / "nexis_uni.rtf").read_bytes()[:40]
    inner = packed(a__txt=b"It left.")
    files = {"a.rtf": broken, "b.zip": inner, "c.png": b"\x89PNG\r\n\x1a\n", "d.txt": b"It left."}
    reading = read_file(written(tmp_path, packed_names({**files, "e.txt": b""})))
    assert len(reading.articles) == 1
    assert [(Path(e.path).name, e.problem) for e in reading.skipped] == [
        ("a.rtf", FileProblem.DAMAGED),
        ("b.zip", FileProblem.PACKED),
        ("c.png", FileProblem.UNKNOWN),
        ("e.txt", FileProblem.EMPTY),
    ]


def test_archives_that_hold_nothing(tmp_path):
    assert problem_of(read_file(written(tmp_path, packed()))) == (FileProblem.EMPTY, "")
    only = packed_names({"folder/": b"", "README": b"about"})
    assert problem_of(read_file(written(tmp_path, only))) == (FileProblem.EMPTY, "")


def test_archives_cut_short(tmp_path):
    data = packed(a__txt=b"It left.")
    assert problem_of(read_file(written(tmp_path, data[:-30]))) == (FileProblem.DAMAGED, "")
    damaged = data.replace(data[40:44], b"\xff\xff\xff\xff", 1)
    assert problem_of(read_file(written(tmp_path, damaged))) == (FileProblem.DAMAGED, "")


def test_each_limit_is_kept(monkeypatch):
    data = packed(a__txt=b"It left.", b__txt=b"It came.")

    def problem(name, limit):
        with monkeypatch.context() as patch:
            patch.setattr(from_zip, name, limit)
            with pytest.raises(FileError) as caught:
                list(members(Path("a.zip"), data))
        return caught.value.problem, caught.value.detail

    assert problem("MAX_MEMBERS", 1) == (FileProblem.TOO_LARGE, "1 files")
    assert problem("MAX_EXPANDED_BYTES", 15) == (FileProblem.TOO_LARGE, "15")
    monkeypatch.setattr(from_zip, "MAX_MEMBER_BYTES", 7)
    errors = [error for _, error in members(Path("a.zip"), data)]
    assert [error.problem for error in errors] == [FileProblem.TOO_LARGE] * 2


def test_a_member_larger_than_its_kind_may_be(tmp_path, monkeypatch):
    monkeypatch.setattr("workbench.formats.readers.READERS", small_readers())
    path = written(tmp_path, packed(a__txt=b"It left. It came."))
    assert problem_of(read_file(path)) == (FileProblem.TOO_LARGE, "8")


def small_readers():
    from dataclasses import replace

    from workbench.formats.kinds import READERS

    return tuple(replace(r, max_bytes=8) if r.name == "text" else r for r in READERS)


def test_members_that_cannot_be_opened():
    data = bytearray(packed(a__txt=b"It left."))
    central = data.index(b"PK\x01\x02")
    data[central + 8] |= 1
    ((_, error),) = members(Path("a.zip"), bytes(data))
    assert error.problem is FileProblem.ENCRYPTED
    squeezed = packed_names({"a.txt": b"It left."}, zipfile.ZIP_BZIP2)
    ((_, error),) = members(Path("a.zip"), squeezed)
    assert (error.problem, error.detail) == (FileProblem.UNREADABLE, "compression")


def test_a_member_without_a_name_is_passed_over():
    data = packed(a__txt=b"It left.").replace(b"a.txt", b"\0.txt")
    assert list(members(Path("a.zip"), data)) == []
