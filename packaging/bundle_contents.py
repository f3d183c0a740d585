"""Bundle contents: what of Python, Qt and the libraries an installed Crossread has, and what not.

Names of modules, and patterns of the places that files have inside the bundle. What is left out by
a pattern was found by looking at a bundle with everything in it; `crossread self-test` is the proof
that nothing is missing.
"""

import re
from collections.abc import Iterable

Entry = tuple[str, str, str]
"""Place in the bundle, where it comes from, and kind, as PyInstaller has them."""

LOADED_BY_NAME = ("workbench", "dateparser.data", "dateparser.calendars")
"""Packages of which modules are imported by a name put together at run time."""

WITH_FILES = (
    *("courlan", "dateparser", "docx", "justext", "py3langid", "tld", "trafilatura", "typst"),
    *("wordfreq",),
)
"""Packages that read files of their own."""

EXCLUDED_MODULES = (
    # nothing leaves the machine: what cannot be imported cannot reach anything
    *("ssl", "_ssl", "PySide6.QtNetwork", "ftplib", "smtplib", "imaplib", "poplib", "xmlrpc"),
    # of Qt what no module of ours imports and its other parts would draw in
    *("PySide6.QtConcurrent", "PySide6.QtDBus", "PySide6.QtDesigner", "PySide6.QtHelp"),
    *("PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtPrintSupport", "PySide6.QtQml"),
    *("PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtTest"),
    *("PySide6.QtUiTools", "PySide6.QtXml"),
    # libraries that others use where they are there, and do without
    *("IPython", "PIL", "jieba", "pandas", "psutil", "rich", "scipy", "sqlean", "pysqlite3"),
    # for people who write programs
    *("_distutils_hack", "distutils", "ensurepip", "idlelib", "lib2to3", "pdb", "pip"),
    *("pkg_resources", "pydoc_data", "readline", "rlcompleter", "setuptools", "test", "tkinter"),
    *("_tkinter", "turtle", "turtledemo", "unittest.mock", "wheel", "numpy.f2py", "numpy.random"),
    *("numpy.fft", "numpy.testing", "lxml.objectify", "lxml.html.diff", "lxml.isoschematron"),
    # of the lexers for programming languages none is used, nor what colours them
    *("pygments.formatters", "pygments.lexers", "pygments.styles", "pygments.sphinxext"),
    # fast or old forms of what there is in another: what asks for them goes on without
    *("_pydecimal", "lxml.html._difflib", "wcwidth._wcwidth_c"),
    # draw in OpenSSL and a library of the system for what Python can do by itself
    *("_hashlib", "_uuid"),
)

