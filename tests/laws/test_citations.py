"""Laws of citations: whatever is known of articles, each is cited, in words that are its own."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.formats.bibliography import entry_of
from workbench.formats.citations import citations
from workbench.model import Article, CitationStyle

WORDS = st.text(
    st.sampled_from(
        "aB Z{}\\~^#$%&_\"'<>=@,.-*`/[]():;é港ع\n\r\t\x00\x1b\x85\u2028\u202e\ud800\ufeff"
    ),
    max_size=14,
) | st.text(max_size=8)
DAYS = st.sampled_from(
    ["", "2024", "2024-02", "2024-02-22", "2024-02-31", "0000", "0001-01-01", "9999-12-31"]
)
ADDRESSES = WORDS | WORDS.map(lambda words: f"https://example.org/{words}") | WORDS.map(
    lambda words: f"https://{words}"
)  # fmt: skip
ARTICLES = st.lists(
    st.builds(
        Article, WORDS, WORDS, WORDS, WORDS, byline=WORDS, published=DAYS, url=ADDRESSES,
        page=WORDS, retrieved=DAYS, language=WORDS | st.sampled_from(["en", "de-DE", "zh-Hans"]),
    ),
    max_size=4,
    unique_by=lambda article: article.id,
)  # fmt: skip


def plain(text):
    """Return what a style leaves as it is: letters, and neither case nor marks."""
    return [letter for letter in text.casefold() if letter.isalpha()]


@settings(max_examples=40, deadline=None)  # each sets a list of literature, which takes a while
@given(ARTICLES, st.sampled_from(CitationStyle))
def test_each_article_is_cited_by_its_headline_and_links_lead_to_the_web_alone(articles, style):
    found = citations(articles, style)
    assert list(found) == [article.id for article in articles]
    for article in articles:
        text = "".join(run.text for run in found[article.id])
        told = iter(plain(text))
        assert all(letter in told for letter in plain(entry_of(article).title))
        assert text == text.strip()
        text.encode()
        links = [run.link for run in found[article.id] if run.link]
        assert all(link.startswith(("https://", "http://")) for link in links)
