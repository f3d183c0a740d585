"""Sends many annotations out as a REFI-QDA project, or brings them in, and prints how long."""

import json
import re
import sys
import time
import zipfile
from pathlib import Path

from web_annotating import annotated

from workbench.project.exchanging import arriving, articles_of, read_exchange
from workbench.project.project import Project
from workbench.project.refi import dossier_to_refi


def counted_otherwise(source, path):
    """Write a package as a program does that counts two for a line end and names no words."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w") as new:
        texts = {name: old.read(name).decode() for name in old.namelist()}
        xml = texts.pop("project.qde")
        for name, text in texts.items():
            new.writestr(name, text)
        for name, text in texts.items():
            guid = name.removeprefix("sources/").removesuffix(".txt")
            start = xml.index(f'<TextSource guid="{guid}"')
            end = xml.index("</TextSource>", start)

            def moved(match, text=text):
                place = int(match[2])
                return f'{match[1]}="{place + text.count(chr(10), 0, place)}"'

            told = re.sub(r'((?:start|end)Position)="(\d+)"', moved, xml[start:end])
            xml = xml[:start] + re.sub(r' name="[^"]*" startP', " startP", told) + xml[end:]
        new.writestr("project.qde", xml)


def main():
    """Print the seconds of one of three works: WORK, COUNT, FOLDER."""
    work, dossier, folder = sys.argv[1], annotated(int(sys.argv[2])), Path(sys.argv[3])
    path = folder / "out.qdpx"
    begun = time.perf_counter()
    path.write_bytes(dossier_to_refi(dossier))
    told = f"{path.stat().st_size / 1e6:.0f} MB"
    if work == "units":
        counted_otherwise(path, folder / "other.qdpx")
        path = folder / "other.qdpx"
    if work != "out":
        with Project.create(folder / "p.crossread") as project:
            begun = time.perf_counter()
            incoming = read_exchange(path, articles_of(project), project.codebook())
            arrival = arriving(incoming, project)
            project.apply(arrival.edit, "import")
        right = {one.target.selectors[0].quote for one in dossier.annotations}
        there = sum(one.target.selectors[0].quote in right for one in arrival.annotations)
        told = f"{there} in their places, {len(arrival.losses)} not found"
    seconds = time.perf_counter() - begun
    sys.stdout.write(json.dumps({"seconds": seconds, "told": told}) + "\n")


if __name__ == "__main__":
    main()
