"""Laws of a project: whatever is done, undone, done again, closed or opened, all is there.

The machine does what an analyst does, and keeps beside the project a plain model of it: a list of
whole states and which of them is the present one.
"""

import shutil
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeMetadata,
    ChangeOutlets,
    EditGroup,
    Outlet,
    Placing,
    RemoveArticles,
    Span,
    Target,
)
from workbench.project.annotating import words_of
from workbench.project.project import Project
from workbench.project.revising import revise
from workbench.project.tagging import change_tag, delete_tags, join_tags, move_tags, new_tag

TEXTS = st.text("ab é😀\n", min_size=1, max_size=12)
WORDS = st.text("xyz ß'", max_size=6)
PLACES = st.integers(0, 99)


@dataclass(frozen=True)
class State:
    """All that the analyst has put in, as plain values."""

    articles: tuple = ()
    revisions: tuple = ()  # (article id, earlier texts)
    tags: frozenset = frozenset()
    annotations: frozenset = frozenset()
    outlets: frozenset = frozenset()

    def texts_before(self, id_):
        return dict(self.revisions).get(id_, ())


def pick(values, place):
    """Return one of the values, which one being left to chance."""
    values = sorted(values, key=lambda value: value.id)
    return values[place % len(values)]


def span_in(text, start, length):
    start %= len(text)
    return Span(start, min(len(text), start + 1 + length))


