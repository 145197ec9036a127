"""The register on the screen: people add, change and archive; two of them never overwrite each other."""

import re
from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.activity import ActivityFacts
from assessment.domain.delivery import DeliveryFacts, Known, Outage
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.services import entries, organisations, registers
from assessment.services.registers import ACTIVITIES, DELIVERIES
from assessment.ui.making import Making
from tests import builders
from tests.builders import ADA

EVA = Viewer(ViewerKind.FACILITATOR, name="Eva Berg")
WATER = ActivityFacts("Dricksvatten", need_owner="VA-chefen")


@pytest.fixture
def assessed(app_engine):
    return builders.start(app_engine)


@pytest.fixture
def ekvik(app_engine, assessed):
    return organisations.of_assessment(app_engine, ADA, assessed.id)


@pytest.fixture
def water(app_engine, ekvik):
    return entries.add(app_engine, EVA, ACTIVITIES, ekvik.id, WATER)


def text_of(app):
    return " ".join(re.sub(r"<[^>]+>", " ", block.proto.body) for block in app.get("html"))


def shown_register(app_engine, ekvik):
    return registers.register(app_engine, ADA, ekvik.id)


def test_without_an_organisation_the_screen_asks_for_one(visit, app_engine):
    app = visit("analyse.py")
    assert "Vilka verksamheter måste fungera?" in text_of(app)
    app.text_input(key="org-name:first").set_value("Ekviks kommun").run()
    app.button(key="do-begin").click().run()
    assert [one.name for one in organisations.known(app_engine, ADA)] == ["Ekviks kommun"]
    assert app.button(key="do-add-activity")


def test_an_example_begins_an_activity_that_people_make_their_own(visit, app_engine, assessed, ekvik):
    app = visit("analyse.py", a=assessed.id)
    app.button(key="example:vatten").click().run()
    app.text_input(key="entry-need_owner:ny").set_value("VA-chefen")
    app.button(key="do-save-entry").click().run()
    (made,) = shown_register(app_engine, ekvik).activities
    assert (made.facts.name, made.facts.need_owner) == ("Dricksvatten och avlopp", "VA-chefen")
    assert "En verksamhet finns i registret" in text_of(app)
    assert "Sparat" in text_of(app)


def test_an_empty_name_is_told_and_nothing_is_lost(visit, app_engine, assessed, ekvik):
    app = visit("analyse.py", a=assessed.id, post="verksamhet.ny")
    app.text_area(key="entry-why:ny").set_value("Alla behöver vatten")
    app.button(key="do-save-entry").click().run()
    assert [one.value for one in app.error] == ["Fyll i fältet ”Verksamhet”. Inget är sparat."]
    assert app.text_area(key="entry-why:ny").value == "Alla behöver vatten"
    assert shown_register(app_engine, ekvik).empty


def test_a_pasted_novel_is_told_by_the_field_it_is_in(visit, app_engine, assessed, water, ekvik):
    app = visit("analyse.py", a=assessed.id, post=f"verksamhet.{water.id}")
    app.text_area(key=f"entry-note:{water.id}").set_value("x" * 100_000)
    app.button(key="do-save-entry").click().run()
    (told,) = [one.value for one in app.error]
    assert told.startswith("”Anteckningar” har 100\u00a0000 tecken men plats för 32\u00a0767.")
    assert shown_register(app_engine, ekvik).activities == (water,)


def test_a_delivery_takes_a_time_for_each_activity(visit, app_engine, assessed, water, ekvik):
    app = visit("analyse.py", a=assessed.id, vy="verksamheter")
    app.button(key=f"lean-{water.id}").click().run()
    app.text_input(key="entry-name:ny").set_value("El")
    app.selectbox(key=f"entry-outage:ny:{water.id}:sv").set_value(Outage.HOURS)
    app.button_group(key="entry-reserve:ny:sv").set_value(Known.NO)
    app.button(key="do-save-entry").click().run()
    (made,) = shown_register(app_engine, ekvik).deliveries
    assert made.facts == DeliveryFacts("El", reliance={water.id: Outage.HOURS}, reserve=Known.NO)
    assert "Verksamheten har en lucka bland sina leveranser" in text_of(app)


