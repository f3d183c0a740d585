"""What holds for the quotations of any text whatsoever."""

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.text.attribution import attributed

LAW = settings(max_examples=150, deadline=None)
PIECES = st.sampled_from(
    [
        "“", "”", '"', "'", "‘", "’", "«", "»", "„", "“We go.”", "“fine”", " said ", " Wei Jianguo",
        " he ", ", ", ". ", "? ", ": ", "\n", "\n\n", "(", ")", " to ", " and ", " who ", "Mr. ",
        "the minister", " according to ", " sagte ", "’s claim ", " — ", "说：", "他", "of", "Lan",
        "\ud800", "\x00", " a", " that ", "chief of ", "-", "é", "ing ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=60).map("".join) | st.text(max_size=80)


@LAW
@given(TEXTS, st.sampled_from(["", "en", "de", "fr", "es", "zh", "xx"]))
def test_every_quotation_lies_in_the_text_with_its_speaker(text, language):
    found = attributed(text, language)
    spans = [one.span for one in found.quotations]
    assert spans == sorted(spans, key=lambda span: (span.start, -span.end))
    assert len({*spans, *found.mentions}) == len(spans) + len(found.mentions)
    for said in found.quotations:
        assert 0 <= said.span.start < said.span.end <= len(text)
        assert said.cue is None or said.cue in text
        assert said.speaker is None or said.speaker.strip()
        if said.speaker_span:
            assert said.speaker_span.of(text).strip()
            assert not said.speaker_span.contains(said.span)


@LAW
@given(TEXTS)
def test_the_same_text_has_the_same_quotations(text):
    assert attributed(text, "en") == attributed(text, "en")
