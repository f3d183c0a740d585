"""Set up, check and start Crossread with one command on Linux, macOS and Windows.

Nothing but the standard library is needed, and the Makefile only passes its targets on to here.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys

TESTED_PYTHONS = ((3, 11), (3, 12), (3, 13))  # what the pinned Qt has been built for
REPORT_VERSION = "import sys; print(*sys.version_info[:2])"
EPILOG = """\
Without make, on any system:

  Linux, macOS   python3 packaging/do.py run
  Windows        py packaging\\do.py run

Everything is installed into the folder .venv beside this one and nowhere else. On Debian and
Ubuntu the system libraries of packaging/system-libraries.txt are installed too where that may be
done without asking (as root, or with a sudo that needs no password); otherwise the command to
type is printed. Python 3.11, 3.12 or 3.13 is needed."""


def parse_arguments() -> argparse.Namespace:
    """Read what is to be done."""
    parser = argparse.ArgumentParser(
        prog="do.py",
        description="Set up, check and start Crossread.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    chores = parser.add_subparsers(dest="chore", required=True, metavar="CHORE")
    chores.add_parser("run", help="open the program on the sample story, set up first if needed")
    chores.add_parser("test", help="the whole check, set up first if needed")
    chores.add_parser("setup", help="make or renew .venv and install what is missing")
    lock = chores.add_parser("lock", help="write packaging/requirements.lock.txt anew")
    lock.add_argument("--upgrade", action="store_true", help="take the newest permitted versions")
    chores.add_parser("benchmark", help="measure and print; never judges")
    chores.add_parser("release", help="build the installers into dist/")
    return parser.parse_args()


def tested_python() -> str | None:
    """Find an installed Python that the pinned packages exist for."""
    for major, minor in TESTED_PYTHONS:
        command = shutil.which(f"python{major}.{minor}")
        if command is None:
            continue
        # a launcher of that name may stand for a Python that is not there, so it is asked
        question = [command, "-c", REPORT_VERSION]
        answer = subprocess.run(question, check=False, capture_output=True, text=True)
        if answer.stdout.split() == [str(major), str(minor)]:
            return command
    return None


def hand_over() -> int:
    """Start this script again under a Python that will do, or say in one sentence that none is."""
    command = tested_python()
    if command is None:
        version = "{}.{}".format(*sys.version_info[:2])
        print(f"Crossread needs Python 3.11, 3.12 or 3.13, and this is {version}.", file=sys.stderr)
        return 1
    return subprocess.call([command, *sys.argv])


def perform(arguments: argparse.Namespace) -> None:
    """Do the chore that was asked for; raises Stop with the reason when it cannot be done."""
    from check import benchmark, check
    from environment import set_up
    from lock import write_lock
    from start import start

    if arguments.chore == "lock":
        write_lock(upgrade=arguments.upgrade)
        return
    if arguments.chore == "release":
        from release import release

        release()
        return
    set_up(for_tests=arguments.chore in {"test", "benchmark"})
    finish = {"run": start, "test": check, "benchmark": benchmark}.get(arguments.chore)
    if finish:
        finish()


def main() -> int:
    """Do one chore and give back the exit status."""
    arguments = parse_arguments()
    if sys.version_info[:2] not in TESTED_PYTHONS:
        return hand_over()
    from console import Stop

    try:
        perform(arguments)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
