"""A project with one article, what a person does with it, and what the window shows.

Tests import it by its name, for this folder is on their path.
"""

from pathlib import Path

from workbench.model import Article

OLD = Path(__file__).parents[1] / "store" / "data" / "schema-2.crossread"
ARTICLES = (Article("a1", "The ferry left at six.", headline="Ferry leaves"),)
LATER = Article("a2", "It came back at seven.", headline="Ferry returns")


def do(program, name):
    program.window.actions_by_name[name].trigger()


def ids(program):
    return [article.id for article in program.desk.articles]


def says(program, words):
    return words in program.window.notices.texts
