"""The example municipality: the figures that the pictures and the README promise."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest

from assessment.domain.action_outcome import Aftermath, Verdict
from assessment.domain.agreement import AgreementWord
from assessment.domain.errors import ChecklistUnknown, ItemNotAsked, NotAllowed
from assessment.domain.response import NOT_APPLICABLE
from assessment.domain.scoring import ItemState
from assessment.services import assessments, comparisons, demo, reports, responses, subjects
from assessment.storage.errors import ExampleFileWrong
from tests import builders
from tests.builders import ADA


@pytest.fixture(scope="module")
def ekvik(tmp_path_factory):
    """A house with the example in it. Only to be read."""
    engine = builders.house(tmp_path_factory.mktemp("ekvik"))
    demo.load(engine, ADA)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def example(ekvik):
    """Ekvik's reports: 2024, 2025, 2026."""
    return [reports.report(ekvik, ADA, f"ekvik-{year}") for year in (2024, 2025, 2026)]


def test_there_are_three_assessments_of_the_whole_municipality(ekvik):
    found = [
        (one.assessment.name, one.participants, one.answered, one.assessment.example)
        for one in assessments.summaries(ekvik, ADA)
        if one.assessment.subject == "Hela kommunen"
    ]
    assert found == [
        ("Hela kommunen, hösten 2026", 14, 47, True),
        ("Hela kommunen, hösten 2025", 9, 24, True),
        ("Hela kommunen, hösten 2024", 6, 24, True),
    ]


def test_three_activities_stand_beside_the_municipality(ekvik):
    found = [(one.subject, len(one.assessments)) for one in subjects.all_histories(ekvik, ADA)]
    assert found == [
        ("Hela kommunen", 3),
        ("Måltider och lokalvård", 1),
        ("Vatten och avlopp", 1),
        ("Vård och omsorg", 1),
    ]


def test_every_outcome_of_an_action_occurs(ekvik, example):
    ids = [one.assessment.id for one in example]
    outcomes = comparisons.over_time(ekvik, ADA, ids, today=date(2026, 11, 22)).outcomes
    assert len(outcomes) == 14
    assert {one.verdict for one in outcomes} == set(Verdict) - {Verdict.UNDER_WAY}
    assert {aim.aftermath for one in outcomes for aim in one.aims} == set(Aftermath) - {
        Aftermath.ROSE,
        Aftermath.NOT_COMPARED,
    }


def test_loading_twice_adds_nothing_and_changes_nothing(engine):
    demo.load(engine, ADA)
    before = assessments.summaries(engine, ADA)
    assert [one.id for one in demo.load(engine, ADA)] == ["ekvik-2024", "ekvik-2025", "ekvik-2026"]
    assert assessments.summaries(engine, ADA) == before


@pytest.mark.slow
def test_an_example_that_was_deleted_comes_back_and_the_others_keep_what_was_changed_in_them(engine):
    demo.load(engine, ADA)
    assessments.remove(engine, ADA, "ekvik-2024")
    assessments.rename(engine, ADA, "ekvik-2026", name="Vår egen", organisation="Ekviks kommun")
    assert [one.name for one in demo.load(engine, ADA)] == [
        "Hela kommunen, hösten 2024",
        "Hela kommunen, hösten 2025",
        "Vår egen",
    ]


def test_the_last_one_reaches_the_target_in_16_of_49(example):
    last = example[-1].total
    assert (len(last.at_target), len(last.applicable), len(last.open)) == (16, 49, 6)
    assert (round(last.index.point), round(last.index.low), round(last.index.high)) == (48, 42, 55)


def test_time_and_knowledge_are_furthest_from_the_target_and_policy_and_resources_closest(example):
    points = {part: score.index.point for part, score in example[-1].dimensions.items()}
    assert sorted(points, key=points.__getitem__) == ["TID", "KUN", "RUT", "SAM", "POL", "RES"]


def test_all_levels_and_all_states_occur(example):
    results = example[-1].results
    assert {result.level for result in results} == {0, 1, 2, 3, 4, None}
    assert {result.state for result in results} == set(ItemState)
    assert [result.item.id for result in results if result.state is ItemState.NOT_APPLICABLE] == ["KUN-07"]


def test_readiness_rises_and_a_few_items_fall(example):
    points = [report.total.index.point for report in example]
    assert all(3 < later - earlier < 15 for earlier, later in pairwise(points))
    before = {result.item.id: result.level for result in example[1].results}
    fallen = [r.item.id for r in example[2].results if r.level is not None and r.level < before.get(r.item.id, 0)]
    assert fallen == ["TID-06", "RUT-06", "SAM-03", "KUN-03"]


