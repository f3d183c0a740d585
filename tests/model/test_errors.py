import pickle

from workbench.model.errors import ArticleError, FileError, FileProblem


def test_an_article_set_aside_crosses_from_process_to_process():
    error = ArticleError("x.html", FileProblem.DAMAGED, place=3, headline="Ferry", raw="It ca")
    again = pickle.loads(pickle.dumps(error))
    assert isinstance(again, FileError)
    assert (again.path, again.problem, again.detail) == ("x.html", FileProblem.DAMAGED, "")
    assert (again.place, again.headline, again.raw) == (3, "Ferry", "It ca")
