"""Web terms: the names, ids and times that Web Annotations going out and coming in share."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from urllib.parse import quote, unquote
from uuid import NAMESPACE_URL, uuid5

ANNO = "http://www.w3.org/ns/anno.jsonld"
OWN = "urn:crossread:"
CONTEXT = [
    ANNO,
    {"crossread": OWN, "crossread:path": {"@id": OWN + "path", "@container": "@list"}},
]
"""The context of a file of ours: that of the W3C, and our own terms, which say more."""

PROJECT = "crossread:Project"
CODEBOOK = "crossread:codebook"
COLOUR, KEY, PLACE = "crossread:colour", "crossread:key", "crossread:place"
TAG, PATH = "crossread:tag", "crossread:path"
ARTICLE, SHA256 = "crossread:article", "crossread:sha256"
REVISION, PLACING = "crossread:revision", "crossread:placing"
CONFIDENCE, EARLIER = "crossread:confidence", "crossread:earlier"
START, END = "crossread:start", "crossread:end"
SIMILARITY, CLUSTER = "crossread:similarity", "crossread:cluster"
HEADLINE, AUTHOR = "schema:headline", "schema:author"
PUBLISHER, PUBLISHED = "schema:publisher", "schema:datePublished"
LABEL, BROADER = "skos:prefLabel", "skos:broader"
DEFINITION, EXAMPLE = "skos:definition", "skos:example"

_UUID = "urn:uuid:"
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_WEB = re.compile(r"https?://[^/\s]", re.IGNORECASE)
_LEGAL = "%/:?#[]@!$&'()*+,;=~"  # what RFC 3986 gives a meaning, beside letters and digits


def iri_of(id_: str, kind: str) -> str:
    """Return the IRI of something with an id: a `urn:uuid` of a GUID, else a name of our own."""
    if _GUID.fullmatch(id_):
        return _UUID + id_
    return f"{OWN}{kind}:{quote(id_, safe='', errors='surrogatepass')}"


def id_of(iri: str) -> str:
    """Return the id of what has an IRI; a GUID that follows from it where it is another's."""
    for start in (_UUID, "#", ""):
        guid = iri.removeprefix(start).lower()
        if _GUID.fullmatch(guid):
            return guid
    if iri.startswith(OWN):
        own = unquote(iri[len(OWN) :].partition(":")[2], errors="replace")
        if own:
            return own
    return made_id("id", iri)


def made_id(*words: str) -> str:
    """Return a GUID that follows from some words."""
    told = "\n".join(words).encode("utf-8", "replace").decode()
    return str(uuid5(NAMESPACE_URL, f"{OWN}{told}"))


def web_address(url: str) -> str:
    """Return an address on the web as an IRI in ASCII, "" where it is none."""
    if not _WEB.match(url.strip()):
        return ""
    return quote(url.strip(), safe=_LEGAL, errors="surrogatepass")


def zulu(time: str) -> str:
    """Return a time as the W3C writes it, to the second and with a Z; "" where it is none."""
    return utc(time).replace("+00:00", "Z")


def utc(time: str) -> str:
    """Return a time as the program writes it, to the second in UTC; "" where it is none."""
    try:
        found = datetime.fromisoformat(time)
        if found.tzinfo is None:
            return ""
        return found.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return ""
