"""Excel read back in on the screen: seen first, approved by the row, taken back."""

import re

import pytest

from assessment.domain.action import Plan
from assessment.services import actions
from assessment.services.reports import report
from assessment.storage import repository
from assessment.storage.database import reading
from tests import builders
from tests.builders import ADA
from tests.reporting.returned import exported, with_cells

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def planned(app_engine):
    """A quick check with one action for its first gap."""
    begun = builders.start(app_engine)
    builders.answer_all(app_engine, builders.join(app_engine, begun, builders.BEN), (0, 1, 2, 3, 4))
    first = report(app_engine, ADA, begun.id).gaps[0].result.item.id
    actions.add(app_engine, ADA, begun.id, Plan("Besluta *nu*", owner="Anna", aims={first: 3}))
    return begun


@pytest.fixture
def content(app_engine, planned):
    return exported(app_engine, planned)


def plans(app_engine, begun):
    return [one.plan for one in actions.of_assessment(app_engine, ADA, begun.id)]


def text_of(app):
    return " ".join(re.sub(r"<[^>]+>", " ", block.proto.body) for block in app.get("html"))


@pytest.fixture
def upload(visit, planned):
    """Open the dialogue by its button and choose a file."""

    def choose(content):
        app = visit("actions.py", a=planned.id)
        app.button(key="excel-in").click().run()
        app.file_uploader[0].set_value(("plan.xlsx", content, XLSX)).run()
        assert not app.exception
        return app

    return choose


def edited(content):
    return with_cells(
        content,
        ("Plan", "Besluta *nu*", "owner", "Bo"),
        ("Plan", "Besluta *nu*", "note", "Ring"),
        ("Plan", 6, "title", "Utse"),
        ("Plan", 6, "aims", "POL-01"),
    )


def test_what_is_ticked_is_brought_in_and_can_be_taken_back(app_engine, planned, content, upload):
    before = plans(app_engine, planned)
    app = upload(edited(content))
    assert "3 ändringar att godkänna" in text_of(app)
    assert [box.value for box in app.checkbox] == [True, True, True]
    assert r"**Besluta \*nu\***" in app.checkbox[0].label
    assert plans(app_engine, planned) == before

    app.checkbox[1].uncheck()
    app.button(key="do-approve-excel").click().run()

    assert [(one.title, one.owner, one.note) for one in plans(app_engine, planned)] == [
        ("Besluta *nu*", "Bo", ""),
        ("Utse", "", ""),
    ]
    assert "2 ändringar är införda." in text_of(app)

    next(one for one in app.button if (one.key or "").startswith("excel-undo-")).click().run()
    assert plans(app_engine, planned) == before
    assert "2 ändringar är ångrade." in text_of(app)


def test_a_conflict_keeps_what_stands_until_the_other_is_chosen(app_engine, planned, content, upload):
    [action] = actions.of_assessment(app_engine, ADA, planned.id)
    actions.change(app_engine, ADA, action.id, version=1, plan=Plan("Besluta *nu*", owner="Cia", aims=action.plan.aims))
    app = upload(with_cells(content, ("Plan", "Besluta *nu*", "owner", "Bo")))
    choice = next(one for one in app.radio if (one.key or "").startswith("excel-choice"))
    assert choice.options == ["Behåll Cia, i Rustad nu", "Bo, i filen"]

    app.button(key="do-approve-excel").click().run()
    assert plans(app_engine, planned)[0].owner == "Cia"
    assert [one.value for one in app.error] == [r"Inget är valt, så inget är ändrat\."]

    next(one for one in app.radio if (one.key or "").startswith("excel-choice")).set_value("Bo")
    app.button(key="do-approve-excel").click().run()
    assert plans(app_engine, planned)[0].owner == "Bo"


def test_what_is_wrong_in_the_file_is_told_with_its_place(app_engine, planned, content, upload):
    app = upload(with_cells(content, ("Plan", 5, "due", "<b>snart</b>")))

    assert "Filen lästes inte in och inget är ändrat." in app.error[0].value
    [told] = [block.proto.body for block in app.get("html") if "Bladet Plan, cell" in block.proto.body]
    assert "&lt;b&gt;snart&lt;/b&gt;" in told


def test_a_file_of_another_assessment_is_told(app_engine, planned, upload):
    other = builders.start(app_engine, name="Dricksvatten")

    app = upload(exported(app_engine, other))

    assert "Filen hör till självskattningen Dricksvatten" in app.error[0].value


def test_a_file_without_edits_says_so(upload, content):
    app = upload(content)

    assert "Filen ändrar inget" in text_of(app)
    assert not [one for one in app.button if one.key == "do-approve-excel"]


def test_a_field_changed_again_in_the_same_file_is_a_change_once_a_person_has_said_so(
    app_engine, planned, content, upload
):
    upload(with_cells(content, ("Plan", "Besluta *nu*", "owner", "Bo"))).button(key="do-approve-excel").click().run()
    app = upload(with_cells(content, ("Plan", "Besluta *nu*", "owner", "Cia")))
    assert "Har ni läst in den här filen tidigare?" in text_of(app)
    assert not [one for one in app.button if one.key == "do-approve-excel"]
    [choice] = [one for one in app.radio if (one.key or "").startswith("excel-copy")]
    assert choice.options[0].startswith(r"Ja, plan\.xlsx, inläst ")
    assert choice.options[1] == "Nej, det är en annan kopia"

    choice.set_value(plan_copy(app_engine, planned)).run()
    assert "Bo blir Cia" in app.checkbox[0].label
    app.button(key="do-approve-excel").click().run()
    assert plans(app_engine, planned)[0].owner == "Cia"


def plan_copy(app_engine, planned):
    """The id of the copy that was read in."""
    with reading(app_engine) as session:
        return repository.plan_readings(session, planned.id)[0].copy_id
