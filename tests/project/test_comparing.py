import io
from types import MappingProxyType

import pytest

from workbench.formats import from_text
from workbench.model import (
    Article,
    FileError,
    FileProblem,
    InputError,
    InputProblem,
    RecordError,
)
from workbench.project.comparing import (
    collate_readings,
    compare_articles,
    compare_readings,
    keeping_boilerplate,
    overlap_articles,
    overlap_records,
    read_archives,
    read_texts,
)

SHARED = "The council voted late on Tuesday to rebuild the northern pier before the winter storms."
FIRST = f"Port Elin is small. {SHARED} Nobody objected."
SECOND = f"{SHARED} The mayor was pleased with that."


@pytest.fixture
def files(tmp_path):
    names = []
    for name, text in (("a.txt", FIRST), ("b.txt", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
        names.append(str(tmp_path / name))
    return names


FOOTER = "Subscribe to our weekly letter about the herring trade and never miss a tide again."


def stdin(data=b""):
    return io.BytesIO(data)


def spans(pair):
    """Say what a pair links, the full stop aside, which belongs to no word."""
    passages = (pair.a.article, pair.a.span.of(FIRST)), (pair.b.article, pair.b.span.of(SECOND))
    return [(article, words.rstrip(".") + ".") for article, words in passages]


def test_files_become_articles_called_by_their_place(files):
    comparison = compare_readings(read_texts(files, stdin()))
    assert [article.id for article in comparison.articles] == ["a1", "a2"]
    assert [article.path for article in comparison.articles] == files
    assert [spans(pair) for pair in comparison.pairs] == [[("a1", SHARED), ("a2", SHARED)]]


def test_a_dash_reads_a_text_from_stdin(files):
    readings = read_texts([files[0], "-"], stdin(f"---\noutlet: Wire\n---\n{SECOND}".encode()))
    comparison = compare_readings(readings)
    assert comparison.articles[1] == Article("a2", SECOND, outlet="Wire", language="en")
    assert len(comparison.pairs) == 1


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", FileProblem.EMPTY),
        (b" \n", FileProblem.EMPTY),
        (b"\x00\x01\x02\xff\x00" * 100, FileProblem.UNKNOWN),
        (b"x" * 41, FileProblem.TOO_LARGE),
    ],
)
def test_a_bad_stdin_is_a_reading_that_says_so(monkeypatch, data, problem):
    if problem is FileProblem.TOO_LARGE:
        monkeypatch.setattr(from_text, "MAX_TEXT_BYTES", 40)
    (reading,) = read_texts(["-"], stdin(data))
    assert reading.articles == ()
    assert [(error.path, error.problem) for error in reading.skipped] == [("-", problem)]


def test_one_bad_file_does_not_stop_the_others(files):
    readings = read_texts([files[0], "missing.txt", files[1]], stdin())
    assert len(compare_readings(readings).articles) == 2
    assert collate_readings(readings, ()).witnesses[1].text == SECOND


def test_too_few_articles_because_of_a_bad_file_says_why(files):
    readings = read_texts([files[0], "missing.txt"], stdin())
    for action in (lambda: compare_readings(readings), lambda: collate_readings(readings, ())):
        with pytest.raises(FileError) as caught:
            action()
        assert caught.value.problem is FileProblem.MISSING


def test_too_few_texts(files):
    readings = read_texts(files[:1], stdin())
    with pytest.raises(InputError) as caught:
        compare_readings(readings)
    assert caught.value.problem is InputProblem.TOO_FEW_ARTICLES
    with pytest.raises(InputError) as caught:
        collate_readings(readings, ())
    assert caught.value.problem is InputProblem.TOO_FEW_WITNESSES


def test_texts_of_files_come_before_other_witnesses(files):
    alignment = collate_readings(read_texts(files[:1], stdin()), ("Nobody objected.",))
    assert [witness.text for witness in alignment.witnesses] == [FIRST, "Nobody objected."]


def test_two_articles_with_one_id_are_refused():
    for action in (compare_articles, lambda articles: list(overlap_records(articles, 1))):
        with pytest.raises(InputError) as caught:
            action([Article("a2", FIRST), SECOND])
        assert (caught.value.problem, caught.value.detail) == (InputProblem.DUPLICATE_ID, "a2")


def test_one_text_is_not_taken_for_many():
    with pytest.raises(TypeError):
        compare_articles(FIRST)
    with pytest.raises(TypeError):
        list(overlap_records({"id": "a", "text": FIRST}, 1))


def test_records_may_be_mappings_articles_and_strings():
    records = [FIRST, MappingProxyType({"id": "x", "text": SECOND}), Article("y", "Rain.")]
    (pair,) = overlap_records(records, 1)
    assert spans(pair) == [("a1", SHARED), ("x", SHARED)]


def test_a_record_that_is_no_article_is_named_by_its_place():
    with pytest.raises(RecordError) as caught:
        list(overlap_records([FIRST, {"id": "x"}], 1))
    assert (caught.value.line, caught.value.detail) == (2, "text")


def test_an_archive_may_lie_in_several_files_and_stdin(tmp_path):
    import json

    lines = [json.dumps({"id": name, "text": text}).encode() for name, text in
             (("x", FIRST), ("y", SECOND))]  # fmt: skip
    (tmp_path / "one.jsonl").write_bytes(lines[0] + b"\n")
    articles = read_archives([str(tmp_path / "one.jsonl"), "-"], stdin(lines[1]))
    (pair,) = overlap_articles(articles, jobs=1)
    assert spans(pair) == [("x", SHARED), ("y", SHARED)]


def test_boilerplate_is_left_out_and_told_of_unless_it_is_to_be_kept():
    def archive():
        for number in range(60):
            body = f"Quay{number} held gulls{number} while nets{number} dried."
            yield Article(f"x{number}", f"{body} {FOOTER}", outlet="Harbour Post")

    told = []
    assert list(overlap_articles(archive(), jobs=1, left_out=told.extend)) == []
    assert [(text.text, text.outlet) for text in told] == [(FOOTER[:-1], "Harbour Post")]
    assert len(list(overlap_articles(archive(), keeping_boilerplate(), jobs=1))) == 60 * 59 / 2
