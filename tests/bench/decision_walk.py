"""A decision record from the register to the signature, by somebody who has the facts and types 40 words a minute.

The facts are those of the example's record on drinking water. The whole walk types in real time and rests at every gate
to read; the quick one fills the fields at once and adds the time that typing and reading would have taken.
"""

from time import monotonic, sleep

from assessment.domain.way import Way
from assessment.domain.way_gates import Gate
from assessment.services import organisations, register_example, ways
from assessment.services.clock import now
from assessment.services.way_example import EKVIK_WAYS
from assessment.storage.database import unit_of_work
from assessment.storage.example_way_file import read_example_records
from assessment.texts.language import STOCKHOLM
from assessment.texts.register_labels import KNOWN
from assessment.texts.way_labels import MARK, OFFICE, SECURITY, WAY
from tests import builders
from tests.bench.table import Line
from tests.browser.chromium import DESKTOP, chromium, screen
from tests.browser.visitor import Visitor
from tests.browser.way_walker import Walker
from tests.serving import Server

SPEED = 40  # words a minute
READING = 3  # seconds at every gate
BAR = 10  # minutes
SIGNER = ("Karin Lind", "ordförande i samhällsbyggnadsnämnden")


class Typist(Walker):
    """Types as people do, only where the field does not say it already."""

    def __init__(self, visitor, *, quick):
        super().__init__(visitor)
        self.quick = quick
        self.added = 0.0  # seconds that the quick walk did not wait
        self.fields = self.words = 0

    def type(self, box, text):
        if box.input_value() == text:
            return
        seconds = 60 * len(text.split()) / SPEED
        if self.quick:
            box.fill(text)
            self.added += seconds
        else:
            box.fill("")
            box.press_sequentially(text, delay=1000 * seconds / len(text), timeout=1000 * (seconds * 2 + 60))
        box.press("Tab")
        self.fields += 1
        self.words += len(text.split())
        self.written += len(text)
        self.visitor.settle()

    def read(self):
        if self.quick:
            self.added += READING
        else:
            sleep(READING)

    def next(self, gate):
        super().next(gate)
        self.read()


def decision_lines(places, *, quick):
    server = Server(places[0]).start()
    try:
        store = server.open_store()
        home = registered(store)
        with chromium() as browser, screen(browser, size=DESKTOP) as context:
            visitor = Visitor(context, server)
            visitor.open("vagval", o=home.id)
            typist = Typist(visitor, quick=quick)
            begun = monotonic()
            walk(typist)
            took = monotonic() - begun + typist.added
        signed = [row for row in ways.board(store, builders.ADA, home.id).rows if row.in_force]
        assert len(signed) == 1 and not signed[0].in_force.facts.signed_despite, "the record is whole"
        store.dispose()
    finally:
        server.stop()
    return [
        Line("Decision record: from the list to the signature", took / 60, unit="min", limit=BAR),
        Line("Decision record: clicks", typist.clicks, unit=""),
        Line("Decision record: fields written", typist.fields, unit=""),
        Line("Decision record: words written", typist.words, unit=""),
    ]


def registered(store):
    """The example's register in an organisation that has no decision record."""
    home = organisations.of_assessment(store, builders.ADA, builders.start(store).id)
    with unit_of_work(store) as session:
        register_example.add_missing(session, home.id, by="")
    return home


def walk(typist):
    record = read_example_records(EKVIK_WAYS).records[0]
    facts = record.facts(now().astimezone(STOCKHOLM).date())
    typist.press(f"begin-way-{facts.activity_id}")
    typist.visitor.settle()
    typist.read()
    identify(typist, facts)
    compare(typist, facts)
    typist.next(Gate.TERMS)
    for name in ("conditions", "transition", "follow_up", "money", "exit_plan"):
        typist.write(name, getattr(facts, name))
    typist.next(Gate.DECIDE)
    decide(typist, facts)
    for label, text in zip(("Signed by", "Role of the signer"), SIGNER, strict=True):
        typist.type(typist.visitor.page.get_by_label(typist.visitor.language.text(label), exact=True), text)
    typist.press("do-sign")
    typist.visitor.sees("Begin a new version")


def identify(typist, facts):
    typist.pick("identified", KNOWN[facts.identified])
    for name in ("why", "adopted", "need"):
        typist.write(name, getattr(facts, name))
    typist.next(Gate.HANDOVER)
    typist.pick("handover", KNOWN[facts.handover])
    typist.write("ground", facts.ground)
    typist.next(Gate.SECURITY)
    typist.pick("security", SECURITY[facts.security])
    typist.day("security_on", facts.security_on.isoformat())
    typist.next(Gate.FORM)


def compare(typist, facts):
    for way in Way:
        if way in facts.options:
            typist.pick("options", WAY[way])
    for way in Way:
        if way in facts.options:
            typist.write(f"effect-{way}", facts.effects[way])
    for argument, mark in facts.marks.items():
        typist.pick(f"mark-{argument}", MARK[mark])
        if argument in facts.notes:
            typist.write(f"note-{argument}", facts.notes[argument])


def decide(typist, facts):
    typist.pick("chosen", WAY[facts.chosen])
    typist.write("motive", facts.motive)
    for office in facts.offices:
        typist.pick("offices", OFFICE[office])
    for name in ("dissent", "secrecy", "risk", "risk_owner", "triggers"):
        typist.write(name, getattr(facts, name))
    typist.day("review_on", facts.review_on.isoformat())
    for name in ("communication", "responsibility"):
        typist.write(name, getattr(facts, name))
