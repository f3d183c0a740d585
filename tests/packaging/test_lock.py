"""The lock file pins everything, hashes everything and names no address."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LOCK = (ROOT / "packaging" / "requirements.lock.txt").read_text(encoding="utf-8")
ENTRIES = LOCK.replace("\\\n", "").splitlines()


def demanded():
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = settings["dependency-groups"]
    yield from settings["project"]["dependencies"]
    yield from settings["build-system"]["requires"]
    yield from (line for group in groups.values() for line in group)


def pinned():
    """Return the versions by name; a package may have one for each range of Python versions."""
    versions = {}
    for entry in ENTRIES:
        requirement = Requirement(entry.partition("--hash")[0])
        (exact,) = requirement.specifier
        assert exact.operator == "=="
        versions.setdefault(canonicalize_name(requirement.name), []).append(exact.version)
    return versions


def test_no_address_and_no_option():
    assert "://" not in LOCK
    assert not [entry for entry in ENTRIES if entry.startswith("-")]


def test_every_entry_has_hashes():
    assert len(ENTRIES) > 50
    for entry in ENTRIES:
        assert re.fullmatch(r"[\w.-]+==\S+( ; [^#]+?)?(\s+--hash=sha256:[0-9a-f]{64})+", entry)


@pytest.mark.parametrize("line", sorted(set(demanded())))
def test_every_demand_is_met(line):
    requirement = Requirement(line)
    versions = pinned()[canonicalize_name(requirement.name)]
    assert all(requirement.specifier.contains(version) for version in versions)