class Analyst(RuleBasedStateMachine):
    """An analyst at work on one project."""

    def __init__(self):
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.made = 0
        self.states = [State()]
        self.present = 0

    @initialize()
    def begin(self):
        self.project = Project.create(self.folder / "law.crossread")
        for text in ("a é😀 b", "b a"):
            self.import_article(text, "x")
        for name in ("one", "two"):
            self.make_tag(name, None)
        self.annotate_words(0, 1, 3, 0, "")
        self.annotate_passages(0, 1, 1)

    def teardown(self):
        self.project.close()
        shutil.rmtree(self.folder)

    @property
    def state(self):
        return self.states[self.present]

    def number(self):
        self.made += 1
        return self.made

    def do(self, edit, **changed):
        """Do a step, and note what the project must hold after it."""
        self.project.apply(edit, f"step {len(self.states)}")
        self.states[self.present + 1 :] = [replace(self.state, **changed)]
        self.present += 1

    def annotated(self, *changed):
        """Return all annotations with some put in place of those that have their ids."""
        ids = {annotation.id for annotation in changed}
        kept = {one for one in self.state.annotations if one.id not in ids}
        return frozenset(kept | set(changed))

    def tag_ids(self, place):
        tags = sorted(tag.id for tag in self.state.tags)
        return tuple(tags[place % len(tags) :][:2]) if tags else ()

    @rule(text=TEXTS, outlet=WORDS)
    def import_article(self, text, outlet):
        article = Article(f"a{self.number()}", text, outlet)
        self.do(AddArticles((article,)), articles=(*self.state.articles, article))

    @precondition(lambda self: self.state.articles)
    @rule(place=PLACES, words=WORDS)
    def correct_headline(self, place, words):
        article = replace(pick(self.state.articles, place), headline=words)
        articles = tuple(article if a.id == article.id else a for a in self.state.articles)
        self.do(ChangeMetadata((article,)), articles=articles)

    @precondition(lambda self: self.state.articles)
    @rule(place=PLACES)
    def remove_article(self, place):
        gone = pick(self.state.articles, place)
        left = set()
        for one in self.state.annotations:
            kept = tuple(s for s in one.target.selectors if s.article != gone.id)
            about = one.target.article
            if gone.id not in one.target.articles:
                left.add(one)
            elif kept:
                left.add(replace(one, target=Target(kept, about)))
        self.do(
            RemoveArticles((gone.id,)),
            articles=tuple(a for a in self.state.articles if a.id != gone.id),
            revisions=tuple(each for each in self.state.revisions if each[0] != gone.id),
            annotations=frozenset(left),
        )

    @precondition(lambda self: self.state.articles)
    @rule(place=PLACES, start=PLACES, length=PLACES, tags=PLACES, memo=WORDS)
    def annotate_words(self, place, start, length, tags, memo):
        article = pick(self.state.articles, place)
        target = words_of(article, span_in(article.text, start, length))
        self.put(Annotation(f"n{self.number()}", target, self.tag_ids(tags), memo, "me", "2026"))

    @precondition(lambda self: self.state.articles)
    @rule(place=PLACES, memo=WORDS)
    def annotate_article(self, place, memo):
        article = pick(self.state.articles, place)
        self.put(Annotation(f"n{self.number()}", Target((), article.id), (), memo, "me", "2025"))

    @rule(memo=WORDS)
    def annotate_project(self, memo):
        self.put(Annotation(f"n{self.number()}", Target(), (), memo))

    @precondition(lambda self: len(self.state.articles) > 1)
    @rule(start=PLACES, length=PLACES, tags=PLACES)
    def annotate_passages(self, start, length, tags):
        targets = [words_of(a, span_in(a.text, start, length)) for a in self.state.articles[:3]]
        selectors = tuple(selector for target in targets for selector in target.selectors)
        self.put(Annotation(f"n{self.number()}", Target(selectors), self.tag_ids(tags)))

    def put(self, *annotations):
        self.do(ChangeAnnotations(annotations), annotations=self.annotated(*annotations))

    @precondition(lambda self: self.state.annotations)
    @rule(place=PLACES, tags=PLACES, memo=WORDS)
    def change_annotation(self, place, tags, memo):
        one = pick(self.state.annotations, place)
        self.put(replace(one, tags=self.tag_ids(tags), memo=memo, changed="2027"))

    @precondition(lambda self: self.state.annotations)
    @rule(place=PLACES)
    def delete_annotation(self, place):
        gone = pick(self.state.annotations, place)
        left = self.state.annotations - {gone}
        self.do(ChangeAnnotations((), (gone.id,)), annotations=left)

    @rule(name=WORDS, below=st.none() | PLACES)
    def make_tag(self, name, below):
        tags = sorted(tag.id for tag in self.state.tags)
        parent = tags[below % len(tags)] if tags and below is not None else ""
        tag = new_tag(self.project.codebook(), name, f"t{self.number()}", parent)
        self.do(ChangeCodebook((tag,)), tags=self.state.tags | {tag})

    @precondition(lambda self: self.state.tags)
    @rule(place=PLACES, name=WORDS)
    def rename_tag(self, place, name):
        before = pick(self.state.tags, place)
        after = replace(before, name=name)
        self.do(change_tag(after), tags=self.state.tags - {before} | {after})

    @precondition(lambda self: self.state.tags)
    @rule(place=PLACES, to=PLACES)
    def move_tag_to_the_top(self, place, to):
        """Whatever the order becomes, only places and the parent of that tag may change."""
        moved = pick(self.state.tags, place)
        codebook = self.project.codebook()
        edit = move_tags(codebook, (moved.id,), "", to % (len(codebook.below()) + 1))
        put = {tag.id: tag for tag in edit.put}
        for tag in put.values():
            parent = "" if tag.id == moved.id else codebook.by_id[tag.id].parent
            assert tag == replace(codebook.by_id[tag.id], parent=parent, place=tag.place)
        self.do(edit, tags=frozenset(put.get(tag.id, tag) for tag in self.state.tags))

    @precondition(lambda self: len(self.state.tags) > 1)
    @rule(place=PLACES, other=PLACES)
    def join_two_tags(self, place, other):
        gone = pick(self.state.tags, place)
        into = pick(self.state.tags - {gone}, other)
        using = [one for one in self.state.annotations if gone.id in one.tags]
        edit = join_tags(self.project.codebook(), into.id, [gone.id], using)
        instead = {gone.id: into.id}
        retagged = [
            replace(one, tags=tuple(dict.fromkeys(instead.get(tag, tag) for tag in one.tags)))
            for one in using
        ]
        after = self.after_tags_went(edit, {gone})
        self.do(edit, tags=after, annotations=self.annotated(*retagged))

    @precondition(lambda self: self.state.tags)
    @rule(place=PLACES)
    def delete_tag(self, place):
        gone = pick(self.state.tags, place)
        using = [one for one in self.state.annotations if gone.id in one.tags]
        edit = delete_tags(self.project.codebook(), [gone.id], using)
        left = [replace(o, tags=tuple(tag for tag in o.tags if tag != gone.id)) for o in using]
        after = self.after_tags_went(edit, {gone})
        self.do(edit, tags=after, annotations=self.annotated(*left))

    def after_tags_went(self, edit, gone):
        """Return the tags after some went; those left stand below a tag that stays."""
        first = edit.edits[0]
        moved = {tag.id: tag for tag in first.put}
        after = frozenset(moved.get(tag.id, tag) for tag in self.state.tags - gone)
        known = {tag.id for tag in after}
        for tag in after:
            assert tag.parent == "" or tag.parent in known
        return after

    @rule(name=st.sampled_from("xyz"), short=st.text("uvw", min_size=1, max_size=3))
    def describe_outlet(self, name, short):
        outlet = Outlet(name, short, "Utopia", "Group", "#aabbcc")
        kept = {one for one in self.state.outlets if one.name != name}
        self.do(ChangeOutlets((outlet,)), outlets=frozenset(kept | {outlet}))

    @precondition(lambda self: self.state.articles)
    @rule(place=PLACES, text=TEXTS, kept=PLACES)
    def revise_article(self, place, text, kept):
        """A later text comes, which keeps some of the end of the earlier one."""
        before = pick(self.state.articles, place)
        later = text + before.text[kept % (len(before.text) + 1) :]
        after = replace(before, text=later, revision=before.revision + 1)
        earlier = self.state.texts_before(before.id)
        edit = revise(before, after, self.state.annotations, dict(enumerate(earlier)))
        known = {annotation.id: annotation for annotation in self.state.annotations}
        carried = edit.edits[1].put if isinstance(edit, EditGroup) else ()
        for annotation in carried:
            self.check_carried(known[annotation.id], annotation, after)
        others = tuple(each for each in self.state.revisions if each[0] != before.id)
        self.do(
            edit,
            articles=tuple(after if a.id == after.id else a for a in self.state.articles),
            revisions=(*others, (before.id, (*earlier, before.text))),
            annotations=self.annotated(*carried),
        )

    def check_carried(self, before, after, article):
        """Nothing but places in that article changes, and whatever is placed is where it says."""
        assert replace(after, target=before.target) == before
        places = zip(before.target.selectors, after.target.selectors, strict=True)
        for was, now in places:
            if now.article != article.id:
                assert now == was
            elif now.placing is Placing.PLACED:
                assert (now.quote, now.revision) == (now.span.of(article.text), article.revision)
            else:
                assert now == replace(was, placing=now.placing)

    @precondition(lambda self: self.present)
    @rule(steps=st.integers(1, 4))
    def undo(self, steps):
        for _ in range(min(steps, self.present)):
            assert self.project.undo() is not None
            self.present -= 1
            self.the_project_holds_what_it_must()

    @precondition(lambda self: self.present < len(self.states) - 1)
    @rule(steps=st.integers(1, 4))
    def redo(self, steps):
        for _ in range(min(steps, len(self.states) - 1 - self.present)):
            assert self.project.redo() is not None
            self.present += 1
            self.the_project_holds_what_it_must()

    @rule()
    def open_again(self):
        self.project.close()
        self.project = Project.open(self.folder / "law.crossread")

    @invariant()
    def the_project_holds_what_it_must(self):
        project, state = self.project, self.state
        assert project.articles() == state.articles
        assert frozenset(project.codebook().tags) == state.tags
        assert frozenset(one for part in project.reading_annotations() for one in part) == (
            state.annotations
        )
        for article in state.articles:
            texts = tuple(each.article.text for each in project.revisions(article.id))
            assert texts == state.texts_before(article.id)
        told = {outlet for outlet in project.outlets() if outlet != Outlet(outlet.name)}
        assert told == {outlet for outlet in state.outlets if outlet != Outlet(outlet.name)}
        words = [step.words for step in project.steps() if not step.is_undone]
        assert len(words) == self.present
        assert len(project.steps()) == len(self.states) - 1


def test_a_project_holds_what_it_must_whatever_is_done():
    run_state_machine_as_test(
        Analyst, settings=settings(max_examples=60, stateful_step_count=30, deadline=None)
    )
