"""Workshops that tests begin from, and the facilitator's hand in them."""

from assessment.domain.response import Answer, rated
from assessment.domain.viewer import SERVER
from assessment.services import attendance, ballots, steps, workshops
from tests.builders import ADA


def prepare(engine, assessment, **chosen):
    """A workshop that Ada has just prepared; `chosen` as `services.workshops.prepare` takes it."""
    return workshops.prepare(engine, ADA, assessment.id, **chosen)


class Facilitator:
    """Ada at her screen: she takes each step from the version that she saw last."""

    def __init__(self, engine, workshop):
        self.engine, self.seen = engine, workshop

    def _take(self, step, **told):
        self.seen = step(self.engine, ADA, self.seen.id, version=self.seen.version, **told)
        return self.seen

    def open_vote(self, item_id):
        """The id of the round that is open now."""
        return self._take(steps.open_vote, item_id=item_id).open_round.id

    def reveal(self):
        return self._take(steps.reveal)

    def show_answers(self, item_id):
        return self._take(steps.show_answers, item_id=item_id)

    def count_hands(self, item_id, counts):
        return self._take(steps.count_hands, item_id=item_id, counts=counts)

    def settle(self, item_id, level, note=""):
        return self._take(steps.settle, item_id=item_id, level=level, note=note)

    def skip(self, item_id, note=""):
        return self._take(steps.skip, item_id=item_id, note=note)

    def close(self):
        return self._take(steps.close)

    def undo(self):
        return self._take(steps.undo)


def attend(engine, workshop, *, role="inkop", name=""):
    """Somebody joins; the token that this phone holds from then on."""
    return attendance.join(engine, SERVER, workshop.id, roles=[role], name=name)


def vote(engine, token, round_id, level):
    """What became of one vote; a number is a level."""
    given = level if isinstance(level, Answer) else rated(level)
    return ballots.cast(engine, [ballots.Vote(token, round_id, given)])[0]


def person(engine, token):
    """The id of the participant who holds this token."""
    return attendance.seat(engine, token).participant.id
