"""Fixtures are named for the state they give."""

import pytest

from tests.faults.full_disk import can_mount, small_disk


@pytest.fixture
def disk(tmp_path):
    """A disk of a few megabytes."""
    if not can_mount(tmp_path / "disk"):
        pytest.skip("only the administrator of a Linux computer can mount a small disk")
    with small_disk(tmp_path / "disk") as mounted:
        yield mounted
