"""The report of the sample story: a golden file, its parts, and where its links lead.

After a wanted change, `WRITE_GOLDEN=1 pytest tests/formats/test_report.py` writes it anew.
"""

import os
from pathlib import Path

import pytest
from dossiers import make_dossier

from workbench.formats.blocks import Grid, Heading, Run
from workbench.formats.report import compose
from workbench.formats.to_markdown import write_markdown
from workbench.model import Outgoing, Part

GOLDEN = Path(__file__).parent / "golden" / "report.md"
CITATIONS = {f"a{n}": (Run(f"Citation {n}."),) for n in range(1, 6)}


@pytest.fixture(scope="module")
def story():
    document = compose(make_dossier(), CITATIONS)
    return document, tuple(document.blocks)


def test_a_report_as_markdown():
    data = write_markdown(compose(make_dossier(), CITATIONS))
    if os.environ.get("WRITE_GOLDEN"):
        GOLDEN.write_bytes(data)
    assert data.decode() == GOLDEN.read_text("utf-8")


def test_a_report_has_its_parts_in_order(story):
    document, blocks = story
    heads = [block.text for block in blocks if isinstance(block, Heading) and block.level == 1]
    assert heads == [
        *("Overview", "Timeline", "Shared passages", "Quotations", "Rival terms"),
        *("Annotated excerpts", "Bibliography", "Methods"),
    ]
    assert document.title == "New forces"
    assert dict(document.facts)["Published"] == "20 February to 20 March 2024"


def test_links_lead_to_headings_and_every_row_fills_its_table(story):
    _, blocks = story
    anchors = {block.anchor for block in blocks if isinstance(block, Heading)}
    grids = [block for block in blocks if isinstance(block, Grid)]
    linked = {run.link for grid in grids for row in grid.rows for cell in row for run in cell.runs}
    assert len(linked) == 26
    assert {link[1:] for link in linked if link.startswith("#")} <= anchors
    for grid in grids:
        assert {len(row) for row in grid.rows} == {len(grid.heads)}
        assert not grid.widths or sum(grid.widths) == pytest.approx(1)


def test_excerpts_alone_begin_at_once():
    outgoing = Outgoing(parts=(Part.EXCERPTS,))
    document = compose(make_dossier(outgoing), CITATIONS)
    first = next(iter(document.blocks))
    assert (document.facts, document.subtitle) == ((), "Excerpts")
    assert isinstance(first, Heading)
    assert first.level == 1
