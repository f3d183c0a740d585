from workbench.formats.document import Paragraph
from workbench.formats.nexis_article import is_old_label, new_article, old_article
from workbench.model.errors import FileProblem


def new(*texts):
    return new_article([Paragraph(text) for text in texts])


def test_an_article_without_a_headline():
    told = new("Coast Courier", "March 2, 2024", "Length: 2 words", "Body", "It left.")
    assert (told.headline, told.outlet, told.date) == ("", "Coast Courier", "March 2, 2024")


def test_an_article_without_a_date():
    told = new("Ferry stops", "Coast Courier", "Length: 2 words", "Body", "It left.")
    assert (told.headline, told.outlet, told.date) == ("Ferry stops", "Coast Courier", "")


def test_an_article_whose_text_is_not_marked_begins_after_the_labels():
    told = new("Ferry stops", "Courier", "March 2, 2024", "Section: A", "Length: 2", "It left.")
    assert told.paragraphs == ("It left.",)


def test_a_body_that_the_text_speaks_of_is_not_the_mark():
    told = new("Ferry", "Courier", "March 2, 2024", "Body", "It left.", "Body", "It came.")
    assert told.paragraphs == ("It left.", "Body", "It came.")


def test_a_label_may_follow_another_in_one_paragraph():
    told = new(
        *("Ferry", "Courier", "March 2, 2024", "Byline: Ada Quill\nHighlight: It rests."),
        *("Until spring.", "Copyright 2024", "Body", "It left."),
    )
    assert told.byline == "Ada Quill"
    assert told.paragraphs == ("It rests. Until spring.", "It left.")


def test_captions_are_left_out_only_near_the_end():
    head = ("Ferry", "Courier", "March 2, 2024", "Body")
    assert new(*head, "It left.", "Graphic", "Photo", "Load-Date: now").paragraphs == ("It left.",)
    long = ("Graphic", *("It goes on." for _ in range(20)))
    assert new(*head, *long, "Load-Date: now").paragraphs == long


def test_a_little_that_nobody_knows_may_follow_the_last_label():
    texts = ("Ferry", "Courier", "March 2, 2024", "Body", "It left.", "Load-Date: now")
    assert new(*texts, "Stranger").paragraphs == ("It left.",)
    assert new(*texts, "One", "Two", "Three").paragraphs[-1] == "Three"


def test_an_upper_label_between_known_ones_belongs_to_them():
    tail = ("LANGUAGE: ENGLISH", "UNKNOWN-THING: x", "LOAD-DATE: now")
    text = ("It left.", "NEW HARBOUR: no.")
    told = old_article(["Courier", "March 2, 2024", "Ferry", "LENGTH: 2 words", *text, *tail])
    assert told.paragraphs == ("It left.", "NEW HARBOUR: no.")
    assert told.language == "ENGLISH"


def test_an_old_article_without_a_date():
    told = old_article(["Courier", "Ferry", "LENGTH: 2 words", "It left."])
    assert (told.outlet, told.headline, told.paragraphs) == ("Courier", "Ferry", ("It left.",))


def test_an_old_article_without_labels_or_lines():
    told = old_article(["March 2, 2024", "Late Edition", "Ferry", "It left."])
    assert (told.outlet, told.headline, told.paragraphs) == ("", "Ferry", ("It left.",))
    assert old_article(["Copyright 2024"]).paragraphs == ()


def test_what_stands_between_headline_and_labels_is_text():
    told = old_article(["Courier", "March 2, 2024", "Ferry", "It rests.", "LENGTH: 2", "It left."])
    assert told.paragraphs == ("It rests.", "It left.")


def test_an_article_that_could_not_be_shown_is_damaged():
    text = (
        "We are sorry but there is an error in this document and it is not possible to display it."
    )
    told = old_article([text])
    assert (told.fault, told.raw) == (FileProblem.DAMAGED, text)


def test_old_labels_are_in_capitals():
    assert is_old_label("  LENGTH: 12 words")
    assert is_old_label("LOAD-DATE: now")
    assert not is_old_label("Length: 12 words")
    assert not is_old_label("HARBOUR: new")
