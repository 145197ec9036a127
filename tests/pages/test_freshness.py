"""Old answers on the screens: told beside the receipt, confirmed there, and listed where one decides."""

import pytest

from assessment.domain.response import rated
from assessment.services import responses
from tests import builders
from tests.aging import let_time_pass


@pytest.fixture
def assessment(app_engine):
    return builders.start(app_engine)


@pytest.fixture
def ben(app_engine, assessment):
    """Ben answered everything: the first three questions two years ago, the rest today."""
    ben = builders.join(app_engine, assessment, builders.BEN)
    builders.answer_all(app_engine, ben, (2,))
    let_time_pass(app_engine, assessment, items=[item.id for item in builders.asked(app_engine, assessment)][:3])
    return ben


def stored(engine, participant):
    viewer = builders.viewer_of(participant)
    sheet = responses.sheet(engine, viewer, assessment_id=participant.assessment_id, participant_id=participant.id)
    return sheet.responses


def told(app):
    return " ".join(block.body for block in app.get("html"))


@pytest.mark.parametrize("whole", [{}, {"vy": "omrade"}])
def test_an_old_answer_is_confirmed_beside_its_receipt(app_engine, visit, assessment, ben, whole):
    app = visit("respond.py", a=assessment.id, p=ben.id, q="POL-01", **whole)
    assert "och bör prövas igen." in told(app)
    before = stored(app_engine, ben)["POL-01"]

    app.button(key="still-POL-01").click().run()
    app.run()

    after = stored(app_engine, ben)["POL-01"]
    assert (after.answer, after.answered_at > before.answered_at) == (rated(2), True)
    assert "still-POL-01" not in [button.key for button in app.button]


def test_a_fresh_answer_asks_for_nothing(visit, assessment, ben):
    app = visit("respond.py", a=assessment.id, p=ben.id, q="TID-01")

    assert "prövas igen" not in told(app)


def test_the_results_say_what_has_aged_and_nothing_when_nothing_has(app_engine, visit, assessment, ben):
    assert "Två frågor bör prövas igen" in told(visit("results.py", a=assessment.id))

    for item in builders.asked(app_engine, assessment)[:3]:
        responses.confirm(app_engine, builders.ADA, participant_id=ben.id, item_id=item.id)
    assert "prövas igen" not in told(visit("results.py", a=assessment.id))


def test_old_answers_are_a_group_of_what_is_to_be_found_out(visit, assessment, ben):
    app = visit("actions.py", a=assessment.id, lista="oppet")

    assert "Två frågor bör prövas igen" in told(app)
