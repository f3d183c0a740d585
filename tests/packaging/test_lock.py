"""The lock files pin everything, hash everything and name no address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
WORK, RELEASE = "requirements.lock.txt", "release.lock.txt"


def text(name):
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def entries(name):
    return text(name).replace("\\\n", "").splitlines()


def demanded():
    """Yield each demand with the lock file that is to meet it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]
    yield from ((line, WORK) for line in settings["build-system"]["requires"])
    for line in settings["project"]["dependencies"]:
        yield from ((line, WORK), (line, RELEASE))
    for group, lines in groups.items():
        yield from ((line, RELEASE if group == "release" else WORK) for line in lines)


def pinned(name):
    """Return the versions by name; a package may have one for each range of Python versions."""
    versions = {}
    for entry in entries(name):
        requirement = Requirement(entry.partition("--hash")[0])
        (exact,) = requirement.specifier
        assert exact.operator == "=="
        versions.setdefault(canonicalize_name(requirement.name), []).append(exact.version)
    return versions


@pytest.mark.parametrize("name", [WORK, RELEASE])
def test_no_address_and_no_option(name):
    assert "://" not in text(name)
    assert not [entry for entry in entries(name) if entry.startswith("-")]


@pytest.mark.parametrize("name", [WORK, RELEASE])
def test_every_entry_has_hashes(name):
    assert len(entries(name)) > 50
    for entry in entries(name):
        assert re.fullmatch(r"[\w.-]+==\S+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", entry)


def test_a_release_has_the_versions_that_were_tested():
    work, release = pinned(WORK), pinned(RELEASE)
    assert all(work[name] == release[name] for name in work.keys() & release.keys())


@pytest.mark.parametrize(("line", "name"), sorted(set(demanded())))
def test_every_demand_is_met(line, name):
    requirement = Requirement(line)
    versions = pinned(name)[canonicalize_name(requirement.name)]
    assert all(requirement.specifier.contains(version) for version in versions)
