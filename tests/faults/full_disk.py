"""A small disk that can be filled: a tmpfs, which only the administrator of a Linux computer may mount."""

import errno
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager

MEGABYTES = 8


def can_mount(folder):
    """Whether a disk can be mounted there."""
    if sys.platform != "linux" or os.getuid() or not shutil.which("mount"):
        return False
    with small_disk(folder) as disk:
        return disk is not None


@contextmanager
def small_disk(folder, megabytes=MEGABYTES):
    """The folder is a disk of its own as long as the block lasts; None when it cannot be."""
    folder.mkdir(exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0777", "rustad-test", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        yield None
        return
    try:
        yield SmallDisk(folder)
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


class SmallDisk:
    def __init__(self, folder):
        self.folder = folder
        self.ballast = folder / "ballast"

    def fill(self):
        """Leave not a byte."""
        with self.ballast.open("ab", buffering=0) as file:
            for size in (65_536, 4_096):
                try:
                    while file.write(bytes(size)):
                        pass
                except OSError as error:
                    assert error.errno == errno.ENOSPC

    def free(self):
        """There is room again."""
        self.ballast.unlink()
