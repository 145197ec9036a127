"""The guide to governing documents fits the checklist that comes with the program."""

from assessment.domain.document import DocumentLevel
from assessment.services import assessments
from assessment.storage.document_guide_file import read_guide
from tests.builders import ADA


def test_every_kind_has_its_question_and_its_example_in_both_languages():
    guide = read_guide()
    assert list(guide.asks) == list(guide.examples) == list(DocumentLevel)


def test_every_expectation_is_about_a_question_of_the_checklist_and_stands_once(engine, quick_assessment):
    known = {item.id for item in assessments.opened(engine, ADA, quick_assessment.id).checklist.items}
    expected = [one.item for one in read_guide().expectations]
    assert set(expected) <= known
    assert len(expected) == len(set(expected))
    assert all(one.levels for one in read_guide().expectations)
