"""The open connection that a window of the dashboard keeps, without the window."""

from http.client import HTTPConnection
from urllib.parse import urlsplit

from tests.serving import PATIENCE

HANDSHAKE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Protocol": "streamlit",
}


class Window:
    """Use it as `with`. `status` is 101 when it is open; `body` says why it is not."""

    def __init__(self, url, name):
        place = urlsplit(url)
        self._connection = HTTPConnection(place.hostname, place.port, timeout=PATIENCE)
        told = HANDSHAKE | {"Host": name, "Origin": f"http://{name}"}
        self._connection.request("GET", "/_stcore/stream", headers=told)
        self._response = self._connection.getresponse()
        self.status = self._response.status
        self.body = "" if self.status == 101 else self._response.read().decode()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._response.close()
        self._connection.close()
