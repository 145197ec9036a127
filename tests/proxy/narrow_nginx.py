"""nginx with the same limits and smaller figures, so that one can come up against them."""

import re
from urllib.parse import urlsplit

from tests.proxy.nginx import Nginx
from tests.serving import free_port

SMALL = {
    r"zone=files:10m rate=\S+;": "zone=files:10m rate=1r/m;",
    r"zone=files burst=\d+": "zone=files burst=2",
    r"limit_conn windows \d+;": "limit_conn windows 2;",
}


class NarrowNginx(Nginx):
    """At most two windows, and three files in a row. `name` is what people call the server."""

    def __init__(self, folder, pair):
        super().__init__(folder, pair)
        self.name, self.port = urlsplit(self.url).netloc, free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def template(self):
        text = super().template()
        for pattern, small in SMALL.items():
            text, found = re.subn(pattern, small, text)
            assert found == 1, pattern
        return text
