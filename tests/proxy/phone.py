"""A phone that speaks plain HTTP with whatever stands at an address: a server itself, or nginx in front of it."""

import json
from http.client import HTTPConnection
from urllib.parse import urlencode, urlsplit

PATIENCE = 60  # seconds


class Phone:
    """Joined when made. `name` is what people call the server, whichever address leads there."""

    def __init__(self, url, code, key, *, name, role="inkop"):
        self.url, self.code, self.name = url, code, name
        answer = self.post("/med", {"roll": role, "n": key})
        assert answer.status == 303, answer.body
        self.cookie = "; ".join(one.partition(";")[0] for one in answer.headers.get_all("set-cookie"))

    def post(self, path, fields):
        told = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        return ask(self.url, "POST", f"/d/{self.code}{path}", body=urlencode(fields), headers=told | self.own)

    @property
    def own(self):
        return {"Host": self.name} | ({"Cookie": self.cookie} if hasattr(self, "cookie") else {})

    def vote(self, round_id, level, *, url=None):
        """The receipt. `url` is where the phone votes, if not where it joined."""
        self.url = url or self.url
        answer = self.post("/rost", {"omgang": round_id, "svar": level})
        assert answer.status == 200, answer.body
        return json.loads(answer.body)

    def listen(self, *, url=None):
        return Stream(url or self.url, f"/d/{self.code}/handelser", self.own)


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.body = response.status, response.headers, response.read().decode()


def ask(url, method, path, *, body=None, headers=()):
    """One request on a connection of its own."""
    place = urlsplit(url)
    connection = HTTPConnection(place.hostname, place.port, timeout=PATIENCE)
    try:
        connection.request(method, path, body=body, headers=dict(headers))
        return Answer(connection.getresponse())
    finally:
        connection.close()


class Stream:
    """The open connection over which a phone is told of changes. Use it as `with`."""

    def __init__(self, url, path, headers):
        place = urlsplit(url)
        self._connection = HTTPConnection(place.hostname, place.port, timeout=PATIENCE)
        self._connection.request("GET", path, headers=headers)
        self._response = self._connection.getresponse()
        self.status, self.headers = self._response.status, self._response.headers

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._connection.close()

    def event(self):
        """What the next event tells; None when the connection was ended from the other side."""
        while True:
            try:
                line = self._response.readline()
            except (OSError, ValueError):
                return None
            if not line:
                return None
            if line.startswith(b"data: "):
                return json.loads(line.removeprefix(b"data: "))
