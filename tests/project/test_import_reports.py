"""Reports of imports: counted, kept with the project within bounds, and written to be kept."""

import json
from dataclasses import replace

import pytest

from workbench.messages import sentence
from workbench.model import (
    Article,
    ArticleError,
    FileError,
    FileProblem,
    FileReading,
    OutputError,
)
from workbench.project import import_reports
from workbench.project.import_preview import Fate, judged, preview
from workbench.project.import_reports import (
    ReportWords,
    kept_reports,
    report_of,
    report_text,
    with_report,
    write_report,
)

FERRY = "The ferry left the harbour at noon, with forty cars on board, and nobody waved at all."
KNOWN = (Article("a1", FERRY, "Ledger", "Ferry leaves"),)
WORDS = ReportWords(sentence, str.upper)
WHEN = "2026-11-22T10:12:00"
SKIPPED = (
    ArticleError("x.html", FileProblem.DAMAGED, place=3, headline="Torn", raw="LENGTH\n0 <b>"),
    ArticleError("x.html", FileProblem.MISSING, place=4),
    FileError("x.html", FileProblem.INCOMPLETE, "2"),
)
COUNTS = (
    "5 found, 1 imported, 1 revision, 2 already in the project, 1 left out, 3 missing,"
    " 1 not readable"
)
RENAMED = "text of “Ferry leaves” under another date or headline"


@pytest.fixture
def report():
    articles = (
        Article("", FERRY, "Ledger"),
        Article("", "A band played.", "Post", "Band & song", published="2024-02-22T08:00:00"),
        Article("", FERRY, "Ledger", "Ferry late"),
        Article("", f"{FERRY} Or so it was said.", "Ledger", "Ferry leaves"),
        Article("", "Left out.", "Post", "Not this"),
    )
    found = judged(KNOWN, preview([FileReading("/press/x.html", "nexis", articles, 9, SKIPPED)]))
    last = replace(found.newcomers[-1], choice=Fate.OUT)
    found = replace(found, newcomers=(*found.newcomers[:-1], last))
    return report_of(found, {"a1": "Ferry leaves"}, WHEN)


def test_what_became_of_each_article_is_counted(report):
    (file,) = report.files
    assert (file.announced, file.found, file.missing, file.unreadable) == (9, 5, 3, 1)
    assert (file.imported, file.revised, file.known, file.left_out) == (1, 1, 2, 1)
    assert report.total("announced") == 9


def test_the_plain_ones_come_last(report):
    assert [each.headline for each in report.files[0].articles][-1] == "Band & song"


def test_a_report_is_kept_and_read_again(report):
    (again,) = kept_reports(with_report("", report))
    assert again.when == report.when
    assert again.files[0].articles == report.files[0].articles
    said = [(sentence(error), getattr(error, "raw", "")) for error in again.files[0].skipped]
    assert said == [(sentence(error), getattr(error, "raw", "")) for error in SKIPPED]


@pytest.mark.parametrize(
    "damaged", ["", "no JSON", "{}", "[1]", '[{"when": "x"}]', '[{"files": [{}]}]']
)
def test_damaged_reports_are_none(damaged):
    assert kept_reports(damaged) == ()


def test_only_the_last_are_kept(report):
    kept = ""
    for number in range(import_reports.MOST_REPORTS + 3):
        kept = with_report(kept, replace(report, when=f"2026-11-22T10:{number:02}:00"))
    reports = kept_reports(kept)
    assert len(reports) == import_reports.MOST_REPORTS
    assert reports[0].when == f"2026-11-22T10:{number:02}:00"


def test_the_oldest_go_where_all_are_too_large(report, monkeypatch):
    kept = with_report(with_report("", report), report)
    monkeypatch.setattr(import_reports, "MOST_CHARACTERS", len(kept))
    assert len(kept_reports(with_report(kept, report))) == 2
    monkeypatch.setattr(import_reports, "MOST_CHARACTERS", 1)
    assert len(kept_reports(with_report(kept, report))) == 1


def test_raw_text_and_lists_are_bounded(report, monkeypatch):
    monkeypatch.setattr(import_reports, "MOST_RAW", 4)
    monkeypatch.setattr(import_reports, "MOST_LISTED", 2)
    found = judged(
        (),
        preview(
            [
                FileReading(
                    "x",
                    "csv",
                    (Article("", "1"), Article("", "2"), Article("", "3")),
                    None,
                    SKIPPED,
                )
            ]
        ),
    )
    (file,) = report_of(found, {}, WHEN).files
    assert file.skipped[0].raw == "LENG"
    assert (len(file.articles), file.unlisted) == (2, 1)
    assert "and 1 more article\n" in report_text(report_of(found, {}, WHEN), WORDS)


def test_the_report_as_text(report):
    text = report_text(report, WORDS)
    assert text.startswith(
        f"Import of 2026-11-22 10:12\n1 file: {COUNTS.replace('5', '5 articles')}.\n"
    )
    for line in (
        "/press/x.html",
        f"Read as NEXIS: 9 articles announced, {COUNTS}",
        "  No headline · Ledger · 17 words – Left out: same text as “Ferry leaves”",
        f"  Ferry late · Ledger · 17 words – Left out: {RENAMED}",
        "  Ferry leaves · Ledger · 22 words – Revision of “Ferry leaves”",
        "  Not this · Post · 2 words – Left out",
        "  Band & song · Post · 2024-02-22 08:00 · 3 words – Imported",
        "  Raw text of article 3 (Torn):",
        "    0 <b>",
    ):
        assert line in text.splitlines()
    assert sentence(SKIPPED[1]) in text


def test_a_report_is_written_as_its_name_says(report, tmp_path):
    write_report(report, WORDS, tmp_path / "r.txt")
    assert (tmp_path / "r.txt").read_text("utf-8") == report_text(report, WORDS)
    write_report(report, WORDS, tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text("utf-8")
    assert "<td>Band &amp; song</td>" in page
    assert "<pre>LENGTH\n0 &lt;b&gt;</pre>" in page
    with pytest.raises(OutputError):
        write_report(report, WORDS, tmp_path / "absent" / "r.html")


def test_a_changed_text_on_its_own_is_told(report):
    text = report_text(report, WORDS)
    assert "changed text" not in text
    kept = json.loads(with_report("", report))
    for each in kept[0]["files"][0]["articles"]:
        each["fate"] = "article"
    (again,) = kept_reports(json.dumps(kept))
    assert "Imported: changed text of “Ferry leaves”" in report_text(again, WORDS)
