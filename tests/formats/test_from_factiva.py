from pathlib import Path

from workbench.formats.content import Content
from workbench.formats.document import Document, Paragraph
from workbench.formats.from_factiva import is_factiva, read_factiva
from workbench.model.progress import silent

NUMBER = "Document LAMP000020240301ek3100001"


def content(*texts):
    paragraphs = tuple(Paragraph(text) for text in texts)
    return Content(Path("a.rtf"), document=Document(paragraphs))


def read(*texts):
    return read_factiva(content(*texts), silent).articles


def test_an_export_is_known_by_its_numbers():
    assert is_factiva(content("It left.", NUMBER))
    assert not is_factiva(content("It left."))


def test_lines_of_no_known_shape_still_give_an_article():
    (article,) = read("Ferry stops", "It left.", "It came.", NUMBER)
    assert (article.headline, article.text) == ("Ferry stops", "It left.\n\nIt came.")
    assert article.record == "LAMP000020240301ek3100001"


def test_a_headline_may_stand_without_a_section():
    facts = ("12 words", "1 March 2024", "The Lamp", "(c) 2024", "It left.", NUMBER)
    (article,) = read("Ferry to Low Island stops", "Ada Quill", *facts)
    assert (article.headline, article.byline, article.section) == (
        *("Ferry to Low Island stops", "Ada Quill", ""),
    )
    (article,) = read("Ferry stops for good", "Ada Quill", "Special", *facts)
    assert (article.headline, article.byline) == ("Ferry stops for good", "Ada Quill")


def test_codes_may_stand_before_their_values():
    (article,) = read(
        *("HD\tFerry stops", "PD\t1 March 2024", "SN\tThe Lamp", "TD", "It left.", "It came."),
        *("Page 2 of 2", "AN\tDocument LAMP000020240301ek3100001"),
    )
    assert (article.headline, article.text) == ("Ferry stops", "It left.\n\nIt came.")
    assert (article.outlet, article.record) == ("The Lamp", "LAMP000020240301ek3100001")
