"""The sample story is what its README and tests/data/sample_story.json say it is."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import combinations, pairwise, permutations
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
SAMPLE_DOCS = ROOT / "sample_docs"
REAL_ARTICLES = ROOT.parent / "shared" / "articles"
STORY: dict[str, Any] = json.loads(
    (ROOT / "tests" / "data" / "sample_story.json").read_text(encoding="utf-8")
)
FILES: list[str] = STORY["articles"]
SHARED: list[dict[str, Any]] = STORY["shared"]
AGENCY = [passage for passage in SHARED if "speaker" not in passage]
QUOTED = [passage for passage in SHARED if "speaker" in passage]
README = (SAMPLE_DOCS / "README.md").read_text(encoding="utf-8")

Words = tuple[str, ...]


def words_of(text: str) -> Words:
    return tuple(word.casefold() for word in re.findall(r"[^\W_]+", text))


def contains(text: Words, wanted: Words) -> bool:
    return any(run == wanted for run in runs(text, len(wanted)))


def runs(text: Words, length: int) -> Iterator[Words]:
    return (text[at : at + length] for at in range(len(text) - length + 1))


def split(name: str) -> tuple[dict[str, Any], str]:
    _, front_matter, body = (SAMPLE_DOCS / name).read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(front_matter), body


def paragraphs(name: str) -> list[str]:
    return split(name)[1].strip().split("\n\n")


def paragraph_with(name: str, text: str) -> Words:
    wanted = words_of(text)
    found = [words for words in map(words_of, paragraphs(name)) if contains(words, wanted)]
    assert len(found) == 1, f"{text!r} stands in {len(found)} paragraphs of {name}"
    return found[0]


def passage_id(passage: dict[str, Any]) -> str:
    return str(passage["text"])


def is_listed(run: Words, first: str, second: str) -> bool:
    """Tell whether a run shared by two articles belongs to a passage listed for both."""
    both = [passage for passage in SHARED if {first, second} <= set(passage["files"])]
    return any(
        contains(words_of(passage["text"]), run)
        if "speaker" in passage
        else contains(paragraph_with(first, passage["text"]), run)
        for passage in both
    )


def test_the_list_names_every_article_and_so_does_the_readme() -> None:
    on_disk = {path.name for path in SAMPLE_DOCS.iterdir()} - {"README.md"}
    assert set(FILES) == on_disk
    assert all(f"`{name}`" in README for name in FILES)


@pytest.mark.parametrize("name", FILES)
def test_front_matter_tells_where_the_article_appeared(name: str) -> None:
    front_matter, _ = split(name)
    assert list(front_matter) == ["outlet", "headline", "byline", "date", "address", "language"]
    assert front_matter["language"] == "en"
    assert re.match(r"https://[a-z.]*\bexample\.(com|org)/", front_matter["address"])
    assert isinstance(front_matter["date"], date)
    assert front_matter["outlet"] in README
    assert front_matter["date"].isoformat()[:10] in README


def test_every_article_has_its_own_day_and_one_tells_the_time() -> None:
    dates = [split(name)[0]["date"] for name in FILES]
    days = [when.isoformat()[:10] for when in dates]
    assert days == sorted(set(days))
    assert days[0] >= "2024-02-19"
    assert days[-1] <= "2024-03-20"
    assert sum(isinstance(when, datetime) for when in dates) == 1


@pytest.mark.parametrize("name", FILES)
def test_the_body_is_of_article_length_without_its_headline(name: str) -> None:
    front_matter, body = split(name)
    assert 400 <= len(words_of(body)) <= 900
    assert not contains(words_of(body), words_of(front_matter["headline"]))
    assert all(paragraph and "\n" not in paragraph for paragraph in paragraphs(name))


@pytest.mark.parametrize("passage", QUOTED, ids=passage_id)
def test_a_shared_quotation_is_quoted_by_its_outlets_and_no_other(passage: dict[str, Any]) -> None:
    quoting = {
        name for name in FILES if re.search(f'[“"]{re.escape(passage["text"])}[”"]', split(name)[1])
    }
    assert quoting == set(passage["files"])
    assert len(words_of(passage["text"])) <= 8
    assert passage["text"] in README


def test_the_two_outlets_that_quote_wei_set_different_marks() -> None:
    assert sum(passage["speaker"] == "Wei Jianguo" for passage in QUOTED) >= 2
    assert '"' not in split("daily-ledger.md")[1]
    assert not set("“”‘’") & set(split("harbour-post.md")[1])


@pytest.mark.parametrize("passage", AGENCY, ids=passage_id)
def test_agency_copy_has_the_readings_that_are_listed(passage: dict[str, Any]) -> None:
    copies = {name: paragraph_with(name, passage["text"]) for name in passage["files"]}
    if passage["kind"] == "verbatim":
        assert len(set(copies.values())) == 1
    for readings in passage.get("variants", []):
        assert set(readings) == set(copies)
        assert all(contains(copies[name], words_of(readings[name])) for name in copies)
        for name, other in permutations(copies, 2):
            here, there = words_of(readings[name]), words_of(readings[other])
            assert here == there or not there or not contains(copies[name], there)


def test_one_outlet_keeps_the_order_of_the_wire_one_does_not_and_none_runs_two_on() -> None:
    def order(name: str) -> list[int]:
        copy = [paragraph_with(name, p["text"]) for p in AGENCY if name in p["files"]]
        return [list(map(words_of, paragraphs(name))).index(words) for words in copy]

    wire, regional, weekly = map(
        order, ("meridian-wire.md", "east-river-times.md", "review-weekly.md")
    )
    assert regional == sorted(regional)
    assert wire == sorted(wire)
    assert weekly != sorted(weekly)
    for elsewhere in (regional, weekly):
        assert all(later - earlier != 1 for earlier, later in pairwise(elsewhere))


@pytest.mark.parametrize(("first", "second"), list(combinations(FILES, 2)))
def test_two_articles_share_nothing_beyond_the_list(first: str, second: str) -> None:
    there = {run for text in paragraphs(second) for run in runs(words_of(text), 6)}
    here = {run for text in paragraphs(first) for run in runs(words_of(text), 6)}
    assert [run for run in sorted(here & there) if not is_listed(run, first, second)] == []


def test_every_paragraph_of_the_rewording_is_paired() -> None:
    for name in ("daily-ledger.md", "harbour-post.md"):
        paired = [paragraph_with(name, pair[name]) for pair in STORY["reworded"]]
        assert sorted(paired) == sorted(map(words_of, paragraphs(name)))


@pytest.mark.parametrize("term", STORY["terms"])
def test_rival_terms_are_counted_right(term: str) -> None:
    counts = {
        name: list(runs(words_of(split(name)[1]), len(words_of(term)))).count(words_of(term))
        for name in FILES
    }
    assert counts == STORY["terms"][term]
    row = re.search(rf"^\| {term} \| (.+) \|$", README, re.MULTILINE)
    assert row is not None
    assert [int(cell.split()[0]) for cell in row[1].split(" | ")] == [counts[f] for f in FILES]


def test_the_outlet_that_writes_new_never_writes_new_quality() -> None:
    front_matter, body = split("east-river-times.md")
    assert "new quality" not in f"{front_matter['headline']} {body}".casefold()


@pytest.mark.parametrize("phrase", STORY["never_linked"])
def test_every_article_uses_the_phrases_that_must_not_be_linked(phrase: str) -> None:
    assert all(contains(words_of(split(name)[1]), words_of(phrase)) for name in FILES)
    assert phrase in README


def test_mentions_are_set_in_quotation_marks() -> None:
    for name, mentions in STORY["mentions"].items():
        for mention in mentions:
            assert re.search(f'[“"]{mention}[”"]', split(name)[1])


@pytest.mark.skipif(not REAL_ARTICLES.is_dir(), reason="the real articles are not at hand")
@pytest.mark.parametrize("name", [*FILES, "README.md"])
def test_no_nine_words_in_a_row_are_those_of_a_real_article(name: str) -> None:
    ours = set(runs(words_of((SAMPLE_DOCS / name).read_text(encoding="utf-8")), 9))
    for path in sorted(REAL_ARTICLES.glob("*.txt")):
        theirs = set(runs(words_of(path.read_text(encoding="utf-8")), 9))
        assert theirs, f"{path.name} is too short to tell"
        assert not ours & theirs
