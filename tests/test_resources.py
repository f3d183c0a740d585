import pytest

from workbench import resources


def test_a_checkout_has_its_resources_beside_the_package():
    assert resources.path("templates/page.css").is_file()
    assert resources.read_text("templates/page.css").startswith(":root {")


def test_the_sample_story_is_five_articles():
    files = resources.sample_files()
    assert len(files) == 5
    assert {file.suffix for file in files} == {".md"}
    assert "README.md" not in {file.name for file in files}


@pytest.mark.parametrize("name", ["resources", "sample_docs"])
def test_an_installed_program_has_them_inside_the_package(tmp_path, monkeypatch, name):
    inside = tmp_path / "workbench" / f"_{name}"
    inside.mkdir(parents=True)
    (inside / "b.md").touch()
    (inside / "a.md").touch()
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "workbench")
    if name == "resources":
        assert resources.path("a.md") == inside / "a.md"
    else:
        assert resources.sample_files() == (inside / "a.md", inside / "b.md")
