from pathlib import Path

import pytest

from workbench.formats.from_text import read_text
from workbench.model.errors import FileError, FileProblem

SAMPLE_DOCS = Path(__file__).parents[2] / "sample_docs"
ARTICLES = Path(__file__).parents[3] / "shared" / "articles"


def test_the_text_is_kept_whole_but_for_its_line_ends():
    data = "\ufeff  A ferry\u00a0returns\r\n\r\nIt left.\r\tThen\u2028it came back. \n\n".encode()
    text = read_text(Path("a.txt"), data).text
    assert text == "  A ferry\u00a0returns\n\nIt left.\n\tThen\nit came back. \n\n"


@pytest.mark.parametrize(
    ("name", "text", "headline"),
    [
        ("a.md", "# A ferry returns\n\nIt left.", "A ferry returns"),
        ("a.markdown", "\n# A *ferry* #\nIt left.", "A *ferry*"),
        ("a.md", "A ferry returns\n\n# It left", "A ferry returns"),
        ("a.md", "#ferry is a tag.\n\nIt left.", ""),
        ("a.txt", "# A ferry returns.\n\nIt left.", ""),
        ("a.txt", "---\ntitle: Told\n---\nShown\n\nIt left.", "Told"),
        ("a.md", "---\noutlet: Told\n---\n# Shown\n\nIt left.", "Shown"),
    ],
)
def test_where_the_headline_comes_from(name, text, headline):
    assert read_text(Path(name), text.encode()).headline == headline


def test_front_matter_is_not_text():
    article = read_text(Path("a.md"), b"---\r\noutlet: Wire\r\n---\r\n\r\n# Head\r\n\r\nIt left.")
    assert (article.outlet, article.text) == ("Wire", "# Head\n\nIt left.")


@pytest.mark.parametrize("data", [b"\x00\x01\x02", b"text \x00 text", bytes(range(32)) * 9])
def test_binary_is_no_text(data):
    with pytest.raises(FileError) as caught:
        read_text(Path("a.txt"), data)
    assert (caught.value.problem, caught.value.detail) == (FileProblem.UNKNOWN, "binary")


@pytest.mark.parametrize("path", sorted(SAMPLE_DOCS.glob("*-*.md")), ids=lambda path: path.stem)
def test_the_sample_story_tells_everything(path):
    article = read_text(path, path.read_bytes())
    told = (article.outlet, article.headline, article.byline, article.published, article.url)
    assert all(told)
    assert article.language == "en"
    assert not article.text.startswith(("-", "\n"))


@pytest.mark.skipif(not ARTICLES.is_dir(), reason="the real articles are not beside the repository")
def test_the_real_articles():
    articles = [read_text(path, path.read_bytes()) for path in sorted(ARTICLES.glob("*.txt"))]
    assert [bool(article.headline) for article in articles] == [False, True, False, True, False]
    assert [article.published for article in articles] == ["", "", "2024-03-20", "", ""]
    assert [article.text.count("\ufffd") for article in articles] == [0] * 5
