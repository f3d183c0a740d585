"""Markdown: excerpts with where they stand and what the analyst says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from workbench.formats.bibliography import one_line
from workbench.formats.to_printable import to_printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from workbench.model import Annotation, Article, Codebook, Excerpt, ExcerptGroup

NO_HEAD = "Others"

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~&$]")
_BEGINNING = re.compile(r"(?m)^([^\S\n]*)([-+=:]|\d+(?=[.)]))")
_ADDRESS = re.compile(r"https?://[^\s<>\x00-\x20]+")


def excerpts_to_markdown(groups: Iterable[ExcerptGroup], codebook: Codebook) -> str:
    """Return excerpts group by group, each with its source, context, tags and memos.

    Whatever the articles and memos hold is shown as it is, and is never markup.
    """
    blocks = ["# Excerpts"]
    for group in groups:
        blocks.append(f"## {_line(group.head) or NO_HEAD}")
        for excerpt in group.excerpts:
            blocks += _blocks(excerpt, codebook)
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Return a text in which nothing is markup; its lines stay."""
    marked = _SPECIAL.sub(r"\\\g<0>", to_printable(text))
    return _BEGINNING.sub(_escape_beginning, marked)


def _escape_beginning(match: re.Match[str]) -> str:
    """Keep what begins a line from making a list, a rule or a heading."""
    blanks, mark = match.groups()
    return f"{blanks}{mark}\\" if mark[0].isdigit() else f"{blanks}\\{mark}"


def _blocks(excerpt: Excerpt, codebook: Codebook) -> Iterator[str]:
    yield _quoted(excerpt.quote)
    yield f"— {_source(excerpt)}"
    if excerpt.context != excerpt.span:
        before, after = _line(excerpt.before), _line(excerpt.after)
        yield f"Context: {before} **[…]** {after}".replace(":  ", ": ").rstrip()
    facts = [_tags(excerpt, codebook), *map(_memo, excerpt.annotations), _hash(excerpt.article)]
    yield "\n".join(f"- {fact}" for fact in facts if fact)


def _quoted(text: str) -> str:
    lines = escaped(text).split("\n")
    return "\n>\n".join(f"> {line.strip()}" for line in lines if line.strip())


def _source(excerpt: Excerpt) -> str:
    article = excerpt.article
    parts = (
        _line(article.outlet),
        f"“{_line(article.headline)}”" if article.headline else "",
        _line(article.byline),
        _line(article.published),
        f"paragraph {excerpt.paragraph}",
        _address(article.url),
        f"retrieved {_line(article.retrieved)}" if article.retrieved else "",
    )
    return ", ".join(filter(None, parts))


def _address(url: str) -> str:
    return f"<{url}>" if _ADDRESS.fullmatch(url) else _line(url)


def _tags(excerpt: Excerpt, codebook: Codebook) -> str:
    paths = (
        " › ".join(_line(tag.name) for tag in codebook.path(id_))
        for id_ in excerpt.tags
        if id_ in codebook.by_id
    )
    named = "; ".join(paths)
    return f"Tags: {named}" if named else ""


def _memo(annotation: Annotation) -> str:
    author = f" ({_line(annotation.author)})" if annotation.author else ""
    return f"Memo{author}: {_line(annotation.memo)}" if annotation.memo.strip() else ""


def _hash(article: Article) -> str:
    return f"SHA-256 of the article’s text: `{article.sha256}`"


def _line(text: str) -> str:
    return escaped(one_line(text))
