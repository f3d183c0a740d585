"""A picture of a screen is what was on it."""

import struct

from screen import png


def dump(points, width, height, padding):
    """Write points as X does: fields, a name, colours, rows with something after them."""
    name, colours = b"screen\0\0", 2
    line = width * 4 + padding
    fields = [0] * 25
    fields[0], fields[4], fields[5], fields[12] = 100 + len(name), width, height, line
    fields[19] = colours
    rows = b""
    for number in range(height):
        for red, green, blue in points[number * width :][:width]:
            rows += bytes((blue, green, red, 0))
        rows += b"?" * padding
    return struct.pack(">25I", *fields) + name + b"c" * 12 * colours + rows


def test_every_point_has_its_colour(qapp):
    from PySide6.QtGui import QImage

    points = [(1, 2, 3), (250, 0, 0), (0, 251, 0), (0, 0, 252), (9, 8, 7), (0, 0, 0)]
    image = QImage.fromData(png(dump(points, 3, 2, 8)), "PNG")
    assert (image.width(), image.height()) == (3, 2)
    seen = [image.pixelColor(n % 3, n // 3).getRgb()[:3] for n in range(6)]
    assert seen == points
