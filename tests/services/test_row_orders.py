"""The order of the gap list on disk: who moved what, told to the second writer, the same on paper and in Excel."""

import pytest

from assessment.domain.errors import AssessmentUnknown, NotAllowed
from assessment.domain.row_order_errors import RowGone, RowsMoved
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.reporting.frames import gap_frame
from assessment.services import reports, row_orders
from assessment.services.assessments import remove
from assessment.texts.language import language
from tests import builders
from tests.builders import ADA

EVA = Viewer(ViewerKind.FACILITATOR, name="Eva Berg")


def listed(engine, assessment):
    return [gap.result.item.id for gap in reports.report(engine, ADA, assessment.id).gaps]


@pytest.fixture
def suggested(engine, answered_assessment):
    """The ids of the gaps as they are suggested."""
    return listed(engine, answered_assessment)


@pytest.fixture
def moved(engine, answered_assessment, suggested):
    """Eva has put the fifth row first."""
    return row_orders.move(engine, EVA, answered_assessment.id, suggested[4], below=None, version=0)


def test_a_moved_row_stands_where_it_was_put_and_says_who_moved_it(engine, answered_assessment, suggested, moved):
    first = reports.report(engine, ADA, answered_assessment.id).gaps[0]
    assert listed(engine, answered_assessment) == [suggested[4], *suggested[:4], *suggested[5:]]
    assert (first.rank, first.suggested, first.moved.by) == (1, 5, "Eva Berg")
    assert moved.version == 1


def test_the_list_in_excel_has_the_same_order_and_says_why(engine, answered_assessment, suggested, moved):
    frame = gap_frame(reports.report(engine, ADA, answered_assessment.id), language("sv"))
    assert frame["item_id"].tolist() == listed(engine, answered_assessment)
    assert frame["rank"].tolist() == list(range(1, len(suggested) + 1))
    assert frame["reason"][0].startswith("Flyttad hit av Eva Berg ")
    assert ", föreslagen plats 5. Ingår i snabbkollen" in frame["reason"][0]


def test_the_second_writer_is_told_and_nothing_is_moved(engine, answered_assessment, suggested, moved):
    before = listed(engine, answered_assessment)
    for late in (
        lambda: row_orders.move(engine, ADA, answered_assessment.id, suggested[0], below=suggested[2], version=0),
        lambda: row_orders.put_back(engine, ADA, answered_assessment.id, suggested[4], version=0),
        lambda: row_orders.put_all_back(engine, ADA, answered_assessment.id, version=0),
    ):
        with pytest.raises(RowsMoved, match="Eva Berg"):
            late()
    assert listed(engine, answered_assessment) == before


def test_one_row_or_all_rows_are_put_back(engine, answered_assessment, suggested, moved):
    where = answered_assessment.id
    both = row_orders.move(engine, EVA, where, suggested[3], below=None, version=1)
    assert set(both.rows) == {suggested[3], suggested[4]}
    one = row_orders.put_back(engine, ADA, where, suggested[3], version=2)
    assert set(one.rows) == {suggested[4]}
    row_orders.put_all_back(engine, ADA, where, version=3)
    assert listed(engine, answered_assessment) == suggested


def test_putting_back_what_is_not_moved_is_no_change(engine, answered_assessment, suggested):
    revision = reports.report(engine, ADA, answered_assessment.id).assessment.revision
    assert row_orders.put_back(engine, ADA, answered_assessment.id, suggested[0], version=0).version == 0
    assert reports.report(engine, ADA, answered_assessment.id).assessment.revision == revision


def test_a_row_that_reaches_its_target_leaves_and_returns_to_its_place(
    engine, answered_assessment, suggested, moved, ben, chi
):
    for person in (ben, chi):
        builders.answer(engine, person, suggested[4], 4)
    assert listed(engine, answered_assessment) == [*suggested[:4], *suggested[5:]]
    with pytest.raises(RowGone):
        row_orders.move(engine, EVA, answered_assessment.id, suggested[0], below=suggested[4], version=1)
    for person in (ben, chi):
        builders.answer(engine, person, suggested[4], 2)
    assert listed(engine, answered_assessment)[0] == suggested[4]


def test_only_those_who_steward_move_rows(engine, answered_assessment, suggested, ben):
    for viewer in (Viewer(ViewerKind.MEMBER), builders.viewer_of(ben)):
        with pytest.raises(NotAllowed):
            row_orders.move(engine, viewer, answered_assessment.id, suggested[0], below=None, version=0)


def test_a_deleted_assessment_takes_its_order_along(engine, answered_assessment, moved):
    remove(engine, ADA, answered_assessment.id)
    with pytest.raises(AssessmentUnknown):
        row_orders.put_all_back(engine, ADA, answered_assessment.id, version=1)
