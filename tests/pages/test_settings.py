"""Inställningar: what is wrong comes first, a copy is made and handed out, and how one is put back is said."""

import pytest

from assessment.domain.viewer import ADMINISTRATOR, SERVER, ViewerKind
from assessment.services import erasure, kept_copies
from assessment.services.copy_plan import copy_plan
from assessment.settings import settings
from assessment.storage.backup_errors import CopyFailed
from assessment.ui import navigation
from tests import builders
from tests.builders import ADA


def told(app):
    return " ".join(block.proto.body for block in app.get("html"))


def copies():
    return kept_copies.listed(copy_plan(settings()), ADMINISTRATOR)


def test_a_new_house_is_in_order_and_gets_its_first_copy(visit):
    app = visit("settings.py")
    assert "Allt är i ordning" in told(app)
    assert "Det finns inga kopior än" in told(app)

    app.button(key="do-copy").click().run()

    [copy] = copies()
    assert "Senast kopierat i dag" in told(app)
    assert copy.name in told(app)
    assert copy.name in app.code[0].value
    assert not app.error


@pytest.mark.slow
def test_what_is_wrong_stands_first_with_what_to_do(visit, tmp_path):
    (tmp_path / "kopior").write_text("a file where the folder should be")
    app = visit("settings.py", lang="en")
    assert "One thing needs to be put right" in told(app)
    assert "kopior cannot be written to. Check its rights." in told(app)

    app.button(key="do-copy").click().run()
    [error] = app.error
    assert "kopior could not be written" in error.value


@pytest.mark.slow
def test_a_copy_that_could_not_be_made_by_itself_is_told(visit, tmp_path, app_engine):
    (tmp_path / "kopior").write_text("a file where the folder should be")
    with pytest.raises(CopyFailed):
        kept_copies.make_if_due(copy_plan(settings()), SERVER)
    [error] = visit("settings.py").error
    assert error.value.startswith("Kopian i dag")


@pytest.mark.slow
def test_a_person_is_erased_after_it_is_said_what_goes_and_what_stays(visit, app_engine):
    assessment = builders.start(app_engine)
    ben = builders.join(app_engine, assessment, builders.BEN)
    builders.answer(app_engine, ben, "POL-01", 3)

    app = visit("settings.py", **{"radera-i": assessment.id}, radera=ben.id)
    assert "Ben" in told(app)
    assert "1 svar" in told(app)
    assert "Rustad letar inte där" in told(app)
    app.button(key="do-erase").click().run()

    assert erasure.known(app_engine, ADMINISTRATOR, assessment.id) == ()
    assert "Ben" not in told(app)
    assert app.success[0].value.startswith("Raderat.")


@pytest.mark.slow
def test_only_the_administrator_has_the_screen_in_the_menu():
    address = navigation.ADDRESSES[navigation.SETTINGS]
    assert navigation.open_to(ADMINISTRATOR, address)
    assert ADA.kind is ViewerKind.FACILITATOR
    assert not navigation.open_to(ADA, address)
