"""Files made to burst whoever opens them are refused in a sentence, soon and in little memory."""

import json
import subprocess
import sys

import pytest

from tests.serving import ROOT

pytestmark = pytest.mark.slow
MEMORY = 700_000_000  # bytes, of which the program itself has a good third
SECONDS = 10  # of processor for one file, on a slow machine; usually below half a second
# What stands there is not looked at, or does no harm at all, so the rest is read as ever
READ_ALL_THE_SAME = ("dimension of", "merged", "linked", "wide rows", "harmless")
NOT_LOOKED_AT = ("docProps", "/theme/", "/drawings/", "/worksheets/_rels/", "/tables/", "/charts/")


@pytest.fixture(scope="module")
def opened():
    """All of them opened in a process of its own, where memory and processor have an end."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.fuzz.bombs"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_every_one_is_refused_in_a_sentence_or_does_no_harm(opened):
    taken = {name for name, (told, _) in opened["found"].items() if told is None}
    unexpected = [name for name in taken if not name.startswith(READ_ALL_THE_SAME) and not _unread(name)]
    assert unexpected == []
    assert len(opened["found"]) > 60


def test_none_takes_long_or_much(opened):
    assert {name: seconds for name, (_, seconds) in opened["found"].items() if seconds > SECONDS} == {}
    assert opened["memory"] < MEMORY


def _unread(name):
    return any(part in name for part in NOT_LOOKED_AT)
