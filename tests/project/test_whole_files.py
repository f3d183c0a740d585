"""A whole project leaves as JSON and comes in again; what does not fit together makes none."""

import json
from dataclasses import replace

import pytest

from workbench.model import (
    AddArticles,
    Annotation,
    Article,
    ChangeAnnotations,
    ChangeCodebook,
    ChangeMetadata,
    ChangeOutlets,
    EditGroup,
    FileError,
    FileProblem,
    Outgoing,
    Outlet,
    OutputError,
    Placing,
    ProjectError,
    ProjectProblem,
    RemoveArticles,
    ReviseArticle,
    SetSetting,
    Span,
    Tag,
    Target,
)
from workbench.project.annotating import words_of
from workbench.project.exporting import DONE, export_file
from workbench.project.project import Project
from workbench.project.stepping import result_of
from workbench.project.whole_files import import_whole, is_project_file

FERRY = Article(
    "a1", "The ferry left.\nIt was late.", "Harbour Post", "Gone", published="2024-03-02"
)
PIER = Article("a2", "The 港 ferry <script> 😀.", "Sea Daily")
TAGS = (Tag("t1", "framing", colour="#112233"), Tag("t2", "=late", "t1", definition="a\u202eb"))


def whole_of(path):
    with Project.open(path) as project:
        return result_of(project.reading_whole())


@pytest.fixture
def path(tmp_path):
    """A project with some of all that there can be."""
    path = tmp_path / "p.crossread"
    with Project.create(path, AddArticles((PIER, FERRY))) as project:
        project.apply(ChangeOutlets((Outlet("Sea Daily", "SD", "Utopia", "Group", "#aabbcc"),)))
        project.apply(ChangeCodebook(TAGS))
        passages = words_of(FERRY, Span(4, 9)).selectors + words_of(PIER, Span(6, 11)).selectors
        notes = (
            Annotation(
                "n1", words_of(FERRY, Span(16, 18)), ("t2", "t1"), "It?", "me", "2026", "2026"
            ),
            Annotation("n2", Target(passages), (), "=HYPERLINK(1)\x00"),
            Annotation("n3", Target((), "a2"), ("t1",)),
            Annotation("n4", Target(), (), "All."),
        )
        project.apply(ChangeAnnotations(notes))
        doubtful = replace(notes[0].target.selectors[0], placing=Placing.DOUBTFUL, confidence=0.5)
        left = replace(passages[0], revision=1)
        project.apply(
            EditGroup(
                (
                    ReviseArticle(replace(FERRY, text="The ferry left.", headline="Off")),
                    ChangeAnnotations(
                        (
                            replace(notes[0], target=Target((doubtful,))),
                            replace(notes[1], target=Target((left, passages[1]))),
                        )
                    ),
                )
            )
        )
        project.apply(SetSetting("story", "pier"))
    return path


def exported(path, out):
    export_file(path, Outgoing(), "json", out)
    return out


def test_all_of_a_project_comes_back(path, tmp_path):
    out = exported(path, tmp_path / "out.json")
    new = tmp_path / "new.crossread"
    assert import_whole(out, new) == 2
    whole = whole_of(new)
    assert whole == whole_of(path)
    assert [article.id for article in whole.articles] == ["a2", "a1"]
    assert len(whole.annotations) == 4
    assert whole.revisions[0].article.text == FERRY.text
    assert dict(whole.settings) == {"story": "pier"}
    assert exported(new, tmp_path / "again.json").read_bytes() == out.read_bytes()
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.is_file()) == [
        *("again.json", "new.crossread", "out.json", "p.crossread")
    ]


