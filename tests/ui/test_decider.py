"""What was found is shown as it was decided; only the latest decision counts."""

import pytest

from workbench.comparison.compare import compare
from workbench.model import AddArticles, Article, Comparison, Decision, Link
from workbench.project.decisions import set_decisions
from workbench.project.project import Project
from workbench.ui.decider import Decider
from workbench.ui.tasks import Worker

FERRY = "The ferry left the old pier at six with ninety people on board, the harbour master said."
ARTICLES = (Article("a1", f"{FERRY} Nobody waved."), Article("a2", f"It rained. {FERRY}"))
PATIENCE = 30_000


@pytest.fixture
def decider(qapp):
    worker = Worker()
    made = Decider(worker)
    made.said = []
    made.decided.connect(made.said.append)
    yield made
    made.stop()
    worker.close()


def test_only_the_latest_decision_is_shown(decider, qtbot, tmp_path):
    found = compare(ARTICLES)
    rejected = Decision(tuple(Link(pair.a, pair.b) for pair in found.pairs))
    with Project.create(tmp_path / "story.crossread", AddArticles(ARTICLES)) as project:
        decider.show(project, found)
        assert decider.said == [found]
        project.apply(set_decisions((rejected,)))
        decider.decide(project)
        with qtbot.waitSignal(decider.decided, timeout=PATIENCE):
            decider.decide(project)
        assert [len(said.pairs) for said in decider.said] == [len(found.pairs), 0]
        decider.decide(project)
        decider._task.succeeded.emit(found)
        decider.show(project, Comparison(()))
        assert decider.said[2:] == [found, Comparison(())]
        left_behind = decider._tell
        left_behind(object(), found)
        assert len(decider.said) == 4
