"""The facilitator's steps: one transaction each, from the version that was seen, and only by who may."""

from threading import Barrier, Thread

import pytest

from assessment.domain.errors import AssessmentError, ItemNotAsked, ItemUnknown, LevelOffScale, TextTooLong
from assessment.domain.response import TEXT_LIMIT, UNKNOWN
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.domain.workshop_errors import OnlyFacilitator, SomebodyWasFirst, VoteOpen, WorkshopUnknown
from assessment.domain.workshop_parts import Stage
from assessment.services import assessments, reports, responses, room, steps
from assessment.storage import repository
from assessment.storage.database import reading
from tests import builders
from tests.builders import ADA
from tests.workshop_builders import Facilitator, attend, prepare, vote

MEMBER = Viewer(ViewerKind.MEMBER)
PARTICIPANT = Viewer(ViewerKind.PARTICIPANT, "p")
HANDS = (0, 0, 3, 2, 0, 1, 0)


@pytest.fixture
def workshop(engine, quick_assessment):
    """Prepared, nobody has joined."""
    return prepare(engine, quick_assessment, facilitator="Ada Bengtsson")


@pytest.fixture
def ada(engine, workshop):
    """Ada, who takes the workshop's steps."""
    return Facilitator(engine, workshop)


def agreed(engine, assessment):
    """Level and note of the two items that these tests settle."""
    with reading(engine) as session:
        found = {item: repository.agreed_level(session, assessment.id, item) for item in ("POL-01", "POL-02")}
    return {item: level for item, level in found.items() if level}


def stored(engine, workshop):
    with reading(engine) as session:
        return repository.workshop(session, workshop.id)


STEPS = {
    "open_vote": {"item_id": "POL-01"},
    "reveal": {},
    "show_answers": {"item_id": "POL-01"},
    "count_hands": {"item_id": "POL-01", "counts": HANDS},
    "settle": {"item_id": "POL-01", "level": 2},
    "skip": {"item_id": "POL-01"},
    "close": {},
    "undo": {},
}
every_step = pytest.mark.parametrize(("name", "told"), STEPS.items(), ids=list(STEPS))


@every_step
@pytest.mark.parametrize("viewer", [MEMBER, PARTICIPANT], ids=lambda viewer: viewer.kind.value)
def test_only_who_may_facilitate_takes_steps(engine, workshop, name, told, viewer):
    with pytest.raises(OnlyFacilitator):
        getattr(steps, name)(engine, viewer, workshop.id, version=0, **told)
    assert stored(engine, workshop).record == ()


@every_step
def test_a_step_from_an_old_screen_changes_nothing(engine, workshop, ada, quick_assessment, name, told):
    ada.count_hands("POL-02", HANDS)
    before = stored(engine, workshop), assessments.revision(engine, ADA, quick_assessment.id)
    for version in (0, 2):
        with pytest.raises(SomebodyWasFirst):
            getattr(steps, name)(engine, ADA, workshop.id, version=version, **told)
    assert (stored(engine, workshop), assessments.revision(engine, ADA, quick_assessment.id)) == before
    assert agreed(engine, quick_assessment) == {}


@every_step
def test_a_workshop_that_is_gone_is_told(engine, name, told):
    with pytest.raises(WorkshopUnknown):
        getattr(steps, name)(engine, ADA, "borta", version=0, **told)


@pytest.mark.parametrize("name", [name for name, told in STEPS.items() if "item_id" in told])
@pytest.mark.parametrize(("item", "error"), [("POL-03", ItemNotAsked), ("XXX-01", ItemUnknown)])
def test_an_item_outside_the_assessment_is_refused(engine, workshop, name, item, error):
    with pytest.raises(error):
        getattr(steps, name)(engine, ADA, workshop.id, version=0, **{**STEPS[name], "item_id": item})
    assert stored(engine, workshop).record == ()


def test_every_step_says_who_took_it_and_when_and_counts_as_a_change(engine, workshop, ada, quick_assessment):
    before = assessments.revision(engine, ADA, quick_assessment.id)
    ada.count_hands("POL-01", HANDS)
    ada.settle("POL-01", 2)
    record = stored(engine, workshop).record
    assert [entry.by for entry in record] == ["Ada Bengtsson"] * 2
    assert workshop.created_at < record[0].at < record[1].at
    assert assessments.revision(engine, ADA, quick_assessment.id) == before + 2


# Settling


def test_a_settled_level_becomes_the_assessments(engine, ada, quick_assessment, ben):
    builders.answer(engine, ben, "POL-01", 4)
    ada.settle("POL-01", 2, "  Vi har en policy.\r\nDen är gammal. ")
    assert agreed(engine, quick_assessment) == {"POL-01": (2, "Vi har en policy.\nDen är gammal.")}
    result = next(one for one in reports.report(engine, ADA, quick_assessment.id).results if one.item.id == "POL-01")
    assert (result.level, result.agreed) == (2, True)


def test_what_people_answered_stays_beside_the_settled_level(engine, ada, quick_assessment, ben):
    builders.answer(engine, ben, "POL-01", 4)
    ada.settle("POL-01", 2)
    sheet = responses.sheet(engine, ADA, assessment_id=quick_assessment.id, participant_id=ben.id)
    assert sheet.responses["POL-01"].answer.level == 4


def test_undo_brings_back_the_level_and_the_note_from_before(engine, ada, quick_assessment):
    ada.settle("POL-01", 2, "Först")
    ada.settle("POL-01", 3, "Sedan")
    ada.undo()
    assert agreed(engine, quick_assessment) == {"POL-01": (2, "Först")}
    ada.undo()
    assert agreed(engine, quick_assessment) == {}


