"""An answer that was acknowledged is stored, exactly once, and nothing else changes with it."""

import pytest

from assessment.domain.errors import ItemNotAsked, ItemUnknown, ParticipantUnknown, TextTooLong
from assessment.domain.response import ANSWERS, NOT_APPLICABLE, TEXT_LIMIT, UNKNOWN, rated
from assessment.services import assessments, responses
from assessment.services.responses import ResponseText
from tests import builders
from tests.builders import ADA

HOSTILE = [
    "=cmd|' /C calc'!A0",
    "å" * TEXT_LIMIT,
    "😀 \n\n rad två",
    "'; DROP TABLE response; --",
    "  blanksteg  ",
    "{x}",
]


def stored(engine, participant):
    return responses.sheet(
        engine, ADA, assessment_id=participant.assessment_id, participant_id=participant.id
    ).responses


def write(engine, participant, which, text, item="POL-01"):
    return responses.write(engine, ADA, participant_id=participant.id, item_id=item, which=which, text=text)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.code)
def test_every_answer_is_stored_as_given(engine, ben, answer):
    builders.answer(engine, ben, "POL-01", answer)
    assert stored(engine, ben)["POL-01"].answer == answer


def test_the_returned_response_is_the_stored_one(engine, ben):
    returned = responses.answer(engine, ADA, participant_id=ben.id, item_id="POL-01", answer=rated(0))
    assert stored(engine, ben) == {"POL-01": returned}


def test_only_a_change_counts_as_a_change(engine, quick_assessment, ben):
    before = assessments.revision(engine, ADA, quick_assessment.id)
    for level in (3, 3, 3, 2):
        builders.answer(engine, ben, "POL-01", level)
    for text in ("ny", "ny"):
        write(engine, ben, ResponseText.COMMENT, text)
    assert assessments.revision(engine, ADA, quick_assessment.id) == before + 3


def test_changing_ones_mind_keeps_the_texts_and_clearing_keeps_them_too(engine, ben):
    write(engine, ben, ResponseText.COMMENT, "Kommentar")
    builders.answer(engine, ben, "POL-01", 3)
    builders.answer(engine, ben, "POL-01", NOT_APPLICABLE)
    cleared = responses.clear(engine, ADA, participant_id=ben.id, item_id="POL-01")
    assert (cleared.answer, cleared.answered_at, cleared.comment) == (None, None, "Kommentar")
    assert stored(engine, ben)["POL-01"] == cleared


def test_clearing_what_was_never_answered_stores_nothing(engine, quick_assessment, ben):
    responses.clear(engine, ADA, participant_id=ben.id, item_id="POL-01")
    assert stored(engine, ben) == {}
    assert assessments.revision(engine, ADA, quick_assessment.id) == 1


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:12])
@pytest.mark.parametrize("which", ResponseText)
def test_every_text_is_kept_to_the_letter(engine, ben, which, text):
    write(engine, ben, which, text)
    assert getattr(stored(engine, ben)["POL-01"], which.value) == text


def test_evidence_has_a_date_as_long_as_there_is_evidence(engine, ben):
    dated = write(engine, ben, ResponseText.EVIDENCE, "KS 2026/214")
    commented = write(engine, ben, ResponseText.COMMENT, "Kommentar")
    assert dated.evidence_at == commented.evidence_at == dated.updated_at
    assert write(engine, ben, ResponseText.EVIDENCE, "").evidence_at is None


def test_a_text_that_is_too_long_is_refused_and_the_old_one_stays(engine, ben):
    write(engine, ben, ResponseText.COMMENT, "Kort")
    with pytest.raises(TextTooLong):
        write(engine, ben, ResponseText.COMMENT, "å" * (TEXT_LIMIT + 1))
    assert stored(engine, ben)["POL-01"].comment == "Kort"


@pytest.mark.parametrize(("item", "error"), [("POL-03", ItemNotAsked), ("XXX-01", ItemUnknown)])
def test_an_item_outside_the_assessment_is_refused(engine, ben, item, error):
    with pytest.raises(error):
        builders.answer(engine, ben, item, 3)
    assert stored(engine, ben) == {}


def test_one_persons_answers_are_not_anothers(engine, ben, chi):
    builders.answer(engine, ben, "POL-01", 4)
    builders.answer(engine, chi, "POL-01", UNKNOWN)
    assert (stored(engine, ben)["POL-01"].answer, stored(engine, chi)["POL-01"].answer) == (rated(4), UNKNOWN)


def test_a_sheet_is_for_a_participant_of_that_assessment(engine, ben):
    elsewhere = builders.start(engine, name="Hemtjänsten")
    with pytest.raises(ParticipantUnknown):
        responses.sheet(engine, ADA, assessment_id=elsewhere.id, participant_id=ben.id)
