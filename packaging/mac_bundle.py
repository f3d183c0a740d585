"""What macOS is told of Crossread: its property list, its kind of file, and the disk image's look.

Nothing here needs macOS, so that it is checked everywhere; packaging/macos/RELEASE.md says how a
release is made there.
"""

IDENTIFIER = "org.crossread.Crossread"
PROJECT_TYPE = f"{IDENTIFIER}.project"
MIME_TYPE = "application/vnd.crossread.project+sqlite3"
SUFFIX = "crossread"
OLDEST_SYSTEM = "13.0"  # what the library that reads PDF files is made for; Qt's is 12.0
APP = "Crossread.app"
ICON = "crossread.icns"

IMAGE = {
    "format": "ULFO",  # read since macOS 10.11
    "filesystem": "APFS",
    "window_rect": ((200, 200), (560, 360)),
    "icon_size": 112,
    "text_size": 13,
    "icon_locations": {APP: (150, 160), "Applications": (410, 160)},
    "symlinks": {"Applications": "/Applications"},
}
"""The image that is given away, by the names of dmgbuild: the program, and where to drag it."""


def information(version: str) -> dict[str, object]:
    """Return the property list of the program."""
    return {
        "CFBundleName": "Crossread",
        "CFBundleDisplayName": "Crossread",
        "CFBundleIdentifier": IDENTIFIER,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "en",
        "CFBundleIconFile": ICON,
        "LSMinimumSystemVersion": OLDEST_SYSTEM,
        "LSApplicationCategoryType": "public.app-category.productivity",
        "NSHumanReadableCopyright": "The Crossread authors, MIT licence",
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,  # dark windows where the user wants them
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Crossread project",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": ICON,
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [PROJECT_TYPE],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": PROJECT_TYPE,
                "UTTypeDescription": "Crossread project",
                "UTTypeConformsTo": ["public.database", "public.data"],
                "UTTypeIconFile": ICON,
                "UTTypeTagSpecification": {
                    "public.filename-extension": [SUFFIX],
                    "public.mime-type": [MIME_TYPE],
                },
            }
        ],
    }
