"""Checklistor: the list, a version read question by question, a file brought in, a question of one's own."""

import pytest

from assessment.services import checklist_files, checklists
from assessment.ui import navigation
from tests import builders
from tests.builders import ADA
from tests.checklist_builders import OWN, small_file


def told(app):
    return " ".join(block.proto.body for block in app.get("html"))


def addresses(engine):
    return [(one.address, one.offered) for one in checklists.versions(engine, ADA)]


def test_a_version_is_listed_with_its_use_and_read_question_by_question(visit, app_engine):
    builders.start(app_engine, name="Hamnen <b>")
    app = visit("checklists.py")
    assert "Nya självskattningar utgår från version 2026.1" in told(app)
    assert "Kom med Rustad i dag" in told(app)
    assert "Används av Hamnen &lt;b&gt;." in told(app)

    app.button(key="open-1").click().run()

    assert told(app).count("<article") == 9  # the first dimension
    app.text_input(key="sok-fraga").set_value("pol-01").run()
    assert told(app).count("<article") == 1
    app.toggle(key="bada").set_value(True).run()
    assert "Har ledningen beslutat vilka" in told(app)
    assert "Has management decided which" in told(app)


@pytest.fixture
def grown(app_engine):
    """The shipped checklist with an own question, and a small one beside it."""
    checklist_files.add_own_item(app_engine, ADA, 1, OWN)
    checklists.bring_in(app_engine, ADA, small_file(), file="liten.yaml")


def test_versions_are_retired_and_offered_again_and_an_assessment_chooses_among_those_offered(visit, app_engine, grown):
    app = visit("checklists.py")
    assert "Två checklistor att utgå från" in told(app)
    app.button(key="retire-3").click().run()
    app.button(key="offer-1").click().run()
    assert addresses(app_engine) == [
        ("liten@1", False),
        ("beredskap-i-inkop@2026.1-E1", True),
        ("beredskap-i-inkop@2026.1", True),
    ]

    app = visit("start.py")
    assert "En fråga där varje område möter varje steg" in app.radio(key="scope:first:sv").options[0]
    app.selectbox(key="checklist:first:sv").set_value(1).run()
    assert app.selectbox(key="checklist:first:sv").value == 1
    app.text_input(key="name:first").set_value("Hamnen")
    next(button for button in app.main.button if button.label == "Starta självskattningen").click().run()
    assert [one.used_by for one in checklists.versions(app_engine, ADA)] == [(), (), ("Hamnen",)]


def test_a_file_is_looked_through_and_brought_in_only_when_that_is_approved(visit, app_engine):
    app = visit("checklists.py", fil="in")
    app.file_uploader(key="checklist-file").upload("liten.yaml", small_file(), "application/yaml").run()
    assert "ord, version 1" in told(app)
    assert len(addresses(app_engine)) == 1
    app.button(key="do-bring-in").click().run()
    assert addresses(app_engine)[0] == ("liten@1", True)
    assert "Version 1 är inlagd" in told(app)
    assert "fil" not in app.query_params


def test_what_a_file_changes_is_told_before_it_comes_in(visit, grown):
    changed = small_file(
        version="0.9", items__0__sv__question="Nytt <i>?", items__1__en__question="New?", items__2__id="POL-09"
    )
    app = visit("checklists.py", fil="in")
    app.file_uploader(key="checklist-file").upload("liten.yaml", changed, "application/yaml").run()
    for said in ("En fråga med ny innebörd", "En fråga med andra ord", "En ny fråga", "En fråga utgår"):
        assert said in told(app)
    assert "<ins>Nytt &lt;i&gt;?</ins>" in told(app)
    assert "ser äldre ut" in app.warning[0].value


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"key: [", "YAML\\-koden blir fel på rad"),
        (b"\xff\xfe\x00", "inte sparade som UTF\\-8"),
        (small_file(items__1__sv=...), "fältet ”items\\.sv”\\: saknas"),
    ],
    ids=["not yaml", "not text", "no Swedish"],
)
def test_a_file_that_will_not_do_is_refused_with_what_and_where(visit, app_engine, content, said):
    app = visit("checklists.py", fil="in")
    app.file_uploader(key="checklist-file").upload("fel.yaml", content, "application/yaml").run()
    assert said in app.error[0].value
    assert not [button for button in app.button if button.key == "do-bring-in"]
    assert len(addresses(app_engine)) == 1


def test_an_own_question_is_written_refused_while_half_and_then_added(visit, app_engine):
    app = visit("checklists.py", egen="fraga")
    texts = (OWN.question, *OWN.levels, OWN.evidence, OWN.action)
    names = ("question", *(f"level-{number}" for number in range(5)), "evidence", "action")
    for name, wording in zip(names, texts, strict=True):
        if name != "level-3":
            app.text_area(key=f"own-{name}-sv").set_value(wording.sv)
    app.button(key="do-add-own").click().run()
    assert "Beskriv nivå 3 också" in app.error[0].value
    assert len(addresses(app_engine)) == 1

    app.text_area(key="own-level-3-sv").set_value(OWN.levels[3].sv)
    app.button(key="do-add-own").click().run()
    assert addresses(app_engine) == [("beredskap-i-inkop@2026.1-E1", True), ("beredskap-i-inkop@2026.1", False)]
    assert "Frågan POL-E1 är tillagd" in told(app)


def test_a_link_to_a_version_that_is_not_here_shows_those_that_are(visit):
    app = visit("checklists.py", version="borta@1", lang="en")
    assert "is not here" in app.warning[0].value
    assert "New assessments begin with version 2026.1" in told(app)


def test_members_do_not_have_the_screen():
    address = navigation.ADDRESSES[navigation.CHECKLISTS]
    assert navigation.open_to(ADA, address)
    assert not navigation.open_to(builders.Viewer(builders.ViewerKind.MEMBER), address)
