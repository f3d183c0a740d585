from workbench.model import Article
from workbench.project.comparing import compare_articles, quote_articles
from workbench.project.importing import read_files, read_pasted
from workbench.project.languages import with_language

GERMAN = (
    "Der Rat stimmte am Montag für den Umbau, und die Bürger sind mit dem Plan nicht zufrieden."
)
DUTCH = (
    "De raad stemde maandag voor de verbouwing van de haven, en de burgers zijn er niet blij mee."
)


def test_what_the_file_says_stands():
    article = Article("a1", GERMAN, language="en-GB")
    assert with_language(article) is article


def test_the_text_tells_what_the_file_does_not():
    assert with_language(Article("a1", GERMAN)).language == "de"
    assert with_language(Article("a1", DUTCH)).language == "nl"
    assert with_language(Article("a1", DUTCH), quickly=True).language == ""
    assert with_language(Article("a1", "1 2 3")).language == ""


def test_files_and_pasted_texts_get_their_language(tmp_path):
    plain, marked = tmp_path / "plain.txt", tmp_path / "marked.md"
    plain.write_text(GERMAN, encoding="utf-8")
    marked.write_text(
        f"---\nlanguage: Austrian German\nlang: de_AT\n---\n{GERMAN}", encoding="utf-8"
    )
    readings = read_files([plain, marked])
    assert [reading.articles[0].language for reading in readings] == ["de", "de"]
    assert read_pasted(GERMAN).articles[0].language == "de"


def test_compared_and_quoted_texts_get_their_language():
    compared = compare_articles([GERMAN, Article("x", DUTCH, language="fy")]).articles
    assert [article.language for article in compared] == ["de", "fy"]
    assert [article.language for article in quote_articles([GERMAN]).articles] == ["de"]
