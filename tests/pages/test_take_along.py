"""What one takes along from Resultat and Åtgärder."""

import pytest

from tests import builders


@pytest.fixture
def answered(app_engine):
    """A quick check that Ben has answered."""
    assessment = builders.start(app_engine)
    builders.answer_all(app_engine, builders.join(app_engine, assessment, builders.BEN), (1, 3))
    return assessment


@pytest.mark.parametrize("screen", ["results.py", "actions.py"])
def test_excel_word_and_print_stand_behind_one_button(visit, answered, screen):
    app = visit(screen, a=answered.id, lang="en")
    assert [one.proto.label for one in app.get("download_button")] == ["Download Excel", "Basis for decision in Word"]
    links = {one.proto.label: one.proto.url for one in app.get("link_button")}
    assert links == {
        "Print the basis for decision": f"/utskrift/{answered.id}/beslutsunderlag?lang=en",
        "Print the result": f"/utskrift/{answered.id}?lang=en",
    }
