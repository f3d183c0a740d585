"""Work for the worker's process, which imports these functions by name."""

import os
import signal
import time
from pathlib import Path

from workbench.comparison.processes import processes
from workbench.model import Article, Comparison, FileError, FileProblem, Passage, Span


def add(one, other, *, report):
    report(1, 2)
    return one + other


def gather(number, *, report):
    """Return a value with a long tuple, a short one, and one of the same values as the long one."""
    articles = tuple(Article(f"a{place}", "words") for place in range(number))
    mentions = tuple(Passage(f"a{place}", Span(0, 2)) for place in range(number))
    return Comparison(articles, only_here=mentions, mentions=mentions[:5])


def count_up(number, *, report):
    return tuple(range(number))


def tell_process(*, report):
    return os.getpid()


def report_until_stopped(*, report):
    while True:
        report(1, 3)


def never_report(begun, *, report):
    Path(begun).touch()
    report(0, 1)
    while True:
        time.sleep(60)


def answer_when_told(begun, told, *, report):
    Path(begun).touch()
    while not Path(told).exists():
        time.sleep(0.001)
    return "too late"


def fail(*, report):
    raise FileError("story.pdf", FileProblem.ENCRYPTED, "detail")


def stumble(*, report):
    return {}["no such key"]


def die(*, report):
    os.kill(os.getpid(), signal.SIGKILL)


def share_out(numbers, *, report):
    """Work in processes of this process's own."""
    with processes(2) as each:
        return list(each(abs, numbers))
