"""Laws of collation, for any texts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.comparison.collate import collate
from workbench.model import Witness
from workbench.text.tokenize import tokenize

WORDS = [
    "the",
    "ten",
    "piers",
    "pier",
    "were",
    "was",
    "opened,",
    ".",
    ",",
    "“spring”",
    "10",
    "2024",
]
WORDS += ["港口", "наука", "ميناء", "\xe9", "e\u0301", "\xad"]
LIKELY = st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join)
ANY = st.text(st.characters(), max_size=40)  # surrogates and unassigned code points too
TEXTS = st.lists(LIKELY | ANY, min_size=2, max_size=5)


def places(moved):
    return [(set(one.witnesses), one.start, one.end) for one in (moved.a, moved.b)]


@settings(deadline=None)
@given(TEXTS)
def test_what_has_moved_is_the_same_words_at_two_places(texts):
    alignment = collate(texts)
    rows = dict(zip("ABCDE", alignment.table, strict=False))
    for moved in alignment.transpositions:
        assert moved.a.end <= moved.b.start
        assert set(moved.a.witnesses).isdisjoint(moved.b.witnesses)
        words = {
            tuple(token.norm for token in tokenize("".join(map("".join, cells))) if token.is_word)
            for place in (moved.a, moved.b)
            for siglum in place.witnesses
            for cells in [rows[siglum][place.start : place.end]]
        }
        assert len(words) == 1


@settings(deadline=None)
@given(TEXTS)
def test_each_row_gives_back_its_witness(texts):
    alignment = collate(texts)
    assert ["".join("".join(cell) for cell in row) for row in alignment.table] == texts


@settings(deadline=None)
@given(TEXTS)
def test_the_table_is_a_rectangle_without_an_empty_column(texts):
    table = collate(texts).table
    assert len({len(row) for row in table}) == 1
    assert all(any(cells) for cells in zip(*table, strict=True))
    assert all(token for row in table for cell in row for token in cell)


@settings(deadline=None)
@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_the_witnesses_only_orders_the_rows(texts, random):
    witnesses = [Witness(str(place), text) for place, text in enumerate(texts)]
    shuffled = random.sample(witnesses, len(witnesses))
    given, other = collate(witnesses), collate(shuffled)
    rows = dict(zip((w.siglum for w in shuffled), other.table, strict=True))
    assert tuple(rows[witness.siglum] for witness in witnesses) == given.table
    assert [places(one) for one in given.transpositions] == [
        places(one) for one in other.transpositions
    ]


@settings(deadline=None)
@given(LIKELY | ANY, st.integers(2, 4))
def test_equal_texts_have_equal_rows(text, count):
    table = collate([text] * count).table
    assert len(set(table)) == 1


@settings(deadline=None)
@given(TEXTS)
def test_a_comma_never_corresponds_to_a_word(texts):
    for cells in zip(*collate(texts).table, strict=True):
        tokens = [token.strip() for cell in cells for token in cell]
        has_marks = any(token in {",", ".", "“", "”"} for token in tokens)
        assert not (has_marks and any(token.isalpha() for token in tokens))
