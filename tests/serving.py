"""A real server process on a loopback port, for the browser tests, the pictures and the benchmark."""

import os
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from assessment.services.house import open_house
from tests import warm

ROOT = Path(__file__).resolve().parents[1]
HOST = "localhost"
PATIENCE = 60  # seconds until a start counts as failed
BEGUN_WARM = "PYTEST_VERSION" in os.environ and hasattr(os, "pidfd_open")  # tests; what is measured starts in earnest


class ServerFailed(AssertionError):
    """The process ended, or never answered. Carries the end of its log."""


class Server:
    """Streamlit in a process of its own. It can be killed and started again on the same port and database file.

    `cold`: started as people start it, Python and all, however `BEGUN_WARM` stands. Otherwise a start is much quicker.
    """

    def __init__(self, folder, *, script=ROOT / "app.py", home=ROOT, port=None, options=(), settings=None, cold=False):
        self.folder = Path(folder)  # database and log
        self.script = script
        self.home = home  # whose .streamlit/config.toml applies
        self.port = port or free_port()
        self.options = options
        self.settings = {"RUSTAD_PHONE_PORT": str(free_port())} | (settings or {})  # RUSTAD_ variables
        self.cold = cold
        self.process = None
        self.was_killed = False

    @property
    def url(self):
        return f"http://{HOST}:{self.port}"

    @property
    def database(self):
        return self.folder / "rustad.db"

    def open_store(self):
        """The server's database, as an engine of our own beside the server's."""
        return open_house(f"sqlite:///{self.database}")

    @property
    def environment(self):
        """What a command line program needs to use the same database."""
        inherited = {
            name: value for name, value in os.environ.items() if not name.startswith(("RUSTAD_", "STREAMLIT_"))
        }
        return inherited | {"RUSTAD_DATABASE_URL": f"sqlite:///{self.database}"} | self.settings

    @property
    def log(self):
        return (self.folder / "server.log").read_text(encoding="utf-8", errors="replace")

    def start(self):
        self.begin()
        return self.await_health()

    def await_health(self):
        """Wait for a process that `begin` started."""
        deadline = time.monotonic() + PATIENCE
        while not self.healthy():
            if self.process.poll() is not None or time.monotonic() > deadline:
                self.kill()
                raise ServerFailed(self.log[-4000:])
            time.sleep(0.02)
        return self

    def begin(self):
        """Start the process without waiting for it."""
        arguments = ["run", str(self.script), "--server.port", str(self.port), *self.options]
        log = self.folder / "server.log"
        if BEGUN_WARM and not self.cold:
            self.process = warm.begun(arguments, home=self.home, environment=self.environment, log=log)
            return
        with log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", *arguments],
                cwd=self.home,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )

    def healthy(self):
        connection = HTTPConnection(HOST, self.port, timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def kill(self):
        """As a power cut would: SIGKILL, nothing is flushed."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None
            self.was_killed = True

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            try:
                self.process.wait(timeout=5)
            except subprocess.TimeoutExpired:
                self.kill()
            self.process = None

    def run(self, *arguments):
        """A command of `python -m assessment` on the same database."""
        command = [sys.executable, "-m", "assessment", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise ServerFailed(done.stdout + done.stderr)
        return done.stdout


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
