"""The protocol as a state machine: any steps in any order, against a model that simply remembers where it has been."""

from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from assessment.domain.errors import AssessmentError, LevelOffScale
from assessment.domain.record import EntryKind
from assessment.domain.workshop import MOST_HANDS, Workshop
from assessment.domain.workshop_errors import (
    AlreadyVoted,
    CountWrong,
    NobodyVoted,
    NothingCounted,
    NothingToShow,
    NothingToUndo,
    NoVoteOpen,
    VoteOpen,
    WorkshopClosed,
)
from assessment.domain.workshop_parts import Agenda, Names, Settings, Stage
from tests.domain.strategies import NOW

pytestmark = pytest.mark.slow

ITEMS = ("POL-01", "POL-02", "TID-01")
items = st.sampled_from(ITEMS)
few = st.integers(0, 2)
hands = st.one_of(
    st.lists(few, min_size=7, max_size=7),
    st.sampled_from([[0] * 7, [1] * 6, [], [-1, 1, 0, 0, 0, 0, 0], [MOST_HANDS + 1, 0, 0, 0, 0, 0, 0]]),
)


@dataclass(frozen=True)
class Vote:
    """What the model knows about a round."""

    id: int
    item: str
    revealed: bool


@dataclass(frozen=True)
class Moment:
    """Everything at one point of the workshop. A step makes a new one, undo goes back to the one before."""

    stage: Stage = Stage.LOBBY
    item: str | None = None
    votes: tuple[Vote, ...] = ()
    settled: dict[str, int] = field(default_factory=dict)
    put_off: frozenset[str] = frozenset()

    def at(self, stage, item, **changes):
        return replace(self, stage=stage, item=item, put_off=self.put_off - {item}, **changes)


