"""Output files come into being whole or not at all."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.model import OutputError, OutputProblem
from workbench.project.writing import replacing, write_whole


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_text_is_written_as_utf_8(tmp_path):
    write_whole(tmp_path / "out.txt", "“harbour” 😀\r\n")
    assert (tmp_path / "out.txt").read_bytes() == "“harbour” 😀\r\n".encode()
    assert names(tmp_path) == ["out.txt"]


def test_a_lone_surrogate_does_not_stop_the_file(tmp_path):
    write_whole(tmp_path / "out.txt", "a\ud800b")
    assert (tmp_path / "out.txt").read_bytes() == b"a?b"


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path):
    path = tmp_path / "out.bin"
    path.write_bytes(b"before")
    path.chmod(0o640)
    write_whole(path, b"after")
    assert path.read_bytes() == b"after"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_bytes(b"before")
    (tmp_path / "link.txt").symlink_to(tmp_path / "real.txt")
    write_whole(tmp_path / "link.txt", b"after")
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real.txt").read_bytes() == b"after"


def test_a_device_is_written_to_and_not_replaced():
    write_whole(Path(os.devnull), b"gone")
    assert not Path(os.devnull).is_file()


def test_a_failing_writer_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "out.txt"
    path.write_bytes(b"before")

    def write_half():
        with replacing(path) as part:
            part.write_bytes(b"half")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_half()
    assert path.read_bytes() == b"before"
    assert names(tmp_path) == ["out.txt"]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("missing/out.txt", OutputProblem.NO_FOLDER),
        ("file.txt/out.txt", OutputProblem.NO_FOLDER),
        ("folder", OutputProblem.FOLDER),
        ("x" * 300, OutputProblem.FAILED),
    ],
)
def test_what_cannot_be_written_is_named(tmp_path, name, problem):
    (tmp_path / "folder").mkdir()
    (tmp_path / "file.txt").write_bytes(b"")
    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / name, b"data")
    assert caught.value.path == str(tmp_path / name)
    assert caught.value.problem is problem
    assert names(tmp_path) == ["file.txt", "folder"]


FULL = """
import resource, sys
from pathlib import Path
from workbench.model import OutputError
from workbench.project.writing import write_whole
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_whole(Path(sys.argv[1]), b"x" * 5000)
except OutputError as error:
    print(error.problem.value)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on file sizes to set")
def test_a_full_disk_leaves_the_old_file(tmp_path):
    path = tmp_path / "out.txt"
    path.write_bytes(b"before")
    result = subprocess.run(
        [sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["full"]
    assert path.read_bytes() == b"before"
    assert names(tmp_path) == ["out.txt"]


def test_a_folder_without_leave_to_write_is_named(unprivileged):
    unprivileged.chmod(0o500)
    with pytest.raises(OutputError) as caught:
        write_whole(unprivileged / "out.txt", b"data")
    assert caught.value.problem is OutputProblem.DENIED
