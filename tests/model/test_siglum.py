from workbench.model.siglum import siglum


def test_sigla_go_on_after_the_alphabet():
    assert [siglum(place) for place in (0, 1, 25, 26, 27, 51, 52, 701, 702)] == [
        "A", "B", "Z", "AA", "AB", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


def test_no_siglum_comes_twice():
    assert len({siglum(place) for place in range(2_000)}) == 2_000