def test_undo_of_another_step_leaves_the_levels_alone(engine, ada, quick_assessment):
    ada.settle("POL-01", 2)
    ada.settle("POL-02", 4)
    ada.skip("POL-01")
    ada.undo()
    assert agreed(engine, quick_assessment) == {"POL-01": (2, ""), "POL-02": (4, "")}


def test_undo_goes_back_to_the_level_of_an_earlier_workshop(engine, quick_assessment):
    earlier, later = (Facilitator(engine, prepare(engine, quick_assessment)) for _ in range(2))
    earlier.settle("POL-01", 1, "I våras")
    later.settle("POL-01", 3)
    later.undo()
    assert agreed(engine, quick_assessment) == {"POL-01": (1, "I våras")}


@pytest.mark.parametrize("level", [3, 1], ids=["another level", "the same level"])
def test_what_another_workshop_has_settled_since_stands(engine, quick_assessment, level):
    earlier, later = (Facilitator(engine, prepare(engine, quick_assessment)) for _ in range(2))
    earlier.settle("POL-01", 1)
    later.settle("POL-01", level)
    earlier.undo()
    assert agreed(engine, quick_assessment) == {"POL-01": (level, "")}
    later.undo()
    assert agreed(engine, quick_assessment) == {}, "what was taken back in the earlier workshop does not return"


@pytest.mark.parametrize("level", [-1, 5])
def test_a_level_off_the_scale_is_refused_and_nothing_changes(engine, workshop, ada, quick_assessment, level):
    with pytest.raises(LevelOffScale):
        ada.settle("POL-01", level)
    assert (stored(engine, workshop).record, agreed(engine, quick_assessment)) == ((), {})


@pytest.mark.parametrize("name", ["settle", "skip"])
def test_a_note_that_is_too_long_is_refused(engine, workshop, name):
    with pytest.raises(TextTooLong):
        getattr(steps, name)(engine, ADA, workshop.id, version=0, note="å" * (TEXT_LIMIT + 1), **STEPS[name])
    assert stored(engine, workshop).record == ()


# Rounds


def test_a_level_is_not_settled_over_the_heads_of_those_who_are_voting(engine, workshop, ada, quick_assessment):
    round_id = ada.open_vote("POL-01")
    vote(engine, attend(engine, workshop), round_id, 3)
    with pytest.raises(VoteOpen):
        ada.settle("POL-01", 2)
    with pytest.raises(VoteOpen):
        ada.count_hands("POL-01", HANDS)
    assert (stored(engine, workshop).stage, agreed(engine, quick_assessment)) == (Stage.VOTING, {})


def test_answers_given_beforehand_are_copied_and_stay_as_they_were(engine, workshop, ada, ben, chi):
    builders.answer(engine, ben, "POL-01", 1)
    builders.answer(engine, chi, "POL-01", UNKNOWN)
    ada.show_answers("POL-01")
    builders.answer(engine, ben, "POL-01", 4)
    shown = room.room(engine, ADA, workshop.id).tally
    assert (shown.counts, shown.total) == ((0, 1, 0, 0, 0, 1, 0), 2)


def test_answers_without_a_level_or_another_answer_are_not_shown(engine, workshop, ada, ben, chi):
    builders.answer(engine, ben, "POL-01", 1)
    responses.write(
        engine,
        ADA,
        participant_id=chi.id,
        item_id="POL-01",
        which=responses.ResponseText.COMMENT,
        text="Bara en kommentar",
    )
    builders.answer(engine, chi, "POL-02", 3)
    ada.show_answers("POL-01")
    assert room.room(engine, ADA, workshop.id).tally.total == 1


# Two at once


def at_once(*works):
    """Run them at the same moment; what each returned or raised."""
    together, results = Barrier(len(works)), [None] * len(works)

    def run(place, work):
        together.wait()
        try:
            results[place] = work()
        except AssessmentError as error:
            results[place] = error

    threads = [Thread(target=run, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def one_won(engine, workshop, results, *, lines):
    late = [one for one in results if isinstance(one, SomebodyWasFirst)]
    assert len(late) == len(results) - 1, results
    assert len(stored(engine, workshop).record) == lines


def test_of_facilitators_who_reveal_at_once_one_does_and_the_others_are_told(engine, workshop, ada):
    vote(engine, attend(engine, workshop), ada.open_vote("POL-01"), 2)
    results = at_once(*[lambda: steps.reveal(engine, ADA, workshop.id, version=1)] * 4)
    one_won(engine, workshop, results, lines=2)


def test_of_facilitators_who_settle_at_once_one_does_and_its_level_is_the_one_on_disk(
    engine, workshop, quick_assessment
):
    def settle(level):
        return lambda: steps.settle(engine, ADA, workshop.id, version=0, item_id="POL-01", level=level)

    results = at_once(*map(settle, range(5)))
    one_won(engine, workshop, results, lines=1)
    winner = next(level for level, one in enumerate(results) if not isinstance(one, AssessmentError))
    assert agreed(engine, quick_assessment) == {"POL-01": (winner, "")}
    assert stored(engine, workshop).settled["POL-01"].level == winner


def test_of_different_steps_at_once_one_is_taken(engine, workshop):
    results = at_once(
        lambda: steps.open_vote(engine, ADA, workshop.id, version=0, item_id="POL-01"),
        lambda: steps.skip(engine, ADA, workshop.id, version=0, item_id="POL-01"),
        lambda: steps.close(engine, ADA, workshop.id, version=0),
    )
    one_won(engine, workshop, results, lines=1)
