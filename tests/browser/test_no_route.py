"""The whole example works where there is no way out of this computer, and nothing so much as tries to find one."""

import json
import shutil
import subprocess
import sys

import pytest

from tests.browser.walk import EARS
from tests.serving import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ALONE = ["unshare", "--net", "sh", "-c", 'ip link set lo up && exec "$@"', "sh"]


@pytest.fixture(scope="module")
def met(tmp_path_factory):
    """What a walk through every screen met, in a network of its own that holds nothing but this computer."""
    if not all(map(shutil.which, ("unshare", "ip"))) or subprocess.run([*ALONE, "true"], check=False).returncode:
        pytest.skip("no network of one's own can be made here: it takes root, and unshare and ip")
    folder = tmp_path_factory.mktemp("alone")
    command = [*ALONE, sys.executable, "-m", "tests.browser.walk", str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout.splitlines()[-1])


def test_every_screen_is_whole(met):
    assert met["without_heading"] == []
    assert met["errors"] == []


def test_the_browser_asks_nobody_else(met):
    assert met["outside"] == []


def test_the_server_asks_nobody(met):
    assert met["reached"] == ""


def test_no_content_security_policy_is_violated(met):
    assert met["violations"] == []


def test_an_attempt_would_be_heard(tmp_path):
    log = tmp_path / "reached.txt"
    (tmp_path / "sitecustomize.py").write_text(EARS.format(log=str(log)), encoding="utf-8")
    attempt = "import socket; s = socket.socket(); s.settimeout(0.1); s.connect_ex(('192.0.2.1', 9))"
    subprocess.run([sys.executable, "-c", attempt], env={"PYTHONPATH": str(tmp_path)}, check=True)
    assert "192.0.2.1" in log.read_text(encoding="utf-8")
