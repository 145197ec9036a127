"""The record of a workshop: what counts, what was taken back, and nobody by name unless names were open."""

import pytest

from assessment.domain.errors import AssessmentError
from assessment.domain.record import EntryKind
from assessment.domain.response import UNKNOWN
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.domain.workshop_errors import WorkshopUnknown
from assessment.domain.workshop_parts import Names
from assessment.domain.workshop_record import Moves
from assessment.services import records
from tests import builders
from tests.workshop_builders import Facilitator, attend, prepare, vote

ROLES = ("inkop", "inkop", "behovsagare", "beslutsfattare")


@pytest.fixture
def hold(engine, quick_assessment):
    """A workshop of four people who vote as told; the facilitator, the way to vote, and the record as it stands."""

    def begin(names=Names.HIDDEN):
        workshop = prepare(engine, quick_assessment, names=names, facilitator="Eva Berg")
        ada = Facilitator(engine, workshop)
        tokens = [attend(engine, workshop, role=role, name=f"Person {n}") for n, role in enumerate(ROLES)]

        def votes(item, *levels):
            round_id = ada.open_vote(item)
            for token, level in zip(tokens, levels, strict=False):
                vote(engine, token, round_id, level)
            ada.reveal()

        return ada, votes, lambda: records.workshop_record(engine, builders.ADA, workshop.id)

    return begin


def test_an_item_carries_both_rounds_the_shift_the_level_the_reason_and_the_dissent(hold):
    ada, votes, read = hold()
    votes("POL-02", 0, 1, 4, UNKNOWN)
    votes("POL-02", 2, 1, 2, 3)
    ada.settle("POL-02", 2, note="Planen är beslutad men inte övad")
    [item] = read().items
    first, second = item.rounds
    assert (first.tally.counts, first.moves) == ((1, 1, 0, 0, 1, 1, 0), None)
    assert (second.tally.counts, second.moves) == ((0, 1, 2, 1, 0, 0, 0), Moves(up=1, down=1, stayed=1))
    assert (item.settled.level, item.settled.note, item.settled.by, item.dissent) == (
        2,
        "Planen är beslutad men inte övad",
        "Eva Berg",
        2,
    )


def test_items_stand_in_the_order_in_which_they_were_taken_up_and_the_rest_is_listed(hold, engine, quick_assessment):
    ada, votes, read = hold()
    votes("TID-01", 1, 1)
    ada.settle("TID-01", 1)
    ada.skip("POL-02", note="Juristen är inte här")
    votes("POL-01", 3, 3)
    found = read()
    assert [one.item.id for one in found.items] == ["TID-01", "POL-02", "POL-01"]
    assert [one.skipped and one.skipped.note for one in found.items] == [None, "Juristen är inte här", None]
    assert len(found.left) == len(builders.asked(engine, quick_assessment)) - 3


def test_what_was_taken_back_stays_in_the_list_and_nowhere_else(hold):
    ada, votes, read = hold()
    votes("POL-01", 0, 0, 0, 0)
    ada.settle("POL-01", 4)
    for _ in range(3):
        ada.undo()
    found = read()
    assert (found.items, len(found.left)) == ((), 24)
    assert [entry.kind for entry in found.workshop.record[:3]] == [
        EntryKind.OPENED,
        EntryKind.REVEALED,
        EntryKind.SETTLED,
    ]
    assert found.undone == {1, 2, 3}
    ada.count_hands("POL-01", (0, 0, 5, 0, 0, 0, 0))
    assert (read().undone, read().items[0].rounds[0].tally.counts) == ({1, 2, 3}, (0, 0, 5, 0, 0, 0, 0))


def test_an_open_round_is_in_the_list_of_steps_only(hold, engine):
    ada, votes, read = hold()
    votes("POL-01", 0, 1, 2, 3)
    before = read().items
    ada.open_vote("POL-01")
    assert read().items == before
    assert read().workshop.record[-1].kind is EntryKind.OPENED


def test_dissent_is_told_of_the_last_round_before_the_agreement(hold):
    ada, votes, read = hold()
    ada.settle("POL-01", 2)
    assert read().items[0].dissent is None
    votes("POL-01", 2, 2, 2, 2)
    assert read().items[0].dissent is None
    ada.settle("POL-01", 3)
    assert read().items[0].dissent == 4


def test_hands_move_nobody(hold):
    ada, votes, read = hold()
    votes("POL-01", 0, 0, 0, 0)
    ada.count_hands("POL-01", (0, 0, 4, 0, 0, 0, 0))
    assert [one.moves for one in read().items[0].rounds] == [None, None]


@pytest.mark.parametrize("names, known", [(Names.HIDDEN, {}), (Names.OPEN, {"1": ("Person 0",), "3": ("Person 1",)})])
def test_who_voted_what_is_there_with_open_names_only(hold, names, known):
    _, votes, read = hold(names)
    votes("POL-01", 1, 3)
    assert read().items[0].rounds[0].tally.names == known
    written = [one.name for people in read().attendees_by_role.values() for one in people if one.name]
    assert bool(written) == (names is Names.OPEN)


def test_attendees_are_counted_by_role_and_the_times_are_those_of_the_first_and_last_step(hold):
    ada, _, read = hold()
    assert (read().begun_at, read().ended_at) == (None, None)
    ada.settle("POL-01", 2)
    ada.close()
    found = read()
    assert {role: len(people) for role, people in found.attendees_by_role.items()} == {
        "beslutsfattare": 1,
        "inkop": 2,
        "behovsagare": 1,
    }
    assert (found.begun_at, found.ended_at) == tuple(entry.at for entry in found.workshop.record)
    ada.undo()
    assert read().ended_at is None


def test_an_assessment_has_the_records_of_workshops_that_were_held_oldest_first(hold, engine, quick_assessment):
    first, *_ = hold()
    prepare(engine, quick_assessment)
    second, *_ = hold()
    second.settle("POL-01", 1)
    first.settle("POL-01", 2)
    found = records.of_assessment(engine, builders.ADA, quick_assessment.id)
    assert [one.workshop.id for one in found] == [first.seen.id, second.seen.id]


def test_a_participant_may_not_read_it_and_an_unknown_one_is_said_to_be(hold, engine):
    ada, *_ = hold()
    with pytest.raises(AssessmentError):
        records.workshop_record(engine, Viewer(ViewerKind.PARTICIPANT, "p"), ada.seen.id)
    with pytest.raises(WorkshopUnknown):
        records.workshop_record(engine, builders.ADA, "finns-inte")
