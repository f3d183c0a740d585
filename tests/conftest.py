"""What several test folders need."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture
def unprivileged():
    """Lend a folder of one's own without the rights of root, who may write anywhere."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps no permission bits to take away")
    folder = Path(tempfile.mkdtemp(prefix="crossread-"))
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
