"""A workshop and the phones that come to it over the network, each with its own cookies."""

from html import unescape
from html.parser import HTMLParser

from starlette.testclient import TestClient

from assessment.services import join_codes
from assessment.storage import repository
from assessment.storage.database import reading
from tests import builders
from tests.builders import ADA
from tests.workshop_builders import Facilitator, prepare

HALL = "192.168.1.20:8502"
JSON = {"accept": "application/json"}


class Hall:
    """`app` is the whole chain that a request passes. The facilitator takes the steps; `phone` lets one more in."""

    def __init__(self, engine, app, *, name="Hela kommunen", **chosen):
        self.engine, self.app = engine, app
        self.assessment = builders.start(engine, name=name)
        self.workshop = prepare(engine, self.assessment, **chosen)
        self.facilitator = Facilitator(engine, self.workshop)
        self.items = builders.asked(engine, self.assessment)
        self.join_code = join_codes.join_code_of(engine, ADA, self.workshop.id)

    @property
    def code(self):
        return self.join_code.code

    def people(self):
        """Those who have joined, in the order in which they came."""
        with reading(self.engine) as session:
            return list(repository.attendees(session, self.workshop.id))

    def phone(self, *roles, address="192.168.1.50", **more):
        """A phone that has joined as `roles`, or one that has only come to the door when there are none."""
        phone = Phone(self, address=address, **more)
        if roles:
            assert phone.join(*roles).status_code == 303
        return phone

    def open_vote(self, place=0):
        """Opens a vote on one of the asked items and returns the round's id."""
        return self.facilitator.open_vote(self.items[place].id)


class Phone:
    def __init__(self, hall, *, address="192.168.1.50", host=HALL, scheme="http"):
        self.hall = hall
        self.client = TestClient(
            hall.app, base_url=f"{scheme}://{host}", client=(address, 40_000), follow_redirects=False
        )

    @property
    def cookies(self):
        return self.client.cookies

    def get(self, path="", **more):
        return self.client.get(f"/d/{self.hall.code}{path}", **more)

    def post(self, path, data=None, **more):
        return self.client.post(f"/d/{self.hall.code}{path}", data=data or {}, **more)

    def scan(self, **query):
        """The address in the QR code."""
        return self.get(params={"n": self.hall.join_code.key, **query})

    def join(self, *roles, name="", **more):
        return self.post("/med", {"roll": list(roles), "namn": name, "n": self.hall.join_code.key, **more})

    def vote(self, round_id, answer, *, headers=JSON):
        return self.post("/rost", {"omgang": str(round_id), "svar": str(answer)}, headers=headers)

    def room(self, **query):
        """What the page says, as a reader sees it."""
        return Read(self.get(params=query).text)


class Read(HTMLParser):
    """The text of a page, its heading, the fields of its forms with their values, and where its links lead."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.html, self.text, self.headings, self.links = html, "", [], []
        self.checked, self.names, self.language, self.title = [], set(), "", ""
        self._inside = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag == "html":
            self.language = given["lang"]
        if tag == "a":
            self.links.append(unescape(given["href"]))
        if "name" in given and tag in ("input", "textarea"):
            self.names.add(given["name"])
            if "checked" in given:
                self.checked.append(given["value"])
        if tag not in ("meta", "link", "input", "br"):
            self._inside.append(tag)
        if tag == "h1":
            self.headings.append("")

    def handle_endtag(self, tag):
        while self._inside and self._inside.pop() != tag:
            pass

    def handle_data(self, data):
        inside = set(self._inside)
        if "title" in inside:
            self.title += data
        if inside & {"style", "script", "title", "noscript"}:
            return
        self.text += data
        if "h1" in inside:
            self.headings[-1] += data

    @property
    def heading(self):
        (only,) = self.headings
        return only
