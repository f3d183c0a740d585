"""Run every check in order and stop at the first that fails."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from console import Stop, ask, call, say
from environment import tool

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
WHOLLY_TESTED = ("model", "text", "comparison", "formats", "store", "project")
MEASURED = ("workbench", "packaging", "tests")
WORKERS = "2"  # what the smallest machine we know of has


@dataclass(frozen=True, slots=True)
class Step:
    """One check that is silent unless it fails."""

    name: str
    command: tuple[str, ...]


def quiet_steps() -> tuple[Step, ...]:
    """Return the checks before the tests, quickest first."""
    limits = str(Path(__file__).with_name("limits.py"))
    return (
        Step("formatting", (tool("ruff"), "format", "--check", ".")),
        Step("lint", (tool("ruff"), "check", ".")),
        Step("layers", (tool("lint-imports"),)),
        Step("types", (tool("mypy"),)),
        Step("size limits", (tool("python"), limits, *MEASURED)),
        Step("dependencies", (tool("deptry"), ".")),
    )


def coverage_step() -> Step:
    """Return the demand that every line and branch below the window is tested."""
    include = ",".join(f"workbench/{folder}/**" for folder in WHOLLY_TESTED)
    demand = (f"--include={include}", "--fail-under=100", "--skip-covered")
    return Step("full coverage", (tool("coverage"), "report", *demand))


def report(name: str, began: float) -> None:
    """Say what a step took, in seconds."""
    say(f"{name:<14}{time.monotonic() - began:6.1f} s")


def perform(step: Step) -> None:
    """Run one silent step; where it fails, show its words and raise Stop."""
    began = time.monotonic()
    answer = ask(step.command)
    report(step.name, began)
    if answer.returncode:
        say((answer.stdout + answer.stderr).rstrip())
        raise Stop(f"The check stopped at: {step.name}.")


def run_tests(arguments: Sequence[str]) -> None:
    """Run pytest in the open, without a window on the screen."""
    call([tool("pytest"), *arguments], "The check stopped at: tests.", **OFFSCREEN)


def check() -> None:
    """Run the whole check."""
    began = time.monotonic()
    for step in quiet_steps():
        perform(step)
    tests_began = time.monotonic()
    run_tests(["-q", "-n", WORKERS, "--cov", "--cov-report="])
    report("tests", tests_began)
    perform(coverage_step())
    report("all checks", began)


def benchmark() -> None:
    """Measure one thing after the other, in the order of the files."""
    run_tests(["-q", "-m", "benchmark", "-s", "-p", "no:randomly", "tests/benchmarks"])
