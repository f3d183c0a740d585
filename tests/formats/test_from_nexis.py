from pathlib import Path

from workbench.formats.content import Content
from workbench.formats.document import Document, Paragraph
from workbench.formats.from_nexis import is_nexis, read_nexis
from workbench.formats.press_record import LIST
from workbench.model.errors import ArticleError, FileProblem
from workbench.model.progress import silent

ARTICLE = ("Ferry", "Courier", "March 2, 2024", "Length: 2", "Body", "It left.", "End of Document")
COVER = ("Documents (2)", "1. Ferry of old", "Search Terms: ferry")


def content(*texts, delivered=None):
    paragraphs = tuple(Paragraph(text) for text in texts)
    return Content(Path("a.docx"), document=Document(paragraphs, delivered=delivered))


def read(*texts, delivered=None):
    return read_nexis(content(*texts, delivered=delivered), silent)


def test_what_is_an_export():
    assert is_nexis(content(*ARTICLE))
    assert is_nexis(content("Ferry", delivered=1))
    assert is_nexis(content(*COVER))
    assert is_nexis(content("LexisNexis Uni Test"))
    assert not is_nexis(content("LexisNexis Uni Test", "It left."))
    assert not is_nexis(content("A list of nexis points, longer than any title " * 5))
    assert not is_nexis(content("It left.", "End of Document"))
    assert not is_nexis(content("It left.", "Notes (3)"))
    assert not is_nexis(content("Documents (3)", "It left."))
    assert not is_nexis(content())


def test_the_first_article_is_found_without_its_title_in_the_cover():
    (article,) = read(*COVER[:1], *COVER[2:], *ARTICLE).articles
    assert (article.headline, article.text) == ("Ferry", "It left.")
    (article,) = read(*COVER, *ARTICLE).articles
    assert article.headline == "Ferry"


def test_what_the_cover_lists_and_is_not_there_is_named():
    cover = ("Documents (3)", "1. Ferry; of old", "2. Harbour", "3. Ferry", "Search Terms: ferry")
    reading = read(*cover, "Ferry;  of old", *ARTICLE[1:], *ARTICLE)
    assert len(reading.articles) == 2
    (error,) = reading.skipped
    assert isinstance(error, ArticleError)
    assert (error.problem, error.place, error.headline) == (FileProblem.MISSING, 2, "Harbour")


def test_titles_that_were_cut_name_nothing():
    reading = read("Documents (3)", "1. Fer", "2. Harb", "Search Terms: ferry", *ARTICLE)
    (error,) = reading.skipped
    assert (error.problem, error.detail) == (FileProblem.INCOMPLETE, "2")


def test_a_text_may_speak_as_a_cover_does():
    text = ("1. A list", "Search Terms: none")
    reading = read(*COVER, *ARTICLE[:-2], *text, *ARTICLE[-2:], *ARTICLE)
    assert reading.articles[0].headline == "Ferry"
    assert reading.articles[0].text == "1. A list\n\nSearch Terms: none\n\nIt left."


def test_the_package_counts_where_there_is_no_cover():
    assert read(*ARTICLE, *ARTICLE, delivered=3).announced == 3
    assert read(*COVER, *ARTICLE, *ARTICLE, delivered=3).announced == 2


def test_a_cover_alone_is_a_list():
    reading = read(*COVER)
    (error,) = reading.skipped
    assert (reading.reader, reading.announced) == (LIST, 2)
    assert (error.problem, error.detail) == (FileProblem.INCOMPLETE, "2")


def test_an_article_that_is_cut_short_is_set_aside():
    reading = read(*ARTICLE, "Harbour", "Courier", "March 3, 2024", "Length: 9", "Body", "It a")
    (error,) = reading.skipped
    assert len(reading.articles) == 1
    assert (error.problem, error.place, error.headline) == (FileProblem.DAMAGED, 2, "Harbour")
    assert error.raw.endswith("It a")


def test_what_follows_the_last_article_and_is_none_is_left_out():
    reading = read(*ARTICLE, "Page 2 of 2")
    assert (len(reading.articles), reading.skipped) == (1, ())
