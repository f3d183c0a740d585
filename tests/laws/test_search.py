"""Law of searching: what the index finds is what reading everything finds."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model import (
    AddArticles,
    AllOf,
    Annotation,
    AnyOf,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    Dated,
    Field,
    Near,
    NoneOf,
    Phrase,
    Tag,
    Target,
)
from workbench.project.project import Project
from workbench.project.searching import Found, looking
from workbench.text.searchable import searchable

WORDS = ("pier", "Piers", "old", "FERRY", "the", "新质", "生新", "café", "cafe", "—", "e\u0301")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=7).map(" ".join)
FIELDS = st.sampled_from(
    [Field.ANYWHERE] * 5 + [Field.HEADLINE, Field.BYLINE, Field.MEMO, Field.OUTLET, Field.TAG]
)
SOUGHT = st.lists(st.sampled_from(WORDS), min_size=1, max_size=2).map(" ".join).filter(searchable)
PHRASES = st.builds(Phrase, SOUGHT, FIELDS, st.booleans())
NEARS = st.builds(
    lambda one, other, field, within: Near(Phrase(one, field), Phrase(other, field), within),
    SOUGHT,
    SOUGHT,
    st.sampled_from([Field.ANYWHERE, Field.ANYWHERE, Field.MEMO, Field.HEADLINE]),
    st.integers(0, 3),
)
DATES = st.builds(
    Dated, st.sampled_from([Field.AFTER, Field.BEFORE]), st.sampled_from(["2024", "2024-02-02"])
)
CONDITIONS = st.recursive(
    PHRASES | NEARS | DATES,
    lambda inner: st.one_of(
        inner.map(NoneOf),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=6,
)
ARTICLES = st.lists(
    st.builds(
        lambda text, outlet, headline, byline, day: Article(
            "", text, outlet, headline, byline, day
        ),
        TEXTS,
        TEXTS,
        TEXTS,
        TEXTS,
        st.sampled_from(["", "2023-12-31", "2024-02-01", "2024-02-02T08:00"]),
    ),
    max_size=4,
).map(lambda found: tuple(Article(f"a{n}", *fields(each)) for n, each in enumerate(found)))
NOTES = st.lists(st.tuples(st.integers(-1, 3), TEXTS, st.booleans()), max_size=3)
TAG = Tag("t1", "old pier")


def fields(article):
    return article.text, article.outlet, article.headline, article.byline, article.published


def places(phrase, text):
    words, sought = searchable(text).split(), searchable(phrase.text).split()
    for start in range(len(words) - len(sought) + 1):
        there = words[start : start + len(sought)]
        if there == sought or (
            phrase.is_beginning and there[:-1] == sought[:-1] and there[-1].startswith(sought[-1])
        ):
            yield start, start + len(sought)


def stands_in(sought, text):
    if isinstance(sought, Phrase):
        return any(places(sought, text))
    return any(
        max(one[0], other[0]) - (one if one[0] <= other[0] else other)[1] <= sought.within
        for one in places(sought.first, text)
        for other in places(sought.second, text)
    )


class Naive:
    """Reads all articles and annotations for every part of a query."""

    def __init__(self, articles, notes):
        self.articles = {article.id: article for article in articles}
        self.notes = {note.id: note for note in notes}

    def tags(self, note):
        return TAG.name if note.tags else ""

    def article(self, part, article):
        if isinstance(part, Dated):
            return self.is_dated(part, article)
        field = part.first.field if isinstance(part, Near) else part.field
        if field is Field.ANYWHERE:
            texts = (article.text, article.headline, article.byline)
        elif field in (Field.MEMO, Field.TAG):
            on_it = [n for n in self.notes.values() if n.target.article == article.id]
            texts = [n.memo if field is Field.MEMO else self.tags(n) for n in on_it]
        else:
            texts = (getattr(article, field.value),)
        return any(stands_in(part, text) for text in texts)

    def is_dated(self, part, article):
        if part.field is Field.AFTER:
            return article.published >= part.day
        return bool(article.published) and article.published < part.day

    def own(self, part, note):
        """Whether an annotation itself has what a part asks for; None where that is no question."""
        if isinstance(part, Dated):
            return None
        field = part.first.field if isinstance(part, Near) else part.field
        if field is Field.ANYWHERE:
            return any(stands_in(part, text) for text in (note.memo, self.tags(note)))
        if field in (Field.MEMO, Field.TAG):
            return stands_in(part, note.memo if field is Field.MEMO else self.tags(note))
        return None

    def note(self, part, note):
        answer = self.own(part, note)
        if answer is None:
            article = self.articles.get(note.target.article)
            return article is not None and self.article(part, article)
        return answer

    def holds(self, condition, thing, of):
        if isinstance(condition, NoneOf):
            return not self.holds(condition.part, thing, of)
        if isinstance(condition, AllOf):
            return all(self.holds(part, thing, of) for part in condition.parts)
        if isinstance(condition, AnyOf):
            return any(self.holds(part, thing, of) for part in condition.parts)
        return of(condition, thing)

    def has_own(self, condition, note):
        """Whether a condition holds of an annotation by something of its own."""
        if isinstance(condition, AllOf):
            holds = self.holds(condition, note, self.note)
            return holds and any(self.has_own(part, note) for part in condition.parts)
        if isinstance(condition, AnyOf):
            return any(self.has_own(part, note) for part in condition.parts)
        return not isinstance(condition, NoneOf) and bool(self.own(condition, note))

    def found(self, condition):
        articles = {
            id_ for id_, one in self.articles.items() if self.holds(condition, one, self.article)
        }
        notes = {id_ for id_, one in self.notes.items() if self.has_own(condition, one)}
        return articles, notes


def result(steps):
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@settings(max_examples=25, deadline=None)
@given(ARTICLES, NOTES, st.lists(CONDITIONS, min_size=1, max_size=6))
def test_the_index_finds_what_reading_everything_finds(articles, notes, conditions):
    ids = [article.id for article in articles]
    made = tuple(
        Annotation(
            f"n{number}",
            Target(article=ids[place] if 0 <= place < len(ids) else ""),
            ("t1",) if has_tag else (),
            memo,
        )
        for number, (place, memo, has_tag) in enumerate(notes)
    )
    naive = Naive(articles, made)
    with (
        TemporaryDirectory() as folder,
        Project.create(Path(folder) / "p.crossread", AddArticles(articles)) as project,
    ):
        project.apply(ChangeCodebook((TAG,)))
        project.apply(ChangeAnnotations(made))
        for _ in project.index.filling():
            pass
        for condition in conditions:
            found: Found = result(looking(project.index, condition))
            annotated = {id_ for ids in found.annotations.values() for id_ in ids}
            assert (set(found.texts), annotated) == naive.found(condition)
            homes = {made[int(id_[1:])].target.article for id_ in annotated}
            assert set(found.articles) == found.texts | homes
