"""People in Chromium while something happens to the database: one at *Svara*, a phone in an open vote, a big screen."""

import json
import re
from time import perf_counter, sleep
from urllib.error import HTTPError
from urllib.request import urlopen

from assessment.services import room as rooms
from assessment.services.join_codes import join_code_of
from assessment.storage import repository
from assessment.storage.database import reading
from tests import builders
from tests.bench.hall import Hall
from tests.browser.chromium import DESKTOP, PHONE, PROJECTOR, screen
from tests.browser.phone import Phone
from tests.browser.visitor import ROW, Visitor

ITEM = "POL-01"
WAIT = 90_000  # milliseconds until a walk has failed
ALERT = '[data-testid="stAlert"]'
SAVED = re.compile(r"Sparat \d\d\.\d\d")
COUNTED = re.compile(r"(\d+) av \d+")


class HouseAtWork:
    """`store` as in `tests.bench.stores`. `own` is what nobody may read: names of machines, files and users."""

    def __init__(self, browser, server, store, own):
        self.server, self.store, self.own = server, store, own
        self.engine = store.open()
        assessment = builders.start(self.engine)
        self.ben = builders.join(self.engine, assessment, builders.BEN)
        self.hall = Hall(self.engine, 0)
        self.round = self.hall.open_vote()
        code = join_code_of(self.engine, builders.ADA, self.hall.workshop.id)
        self.contexts = [screen(browser, size=size) for size in (DESKTOP, PHONE, PROJECTOR)]
        for context in self.contexts:
            context.set_default_timeout(WAIT)
        desk, hand, wall = self.contexts
        self.desk, self.phone, self.wall = Visitor(desk, server), Phone(hand, server, code), Visitor(wall, server)
        self.desk.open("svara", a=assessment.id, p=self.ben.id, q=ITEM)
        self.wall.page.goto(f"{server.url}/workshop?a={self.hall.assessment.id}&w={self.hall.workshop.id}&vy=storbild")
        roles = rooms.room(self.engine, builders.ADA, self.hall.workshop.id).checklist.roles
        self.phone.join(self.phone.language.of(roles[0].name))
        self.read = set()  # every text that stood on a screen while the database was away
        self.wrongly_saved = 0
        self.answered, self.voted = None, None  # what they were last told is saved

    def close(self):
        for context in self.contexts:
            context.close()
        self.engine.dispose()

    # What people do. Each returns the seconds until they could read what became of it.

    def answer(self, code):
        """Whether it is said to be saved, too."""
        begun = perf_counter()
        self.desk.choices(ITEM).nth(int(code)).locator(ROW).click()
        self.desk.settle()
        saved = not self.desk.page.locator(ALERT).count() and SAVED.search(self.receipt)
        if saved:
            self.answered = int(code)
        return perf_counter() - begun, bool(saved)

    @property
    def receipt(self):
        return " ".join(self.desk.page.locator(".ru-receipt").all_inner_texts())

    def vote(self, code):
        """Choose and send; the phone goes on sending until it is told."""
        begun = perf_counter()
        self.phone.choose(code)
        self.phone.page.locator("main .send button").click()
        told = self.phone.page.locator(".error:not(:empty), .receipt.saved")
        told.first.wait_for()
        if self.phone_saved:
            self.voted = int(code)
        return perf_counter() - begun, self.phone_saved

    @property
    def phone_saved(self):
        return bool(self.phone.page.locator(".receipt.saved").count())

    def health(self):
        """Status, and seconds."""
        begun = perf_counter()
        try:
            with urlopen(f"{self.server.url}/halsa", timeout=60) as answer:
                status, told = answer.status, json.load(answer)
        except HTTPError as refused:
            status, told = refused.code, json.load(refused)
        assert told["database"] is (status == 200)
        return status, perf_counter() - begun

    # What can be read

    def note_screens(self):
        for one in (self.desk, self.phone, self.wall):
            self.read.add(one.page.locator("body").inner_text())

    @property
    def leaks(self):
        """What stood on a screen and is nobody's business."""
        whole = "\n".join(self.read)
        return sorted(word for word in (*self.own, "Traceback", "Error", "psycopg", "sqlite") if word in whole)

    @property
    def wall_told(self):
        """Whether the big screen says that the database is away."""
        return bool(self.wall.page.locator(ALERT).count())

    @property
    def wall_count(self):
        """How many the big screen says have voted; None while it says something else."""
        found = None if self.wall_told else COUNTED.search(self.wall.page.locator("body").inner_text())
        return int(found[1]) if found else None

    def lost(self):
        """How many of the two that were told something is saved do not find it on disk."""
        with reading(self.engine) as session:
            answer = repository.responses_of(session, self.ben.id)[ITEM].answer.level
            [vote] = repository.ballots(session, self.hall.workshop.id, [self.round])[self.round]
        return (answer != self.answered) + (vote.answer.level != self.voted)


def until(true, *, seconds=WAIT / 1000, pause=0.05):
    """Seconds until it is so."""
    begun = perf_counter()
    while not true():
        assert perf_counter() - begun < seconds, "it never was"
        sleep(pause)
    return perf_counter() - begun