class Protocol(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.workshop = Workshop("w", "a", Settings(Names.HIDDEN, Agenda.CHECKLIST, 90, ""), NOW)
        self.past = [(None, Moment())]  # the entry that led there, and the moment

    @property
    def now(self):
        return self.past[-1][1]

    @property
    def next_seq(self):
        return len(self.workshop.record) + 1

    def take(self, name, expected, *arguments, **more):
        """Take a step. `expected` is the moment that it leads to, or the error that it meets."""
        before = self.workshop.record
        told = {"at": NOW + timedelta(minutes=len(before)), "by": "Ada"}
        try:
            entry = getattr(self.workshop, name)(*arguments, **more, **told)
        except AssessmentError as error:
            assert type(error) is expected, (name, arguments, more)
            assert self.workshop.record == before
            return
        assert isinstance(expected, Moment), (name, arguments, more)
        assert (entry.seq, entry.at, entry.by) == (len(before) + 1, told["at"], "Ada")
        self.workshop = self.workshop.followed_by(entry)
        assert self.workshop.record == (*before, entry)
        if entry.kind is EntryKind.UNDONE:
            self.past.pop()
        else:
            self.past.append((entry, expected))

    def unless_busy(self, expected):
        """A step that needs a room in which nobody is voting."""
        return {Stage.CLOSED: WorkshopClosed, Stage.VOTING: VoteOpen}.get(self.now.stage, expected)

    def unless_voted(self, item, votes, expected):
        """A step that also cancels a vote on the item in which nobody has voted."""
        idle = self.now.stage is Stage.VOTING and self.now.item == item and not votes
        return expected if idle else self.unless_busy(expected)

    @property
    def revealed(self):
        return tuple(vote for vote in self.now.votes if vote.revealed)

    def begun(self, item, *, revealed):
        stage = Stage.REVEALED if revealed else Stage.VOTING
        return self.now.at(stage, item, votes=(*self.revealed, Vote(self.next_seq, item, revealed)))

    @rule(item=items)
    def open_vote(self, item):
        self.take("open_vote", self.unless_busy(self.begun(item, revealed=False)), item)

    @rule(votes=few)
    def reveal(self, votes):
        expected = NoVoteOpen
        if self.now.stage is Stage.VOTING:
            *earlier, current = self.now.votes
            shown = (*earlier, replace(current, revealed=True))
            expected = self.now.at(Stage.REVEALED, self.now.item, votes=shown) if votes else NobodyVoted
        self.take("reveal", expected, votes=votes)

    @rule(item=items, answers=few)
    def show_answers(self, item, answers):
        expected = self.begun(item, revealed=True) if answers else NothingToShow
        if any(vote.item == item for vote in self.now.votes):
            expected = AlreadyVoted
        self.take("show_answers", self.unless_busy(expected), item, answers=answers)

    @rule(item=items, counts=hands, votes=few)
    def count_hands(self, item, counts, votes):
        expected = self.begun(item, revealed=True) if len(counts) == 7 and sum(counts) else NothingCounted
        if any(not 0 <= count <= MOST_HANDS for count in counts):
            expected = CountWrong
        self.take("count_hands", self.unless_voted(item, votes, expected), item, counts, votes=votes)

    @rule(item=items, level=st.integers(-1, 5), votes=few)
    def settle(self, item, level, votes):
        expected = LevelOffScale
        if 0 <= level <= 4:
            settled = {**self.now.settled, item: level}
            expected = self.now.at(Stage.SETTLED, item, votes=self.revealed, settled=settled)
        expected = self.unless_voted(item, votes, expected)
        self.take("settle", expected, item, level, note="Så här", before=None, votes=votes)

    @rule(item=items)
    def skip(self, item):
        put_off = self.now.put_off | {item}
        expected = replace(self.now, stage=Stage.LOBBY, item=None, votes=self.revealed, put_off=put_off)
        if self.now.stage is Stage.CLOSED:
            expected = WorkshopClosed
        elif self.now.stage is Stage.VOTING and self.now.item != item:
            expected = VoteOpen
        self.take("skip", expected, item, note="")

    @rule()
    def close(self):
        self.take("close", self.unless_busy(replace(self.now, stage=Stage.CLOSED, item=None)))

    @rule()
    def undo(self):
        self.take("undo", self.past[-2][1] if len(self.past) > 1 else NothingToUndo)

    @precondition(lambda self: len(self.past) > 1)
    @rule()
    def undo_and_do_again(self):
        """What is done again is the same, except that a round gets another id, so that old ballots stay out of it."""
        entry, moment = self.past[-1]
        self.undo()
        again = replace(entry, seq=self.next_seq)
        self.workshop = self.workshop.followed_by(again)
        renumbered = tuple(replace(vote, id=again.seq) if vote.id == entry.seq else vote for vote in moment.votes)
        self.past.append((again, replace(moment, votes=renumbered)))

    @invariant()
    def the_version_counts_the_lines_of_the_record(self):
        assert self.workshop.version == len(self.workshop.record)
        assert [entry.seq for entry in self.workshop.record] == list(range(1, self.workshop.version + 1))

    @invariant()
    def what_counts_is_what_was_done_and_not_undone(self):
        assert list(self.workshop.counting) == [entry for entry, _ in self.past[1:]]

    @invariant()
    def the_room_looks_at_one_item_or_none(self):
        assert (self.workshop.stage, self.workshop.item_id) == (self.now.stage, self.now.item)

    @invariant()
    def rounds_that_were_cancelled_or_undone_do_not_count(self):
        assert [Vote(one.id, one.item_id, one.revealed) for one in self.workshop.rounds] == list(self.now.votes)
        for item in ITEMS:
            mine = [vote.id for vote in self.now.votes if vote.item == item]
            assert [one.id for one in self.workshop.rounds_on(item)] == mine

    @invariant()
    def at_most_one_round_is_open_and_it_is_the_latest(self):
        open_ones = [one for one in self.workshop.rounds if not one.revealed]
        assert open_ones == ([self.workshop.open_round] if self.workshop.open_round else [])
        assert bool(open_ones) == (self.workshop.stage is Stage.VOTING)
        assert open_ones in ([], [self.workshop.rounds[-1]] if self.workshop.rounds else [])
        assert self.workshop.open_round in (None, self.workshop.round)

    @invariant()
    def settled_skipped_and_next_agree(self):
        assert {item: entry.level for item, entry in self.workshop.settled.items()} == self.now.settled
        assert self.workshop.skipped == self.now.put_off
        left = [item for item in ITEMS if item not in self.now.settled and item != self.now.item]
        left.sort(key=lambda item: item in self.now.put_off)
        assert self.workshop.next_item(ITEMS) == (left[0] if left else None)
        assert self.workshop.next_item(()) is None


Protocol.TestCase.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)
TestProtocol = Protocol.TestCase
