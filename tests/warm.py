"""Servers begun without waiting for Python to read half a million lines again: `python -m tests.warm` has read them.

It forks for each server that it is asked for. What has been read is only what looks at no setting and is the same in
every process: nothing of the services, because there a process is given a name of its own. All else the server does as
ever, in a process that can be killed like any other.
"""

import atexit
import importlib
import json
import os
import pkgutil
import select
import signal
import subprocess
import sys
from contextlib import suppress
from functools import cache
from pathlib import Path
from secrets import token_hex

ROOT = Path(__file__).resolve().parents[1]
READ = (
    *("streamlit.web.cli", "streamlit.web.bootstrap", "streamlit.starlette", "streamlit.web.server.starlette"),
    *("streamlit.runtime.app_session", "streamlit.elements.arrow", "streamlit.elements.plotly_chart"),
    *("uvicorn", "uvicorn.protocols.http.auto", "uvicorn.protocols.websockets.auto", "uvicorn.loops.auto"),
    *("alembic.command", "pandas", "plotly.graph_objects", "docx", "openpyxl", "babel.dates", "jinja2", "segno"),
)
OURS = ("assessment.domain", "assessment.storage", "assessment.texts", "assessment.reporting")
# A thread that is not there after a fork may hold a lock for ever, so nothing that is read may start one.
ALONE = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "JE_ARROW_MALLOC_CONF": "background_thread:false"}


class WarmServer:
    """As much of `subprocess.Popen` as the tests use. How the process ended is not known, only that it did."""

    def __init__(self, pid):
        self.pid = pid
        self._end = os.pidfd_open(pid)  # readable once the process has ended

    def poll(self):
        return 0 if select.select([self._end], [], [], 0)[0] else None

    def wait(self, timeout=None):
        if not select.select([self._end], [], [], timeout)[0]:
            raise subprocess.TimeoutExpired("a warm server", timeout)
        return 0

    def send_signal(self, number):
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._end, number)

    def terminate(self):
        self.send_signal(signal.SIGTERM)

    def kill(self):
        self.send_signal(signal.SIGKILL)

    def __del__(self):
        os.close(self._end)


def begun(arguments, *, home, environment, log):
    """A process in which `streamlit` runs with these arguments, in the folder `home`."""
    told = {"arguments": [str(one) for one in arguments], "home": str(home), "log": str(log)}
    stove = _stove()
    stove.stdin.write(json.dumps(told | {"environment": dict(environment)}) + "\n")
    stove.stdin.flush()
    answer = stove.stdout.readline()
    assert answer, "the process that has read everything has ended"
    return WarmServer(int(answer))


@cache
def _stove():
    """The process that has read everything, one for each process of the tests. It ends when its input does."""
    started = subprocess.Popen(
        [sys.executable, "-m", "tests.warm"],
        cwd=ROOT,
        env=os.environ | ALONE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(started.stdin.close)
    return started


def read():
    """Read all that can be read before anything is known of the server."""
    for name in READ:
        importlib.import_module(name)
    for name in OURS:
        package = importlib.import_module(name)
        for module in pkgutil.walk_packages(package.__path__, f"{name}."):
            if "migrations" not in module.name:
                importlib.import_module(module.name)
    assert not any(name.startswith("assessment.services") for name in sys.modules)
    assert len([*Path("/proc/self/task").iterdir()]) == 1, "something that was read has started a thread"


def asked():
    """What the next server is to be; only a child comes back from here."""
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # who has ended needs nobody to ask how
    for line in sys.stdin:
        if not (pid := os.fork()):
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            return json.loads(line)
        print(pid, flush=True)
    os._exit(0)


def become(told):
    """Be the server that was asked for, as `python -m streamlit` is."""
    nothing, log = os.open(os.devnull, os.O_RDONLY), os.open(told["log"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    for given, place in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(given, place)
    os.environ.clear()
    os.environ.update({"STREAMLIT_SERVER_COOKIE_SECRET": token_hex(32)} | told["environment"])  # one each, as ever
    os.chdir(told["home"])
    sys.path[0] = told["home"]
    sys.argv = ["streamlit", *told["arguments"]]
    sys.modules["streamlit.web.cli"].main(prog_name="streamlit")


if __name__ == "__main__":
    read()
    become(asked())
