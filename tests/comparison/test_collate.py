import pytest

from workbench.comparison.collate import collate
from workbench.model import InputError, InputProblem, Witness


def test_the_example_of_the_contract():
    result = collate(["the black cat", "the cat"]).as_dict()
    assert result == {
        "witnesses": ["A", "B"],
        "table": [[["the "], ["black "], ["cat"]], [["the "], [], ["cat"]]],
        "transpositions": [],
    }


def test_case_and_the_style_of_quotation_marks_do_not_keep_words_apart():
    first, second = collate(["“Ten Piers”", '"ten piers"']).table
    assert len(first) == len(second) == 4
    assert all(first)
    assert all(second)


def test_commas_stand_only_with_marks():
    table = collate(["He came, saw and left", "He came and saw; then left"]).table
    for cells in zip(*table, strict=True):
        present = ["".join(cell).strip() for cell in cells if cell]
        assert len({text[0].isalnum() for text in present}) == 1


def test_a_number_stands_against_a_number():
    table = collate(["about 250 ships in ten days", "some 300 ships within nine days"]).table
    assert (("250 ",), ("300 ",)) in list(zip(*table, strict=True))


def test_leading_blanks_go_with_the_first_word():
    assert collate(["\n  ten piers ", "piers"]).table[0] == (("\n  ten ",), ("piers ",))


def test_texts_without_words():
    assert collate(["", ""]).table == ((), ())
    assert collate([" \n", "ten"]).table in (
        (((" \n",), ()), ((), ("ten",))),
        (((), (" \n",)), (("ten",), ())),
    )


def test_witnesses_keep_their_sigla_and_strings_are_called_by_their_place():
    named = (Witness("Post", "ten piers"), "ten new piers")
    assert [w.siglum for w in collate(named).witnesses] == ["Post", "B"]


@pytest.mark.parametrize("witnesses", [[], ["alone"]])
def test_fewer_than_two_are_refused(witnesses):
    with pytest.raises(InputError) as caught:
        collate(witnesses)
    assert caught.value.problem is InputProblem.TOO_FEW_WITNESSES


def test_two_with_one_siglum_are_refused():
    with pytest.raises(InputError) as caught:
        collate([Witness("B", "ten piers"), "piers"])
    assert (caught.value.problem, caught.value.detail) == (InputProblem.DUPLICATE_ID, "B")


def test_the_closest_texts_are_merged_first():
    table = collate(
        [
            "The ships left the harbour at noon",
            "Rain fell on the empty town",
            "The ships had left the harbour by noon",
        ]
    ).table
    both = [(a, c) for a, _, c in zip(*table, strict=True) if a and c]
    assert [("".join(a).strip(), "".join(c).strip()) for a, c in both][:4] == [
        ("The", "The"), ("ships", "ships"), ("left", "left"), ("the", "the"),
    ]  # fmt: skip


def test_a_single_text_is_no_list_of_texts():
    with pytest.raises(TypeError):
        collate("ten piers")
