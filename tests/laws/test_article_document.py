"""Laws of the article as Qt lays it out: every place of the text is a place of the document."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.model import Span
from workbench.ui.panes.article_document import ArticleDocument, Utf16Map

CHARACTERS = st.one_of(
    st.characters(exclude_categories=[]),
    st.sampled_from(
        "ab \n\n😀𐤀e\u0301אב\u200f\x00\r\u2028\u2029\ufdd0\ufdd1\u0085\ud83d\udc00\xa0\ufffc\x1f"
    ),
)
TEXTS = st.text(CHARACTERS, max_size=40)
WITH_QT = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


@given(TEXTS)
def test_every_code_point_comes_back(text):
    counted = Utf16Map(text)
    points = range(len(text) + 1)
    assert [counted.to_point(counted.to_unit(point)) for point in points] == list(points)
    assert counted.to_unit(len(text)) == len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_units_never_go_back(text):
    counted = Utf16Map(text)
    units = range(counted.to_unit(len(text)) + 3)
    points = [counted.to_point(unit) for unit in units]
    assert points == sorted(points)
    assert set(points) == set(range(len(text) + 1))


@WITH_QT
@given(TEXTS, st.data())
def test_a_document_has_the_places_of_its_text(qapp, text, data):
    document = ArticleDocument(text)
    assert document.point(document.qt.characterCount() - 1) == len(text)
    assert document.qt.blockCount() == text.count("\n") + 1
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert document.span(document.cursor(span)) == span
