import subprocess
import sys
from pathlib import Path

import pytest

from workbench.text.language import as_tag, primary, recognise, recognise_quickly
from workbench.text.language_names import NAMES

LINES = (Path(__file__).parent / "data" / "languages.txt").read_text(encoding="utf-8").splitlines()
TEXTS = [tuple(line.split("\t")) for line in LINES]
BY_ITSELF = {"en", "de", "fr", "es", "el", "he", "th", "ko", "ja", "zh"}


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_language_is_recognised(tag, text):
    assert recognise(text) == tag
    assert recognise(text + "\n\n" + text) == tag


@pytest.mark.parametrize(("tag", "text"), TEXTS)
def test_common_languages_need_no_model(tag, text):
    assert recognise_quickly(text) == (tag if tag in BY_ITSELF else "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "12.5 % (1,024)",
        "Port to close",
        "Chat",
        "港口",
        "xq zvk wqj pfl rrt bnm kkl qqp zzx vvb nnm ggh",
        "\ud800" * 40,
        "Aa Bb Cc Dd Ee Ff Gg Hh Ii Jj Kk Ll Mm Nn Oo",
    ],
)
def test_unsure_is_not_guessed(text):
    assert recognise(text) == ""


def test_a_quotation_in_another_script_does_not_decide():
    text = (
        dict(TEXTS)["en"]
        + " The sign said “关闭港口三个星期，渡轮将停航”, which nobody there could read."
    )
    assert recognise(text) == "en"


def test_one_word_in_kana_does_not_make_chinese_japanese():
    assert recognise(dict(TEXTS)["zh"] * 3 + "の") == "zh"


def test_english_loads_no_model():
    code = (
        "import sys; from workbench.text.language import recognise;"
        f"told = recognise({dict(TEXTS)['en']!r});"
        "print(told, 'py3langid' in sys.modules, 'numpy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["en", "False", "False"]


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("English", "en"),
        (" ENGLISH ", "en"),
        ("Deutsch", "de"),
        ("Anglais", "en"),
        ("Español; Castellano", "es"),
        ("Portuguese (Brazil)", "pt"),
        ("fre", "fr"),
        ("fra-CA", "fr-CA"),
        ("en", "en"),
        ("en_US", "en-US"),
        ("EN-us", "en-US"),
        ("en_US.UTF-8", "en-US"),
        ("zh_hans_cn", "zh-Hans-CN"),
        ("de-1996", "de-1996"),
        ("es-419", "es-419"),
        ("Türkc\u0327e", "tr"),
        ("", ""),
        ("?", ""),
        ("all the world", ""),
        ("1", ""),
    ],
)
def test_names_become_tags(name, tag):
    assert as_tag(name) == tag


def test_every_tag_stands_for_itself():
    assert {as_tag(tag) for tag in NAMES.values()} == set(NAMES.values())


def test_primary_language_of_a_tag():
    assert [primary(tag) for tag in ("en", "zh-Hans-CN", "EN-US", "")] == ["en", "zh", "en", ""]
