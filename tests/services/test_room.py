"""What a facilitator and the big screen see: of an open round only how many have voted."""

from dataclasses import fields
from time import monotonic

import pytest

from assessment.domain.errors import NotAllowed
from assessment.domain.response import UNKNOWN
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.domain.workshop_errors import WorkshopUnknown
from assessment.domain.workshop_parts import Agenda, Names
from assessment.services import room, steps
from assessment.services.presence import AWAY_AFTER, PRESENCE
from tests import builders
from tests.builders import ADA
from tests.workshop_builders import Facilitator, attend, person, prepare, vote

HANDS = (0, 0, 3, 2, 0, 1, 0)


@pytest.fixture
def workshop(engine, quick_assessment):
    """Prepared, nobody has joined."""
    return prepare(engine, quick_assessment)


@pytest.fixture
def ada(engine, workshop):
    """Ada, who takes the workshop's steps."""
    return Facilitator(engine, workshop)


def seen(engine, workshop):
    return room.room(engine, ADA, workshop.id)


def test_in_the_lobby_there_is_the_first_question_to_take_up(engine, workshop, quick_assessment):
    lobby = seen(engine, workshop)
    assert (lobby.item, lobby.tally, lobby.rounds, lobby.joined) == (None, None, (), 0)
    assert lobby.next_item == lobby.agenda[0]
    assert lobby.agenda == builders.asked(engine, quick_assessment)


def test_an_open_round_shows_its_question_and_nothing_of_its_votes(engine, workshop, ada):
    """Whatever is voted, the room reads the same but for the clock."""
    tokens = [attend(engine, workshop) for _ in range(3)]
    round_id = ada.open_vote("POL-01")
    for token in tokens:
        vote(engine, token, round_id, 0)
    before = seen(engine, workshop)
    for token in tokens:
        vote(engine, token, round_id, 4)
    after = seen(engine, workshop)
    assert (before.item.id, before.tally, before.tallies) == ("POL-01", None, {})
    same = [one.name for one in fields(before) if one.name != "at"]
    assert [getattr(before, name) for name in same] == [getattr(after, name) for name in same]


def test_progress_of_an_open_round_does_not_depend_on_what_was_voted(engine, workshop, ada):
    token = attend(engine, workshop)
    round_id = ada.open_vote("POL-01")
    vote(engine, token, round_id, 0)
    before = room.progress(engine, ADA, workshop.id)
    vote(engine, token, round_id, UNKNOWN)
    assert room.progress(engine, ADA, workshop.id) == before
    assert (before.version, before.voted, before.expected, before.joined) == (1, 1, 1, 1)


def test_a_revealed_round_shows_its_tally_and_the_second_both(engine, workshop, ada):
    tokens = [attend(engine, workshop) for _ in range(3)]
    for levels in ((0, 2, 4), (2, 2, 3)):
        round_id = ada.open_vote("POL-01")
        for token, level in zip(tokens, levels, strict=True):
            vote(engine, token, round_id, level)
        ada.reveal()
    both = seen(engine, workshop)
    assert both.tally.levels == [2, 2, 3]
    assert both.tally_before.levels == [0, 2, 4]


def test_while_the_second_vote_is_open_the_first_can_be_seen_and_is_not_taken_for_it(engine, workshop, ada):
    token = attend(engine, workshop)
    vote(engine, token, ada.open_vote("POL-01"), 1)
    ada.reveal()
    second = ada.open_vote("POL-01")
    vote(engine, token, second, 4)
    now = seen(engine, workshop)
    assert (now.tally, now.tally_before.levels) == (None, [1])
    assert second not in now.tallies


def test_a_show_of_hands_is_a_tally_without_roles(engine, workshop, ada):
    ada.count_hands("POL-01", HANDS)
    tally = seen(engine, workshop).tally
    assert (tally.counts, tally.roles, tally.names) == (HANDS, (), {})


