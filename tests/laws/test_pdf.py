"""Laws of PDF: whatever the words are, they are on the page as words and are never code."""

import re
from collections import Counter
from unicodedata import bidirectional, category, normalize

import typst
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.formats.blocks import Cell, Document, Grid, Heading, Listing, Paragraph, Run, Style
from workbench.formats.pdf_fonts import told_by_code, undisplayable
from workbench.formats.to_pdf import write_pdf
from workbench.formats.to_printable import to_printable

LAW = settings(deadline=None, max_examples=25)
OURS = typst.Fonts(include_system_fonts=False)
FROM_RIGHT = frozenset(("R", "AL", "AN", "NSM", "RLE", "RLO", "RLI", "LRE", "LRO", "LRI", "FSI"))
UNSEEN = frozenset(("Cc", "Cf", "Mn"))
# Letters without a shape, and hyphens, which PDFium takes for a mark of division at a line's end.
FILLERS = frozenset("\u115f\u1160-\u2010\ufffe")
NEVER_SEEN = re.compile(
    "[\u2065\ufff0-\ufff8\U000e0000-\U000e0fff]"
)  # says Unicode, also of no letters
HOSTILE = [
    '#panic() #{1/0} #import "@preview/x:1": * $x_1$ `raw` *b* _i_ @gone <label> [a] \\',
    '"], "blocks": [{"kind": "paragraph"}], "x": ["',
    "/* // */ \\u{41} \\n \" ' -- --- ... ~ = + - / https://example.org?a=%20&b=c",
    '<script>alert(1)</script>\n=HYPERLINK("x")\t\x00\x07\ud800\u202eabc\u2067 \U000e0001',
    "新质生产力 العربية שלום",
    "fi ffi ﬁ e\u0301 \u00ad soft\u00adhyphen " + "w" * 500,
]
WORDS = st.text(max_size=60).map(lambda words: NEVER_SEEN.sub("", words)) | st.sampled_from(HOSTILE)


def letters(text):
    """What is seen of words, in their order."""
    shown = normalize("NFKD", text)
    return [c for c in shown if not (c.isspace() or c in FILLERS or category(c) in UNSEEN)]


def on_paper(blocks):
    import pypdfium2

    data = write_pdf(Document("", "", "", "en", (), blocks), there=OURS)
    with pypdfium2.PdfDocument(data) as pdf:
        pages = [page.get_textpage().get_text_bounded().rstrip() for page in pdf]
    return "".join(text.removesuffix(f"{number}") for number, text in enumerate(pages, 1))


def told(words):
    printable = to_printable(words)
    return letters(told_by_code(printable, undisplayable(printable, OURS)))


@LAW
@given(WORDS)
@example("\x1f\x1f\u00ad")
@example(HOSTILE[0])
@example("A-")
@example(HOSTILE[3])
@example(HOSTILE[4])
def test_all_words_of_a_paragraph_are_on_the_page(words):
    found, wanted = letters(on_paper([Paragraph((Run(words),))])), told(words)
    if any(bidirectional(c) in FROM_RIGHT for c in words):
        found, wanted = set(found), set(wanted)  # readers put such words in an order of their own
    assert found == wanted


@LAW
@example("\u00ad", Style.PLAIN, "0", "")
@example("\u3164\u200b", Style.CODE, "https://example.org", "zh-TW")
@given(WORDS, st.sampled_from(Style), st.text(max_size=20), st.text(max_size=8))
def test_no_field_of_a_block_is_code(words, style, link, language):
    run = Run(words, style, link, language)
    blocks = [
        Heading(1, words, link, language),
        Paragraph((run, Run(words, link=f"#{link}"))),
        Listing(((run,),)),
        Grid(words, (words, ""), ((Cell((run,)), Cell((run,), is_number=True, shade=0.5)),)),
    ]
    found, wanted = Counter(letters(on_paper(blocks))), Counter(told(words))
    assert all(found[c] >= count for c, count in wanted.items())