LEFT_OUT = (
    # of Qt: screens that are no desktop, other programs' parts, what reaches the network
    r"Qt/plugins/(egldeviceintegrations|generic|networkinformation|qmltooling|sqldrivers|tls)/",
    r"Qt/plugins/(designer|printsupport|vectorimageformats|wayland-graphics-integration-server)/",
    r"Qt/plugins/platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)\.",
    r"Qt/plugins/imageformats/",  # PNG is part of QtGui, and no other picture is shown or written
    r"Qt/plugins/iconengines/",
    r"Qt/plugins/platforminputcontexts/libqtvirtualkeyboard",  # its licence is the GPL alone
    r"Qt/plugins/platformthemes/libqgtk3",  # draws in all of GTK, 20 MB; the portal's stays
    r"Qt/plugins/wayland-decoration-client/libadwaita",  # would need QtSvg
    r"Qt/plugins/wayland-shell-integration/lib(fullscreen|ivi|qt|wl)-shell",
    r"PySide6/Qt/(qml|translations|libexec|resources)/",
    r"libQt6(Bodymovin|Concurrent|Designer\w*|EglFS\w*|EglFsKms\w*|Help|Labs\w*|Lottie\w*)\.so",
    r"libQt6(Network|OpenGLWidgets|Pdf|PrintSupport|Qml\w*|Quick\w*|Sql|Svg\w*|Test|UiTools)\.so",
    r"libQt6(VirtualKeyboard\w*|WaylandCompositor|WaylandEglCompositor\w*|WlShell\w*)\.so",
    r"PySide6/Qt/lib/Qt(?!(Core|DBus|Gui|Widgets)\.)\w+\.framework/",  # the same, on macOS
    # what every Linux desktop has, and what is safer taken from it: an own C++ library breaks the
    # driver of the screen, an own font library reads newer settings wrongly
    r"^lib(stdc\+\+|gcc_s)\.so",
    r"^lib(X11|X11-xcb|Xau|Xdmcp|bsd|md|dbus-1|uuid|z|expat|fontconfig|freetype|png16)[.-](\S+\.)?so\b",
    r"^lib(brotli\w+|glib-2\.0|gthread-2\.0|gmodule-2\.0|pcre2-8|systemd|cap|gcrypt|gpg-error)\.so",
    r"^lib(lz4|readline|tinfo|ncursesw|selinux|mount|blkid)\.so",
    # GTK and printing, where a hook brings them all the same
    r"^lib(gtk-3|gdk-3|epoxy|atk[\w-]*-[\d.]+|atspi|cairo\w*|pango\w*-[\d.]+|gdk_pixbuf-2\.0|rsvg-2)[.-](\S+\.)?so\b",
    r"^lib(gio-2\.0|gobject-2\.0|harfbuzz|graphite2|pixman-1|fribidi|thai|datrie|jpeg)\.so",
    r"^libX(composite|damage|inerama|cursor|i|randr|fixes|ext|render)\.so",
    r"^lib(cups|gnutls|p11-kit|nettle|hogweed|tasn1|unistring|idn2|krb5\w*|k5crypto)\.so",
    r"^lib(gssapi_krb5|com_err|keyutils|avahi-\w+|gmp)\.so",
    # of the libraries: lists for texts that are never asked for, and what only developers read
    r"^wordfreq/data/(?!small_)",
    r"^babel/locale-data/(?!(root|en|en_\w+)\.dat)",
    r"^tld/res/old/",
    r"^langcodes/data/",  # what its tables were made from
    r"^docx/templates/default-docx-template/",  # what its template was packed from
    r"^docx/(?!parts/__init__\.).*\.py$",  # one file is enough for the folder to be there
    r"^trafilatura/data/tei_",  # the grammar of a format that nobody asks it for
    r"^numpy/_core/_\w+_tests\.",
    r"^certifi/cacert\.pem$",  # for the network
    r"^(setuptools|pip|wheel)[/-]",
    r"\.dist-info/(?!METADATA$)",  # the licences are gathered in one file, see licences.py
    r"^workbench/_resources/pictures/",
    r"/(tests?|testing)/|\.(pyi|pyx|pxd|h|a|lib|c|typed)$",
)

WITH_SOURCES = ("docx",)
"""Packages that find their files by way of a folder in which otherwise only modules would be."""

STRIPPED = (
    *("libpython3*", "python3*/lib-dynload/*.so", "libsqlite3.so*", "typst/*.so", "yaml/*.so"),
    *("charset_normalizer/*.so", "lxml/*.so", "msgpack/*.so", "regex/*.so"),
    *("pypdfium2_raw/*.so", "PySide6/Qt/lib/libicui18n.so*", "PySide6/Qt/lib/libicuuc.so*"),
)
"""Files that lose their symbols; the libraries of NumPy could not be loaded without theirs."""

WITHOUT_DOCSTRINGS = ("numpy",)
"""Packages that work without their docstrings and assertions, as their own tests show."""

_LEFT_OUT = re.compile("|".join(LEFT_OUT))


def kept(entries: Iterable[Entry]) -> list[Entry]:
    """Return what is not left out."""
    return [entry for entry in entries if not _LEFT_OUT.search(entry[0].replace("\\", "/"))]


def without_docstrings(modules: Iterable[Entry]) -> list[Entry]:
    """Return modules of Python of which some are to be compiled as by `python -OO`.

    The list is a new one, as it must be: PyInstaller has compiled those of its own list already.
    """
    return [
        (name, source, "PYMODULE-2" if name.partition(".")[0] in WITHOUT_DOCSTRINGS else kind)
        for name, source, kind in modules
    ]
