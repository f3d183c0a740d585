"""Whether a file lies on another computer is told by what is mounted where it lies."""

import pytest

from workbench.store.remote import MOUNTS, is_remote

LINES = """\
22 1 0:21 / {root} rw,relatime shared:1 - ext4 /dev/sda1 rw
23 22 0:40 / {root}/shelf rw,relatime shared:2 - nfs4 server:/shelf rw,vers=4.2
24 22 0:41 / {root}/my\\040share rw - cifs //server/share rw
25 23 8:2 / {root}/shelf/disk rw - ext4 /dev/sdb1 rw
26 22 0:42 / {root}/phone rw - fuse.sshfs me@phone:/ rw
27 22 0:43 / {root}/notes rw - fuse.encfs encfs rw
28 22 0:44 / {root}/late rw - autofs systemd-1 rw
29 28 0:45 / {root}/late rw - nfs server:/late rw
"""


@pytest.fixture
def mounts(tmp_path):
    listed = tmp_path / "mountinfo"
    listed.write_text(LINES.format(root=tmp_path))
    return listed


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("p.crossread", False),
        ("shelf/p.crossread", True),
        ("shelf/me/stories/p.crossread", True),
        ("shelves/p.crossread", False),
        ("shelf/disk/p.crossread", False),
        ("my share/p.crossread", True),
        ("phone/p.crossread", True),
        ("notes/p.crossread", False),
        ("late/p.crossread", True),
    ],
)
def test_the_innermost_mount_decides(tmp_path, mounts, name, expected):
    assert is_remote(tmp_path / name, mounts) is expected


def test_a_link_into_a_network_folder_is_remote(tmp_path, mounts):
    (tmp_path / "shelf").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "shelf")
    assert is_remote(tmp_path / "link" / "p.crossread", mounts)


def test_where_the_system_tells_nothing_all_is_near(tmp_path):
    assert not is_remote(tmp_path / "p.crossread", tmp_path / "absent")


def test_the_list_of_this_system_can_be_read(tmp_path):
    assert is_remote(tmp_path / "p.crossread") is False or not MOUNTS.exists()
