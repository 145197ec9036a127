"""The route as tables and as a figure: every lift and every point once, and the same figures as the scores."""

from assessment.domain.half_year import HalfYear
from assessment.domain.planning_goal import BudgetGoal
from assessment.domain.route import Brief, route
from assessment.domain.stable_core import stable_core
from assessment.reporting.headings import titled
from assessment.reporting.marks.roadmap import stage_squares
from assessment.reporting.route_chart import route_chart
from assessment.reporting.route_frames import core_frame, route_frame, stage_frame, stage_shifts
from assessment.texts.language import language
from tests.reporting.reports import written_down

SV = language("sv")


def way(report, **asked):
    return route(report.results, report.checklist, Brief(HalfYear(2027, 1), **asked))


def test_the_tables_hold_every_lift_and_every_point(engine):
    report = written_down(engine)
    found = way(report, pace=10)
    lifts = route_frame(report, found, SV)
    assert lifts["points"].sum() == found.path.points
    assert dict(zip(lifts["item_id"], lifts["after"], strict=True)) == dict(found.path.levels)
    stages = stage_frame(found, SV)
    assert list(stages["at_target"]) == [
        len(report.total.at_target),
        *(len(one.score.at_target) for one in found.stages),
    ]
    assert stages["spent"].iloc[-1] == found.path.points
    assert list(titled(lifts, SV).columns)[:2] == ["Halvår", "Klart senast"]
    assert list(titled(stages, SV)["Efter"])[:2] == ["Nu", "Första halvåret 2027"]


def test_each_dimension_ends_where_the_path_takes_it(engine):
    report = written_down(engine)
    found = way(report)
    whole = stage_shifts(report, found.stages[-1])
    assert sum(len(shift.then.at_target) for shift in whole.values()) == len(found.stages[-1].score.at_target)
    assert all(shift.now == report.dimensions[dimension] for dimension, shift in whole.items())


def test_the_stable_core_counts_its_cases(engine):
    report = written_down(engine)
    path = way(report, goal=BudgetGoal(9, 1)).path
    core = stable_core(path, report.checklist)
    table = core_frame(path, core, SV)
    assert list(table["cases"]) == [one.cases for one in (*core.always, *core.sometimes)]


def test_the_chart_shows_the_interval_only_where_there_is_one(engine):
    report = written_down(engine)
    stages = stage_frame(way(report, pace=10), SV)
    open_, closed = (route_chart(frame, SV, scheme="dark") for frame in (stages, stages.assign(low=stages["high"])))
    assert (len(open_.data), len(closed.data)) == (4, 2)
    assert list(open_.data[-1].y) == list(stages["index"])


def test_a_half_year_in_which_nothing_is_done_says_so(engine):
    report = written_down(engine)
    begun = next(stage for stage in way(report, pace=1).stages if all(leg.after == leg.before for leg in stage.legs))
    assert 'aria-label="Ingen nivå är klar än."' in stage_squares(begun, SV)
