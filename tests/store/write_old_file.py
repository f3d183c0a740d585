"""Write the story of `conftest.py` as a project file of the present schema into `data`.

Run it once when a schema is final, and never again for that schema: `PYTHONPATH=. python
tests/store/write_old_file.py`.
"""

from pathlib import Path
from runpy import run_path

from workbench.store.articles import add_articles, write_setting
from workbench.store.comparisons import keep_comparison
from workbench.store.project_file import create_file, open_file
from workbench.store.schema import SCHEMA

HERE = Path(__file__).parent


def main():
    story = run_path(str(HERE / "conftest.py"))
    articles = story["make_articles"]()
    path = HERE / "data" / f"schema-{SCHEMA}.crossread"
    path.unlink(missing_ok=True)
    create_file(path)
    file = open_file(path)
    add_articles(file, articles, [article.id for article in articles])
    write_setting(file, "story", "The ferry")
    story["annotate"](file)
    comparison = story["make_comparison"](articles)
    for _ in keep_comparison(file, "the first comparison", 1, "{}", comparison):
        pass
    file.close()


if __name__ == "__main__":
    main()
