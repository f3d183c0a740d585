"""Background: the functions that the window's worker process runs."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from workbench.comparison.options import CompareOptions
    from workbench.model import (
        Annotation,
        Apparatus,
        Article,
        Cluster,
        Comparison,
        Decision,
        Edit,
        FileReading,
        Report,
        Saying,
        Selector,
    )
    from workbench.project.adding import Fingerprints, Related
    from workbench.project.moved_sentences import Moved
    from workbench.text.anchor import Candidate
    from workbench.text.revised import Difference


def read_paths(paths: Sequence[Path], *, report: Report) -> tuple[FileReading, ...]:
    """Read files, and the readable files of folders."""
    from workbench.project.importing import find_files, read_files

    return read_files(find_files(paths), report)


def compare_articles(
    articles: Sequence[Article], options: CompareOptions, *, report: Report
) -> Comparison:
    """Compare articles with each other, on all cores where there are many."""
    from workbench.comparison.compare import compare

    return compare(articles, options, report, os.cpu_count() or 1)


def fingerprint_articles(articles: Sequence[Article], *, report: Report) -> Fingerprints:
    """Make the fingerprints of articles."""
    from workbench.project.adding import fingerprints_of

    return fingerprints_of(articles, report)


def relate(
    known: Fingerprints, missing: Sequence[Article], new: Sequence[str], *, report: Report
) -> Related:
    """Find the articles that new ones may share something with."""
    from workbench.project.adding import find_related

    return find_related(known, missing, new, report)


def compare_added(
    articles: Sequence[Article], new: Sequence[str], options: CompareOptions, *, report: Report
) -> Comparison:
    """Compare new articles with those that may share something with them."""
    from workbench.project.adding import compare_added

    return compare_added(articles, new, options, report)


def back_up_project(path: Path, *, report: Report) -> Path | None:
    """Back up a project that is open in the window."""
    from workbench.project.backups import back_up

    return back_up(path, report)


def renew_project(path: Path, *, report: Report) -> int:
    """Bring a large project of an older schema up to date."""
    from workbench.project.renewing import renew

    return renew(path, report)


def warm_up(*, report: Report) -> None:
    """Load what comparing needs, while the analyst is still choosing files."""
    import workbench.comparison.compare
    import workbench.project.importing  # noqa: F401

    report(1, 1)


def put_together(comparison: Comparison, *, report: Report) -> tuple[Saying, ...]:
    """Put the quotations of a comparison together, thing by thing said."""
    from workbench.comparison.sayings import sayings

    report(0, 1)
    return sayings(comparison)


def decide_comparison(
    found: Comparison,
    decisions: Sequence[Decision],
    options: CompareOptions,
    *,
    report: Report,
) -> Comparison:
    """Return a comparison as it was decided."""
    from workbench.comparison.decide import decided

    report(0, 1)
    return decided(found, decisions, options)


def collate_cluster(cluster: Cluster, comparison: Comparison, *, report: Report) -> Apparatus:
    """Lay out one cluster, of a comparison that has no more than it needs."""
    from workbench.project.apparatus import apparatus

    report(0, 1)
    return apparatus(cluster, comparison)


def differ(before: str, after: str, *, report: Report) -> tuple[tuple[Difference, ...], Moved]:
    """Find what has changed between two texts, and which sentences have moved."""
    from workbench.project.moved_sentences import moved_sentences
    from workbench.project.revising import differences

    report(0, 1)
    found = differences(before, after)
    return found, moved_sentences(before, after, found)


def carry_over(
    article: Article,
    later: Article,
    annotations: Sequence[Annotation],
    texts: Mapping[int, str],
    *,
    report: Report,
) -> Edit:
    """Return the edit that gives an article a later text and carries its annotations there."""
    from workbench.project.revising import revise

    report(0, 1)
    return revise(article, later, annotations, texts)


def find_places(
    selector: Selector, before: str, article: Article, *, report: Report
) -> tuple[tuple[Candidate, ...], tuple[tuple[Difference, ...], Moved]]:
    """Find where words that wait for review may stand now, and what has changed around them."""
    from workbench.project.revising import candidates

    places = candidates(selector, before, article)
    return places, differ(before, article.text, report=report)