def test_when_an_article_was_put_in_is_kept(path, tmp_path):
    out = exported(path, tmp_path / "out.json")
    text = out.read_text("utf-8")
    data = json.loads(text)
    data["articles"][0]["added"] = "1999-12-31T00:00:00Z"
    out.write_text(json.dumps(data), "utf-8")
    new = tmp_path / "new.crossread"
    import_whole(out, new)
    assert whole_of(new).added[0] == "1999-12-31T00:00:00Z"
    with Project.open(new) as project:
        project.apply(project.apply(RemoveArticles(("a2",))).inverse)
    assert whole_of(new).added[0] == "1999-12-31T00:00:00Z"


def test_an_empty_project_comes_back(tmp_path):
    Project.create(tmp_path / "p.crossread").close()
    out = exported(tmp_path / "p.crossread", tmp_path / "out.json")
    assert import_whole(out, tmp_path / "new.crossread") == 0
    assert whole_of(tmp_path / "new.crossread") == whole_of(tmp_path / "p.crossread")


def test_a_project_is_written_to_a_file_and_progress_is_told(path, tmp_path):
    told = []

    def report(*at):
        told.append(at)

    export_file(path, Outgoing(), "json", tmp_path / "a.json", report)
    assert told == [(0, 2), (1, 2), (2, 2), (DONE, DONE)]
    told.clear()
    import_whole(tmp_path / "a.json", tmp_path / "b.crossread", report)
    assert told[0] == (0, 4)
    assert told[-1] == (4, 4)
    with pytest.raises(OutputError):
        export_file(path, Outgoing(), "json", tmp_path / "none" / "a.json")


def changed(data, change):
    """Return the data with one value changed, which a path of keys names, or taken away."""
    *way, last, value = change
    place = data
    for step in way:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    return data


WORDS = ("annotations", 0, "target", "selectors", 0)


@pytest.mark.parametrize(
    "change",
    [
        ("articles", None),
        ("articles", {}),
        ("articles", 0, "a1"),
        ("articles", 0, "id", "a1"),
        ("articles", 0, "id", ""),
        ("articles", 0, "id", None),
        ("articles", 0, "text", 3),
        ("articles", 0, "text", "Other words."),
        ("articles", 0, "added", None),
        ("articles", 0, "printed_words", 2**70),
        ("articles", 1, "revision", 2),
        ("revisions", 0, "article", "id", "a2"),
        ("revisions", 0, "article", "id", "a7"),
        ("revisions", 0, "article", "revision", 1),
        ("revisions", 0, "article", "text", "Other"),
        ("tags", 0, "id", "t2"),
        ("tags", 0, "parent", "t2"),
        ("tags", 1, "parent", "t7"),
        ("annotations", 0, "id", "n1"),
        ("annotations", 0, "tags", ["t7"]),
        ("annotations", 1, "target", "article", "a7"),
        ("annotations", 0, "target", []),
        (*WORDS, "quote", "wrong"),
        (*WORDS, "confidence", 2),
        (*WORDS, "confidence", True),
        (*WORDS, "revision", 0),
        (*WORDS, "revision", 2),
        (*WORDS, "placing", "lost"),
        (*WORDS, "span", {"start": 90, "end": 95}),
        (*WORDS, "span", {"start": -4, "end": 9}),
        (*WORDS, "article", "a7"),
        ("settings", []),
        ("settings", "story", 3),
        ("outlets", None),
        ("version", "1"),
        ("version", 0),
    ],
    ids=str,
)
def test_what_does_not_fit_together_makes_no_project(path, tmp_path, change):
    data = changed(json.loads(exported(path, tmp_path / "out.json").read_text("utf-8")), change)
    (tmp_path / "bad.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(FileError) as caught:
        import_whole(tmp_path / "bad.json", tmp_path / "new.crossread")
    assert caught.value.problem is FileProblem.DAMAGED
    assert caught.value.path == str(tmp_path / "bad.json")
    assert not (tmp_path / "new.crossread").exists()
    assert not list(tmp_path.glob(".crossread-*"))


def test_an_earlier_text_of_no_article_makes_no_project(path, tmp_path):
    data = json.loads(exported(path, tmp_path / "out.json").read_text("utf-8"))
    data["revisions"].append({"article": {"id": "a7", "text": "Lost."}})
    (tmp_path / "bad.json").write_text(json.dumps(data), "utf-8")
    with pytest.raises(FileError):
        import_whole(tmp_path / "bad.json", tmp_path / "new.crossread")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", FileProblem.DAMAGED),
        (b"\xff\xfe", FileProblem.DAMAGED),
        (b"[" * 100_000, FileProblem.DAMAGED),
        (b'{"format": "crossread-project", "version": NaN}', FileProblem.DAMAGED),
        (b'{"format": "crossread-project", "version": 1, "a": "\\ud800"}', FileProblem.DAMAGED),
        (b'{"format": "crossread-project", "version": 1', FileProblem.DAMAGED),
        (b'{"format": "crossread-project"}', FileProblem.DAMAGED),
        (b'{"format": "crossread-project", "version": 2}', FileProblem.NEWER),
        (b'{"format": "crossread-codebook", "version": 1}', FileProblem.NO_PROJECT),
        (b"[]", FileProblem.NO_PROJECT),
    ],
    ids=str,
)
def test_what_is_no_project_is_named(tmp_path, content, problem):
    (tmp_path / "bad.json").write_bytes(content)
    with pytest.raises(FileError) as caught:
        import_whole(tmp_path / "bad.json", tmp_path / "new.crossread")
    assert caught.value.problem is problem


