"""Laws of what a comparison says of some articles: in whichever steps, it says the same."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparison.restrict import restricted, with_clusters
from workbench.formats.readers import read_file
from workbench.project.comparing import compare_readings
from workbench.resources import sample_files

IDS = [f"a{number}" for number in range(1, 6)]
LAW = settings(deadline=None)  # whoever is first compares the story
SOME = st.frozensets(st.sampled_from(IDS))


@cache
def story():
    return compare_readings([read_file(file) for file in sample_files()])


@LAW
@given(SOME, SOME)
def test_to_leave_articles_out_in_two_steps_is_to_leave_them_out_at_once(first, second):
    in_steps = restricted(restricted(story(), first), first & second)
    assert in_steps == restricted(story(), first & second)


@LAW
@given(SOME)
def test_nothing_is_said_of_other_articles_or_of_what_has_gone(ids):
    some = restricted(story(), ids)
    pairs = {pair.id for pair in some.pairs}
    clusters = {cluster.id for cluster in some.clusters}
    passages = [passage for cluster in some.clusters for passage in cluster.passages]
    uses = [use for family in some.terms for term in family.terms for use in term.uses]
    places = [*passages, *uses, *some.only_here, *some.mentions, *some.quotations]
    assert {place.article for place in places} <= ids
    assert {id_ for cluster in some.clusters for id_ in cluster.pairs} <= pairs
    assert {id_ for row in some.wording for id_ in row.pairs} <= pairs
    assert {each.cluster for each in some.quotations} <= {None, *clusters}


@LAW
@given(st.data())
def test_all_clusters_of_some_are_those_of_all_that_are_among_them(data):
    clusters = story().clusters
    ids = {cluster.id for cluster in clusters}
    chosen = data.draw(st.frozensets(st.sampled_from(sorted(ids))))
    some = with_clusters(story(), chosen)
    assert some.clusters == tuple(cluster for cluster in clusters if cluster.id in chosen)
    assert with_clusters(some, ids) == some
