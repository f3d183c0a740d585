"""Find which of the needed Debian or Ubuntu packages are missing; install them where permitted."""

import os
import shlex
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console import ask, say

INSTALL = ("apt-get", "install", "-y", "--no-install-recommends")
UPDATE = ("apt-get", "update")
WAIT_FOR_OTHERS = ("-o", "DPkg::Lock::Timeout=120")  # an automatic upgrade may hold apt's lock
TEST_SECTION = "[test]"


@dataclass(frozen=True, slots=True)
class Need:
    """One package, under any of the names that distributions have given it."""

    names: tuple[str, ...]


def parse(listed: str, *, for_tests: bool) -> tuple[Need, ...]:
    """Read the list: a need a line, `|` between its names, `#` before the reason.

    What stands below the line `[test]` is left out unless it is for tests.
    """
    needs = []
    for line in listed.splitlines():
        entry = line.partition("#")[0].strip()
        if entry == TEST_SECTION:
            if not for_tests:
                break
        elif entry:
            needs.append(Need(tuple(name.strip() for name in entry.split("|"))))
    return tuple(needs)


def unmet(needs: Iterable[Need], present: frozenset[str]) -> tuple[Need, ...]:
    """Return the needs of which no name is present."""
    return tuple(need for need in needs if present.isdisjoint(need.names))


def choose(needs: Iterable[Need], on_offer: frozenset[str]) -> tuple[str, ...]:
    """Take for each need the first name on offer, or its first name where none is known to be."""
    return tuple(
        next((name for name in need.names if name in on_offer), need.names[0]) for need in needs
    )


def command_to_type(packages: Sequence[str], *, with_sudo: bool) -> str:
    """Write the command that installs the packages as a person would type it."""
    install = shlex.join([*INSTALL, *packages])
    if with_sudo:
        return f"sudo apt-get update && sudo {install}"
    return f"su -c {shlex.quote(f'apt-get update && {install}')}"


def every_name(needs: Iterable[Need]) -> list[str]:
    """Return all names of all needs."""
    return [name for need in needs for name in need.names]


def installed(needs: Iterable[Need]) -> frozenset[str]:
    """Ask dpkg which packages are there."""
    form = "${Package}\t${db:Status-Status}\n"
    answer = ask(["dpkg-query", "-W", "-f", form, *every_name(needs)])
    rows = (line.split("\t") for line in answer.stdout.splitlines())
    return frozenset(name for name, status in rows if status == "installed")


def offered(needs: Iterable[Need]) -> frozenset[str]:
    """Ask apt which packages it knows where to get."""
    answer = ask(["apt-cache", "show", "--no-all-versions", *every_name(needs)])
    prefix = "Package: "
    return frozenset(
        line.removeprefix(prefix) for line in answer.stdout.splitlines() if line.startswith(prefix)
    )


def permission() -> tuple[str, ...] | None:
    """Return what to put before apt-get, or None where installing is not permitted."""
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and ask(["sudo", "-n", "true"]).returncode == 0:
        return ("sudo", "-n")
    return None


def apt(prefix: Sequence[str], command: Sequence[str]) -> bool:
    """Run apt-get without questions and tell whether it succeeded; its words appear only if not."""
    answer = ask([*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command, *WAIT_FOR_OTHERS])
    if answer.returncode:
        say((answer.stdout + answer.stderr).rstrip())
    return answer.returncode == 0


def install(needs: Sequence[Need], prefix: Sequence[str]) -> None:
    """Install the packages, with fresh package lists where the present ones do not do."""
    if unmet(needs, offered(needs)):
        say("Fetching the system's package lists")
        apt(prefix, UPDATE)
    on_offer = offered(needs)
    packages = [name for name in choose(needs, on_offer) if name in on_offer]
    if not packages:
        return
    say(f"Installing system packages: {' '.join(packages)}")
    if not apt(prefix, [*INSTALL, *packages]):
        say("Trying once more with fresh package lists")
        apt(prefix, UPDATE)
        apt(prefix, [*INSTALL, *packages])


def provide(needs: Sequence[Need]) -> bool:
    """Install what is missing if permitted, else say what to type; tell whether nothing is missing.

    Systems without apt are left alone: there Qt itself will say whether anything is missing.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return True
    missing = unmet(needs, installed(needs))
    if missing and (prefix := permission()) is not None:
        install(missing, prefix)
        missing = unmet(missing, installed(missing))
    if missing:
        packages = choose(missing, offered(missing))
        say("System packages are missing and may not be installed from here; to add them, type:")
        say("  " + command_to_type(packages, with_sudo=bool(shutil.which("sudo"))))
    return not missing
