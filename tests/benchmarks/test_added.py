"""How long until the overlaps of one article show that was added to a project of 10,000."""

import time
from dataclasses import replace

import pytest

ARTICLES = 10_000


class Clock:
    """Says how long each part took."""

    def __init__(self):
        self.parts = []
        self._last = time.perf_counter()

    def lap(self, name):
        now = time.perf_counter()
        self.parts.append((name, now - self._last))
        self._last = now


def added_to(project, article):
    """Do what the window and its worker do; return the comparison and how long each part took."""
    from workbench.model import FileReading
    from workbench.project.adding import compare_added, find_related
    from workbench.project.importing import plan_import

    clock = Clock()
    plan = plan_import(project.articles(), [FileReading("new.txt", "text", (article,))])
    clock.lap("plan")
    project.apply(plan.edit)
    clock.lap("store")
    assert project.cached_comparison(project.options()) is None
    clock.lap("look up")
    new = tuple(one.id for one in plan.edit.articles)
    known = dict(project.fingerprints())
    missing = tuple(one for one in project.articles() if one.id not in known)
    clock.lap("fingerprints")
    found = find_related(tuple(known.items()), missing, new)
    clock.lap("relate")
    project.keep_fingerprints(found.fingerprints)
    wanted = found.ids.union(new)
    chosen = tuple(one for one in project.articles() if one.id in wanted)
    comparison = compare_added(chosen, new, project.options())
    clock.lap(f"compare with {len(found.ids)}")
    return comparison, clock.parts


@pytest.mark.benchmark
@pytest.mark.timeout(600)
def test_one_article_added_to_many(tmp_path, monkeypatch):
    from pathlib import Path

    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    from corpus import make_archive

    from workbench.model import AddArticles
    from workbench.project.adding import fingerprints_of
    from workbench.project.project import Project

    *old, first, second = make_archive(ARTICLES + 2).articles
    with Project.create(tmp_path / "many.crossread", AddArticles(tuple(old))) as project:
        project.keep_fingerprints(fingerprints_of(project.articles()))
        for article, passage in ((first, 17), (second, 4_711)):  # the first run warms up
            text = f"{old[passage].text[:900]} {article.text}"
            comparison, parts = added_to(project, replace(article, id="", text=text))
            assert any(old[passage].id in (p.a.article, p.b.article) for p in comparison.pairs)
    told = ", ".join(f"{name} {seconds:.3f}" for name, seconds in parts)
    total = sum(seconds for _, seconds in parts)
    print(f"\none article added to {ARTICLES:,}: {total:.2f} s, bar 0.5 s ({told})")
