"""A version of a checklist never changes, and an assessment keeps the one it began with."""

import pytest

from assessment.domain.checklist import Scope
from assessment.domain.errors import ChecklistUnknown, NotAllowed
from assessment.services import assessments, checklists
from assessment.services.checklists import SHIPPED
from assessment.services.house import house, open_house
from assessment.storage.errors import ChecklistFileUnreadable, ChecklistVersionTaken
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA

QUESTION = "Har ledningen beslutat vilka av era verksamheter som är samhällsviktiga?"


def changed(tmp_path, *changes):
    """The shipped checklist with other words in some places."""
    text = SHIPPED.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "egen.yaml"
    path.write_text(text, encoding="utf-8")
    return path


NEW_VERSION = ('version: "2026.1"', 'version: "2027.1"')
NEW_QUESTION = (QUESTION, "Vet ni vad som är samhällsviktigt?")


def test_installing_again_gives_the_same_checklist(engine):
    assert checklists.install(engine, ADA) == checklists.install(engine, ADA)


def test_the_same_content_in_other_clothes_is_the_same_checklist(engine, tmp_path):
    same = changed(tmp_path, ("# Beredskap i inköp", "# En annan kommentar"))
    assert checklists.install(engine, ADA, same) == checklists.install(engine, ADA)


def test_another_content_under_a_version_that_is_taken_is_refused(engine, tmp_path):
    with pytest.raises(ChecklistVersionTaken) as refused:
        checklists.install(engine, ADA, changed(tmp_path, NEW_QUESTION))
    assert checklists.newest(engine, ADA).item("POL-01").question.sv == QUESTION
    assert language("sv").explain(refused.value) == (
        "egen.yaml anger version 2026.1 av beredskap-i-inkop, men ett annat innehåll är sparat med det numret. "
        "En version ändras aldrig: ge filen ett nytt versionsnummer."
    )


def test_an_assessment_keeps_the_version_it_began_with(engine, tmp_path):
    before = builders.start(engine, scope=Scope.FULL)
    ben = builders.join(engine, before, builders.BEN)
    checklists.install(engine, ADA, changed(tmp_path, NEW_VERSION, NEW_QUESTION))
    after = builders.start(engine, scope=Scope.FULL)
    opened = [assessments.opened(engine, ADA, one.id).checklist for one in (before, after)]
    assert [one.version for one in opened] == ["2026.1", "2027.1"]
    assert [one.item("POL-01").question.sv for one in opened] == [QUESTION, NEW_QUESTION[1]]
    builders.answer(engine, ben, "POL-01", 3)


def test_a_file_that_is_not_there_is_refused(engine, tmp_path):
    with pytest.raises(ChecklistFileUnreadable):
        checklists.install(engine, ADA, tmp_path / "saknas.yaml")


def test_a_checklist_that_is_not_installed_is_told(engine):
    with pytest.raises(ChecklistUnknown):
        checklists.newest(engine, ADA, key="annan")


def test_a_participant_installs_no_checklist(engine, ben):
    with pytest.raises(NotAllowed):
        checklists.install(engine, builders.viewer_of(ben))


def test_everything_is_there_after_a_restart(engine, house_url, answered_assessment):
    before = assessments.summaries(engine, ADA)
    engine.dispose()
    again = open_house(house_url)
    assert assessments.summaries(again, ADA) == before
    again.dispose()


@pytest.mark.slow
def test_the_house_is_opened_once_for_each_database(tmp_path):
    addresses = [builders.url(tmp_path / name) for name in ("a.db", "b.db")]
    first, other = map(house, addresses)
    assert house(addresses[0]) is first
    assert other is not first
    first.dispose()
    other.dispose()
