"""A real OpenID Connect provider in a process of its own on loopback, and Rustad set up to sign people in with it."""

import json
import subprocess
import sys
import time
from http.client import HTTPConnection, HTTPException

from tests.serving import HOST, PATIENCE, ServerFailed, free_port

ADA = {"sub": "ada", "name": "Ada Administratör", "email": "ada@ekvik.example", "groups": ["rustad-admin"]}
FIA = {"sub": "fia", "name": "Fia Samtalsledare", "email": "fia@ekvik.example", "groups": ["rustad-led", "alla"]}
MIA = {"sub": "mia", "name": "Mia Medlem", "email": "Mia@Ekvik.example", "groups": ["alla"]}
OLA = {"sub": "ola", "name": "Ola Utanför", "email": "ola@annat.example", "groups": []}
PEOPLE = (ADA, FIA, MIA, OLA)


class Provider:
    """`people` are who can sign in, each with the claims that are told of them."""

    def __init__(self, folder, people=PEOPLE):
        self.folder, self.people, self.port, self.process = folder, people, free_port(), None

    @property
    def url(self):
        return f"http://{HOST}:{self.port}"

    def start(self):
        command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "--port", str(self.port)]
        for one in self.people:
            command += ["--user-claims", json.dumps(one)]
        with (self.folder / "provider.log").open("ab") as log:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise ServerFailed((self.folder / "provider.log").read_text()[-4000:])
            time.sleep(0.05)
        return self

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def _answers(self):
        connection = HTTPConnection(HOST, self.port, timeout=5)
        try:
            connection.request("GET", "/.well-known/openid-configuration")
            return connection.getresponse().status == 200
        except (OSError, HTTPException):
            return False
        finally:
            connection.close()


def signed_in_by(provider, port):
    """The settings of a Rustad that people sign in to with this provider."""
    return {
        "RUSTAD_ACCESS": "oidc",
        "RUSTAD_PUBLIC_URL": f"http://{HOST}:{port}",
        "RUSTAD_SECRET_KEY": "a secret of the tests, long enough to sign with",
        "RUSTAD_OIDC_METADATA_URL": f"{provider}/.well-known/openid-configuration",
        "RUSTAD_OIDC_CLIENT_ID": "rustad",
        "RUSTAD_OIDC_CLIENT_SECRET": "known to both",
        "RUSTAD_ADMINISTRATORS": "rustad-admin",
        "RUSTAD_FACILITATORS": "rustad-led",
        "RUSTAD_MEMBERS": "mia@ekvik.example",
    }
