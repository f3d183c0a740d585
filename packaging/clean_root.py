"""Make and enter a clean Debian: a folder with nothing in it but what every desktop has.

Needs to be root on a Debian, and debootstrap; the network only the first time, for what is made
then is kept in build/roots and each test works in a copy of it.
"""

import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from console import ROOT, Stop, ask, call, say
from deb import DEPENDS

ROOTS = ROOT / "build" / "roots"
USER = "analyst"
OWNERS = {"root": "0:0", USER: "1000:1000"}  # the first user of a Debian has this number
HOME = Path("/", "home", USER)
# what desktops keep their lists with, and what opens files by their type as desktops do
DESKTOP = ("desktop-file-utils", "shared-mime-info", "hicolor-icon-theme", "libglib2.0-bin")
FONTS = ("fonts-dejavu-core",)
SCREENS = Path("/tmp/.X11-unix")


@dataclass(frozen=True, slots=True)
class CleanRoot:
    """A folder that holds a system of its own."""

    folder: Path

    def inside(self, path: Path | str) -> Path:
        """Return where a path of the system is, seen from outside."""
        return self.folder / str(path).lstrip("/")

    def command(self, command: Sequence[str], *, user: str = "root") -> list[str]:
        """Return a command that runs another inside, without network, with all it starts."""
        home = HOME if user == USER else Path("/", "root")
        return [
            *("unshare", "--net", "--pid", "--fork", "--kill-child"),
            *("chroot", f"--userspec={OWNERS[user]}", str(self.folder)),
            *("env", "-i", f"HOME={home}", f"USER={user}", "LANG=C.UTF-8"),
            *(
                "PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
                "DEBIAN_FRONTEND=noninteractive",
            ),
            *command,
        ]

    def run(self, command: Sequence[str], *, user: str = USER) -> subprocess.CompletedProcess[str]:
        """Run a command inside, without network, and keep what it says."""
        return ask(self.command(command, user=user))

    def files(self) -> set[str]:
        """Return all files of the system but what it keeps for itself and what is lent to it."""
        own = ("proc", "dev", "tmp", "run", "var/lib/dpkg", "var/lib/apt", "var/cache", "var/log")
        command = ["find", ".", *(f"-path ./{each} -prune -o" for each in own), "-print"]
        answer = subprocess.run(
            ["sh", "-c", " ".join(command)],
            check=True,
            cwd=self.folder,
            capture_output=True,
            text=True,
        )
        return set(answer.stdout.splitlines())


def base(suite: str) -> Path:
    """Return a system of that name with what every desktop has, made the first time."""
    folder = ROOTS / suite
    done = ROOTS / f"{suite}.done"
    if done.is_file():
        return folder
    say(f"Making a clean {suite}")
    shutil.rmtree(folder, ignore_errors=True)
    ROOTS.mkdir(parents=True, exist_ok=True)
    options = ("--variant=minbase", "--merged-usr")
    answer = ask(["debootstrap", *options, suite, str(folder)])
    if answer.returncode:
        raise Stop(f"debootstrap failed:\n{answer.stdout[-2000:]}{answer.stderr[-2000:]}")
    with lent(folder):
        packages = [_on_offer(folder, need) for need in (*DEPENDS, *DESKTOP, *FONTS)]
        install = ("apt-get", "install", "-y", "--no-install-recommends", *packages)
        for command in (install, ("useradd", "--create-home", USER)):
            answer = ask(["chroot", str(folder), "env", "DEBIAN_FRONTEND=noninteractive", *command])
            if answer.returncode:
                raise Stop(f"The clean {suite} cannot be made:\n{answer.stderr[-2000:]}")
    done.touch()
    return folder


def _on_offer(folder: Path, need: str) -> str:
    """Return the first package of `a (>= 1) | b` that a system can install."""
    names = [each.split()[0] for each in need.split("|")]
    for name in names:
        answer = ask(["chroot", str(folder), "apt-cache", "show", "--no-all-versions", name])
        if f"Package: {name}\n" in answer.stdout:
            return name
    return names[0]


@contextmanager
def lent(folder: Path) -> Iterator[None]:
    """Lend a system the devices, processes and screens of this one, and take them back."""
    screens = folder / str(SCREENS).lstrip("/")
    screens.mkdir(parents=True, exist_ok=True)
    SCREENS.mkdir(exist_ok=True)
    resolver = Path("/etc/resolv.conf")
    if resolver.is_file():
        shutil.copyfile(resolver, folder / "etc" / "resolv.conf")
    lendings = (
        (SCREENS, screens),
        (Path("/dev"), folder / "dev"),
        (Path("/proc"), folder / "proc"),
    )
    for mine, yours in lendings:
        call(["mount", "--rbind", str(mine), str(yours)], f"{mine} cannot be lent.")
        call(["mount", "--make-rslave", str(yours)], f"{mine} cannot be lent.")
    try:
        yield
    finally:
        for _, yours in lendings:
            ask(["umount", "--recursive", "--lazy", str(yours)])


@contextmanager
def clean_root(suite: str) -> Iterator[CleanRoot]:
    """Lend a fresh copy of a system, which is thrown away afterwards."""
    folder = ROOTS / f"{suite}-tried"
    remove(folder)
    call(["cp", "-a", str(base(suite)), str(folder)], "The clean system cannot be copied.")
    with lent(folder):
        yield CleanRoot(folder)
    remove(folder)


def remove(folder: Path) -> None:
    """Remove a system, but never while something of this one is still lent to it."""
    mounts = Path("/proc/mounts").read_text(encoding="utf-8")
    if f" {folder}/" in mounts:
        raise Stop(f"Something is still mounted in {folder}: unmount it first.")
    if folder.is_dir():
        shutil.rmtree(folder)
