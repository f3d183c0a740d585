"""How long a tag takes on a long article that is full of annotations, on the window's thread."""


def test_tagging(table, tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    size = "100,000 characters, 2,000 annotations"
    table("a tag by key, " + size, "", "0.05 s", tmp_path, script="annotating.py")
