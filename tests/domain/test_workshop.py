"""A workshop's way from question to question, told in short stories. The protocol test tries all the others."""

from datetime import timedelta

import pytest

from assessment.domain.record import EntryKind
from assessment.domain.response import ANSWERS
from assessment.domain.revealed import RevealedRound
from assessment.domain.workshop import MOST_HANDS, Workshop
from assessment.domain.workshop_errors import BudgetWrong, CountWrong, NothingToUndo, WorkshopClosed
from assessment.domain.workshop_parts import Agenda, Names, Settings, Stage, checked_settings
from tests.domain.strategies import NOW

SETTINGS = Settings(Names.HIDDEN, Agenda.CHECKLIST, 90, "Ada")
HANDS = (0, 1, 4, 2, 0, 1, 0)


def workshop():
    return Workshop("w", "a", SETTINGS, NOW)


def after(*steps, start=None):
    """The workshop after these steps, each a name and its arguments; one minute passes with each."""
    found = start or workshop()
    for name, *arguments in steps:
        told = {"reveal": {"votes": 3}, "show_answers": {"answers": 3}, "skip": {"note": ""}}.get(name, {})
        told |= {"note": "", "before": None} if name == "settle" else {}
        at = NOW + timedelta(minutes=found.version)
        found = found.followed_by(getattr(found, name)(*arguments, **told, at=at, by="Ada"))
    return found


def test_a_new_workshop_is_in_the_lobby_with_nothing_on_its_record():
    new = workshop()
    assert (new.stage, new.item_id, new.round, new.version, new.begun_at) == (Stage.LOBBY, None, None, 0, None)


def test_two_rounds_with_talk_between_then_settled():
    settled = after(("open_vote", "POL-01"), ("reveal",), ("open_vote", "POL-01"), ("reveal",), ("settle", "POL-01", 2))
    assert [(one.id, one.revealed) for one in settled.rounds_on("POL-01")] == [(1, True), (3, True)]
    assert (settled.stage, settled.item_id, settled.settled["POL-01"].level) == (Stage.SETTLED, "POL-01", 2)
    assert settled.round == settled.rounds[-1]


def test_a_round_can_be_voted_in_until_it_is_revealed():
    voting = after(("open_vote", "POL-01"))
    assert voting.open_round.id == 1
    assert after(("reveal",), start=voting).open_round is None


def test_skipping_in_the_middle_of_a_vote_cancels_it_and_undo_brings_it_back():
    skipped = after(("open_vote", "POL-01"), ("skip", "POL-01"))
    assert (skipped.stage, skipped.rounds, skipped.skipped) == (Stage.LOBBY, (), {"POL-01"})
    back = after(("undo",), start=skipped)
    assert (back.open_round.id, back.skipped) == (1, frozenset())


def test_skipping_after_the_reveal_keeps_the_round():
    skipped = after(("open_vote", "POL-01"), ("reveal",), ("skip", "POL-01"))
    assert [one.revealed for one in skipped.rounds] == [True]
    assert skipped.item_id is None


def test_a_skipped_item_comes_back_when_the_others_are_done():
    agenda = ("POL-01", "POL-02")
    skipped = after(("skip", "POL-01"))
    assert skipped.next_item(agenda) == "POL-02"
    later = after(("settle", "POL-02", 3), start=skipped)
    assert later.next_item(agenda) == "POL-01"
    assert after(("settle", "POL-01", 1), start=later).next_item(agenda) is None


def test_a_round_that_was_undone_never_counts_and_its_number_is_not_used_again():
    again = after(("open_vote", "POL-01"), ("undo",), ("open_vote", "POL-01"))
    assert [one.id for one in again.rounds] == [3]
    assert [entry.kind for entry in again.counting] == [EntryKind.OPENED]


def test_undoing_twice_takes_back_two_steps():
    start = after(("open_vote", "POL-01"), ("reveal",), ("settle", "POL-01", 2))
    assert after(("undo",), start=start).stage is Stage.REVEALED
    assert after(("undo",), ("undo",), start=start).open_round.id == 1


def test_the_end_can_be_taken_back():
    ended = after(("settle", "POL-01", 2), ("close",))
    with pytest.raises(WorkshopClosed):
        after(("open_vote", "POL-02"), start=ended)
    with pytest.raises(WorkshopClosed):
        after(("skip", "POL-02"), start=ended)
    assert after(("undo",), start=ended).stage is Stage.SETTLED
    with pytest.raises(NothingToUndo):
        after(("undo",), ("undo",), ("undo",), start=ended)


def test_a_level_can_be_settled_without_any_vote_and_settled_anew():
    anew = after(("settle", "POL-01", 2), ("settle", "POL-01", 3))
    assert (anew.settled["POL-01"].level, anew.rounds) == (3, ())
    assert after(("undo",), start=anew).settled["POL-01"].level == 2


def test_settling_remembers_the_level_that_it_took_the_place_of():
    entry = workshop().settle("POL-01", 3, note="Ny", before=(1, "Gammal"), at=NOW, by="Ada")
    assert (entry.level, entry.note, entry.level_before, entry.note_before) == (3, "Ny", 1, "Gammal")


def test_a_show_of_hands_is_a_revealed_round_with_its_answers():
    counted = after(("count_hands", "POL-01", HANDS))
    revealed = RevealedRound("w", False, counted.round, ())
    assert (counted.stage, revealed.item_id) == (Stage.REVEALED, "POL-01")
    assert tuple(map(revealed.hands.count, ANSWERS)) == HANDS


@pytest.mark.parametrize("count", [-1, MOST_HANDS + 1])
def test_a_count_of_hands_that_can_not_be_is_told(count):
    with pytest.raises(CountWrong) as refused:
        after(("count_hands", "POL-01", (count, 1, 0, 0, 0, 0, 0)))
    assert refused.value.parameters == {"count": count, "limit": MOST_HANDS}


def test_the_clock_starts_with_the_first_step_also_when_that_is_taken_back():
    assert after(("open_vote", "POL-01"), ("undo",), ("open_vote", "POL-02")).begun_at == NOW


@pytest.mark.parametrize("minutes", [10, 90, 480])
def test_a_time_budget_within_a_working_day_is_kept(minutes):
    chosen = checked_settings(names=Names.OPEN, agenda=Agenda.WORTH, minutes=minutes, facilitator="  Ada\n Bengtsson ")
    assert chosen == Settings(Names.OPEN, Agenda.WORTH, minutes, "Ada Bengtsson")


@pytest.mark.parametrize("minutes", [9, 0, -5, 481])
def test_another_time_budget_is_refused(minutes):
    with pytest.raises(BudgetWrong):
        checked_settings(names=Names.HIDDEN, agenda=Agenda.CHECKLIST, minutes=minutes, facilitator="")