def test_all_five_roles_answer_and_two_participants_stopped_half_way(example):
    last = example[-1]
    assert last.role_sizes == {
        "beslutsfattare": 4,
        "inkop": 4,
        "behovsagare": 3,
        "beredskap": 2,
        "jurist_sakerhet": 1,
    }
    answered = [sum(r.answer is not None for r in last.responses[one.id]) for one in last.participants]
    assert sum(number <= 25 for number in answered) == 2


@pytest.mark.parametrize("item", ["RUT-08", "TID-06"])
def test_decision_makers_and_procurement_see_fallback_and_transition_differently(example, item):
    last = example[-1]
    assert last.agreement_on(item).word is AgreementWord.CAMPS
    assert (last.role_median(item, "beslutsfattare"), last.role_median(item, "inkop")) == (3, 0)


def test_every_not_applicable_has_a_reason(example):
    given = [one for report in example for responses in report.responses.values() for one in responses]
    assert [one.reason for one in given if one.answer == NOT_APPLICABLE and not one.reason] == []


def test_comments_and_evidence_are_enough_to_look_at(example):
    given = [one for responses in example[-1].responses.values() for one in responses]
    assert sum(bool(one.comment) for one in given) >= 20
    assert sum(bool(one.evidence) for one in given) >= 25


def test_everything_happened_before_today_and_after_the_start(example):
    for report in example:
        moments = [one.updated_at for responses in report.responses.values() for one in responses]
        assert report.assessment.created_at < min(moments)
        assert max(moments) < datetime(2026, 11, 20, tzinfo=UTC)


def test_every_report_has_gaps_and_the_worst_is_a_core_item(example):
    assert [(len(report.gaps), report.gaps[0].result.item.id) for report in example] == [
        (22, "TID-06"),
        (19, "KUN-01"),
        (27, "TID-06"),
    ]


@pytest.mark.slow
def test_a_participant_of_the_example_can_go_on_answering(engine, example):
    demo.load(engine, ADA)
    stopped = example[-1].participants[3]
    builders.answer(engine, stopped, "RUT-01", 2)
    sheet = responses.sheet(engine, builders.viewer_of(stopped), assessment_id="ekvik-2026", participant_id=stopped.id)
    assert len(sheet.responses) == 25


def test_who_may_not_start_assessments_may_not_load_the_example(engine, ben):
    with pytest.raises(NotAllowed):
        demo.load(engine, builders.viewer_of(ben))
    assert len(assessments.summaries(engine, ADA)) == 1


BROKEN = {
    "no file": None,
    "not yaml": "a: [",
    "no example": "organisation: Ekvik",
    "a sign too many": ('"33 33 2 3"', '"33 33 2 33"'),
    "an unknown sign": ('"33 33 2 3"', '"33 33 2 5"'),
    "a text by nobody": ("{item: POL-01, participant: 1,", "{item: POL-01, participant: 15,"),
    "answers before the start": ('"2024-10-08T09:05:00+02:00"', '"2024-10-01T09:05:00+02:00"'),
    "a time without zone": ('"2024-10-08T09:05:00+02:00"', '"2024-10-08T09:05:00"'),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_example_is_refused_and_nothing_is_stored(engine, tmp_path, name):
    with pytest.raises(ExampleFileWrong):
        demo.load(engine, ADA, changed(tmp_path, BROKEN[name]))
    assert assessments.summaries(engine, ADA) == []


def test_an_example_with_an_item_that_is_not_asked_is_refused_and_nothing_is_stored(engine, tmp_path):
    with pytest.raises(ItemNotAsked):
        demo.load(engine, ADA, changed(tmp_path, ('KUN-08: "21 01 1 1"', 'KUN-07: "21 01 1 1"')))
    assert assessments.summaries(engine, ADA) == []


def test_an_example_for_another_checklist_version_is_refused(engine, tmp_path):
    with pytest.raises(ChecklistUnknown):
        demo.load(engine, ADA, changed(tmp_path, ('version: "2026.1"', 'version: "2031.1"')))


def changed(tmp_path, change):
    """The example's file with one change; a text is the whole file, None no file at all."""
    path = tmp_path / "example.yaml"
    if isinstance(change, str):
        path.write_text(change, encoding="utf-8")
    elif change is not None:
        path.write_text(demo.EKVIK.read_text(encoding="utf-8").replace(*change, 1), encoding="utf-8")
    return path
