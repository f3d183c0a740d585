"""What every test stands on: a home of its own, no network, and nothing left behind."""

import gc
import multiprocessing
import os
import shutil
import socket
import sys
import tempfile
import threading
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOBODY = 65534
PATIENCE = 2.0  # seconds for what is ending already; a test that leaves nothing waits for none
USER_FOLDERS = (
    *("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"),
    *("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"),
)


def settle_in():
    """Turn this process away from the user's folders and screen; return its own folder."""
    system = tempfile.gettempdir()
    own = Path(tempfile.mkdtemp(prefix="crossread-tests-"))
    own.chmod(0o711)  # tests that give up their rights must still pass through
    for variable in USER_FOLDERS:
        folder = own / variable.lower()
        folder.mkdir(mode=0o700)
        os.environ[variable] = str(folder)
    temporary = own / "temporary"
    temporary.mkdir(mode=0o711)
    for variable in ("TMPDIR", "TEMP", "TMP"):
        os.environ[variable] = str(temporary)
    tempfile.tempdir = str(temporary)
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", system)  # tmp_path stays where pytest has it
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return own


OWN = settle_in()


def refuse_network(event, arguments):
    """Audit hook: nothing leaves the machine, and no test may even try."""
    if event == "socket.__new__" and arguments[1] in {socket.AF_INET, socket.AF_INET6}:
        raise RuntimeError("a test reached for the network")
    if event in {"socket.getaddrinfo", "socket.gethostbyname"}:
        raise RuntimeError("a test asked for an address in the network")


sys.addaudithook(refuse_network)


def pytest_unconfigure():
    shutil.rmtree(OWN, ignore_errors=True)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    for item in items:
        if "benchmarks" in item.path.relative_to(ROOT).parts:
            item.add_marker("benchmark")


def python_threads():
    return {
        thread: f"thread {thread.name}"
        for thread in threading.enumerate()
        if not thread.name.startswith("pytest_timeout")
    }


def child_processes():
    if sys.platform != "linux":
        return {child.pid: f"process {child.name}" for child in multiprocessing.active_children()}
    found = {}
    for listed in Path("/proc/self/task").glob("*/children"):
        for child in listed.read_text().split():
            try:
                command = Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            except FileNotFoundError:
                continue  # it has ended meanwhile
            if "resource_tracker" not in command:  # Python's own, one for the whole run
                found[child] = f"process {child} {command}".rstrip()
    return found


def temporary_files():
    return {file: f"temporary file {file.name}" for file in Path(tempfile.gettempdir()).iterdir()}


def running_qthreads():
    from PySide6.QtCore import QCoreApplication, QThread
    from shiboken6 import isValid

    main = QCoreApplication.instance().thread()
    threads = [thing for thing in gc.get_objects() if issubclass(type(thing), QThread)]
    return {
        thread: f"QThread {thread.objectName() or type(thread).__name__}"
        for thread in threads
        if isValid(thread) and thread is not main and thread.isRunning()
    }


def top_level_widgets():
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    return {
        getCppPointer(widget): f"window {widget.objectName() or type(widget).__name__}"
        for widget in QApplication.topLevelWidgets()
        if widget.parent() is None
    }


def qt_is_used():
    """Tell whether this process has an application with widgets, without importing Qt."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets is not None and widgets.QApplication.instance() is not None


def system_threads():
    """Count the threads of any kind, or return None where the system does not tell."""
    listed = Path("/proc/self/task")
    return len(list(listed.iterdir())) if listed.is_dir() else None


def present():
    """Return what a test could leave behind, by identity, in words."""
    found = python_threads() | child_processes() | temporary_files()
    return found | top_level_widgets() if qt_is_used() else found


def let_end(threads):
    """Give what is ending anyway the time for it."""
    for thread in threads:
        thread.join(PATIENCE)
    for child in multiprocessing.active_children():
        child.join(PATIENCE)
    if qt_is_used():
        from PySide6.QtCore import QCoreApplication, QEvent

        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def remains(before, threads_before):
    """Return in words what was not there before, after some patience with it."""
    if present().keys() - before.keys():
        let_end(python_threads().keys() - before.keys())
    now = present()
    # looking for them takes milliseconds, so only where there may be some
    if qt_is_used() and (threads_before is None or system_threads() > threads_before):
        now |= running_qthreads()
    return sorted(now[key] for key in now.keys() - before.keys())


@pytest.fixture(autouse=True)
def nothing_left_behind():
    """Fail a test that leaves a window, a thread, a process or a temporary file."""
    before, threads_before = present(), system_threads()
    yield
    if words := remains(before, threads_before):
        pytest.fail(f"the test leaves behind: {', '.join(words)}")


@pytest.fixture(scope="session")
def shared():
    """Return the folder beside the repository that holds the real articles and judged examples."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the real articles lie in ../shared, which is not here")
    return folder


@pytest.fixture
def unprivileged():
    """Lend a folder of one's own without the rights of root, who may write anywhere."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps no permission bits to take away")
    folder = Path(tempfile.mkdtemp(prefix="crossread-"))
    gc.collect()  # semaphores that other tests have left can be removed only by their owner
    if is_root := os.geteuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(0o700)
        shutil.rmtree(folder)
