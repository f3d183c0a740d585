"""Project files opened for a test, and asked for what is wrong with them.

Tests import it by its name, for this folder is on their path.
"""

from contextlib import closing

import pytest

from workbench.model import ProjectError
from workbench.store.project_file import open_file


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def problem_of(action, *arguments):
    with pytest.raises(ProjectError) as caught:
        action(*arguments)
    return caught.value.problem


def opened(path):
    return closing(open_file(path))
