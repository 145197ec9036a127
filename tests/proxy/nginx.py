"""nginx on loopback, on the file in deploy/ that an organisation would use, with other ports and folders."""

import getpass
import os
import re
import shutil
import subprocess
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from secrets import token_hex
from string import Template
from urllib.parse import urlsplit

from tests.proxy.phone import ask
from tests.serving import HOST, PATIENCE

TEMPLATE = Path(__file__).resolve().parents[2] / "deploy" / "nginx.conf.template"


def nginx_program():
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin:/sbin")
    assert found, "nginx is missing. Run: bash tests/install-programs.sh"
    return found


class Nginx:
    """In front of a pair. It can stand where `tests.serving.Server` is asked for: it has its `url` and `was_killed`."""

    def __init__(self, folder, pair):
        self.folder = Path(folder)
        self.servers = pair.servers
        self.url = pair.settings["RUSTAD_PUBLIC_URL"]
        self.port = urlsplit(self.url).port
        self.process = None

    @property
    def was_killed(self):
        """Whether a process behind it died on purpose, so that browsers may complain."""
        return any(server.was_killed for server in self.servers)

    @property
    def access_log(self):
        return (self.folder / "access.log").read_text(encoding="utf-8")

    @property
    def error_log(self):
        return (self.folder / "error.log").read_text(encoding="utf-8")

    def logged(self):
        """How many requests the log tells of so far, with all that came before."""
        mark = f"/{token_hex(8)}"
        ask(self.url, "GET", mark, headers={"Host": "another.example"})
        self._await_line(mark)
        return len(self.access_log.splitlines())

    def _await_line(self, mark):
        deadline = time.monotonic() + PATIENCE
        while mark not in self.access_log and time.monotonic() < deadline:
            time.sleep(0.01)

    def asked(self, *, since, lines):
        """The ports that nginx asked for each request; several when the first did not answer.

        `since` is what `logged` said before, `lines` how many requests there have been. A line is written a moment after
        the answer.
        """
        deadline = time.monotonic() + PATIENCE
        while len(found := self.access_log.splitlines()[since:]) < lines and time.monotonic() < deadline:
            time.sleep(0.02)
        return [re.findall(r"127\.0\.0\.1:(\d+)", line) for line in found]

    def template(self):
        return TEMPLATE.read_text(encoding="utf-8")

    def settings(self):
        one, two = self.servers
        return {
            "RUSTAD_NAME": HOST,
            "RUSTAD_LISTEN": f"127.0.0.1:{self.port}",
            "RUSTAD_HOST_1": "127.0.0.1",
            "RUSTAD_PORT_1": str(one.port),
            "RUSTAD_HOST_2": "127.0.0.1",
            "RUSTAD_PORT_2": str(two.port),
            "RUSTAD_NGINX_USER": getpass.getuser(),
            "RUSTAD_NGINX_LOGS": str(self.folder),
            "RUSTAD_NGINX_TEMP": str(self.folder),
        }

    def command(self):
        filled = self.folder / "nginx.conf"
        filled.write_text(Template(self.template()).safe_substitute(self.settings()))
        outside = f"pid {self.folder / 'nginx.pid'}; daemon off;"
        return [
            nginx_program(),
            "-p",
            str(self.folder),
            "-e",
            str(self.folder / "error.log"),
            "-c",
            str(filled),
            "-g",
            outside,
        ]

    def check(self):
        """What `nginx -t` says of the filled-in file."""
        done = subprocess.run([*self.command(), "-t"], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stderr

    def begin(self):
        """Start it without asking whether it answers."""
        with (self.folder / "nginx.out").open("ab") as log:
            self.process = subprocess.Popen(self.command(), stdin=subprocess.DEVNULL, stdout=log, stderr=log)

    def start(self):
        self.begin()
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None and time.monotonic() < deadline, self._output()
            time.sleep(0.02)
        return self

    def _answers(self):
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/", headers={"Host": "another.example"})
            return connection.getresponse().status == 421
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()

    def _output(self):
        return (self.folder / "nginx.out").read_text(encoding="utf-8", errors="replace")[-4000:]

    def stop(self):
        if self.process is not None:
            self.process.terminate()
            self.process.wait(PATIENCE)
            self.process = None
