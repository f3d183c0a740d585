import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.comparison.term_choices import added, joined, split
from workbench.text.normalize import fold

TAX = ("carbon tax", "carbon levy")
SEA = ("Gulf of Aral", "Gulf of Tessa")


@pytest.mark.parametrize(
    ("families", "forms", "result"),
    [
        ((), TAX, (TAX,)),
        ((TAX,), SEA, (TAX, SEA)),
        (
            (TAX, SEA),
            ("Carbon Levy", "climate fee"),
            (("carbon tax",), SEA, ("Carbon Levy", "climate fee")),
        ),
        ((TAX,), TAX, (TAX,)),
        ((TAX,), (" a\n b ", "A b", ""), (TAX, ("a b",))),
        ((TAX,), ("", " "), (TAX,)),
        ((TAX,), (), (TAX,)),
    ],
)
def test_added(families, forms, result):
    assert added(families, forms) == result


@pytest.mark.parametrize(
    ("families", "one", "other", "result"),
    [
        ((), TAX, SEA, ((*TAX, *SEA),)),
        ((TAX, ("x",), SEA), SEA, TAX, ((*SEA, *TAX), ("x",))),
        ((("x",), SEA), TAX, SEA, (("x",), (*TAX, *SEA))),
        ((TAX, SEA), TAX, ("climate fee",), ((*TAX, "climate fee"), SEA)),
        ((TAX, SEA), TAX, (), (TAX, SEA)),
    ],
)
def test_joined(families, one, other, result):
    assert joined(families, one, other) == result


@pytest.mark.parametrize(
    ("families", "family", "form", "result"),
    [
        ((TAX, SEA), TAX, "carbon levy", (("carbon tax",), SEA, ("carbon levy",))),
        ((SEA,), TAX, "Carbon Levy", (SEA, ("carbon tax",), ("Carbon Levy",))),
        ((("x",),), ("x",), "x", (("x",),)),
    ],
)
def test_split(families, family, form, result):
    assert split(families, family, form) == result


FORMS = st.lists(st.sampled_from(["a b", "A b", "c", "d e", " d  e", "f", ""]), max_size=4).map(
    tuple
)


@given(st.lists(FORMS, max_size=4), FORMS, FORMS)
def test_no_form_is_ever_in_two_families(starts, one, other):
    families = ()
    for start in starts:
        families = added(families, start)
    for result in (
        added(families, one),
        joined(families, one, other),
        split(families, one, (one or ("a b",))[0]),
    ):
        forms = [fold(form) for family in result for form in family]
        assert len(forms) == len(set(forms))
        assert all(forms)
        assert all(result)
