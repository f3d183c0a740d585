"""Laws of whole projects: whatever is in one is in the JSON, and in the project made of it."""

import json
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Outlet,
    Revision,
    SetSetting,
    Span,
    Tag,
    Target,
)
from workbench.project.annotating import words_of
from workbench.project.project import Project
from workbench.project.stepping import result_of
from workbench.project.whole import Whole, whole_from
from workbench.project.whole_files import import_whole, whole_to_json

WORDS = st.text('ab \n\x00\x1b\u2028\u202e"\\=<é港😀', max_size=8)
TEXTS = st.text('ab \n"\\<é港😀', min_size=1, max_size=12)


@st.composite
def wholes(draw):
    """A project of some articles, the first one revised, with tags and annotations on them."""
    count = draw(st.integers(0, 3))
    articles = tuple(
        Article(
            f"a{number}", draw(TEXTS), draw(WORDS), draw(WORDS), url=draw(WORDS),
            printed_words=draw(st.integers(0, 9)), revision=0 if number else 1,
        )
        for number in range(count)
    )  # fmt: skip
    before = tuple(Revision(Article("a0", draw(TEXTS)), draw(WORDS)) for _ in articles[:1])
    tags = (Tag("t1", draw(WORDS), definition=draw(WORDS)), Tag("t2", draw(WORDS), "t1"))
    notes = []
    for number in range(draw(st.integers(0, 3)) if articles else 0):
        article = draw(st.sampled_from(articles))
        start = draw(st.integers(0, len(article.text) - 1))
        target = words_of(article, Span(start, draw(st.integers(start + 1, len(article.text)))))
        given = draw(st.lists(st.sampled_from(("t1", "t2")), unique=True))
        notes.append(Annotation(f"n{number}", target, tuple(given), draw(WORDS), draw(WORDS)))
    notes.append(Annotation("n9", Target(), (), draw(WORDS), "me", "2026"))
    names = sorted({article.outlet for article in articles if article.outlet})
    described = tuple(Outlet(name, draw(WORDS)) for name in names)
    kept = tuple(sorted(draw(st.dictionaries(WORDS, WORDS, max_size=2)).items()))
    times = tuple(draw(WORDS) for _ in articles)
    return Whole(articles, times, before, described, tags, tuple(notes), kept)


@given(wholes())
def test_json_says_all_of_it(whole):
    text = whole_to_json(whole)
    assert whole_from(json.loads(text)) == whole
    assert whole_to_json(whole_from(json.loads(text))) == text


@settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(wholes())
def test_a_project_goes_out_and_comes_in_again(whole):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "out.json").write_text(whole_to_json(whole), "utf-8", "replace")
        import_whole(folder / "out.json", folder / "new.crossread")
        with Project.open(folder / "new.crossread") as project:
            assert result_of(project.reading_whole()) == whole
            project.apply(
                ChangeAnnotations((), tuple(one.id for one in whole.annotations)), "delete"
            )
            project.apply(AddArticles((Article("z", "More."),)), "import")
            project.apply(ChangeCodebook((Tag("t3", "late"),)), "new tag")
            project.apply(SetSetting("late", "x"), "set")
            for _ in range(4):
                project.undo()
            assert result_of(project.reading_whole()) == whole