@pytest.mark.parametrize("names", Names)
def test_names_are_shown_where_they_are_open_and_only_there(engine, quick_assessment, names):
    workshop = prepare(engine, quick_assessment, names=names)
    ada = Facilitator(engine, workshop)
    vote(engine, attend(engine, workshop, name="Ben"), ada.open_vote("POL-01"), 3)
    ada.reveal()
    tally = seen(engine, workshop).tally
    assert tally.names == ({"3": ("Ben",)} if names is Names.OPEN else {})
    assert [one.role for one in tally.roles] == (["inkop"] if names is Names.OPEN else [])


def test_roles_appear_when_three_of_each_have_voted(engine, workshop, ada):
    roles = ["inkop"] * 3 + ["behovsagare"] * 3
    tokens = [attend(engine, workshop, role=role) for role in roles]
    round_id = ada.open_vote("POL-01")
    for token, level in zip(tokens, (0, 0, 1, 3, 4, 4), strict=True):
        vote(engine, token, round_id, level)
    ada.reveal()
    found = {one.role: one.counts for one in seen(engine, workshop).tally.roles}
    assert found == {"inkop": (2, 1, 0, 0, 0), "behovsagare": (0, 0, 0, 1, 2)}


def test_the_agenda_follows_what_is_worth_talking_about_when_that_was_chosen(engine, answered_assessment):
    """Ben and Chi differ most where Ben said 0, and those are core questions below the target."""
    workshop = prepare(engine, answered_assessment, agenda=Agenda.WORTH)
    first = seen(engine, workshop).agenda
    items = builders.asked(engine, answered_assessment)
    assert set(first) == set(items)
    assert first[0] == items[0]
    assert first[-1] not in (items[0], items[4])
    assert seen(engine, workshop).answered[items[0].id] == 2


def test_settled_items_are_passed_over_and_the_time_divides_over_the_rest(engine, workshop, ada):
    first, second, *rest = seen(engine, workshop).agenda
    ada.settle(first.id, 3)
    ada.skip(second.id)
    now = seen(engine, workshop)
    assert now.next_item == rest[0]
    assert now.agreed == {first.id: 3}
    assert now.budget.items_left == 23
    assert now.budget.per_item == now.budget.left / 23


def test_levels_agreed_in_an_earlier_workshop_are_shown_but_not_taken_as_settled_here(engine, quick_assessment):
    Facilitator(engine, prepare(engine, quick_assessment)).settle("POL-01", 3)
    now = seen(engine, prepare(engine, quick_assessment))
    assert (now.agreed, now.next_item.id) == ({"POL-01": 3}, now.agenda[0].id)


# Progress


def test_those_who_are_here_are_waited_for_and_those_who_left_are_not(engine, workshop, ada, monkeypatch):
    here, gone, voted_and_gone = (attend(engine, workshop) for _ in range(3))
    assert room.progress(engine, ADA, workshop.id).expected == 3
    monkeypatch.setattr(PRESENCE, "_clock", lambda: monotonic() + 2 * AWAY_AFTER)
    round_id = ada.open_vote("POL-01")
    vote(engine, voted_and_gone, round_id, 2)
    PRESENCE.connect(workshop.id, person(engine, here))
    told = room.progress(engine, ADA, workshop.id)
    assert (told.voted, told.expected) == (1, 2)
    assert person(engine, gone) not in PRESENCE.present(workshop.id)


def test_without_an_open_round_nobody_has_voted(engine, workshop, ada):
    vote(engine, attend(engine, workshop), ada.open_vote("POL-01"), 2)
    ada.reveal()
    assert room.progress(engine, ADA, workshop.id).voted == 0


def test_a_workshop_that_is_gone_has_no_version(engine, workshop):
    assert room.progress(engine, ADA, "borta").version is None
    with pytest.raises(WorkshopUnknown):
        room.room(engine, ADA, "borta")


def test_a_participant_does_not_see_the_room(engine, workshop):
    viewer = Viewer(ViewerKind.PARTICIPANT, "p")
    for read in (room.room, room.progress):
        with pytest.raises(NotAllowed):
            read(engine, viewer, workshop.id)


def test_reading_the_room_changes_nothing(engine, workshop, ada):
    ada.open_vote("POL-01")
    seen(engine, workshop)
    room.progress(engine, ADA, workshop.id)
    steps.skip(engine, ADA, workshop.id, version=1, item_id="POL-01")
