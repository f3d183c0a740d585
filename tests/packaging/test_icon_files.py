"""The icon files of Windows and macOS hold every size that they say they hold."""

import struct

import installer_picture
import pytest
from icon_files import ICNS_SIZES, ICNS_TYPES, ICO_SIZES, icns, ico
from icons import draw
from PySide6.QtGui import QImageReader


@pytest.fixture(scope="module")
def pictures(tmp_path_factory, qapp):
    folder = tmp_path_factory.mktemp("icons")
    drawn = {}
    for size in {*ICO_SIZES, *ICNS_SIZES}:
        draw(size, folder / f"{size}.png")
        drawn[size] = (folder / f"{size}.png").read_bytes()
    return drawn


def test_qt_reads_every_size_of_the_windows_icon(tmp_path, pictures):
    file = tmp_path / "crossread.ico"
    file.write_bytes(ico({size: pictures[size] for size in ICO_SIZES}))
    reader = QImageReader(str(file))
    widths = []
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        picture = reader.read()
        middle = picture.width() // 2
        assert picture.pixelColor(middle, middle).alpha() == 255
        widths.append(picture.width())
    assert tuple(widths) == ICO_SIZES


def test_every_entry_of_the_macos_icon_is_the_picture_of_its_size(pictures):
    data = icns(pictures)
    name, length = struct.unpack_from(">4sI", data)
    assert (name, length) == (b"icns", len(data))
    at, sizes = 8, {}
    while at < length:
        name, step = struct.unpack_from(">4sI", data, at)
        picture = data[at + 8 : at + step]
        assert picture[:8] == b"\x89PNG\r\n\x1a\n"
        sizes[name.decode()] = struct.unpack_from(">I", picture, 16)[0]
        at += step
    assert sizes == ICNS_TYPES


def test_the_picture_of_the_installer_is_one_that_it_reads(tmp_path, qapp):
    file = tmp_path / "installer.bmp"
    installer_picture.draw(file)
    data = file.read_bytes()
    assert data[:2] == b"BM"
    width, height, _, bits = struct.unpack_from("<iiHH", data, 18)
    assert (width, height, bits) == (installer_picture.WIDTH, installer_picture.HEIGHT, 24)
    assert width / height == pytest.approx(164 / 314, abs=0.01)
