"""REFI-QDA projects made by hand, and what is read from them.

Tests import it by its name, for this folder is on their path.
"""

import io
import zipfile
from pathlib import Path

from workbench.formats.from_refi import read_refi

PATH = Path("story.qdpx")
FERRY = "The ferry left.\r\nNobody 😀 waved at the old pier.\r\n"
GUID = "11111111-0000-4000-8000-{:012}"
S, A, B, N, U, V = (GUID.format(number) for number in range(6))
CODES = f"""<CodeBook><Codes>
<Code guid="{A}" name="places" isCodable="true" color="#F00"><NoteRef targetGUID="{N}"/></Code>
<Code guid="c-people" name="people" isCodable="true"/></Codes></CodeBook>"""


def packed(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def qdpx(*inside, text=FERRY, source="", name="project.qde", **files):
    """Pack a project of one text, whose element has the first part, and of other parts."""
    first, *others = inside or ("",)
    sources = f"""<Sources><TextSource guid="{S}" name="Ferry.txt"
        plainTextPath="internal://{S}.txt">{first}</TextSource>{source}</Sources>"""
    xml = f'<Project xmlns="urn:QDA-XML:project:1.0" name="p">{CODES}{{}}</Project>'
    order = [one for one in others if one.startswith(("<Users", "<Variables", "<Cases"))]
    rest = [one for one in others if one not in order]
    whole = xml.format("".join((*order, sources, *rest)))
    data = text.encode() if isinstance(text, str) else text
    return packed(**{name: whole, f"Sources/{S.upper()}.TXT": data, **files})


def read(data):
    return read_refi(PATH, io.BytesIO(data))


def selection(start, end, inside="", name="", guid=B, **known):
    told = "".join(f' {key}="{value}"' for key, value in known.items())
    named = f' name="{name}"' if name else ""
    return (
        f'<PlainTextSelection guid="{guid}"{named} startPosition="{start}" endPosition="{end}"'
        f"{told}>{inside}</PlainTextSelection>"
    )


def coding(code=A, guid=V, inside="", user=""):
    signed = f' creatingUser="{user}"' if user else ""
    return f'<Coding guid="{guid}"{signed}><CodeRef targetGUID="{code}"/>{inside}</Coding>'


def note(guid=N, inside="", **known):
    told = "".join(f' {key}="{value}"' for key, value in known.items())
    return f'<Note guid="{guid}"{told}>{inside}</Note>'


def quotes(exchange):
    return [[one.quote for one in each.target.selectors] for each in exchange.annotations]
