import json

from workbench.formats.to_json import to_json, to_json_line


def test_letters_of_every_script_stand_as_they_are():
    assert to_json_line({"a": "港口 – Зима"}) == '{"a": "港口 – Зима"}\n'


def test_a_lone_surrogate_is_escaped():
    text = to_json({"text": "a\ud83db", "\udc00": 1})
    assert text.encode("utf-8")
    assert json.loads(text) == {"text": "a\ud83db", "\udc00": 1}


def test_records_stand_on_lines_of_their_own():
    text = to_json({"ids": ["a", "b"], "none": [], "rows": [{"a": [1, 2]}, {"a": None}]})
    assert text == (
        '{"ids": ["a", "b"],\n "none": [],\n "rows": [\n  {"a": [1, 2]},\n  {"a": null}\n ]}\n'
    )
