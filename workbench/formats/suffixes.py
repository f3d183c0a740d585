"""Suffixes: the endings of names that mark files of each kind, known before a reader is loaded."""

SUFFIXES: dict[str, tuple[str, ...]] = {
    "pdf": (".pdf",),
    "docx": (".docx",),
    "odt": (".odt",),
    "epub": (".epub",),
    "xlsx": (".xlsx", ".xlsm"),
    "zip": (".zip",),
    "rtf": (".rtf",),
    "html": (".html", ".htm", ".xhtml"),
    "feed": (".rss", ".atom"),
    "xml": (".xml",),
    "mbox": (".mbox", ".mbx"),
    "mhtml": (".mhtml", ".mht"),
    "eml": (".eml",),
    "warc": (".warc", ".gz"),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv", ".tsv", ".tab"),
    "text": (".txt", ".md", ".markdown", ".text"),
}
"""The endings by the names of the readers, each with its dot and in lower case."""

READABLE_SUFFIXES = tuple(suffix for each in SUFFIXES.values() for suffix in each)