def test_a_file_that_cannot_be_read_is_named(tmp_path, path, monkeypatch):
    for source, problem in (
        (tmp_path / "none", FileProblem.MISSING),
        (tmp_path, FileProblem.DENIED),
    ):
        with pytest.raises(FileError) as caught:
            import_whole(source, tmp_path / "new.crossread")
        assert caught.value.problem is problem
    out = exported(path, tmp_path / "out.json")
    monkeypatch.setattr("workbench.formats.from_project_json.MAX_PROJECT_BYTES", 10)
    with pytest.raises(FileError) as caught:
        import_whole(out, tmp_path / "new.crossread")
    assert caught.value.problem is FileProblem.TOO_LARGE


def test_no_project_takes_the_place_of_another(path, tmp_path):
    out = exported(path, tmp_path / "out.json")
    with pytest.raises(ProjectError) as caught:
        import_whole(out, path)
    assert caught.value.problem is ProjectProblem.EXISTS
    with pytest.raises(OutputError) as refused:
        import_whole(out, tmp_path / "none" / "new.crossread")
    assert refused.value.path == str(tmp_path / "none" / "new.crossread")


def test_a_whole_project_is_known_by_its_head(path, tmp_path):
    out = exported(path, tmp_path / "out.json")
    assert is_project_file(out)
    assert not is_project_file(path)
    assert not is_project_file(tmp_path)
    out.write_text("\ufeff\n" + json.dumps(json.loads(out.read_text("utf-8")), indent=2), "utf-8")
    assert is_project_file(out)
    import_whole(out, tmp_path / "new.crossread")
    assert whole_of(tmp_path / "new.crossread") == whole_of(path)


def test_a_file_that_may_not_be_read_is_not_known(unprivileged):
    path = unprivileged / "out.json"
    path.write_text('{"format": "crossread-project"')
    assert is_project_file(path)
    path.chmod(0)
    assert not is_project_file(path)


def test_hostile_metadata_stays_what_it_is(path, tmp_path):
    with Project.open(path) as project:
        told = replace(project.article("a1"), headline='"}],\u2028</script>\x00\ud800', url="=1+1")
        project.apply(ChangeMetadata((told,)))
    out = exported(path, tmp_path / "out.json")
    import_whole(out, tmp_path / "new.crossread")
    assert whole_of(tmp_path / "new.crossread") == whole_of(path)


def test_results_are_taken_from_their_steps():
    def steps():
        yield
        yield
        return 3

    assert result_of(steps()) == 3
