"""`crossread manual`."""

from lxml import html

from workbench.cli.main import main


def never(*_, **__):
    raise AssertionError("no window was asked for")


def test_it_writes_one_page_with_keys_and_commands(tmp_path, capsys):
    out = tmp_path / "manual.html"
    assert main(["manual", "-o", str(out)], never) == 0
    assert capsys.readouterr().out == ""
    tree = html.fromstring(out.read_text(encoding="utf-8"))
    heads = [each.text_content() for each in tree.xpath("//main//h2 | //main//h3")]
    assert "Fifteen minutes with the sample story" in heads
    assert "File menu" in heads
    assert "crossread manual" in heads


def test_pdf_goes_to_stdout(capfdbinary):
    assert main(["manual", "--format", "pdf"], never) == 0
    assert capfdbinary.readouterr().out.startswith(b"%PDF-")