def test_the_second_writer_sees_both_values_and_chooses(visit, app_engine, assessed, water):
    app = visit("analyse.py", a=assessed.id, post=f"verksamhet.{water.id}")
    app.text_input(key=f"entry-need_owner:{water.id}").set_value("Min")
    entries.change(app_engine, EVA, ACTIVITIES, water.id, version=1, facts=replace(WATER, need_owner="Hennes"))
    app.button(key="do-save-entry").click().run()
    assert "Eva Berg ändrade detta" in app.warning[0].value
    assert "Min" in text_of(app) and "Hennes" in text_of(app)
    assert entries.entry(app_engine, ADA, ACTIVITIES, water.id).facts.need_owner == "Hennes"
    app.button(key="save-mine").click().run()
    assert entries.entry(app_engine, ADA, ACTIVITIES, water.id).facts.need_owner == "Min"


def test_an_archived_activity_can_be_found_and_restored(visit, app_engine, assessed, water, ekvik):
    app = visit("analyse.py", a=assessed.id, post=f"verksamhet.{water.id}")
    app.button(key="archive-entry").click().run()
    assert shown_register(app_engine, ekvik).active == ()
    app = visit("analyse.py", a=assessed.id, vy="arkiv")
    assert "Dricksvatten" in text_of(app)
    app.button(key=f"restore-{water.id}").click().run()
    assert [one.facts for one in shown_register(app_engine, ekvik).active] == [WATER]


def test_several_organisations_are_chosen_between(visit, app_engine, ekvik, water):
    organisations.start(app_engine, ADA, name="Region Sydost", kind="region")
    app = visit("analyse.py")
    assert "Vilken organisation?" in text_of(app)
    app = visit("analyse.py", o=ekvik.id)
    assert "Dricksvatten" in text_of(app)


def test_what_is_registered_is_shown_beside_the_question_and_beside_the_gap(visit, app_engine, assessed, water):
    ben = builders.join(app_engine, assessed, builders.BEN)
    builders.answer_all(app_engine, ben, (0,))
    app = visit("respond.py", a=assessed.id, p=ben.id, q="SAM-01")
    assert "0 av 1 verksamheter har alla fyra ansvariga utsedda." in text_of(app)
    app = visit("actions.py", a=assessed.id, alla="1")
    assert "Det här lyfter frågan: 1 Analysera" in [one.proto.label for one in app.get("page_link")]
    app = visit("analyse.py", a=assessed.id, vy="verksamheter")
    assert "Frågor som det här lyfter" in [one.label for one in app.expander]


def test_a_delivery_that_is_gone_from_the_address_is_told(visit, assessed, water):
    app = visit("analyse.py", a=assessed.id, post="leverans.finns-inte")
    assert [one.value for one in app.error] == ["Leveransen finns inte. Välj en annan i registret."]


def test_the_register_says_who_is_missing(visit, app_engine, assessed, water, ekvik):
    entries.add(app_engine, ADA, DELIVERIES, ekvik.id, DeliveryFacts("El", reliance={water.id: None}))
    shown = text_of(visit("analyse.py", a=assessed.id, vy="verksamheter"))
    assert "Saknas: ansvarig för upphandling och ansvarig för beredskap." in shown
    assert "tid saknas" in shown


def test_a_day_that_can_not_be_meant_is_told_in_ones_own_language(visit, assessed, water):
    app = visit("analyse.py", a=assessed.id, post=f"verksamhet.{water.id}")
    app.date_input(key=f"entry-decided:{water.id}").set_value(date(1850, 1, 1))
    app.button(key="do-save-entry").click().run()
    (told,) = [one.value for one in app.error]
    assert "datumet 1850-01-01 är nog inte det du menar. Välj ett mellan 1900 och 2099." in told


def test_a_second_click_on_save_meets_no_conflict_with_the_first(visit, app_engine, assessed, water):
    app = visit("analyse.py", a=assessed.id, post=f"verksamhet.{water.id}")
    app.text_input(key=f"entry-need_owner:{water.id}").set_value("Direktören")
    written = replace(WATER, need_owner="Direktören")  # by the first click, whose run was stopped just after
    entries.change(app_engine, ADA, ACTIVITIES, water.id, version=1, facts=written)
    app.button(key="do-save-entry").click().run()
    assert not app.warning and "Sparat" in text_of(app)
    assert entries.entry(app_engine, ADA, ACTIVITIES, water.id).version == 2


def test_a_second_click_on_save_adds_no_second_entry(visit, app_engine, assessed, ekvik):
    app = visit("analyse.py", a=assessed.id, post="verksamhet.ny")
    app.session_state["making-entry"] = Making(added=True)  # by the first click, whose run was stopped just after
    app.text_input(key="entry-name:ny").set_value("Dricksvatten")
    app.button(key="do-save-entry").click().run()
    assert shown_register(app_engine, ekvik).empty
    assert "post" not in app.query_params
