"""The protocol on disk: facilitators and voters in any order, some of them late, against a model of what must hold."""

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import text

from assessment.domain.errors import AssessmentError
from assessment.domain.record import EntryKind
from assessment.domain.response import ANSWER_CODES, ANSWERS, rated
from assessment.domain.tally import Ballot
from assessment.domain.viewer import SERVER
from assessment.domain.workshop_errors import SomebodyWasFirst, VoteClosed
from assessment.domain.workshop_parts import Stage
from assessment.services import attendance, ballots, responses, room, steps
from assessment.services.house import open_house
from assessment.storage import repository
from assessment.storage.database import reading
from tests import builders, workshop_builders
from tests.builders import ADA
from tests.postgres import shared_server

pytestmark = pytest.mark.slow

ITEMS = ("POL-01", "POL-02", "TID-01")
ROLES = ("inkop", "inkop", "inkop", "behovsagare")
TABLES = ("workshop", "workshop_entry", "ballot", "agreed_level", "assessment", "attendance", "participant")
items = st.sampled_from(ITEMS)
ages = st.sampled_from([0] * 8 + [1, 2])  # how many versions ago the facilitator's screen was drawn
ballot_codes = st.sampled_from(ANSWERS)


class WorkshopOnDisk(RuleBasedStateMachine):
    @initialize(settled_before=st.none() | st.integers(0, 4), answered=st.booleans())
    def begin(self, settled_before, answered):
        self.engine = self.fresh_house()
        assessment = builders.start(self.engine)
        if answered:
            builders.answer(self.engine, builders.join(self.engine, assessment, builders.BEN), ITEMS[0], 4)
        self.answered = {ITEMS[0]: [rated(4)]} if answered else {}
        if settled_before is not None:
            earlier = workshop_builders.Facilitator(self.engine, workshop_builders.prepare(self.engine, assessment))
            earlier.settle(ITEMS[0], settled_before, "Förra gången")
        self.before = {} if settled_before is None else {ITEMS[0]: settled_before}
        self.workshop = workshop_builders.prepare(self.engine, assessment)
        self.tokens = [workshop_builders.attend(self.engine, self.workshop, role=role) for role in ROLES]
        self.people = [workshop_builders.person(self.engine, token) for token in self.tokens]
        self.cast = {}  # round id → participant id → the vote that was acknowledged last

    def teardown(self):
        if hasattr(self, "engine"):
            self.engine.dispose()
            self.remove_house()

    def fresh_house(self):
        self.folder = Path(tempfile.mkdtemp())
        return builders.house(self.folder)

    def remove_house(self):
        shutil.rmtree(self.folder)

    # Steps

    def take(self, name, age, expected, **told):
        """Take a step, as it looks from a screen that is `age` versions old. `expected` makes the entry or raises."""
        before = self.on_disk()
        error = SomebodyWasFirst if min(age, self.workshop.version) else None
        entry = None
        if error is None:
            try:
                entry = expected(at=self.workshop.created_at, by="")
            except AssessmentError as refusal:
                error = type(refusal)
        seen = max(0, self.workshop.version - age)
        try:
            returned = getattr(steps, name)(self.engine, ADA, self.workshop.id, version=seen, **told)
        except AssessmentError as refusal:
            assert type(refusal) is error, (name, told)
            assert self.on_disk() == before
            return
        assert error is None, (name, told, error)
        self.check_line(entry, returned)

    def check_line(self, entry, returned):
        written = returned.record[-1]
        assert returned.record[:-1] == self.workshop.record
        same = ("seq", "kind", "item_id", "level", "counts")
        assert [getattr(written, field) for field in same] == [getattr(entry, field) for field in same]
        assert written.at >= self.workshop.created_at
        self.workshop = returned

    @rule(item=items, age=ages)
    def open_vote(self, item, age):
        self.take("open_vote", age, lambda **told: self.workshop.open_vote(item, **told), item_id=item)

    @property
    def votes(self):
        """How many have voted in the open round."""
        current = self.workshop.open_round
        return len(self.cast.get(current.id, {})) if current else 0

    @rule(age=ages)
    def reveal(self, age):
        self.take("reveal", age, lambda **told: self.workshop.reveal(votes=self.votes, **told))

    @rule(item=items, age=ages)
    def show_answers(self, item, age):
        answers, version = self.answered.get(item, []), self.workshop.version
        self.take(
            "show_answers",
            age,
            lambda **told: self.workshop.show_answers(item, answers=len(answers), **told),
            item_id=item,
        )
        if self.workshop.version > version:
            self.cast[self.workshop.version] = {f"before {number}": one for number, one in enumerate(answers)}

    @rule(item=items, age=ages, counts=st.lists(st.integers(0, 2), min_size=7, max_size=7))
    def count_hands(self, item, age, counts):
        self.take(
            "count_hands",
            age,
            lambda **told: self.workshop.count_hands(item, counts, votes=self.votes, **told),
            item_id=item,
            counts=counts,
        )

    @rule(item=items, age=ages, level=st.sampled_from([0, 1, 2, 3, 4, 5]), note=st.sampled_from(["", "Så här"]))
    def settle(self, item, age, level, note):
        self.take(
            "settle",
            age,
            lambda **told: self.workshop.settle(item, level, note=note, before=None, votes=self.votes, **told),
            item_id=item,
            level=level,
            note=note,
        )

    @rule(item=items, age=ages)
    def skip(self, item, age):
        self.take("skip", age, lambda **told: self.workshop.skip(item, note="", **told), item_id=item)

    @precondition(lambda self: self.workshop.version > 6)  # there is little to see after the end
    @rule(age=ages)
    def close(self, age):
        self.take("close", age, self.workshop.close)

    @rule(age=ages)
    def undo(self, age):
        self.take("undo", age, self.workshop.undo)

    @rule(item=items, levels=st.lists(st.integers(0, 4), min_size=4, max_size=4), level=st.integers(0, 4))
    def whole_question(self, item, levels, level):
        """As it mostly goes."""
        self.open_vote(item, 0)
        self.vote(list(enumerate(map(rated, levels))), 0)
        self.reveal(0)
        self.settle(item, 0, level, "")

    # Votes

    @rule(
        votes=st.lists(st.tuples(st.integers(0, 3), ballot_codes), min_size=1, max_size=6),
        late=st.sampled_from([0, 0, 0, 1, 2, 5]),
    )
    def vote(self, votes, late):
        """Phones vote in the round in view; late ones in a round from a while ago, which may have been undone."""
        begun = [entry.seq for entry in self.workshop.record if entry.kind is EntryKind.OPENED]
        round_id = begun[-1 - late] if late < len(begun) else 99
        current = self.workshop.open_round
        sent = [ballots.Vote(self.tokens[who], round_id, answer) for who, answer in votes]
        results = ballots.cast(self.engine, sent)
        if current is None or current.id != round_id:
            assert [type(one) for one in results] == [VoteClosed] * len(votes)
            return
        for (who, answer), result in zip(votes, results, strict=True):
            expected = (self.workshop.id, self.people[who], answer)
            assert (result.workshop_id, result.participant_id, result.answer) == expected
            self.cast.setdefault(round_id, {})[self.people[who]] = answer

    # What holds after every step

    def on_disk(self):
        with reading(self.engine) as session:
            found = {name: session.execute(text(f"SELECT * FROM {name}")).all() for name in TABLES}
        return {name: sorted(map(repr, rows)) for name, rows in found.items()}

    @invariant()
    def the_record_on_disk_is_the_one_that_was_returned(self):
        with reading(self.engine) as session:
            assert repository.workshop(session, self.workshop.id) == self.workshop

    @invariant()
    def the_row_follows_from_the_record(self):
        with reading(self.engine) as session:
            columns = "version, open_round, open_item, closed"
            row = session.execute(
                text(f"SELECT {columns} FROM workshop WHERE id = :id"), {"id": self.workshop.id}
            ).one()
        current = self.workshop.open_round
        assert tuple(row) == (
            len(self.workshop.record),
            current.id if current else None,
            current.item_id if current else None,
            self.workshop.stage is Stage.CLOSED,
        )

    @invariant()
    def every_acknowledged_vote_is_on_disk_once(self):
        with reading(self.engine) as session:
            stored = repository.ballots(session, self.workshop.id, range(1, self.workshop.version + 1))
        assert set(stored) == set(self.cast)
        for round_id, votes in self.cast.items():
            assert len(stored[round_id]) == len(votes)
            expected = [Ballot(who, answer) for who, answer in votes.items()]
            codes = [sorted(one.answer.code for one in found) for found in (stored[round_id], expected)]
            assert codes[0] == codes[1]
            assert {one for one in expected if not one.participant_id.startswith("before")} <= set(stored[round_id])

    @invariant()
    def the_agreed_levels_are_the_workshops_settled_ones(self):
        settled = {item: entry.level for item, entry in self.workshop.settled.items()}
        with reading(self.engine) as session:
            agreed = repository.agreed_levels(session, self.workshop.assessment_id)
        assert agreed == {**self.before, **settled}

    @invariant()
    def the_room_shows_revealed_rounds_as_they_were_cast_and_nothing_of_an_open_one(self):
        seen = room.room(self.engine, ADA, self.workshop.id)
        rounds = self.workshop.rounds_on(self.workshop.item_id) if self.workshop.item_id else ()
        assert seen.rounds == rounds
        assert set(seen.tallies) == {one.id for one in rounds if one.revealed}
        for one in rounds:
            if one.kind is EntryKind.COUNTED:
                assert seen.tallies[one.id].counts == one.counts
            elif one.revealed:
                codes = [answer.code for answer in self.cast[one.id].values()]
                assert seen.tallies[one.id].counts == tuple(map(codes.count, ANSWER_CODES))

    @invariant()
    def progress_counts_voters_not_votes_and_only_of_the_open_round(self):
        progress = room.progress(self.engine, ADA, self.workshop.id)
        current = self.workshop.open_round
        voted = self.cast.get(current.id, {}) if current else {}
        assert (progress.version, progress.voted) == (self.workshop.version, len(voted))
        assert progress.expected >= progress.voted

    @invariant()
    def a_phone_knows_its_own_vote_and_before_the_reveal_no_others(self):
        current = self.workshop.round
        place = self.workshop.version % len(ROLES)  # one of them is enough each time
        own = attendance.seat(self.engine, self.tokens[place]).own
        expected = self.cast.get(current.id, {}).get(self.people[place]) if current else None
        assert (own[0] if own else None) == expected
        if current and not current.revealed:
            assert attendance.own_ballots(self.engine, SERVER, self.workshop.id, current.id) == {}

    @precondition(lambda self: self.answered)
    @rule(answer=ballot_codes)
    def answers_change_beforehand(self, answer):
        """What was shown as the first round stays what it was then."""
        ben = room.room(self.engine, ADA, self.workshop.id).assessment
        with reading(self.engine) as session:
            first = next(iter(repository.responses(session, ben.id)))
        responses.answer(self.engine, ADA, participant_id=first, item_id=ITEMS[0], answer=answer)
        self.answered = {ITEMS[0]: [answer]}


class WorkshopOnPostgres(WorkshopOnDisk):
    """The same protocol, fewer times: what differs between the databases differs soon."""

    def fresh_house(self):
        self.url = shared_server().fresh()
        return open_house(self.url)

    def remove_house(self):
        shared_server().give_back(self.url)


WorkshopOnDisk.TestCase.settings = settings(max_examples=8, stateful_step_count=30, deadline=None)
WorkshopOnPostgres.TestCase.settings = settings(max_examples=3, stateful_step_count=30, deadline=None)
TestWorkshopOnDisk = WorkshopOnDisk.TestCase
TestWorkshopOnPostgres = pytest.mark.usefixtures("secret_key_set")(WorkshopOnPostgres.TestCase)
