"""The paper for the meeting: its figures are those of screen and Excel, and it asks for what is missing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from openpyxl import load_workbook

from assessment.domain.action import ActionStatus
from assessment.domain.response import UNKNOWN, rated
from assessment.reporting.decision_paper import decision_paper, profile_legend
from assessment.reporting.frames import dimension_frame
from assessment.reporting.profile_picture import Mark
from assessment.reporting.workbook import assessment_workbook
from assessment.services.reports import report as read_report
from assessment.texts.language import language
from tests import builders
from tests.reporting.extremes import EXTREMES, answered, planned
from tests.reporting.reports import written_down

LONG_AGO = datetime(2020, 1, 2, 10, tzinfo=UTC)
SV, EN = language("sv"), language("en")


@pytest.fixture
def untouched(engine, quick_assessment):
    """The report of a quick check that nobody has answered."""
    return read_report(engine, builders.ADA, quick_assessment.id)


@pytest.mark.parametrize("spoken", [SV, EN], ids=["sv", "en"])
def test_the_figures_are_those_of_screen_and_workbook(engine, tmp_path, spoken):
    report = written_down(engine)
    paper, frame = decision_paper(report, spoken), dimension_frame(report, spoken)
    (tmp_path / "w.xlsx").write_bytes(assessment_workbook(report, spoken, version="1"))
    sheet = load_workbook(tmp_path / "w.xlsx").worksheets[0]
    in_workbook = {row[0].value: [cell.value for cell in row] for row in sheet.iter_rows(min_row=8, max_row=13)}

    for row in paper.profile:
        numbers = frame[frame["dimension"] == row.name].iloc[0]
        index, low, high = (round(numbers[key]) for key in ("index", "low", "high"))
        around = f" ({low}–{high})" if (low, high) != (index, index) else ""
        assert row.figure == f"{index} {spoken.text('of 100')}{around}"
        assert [round(value) for value in in_workbook[row.name][1:5]] == [index, round(numbers["target"]), low, high]
    assert len(paper.profile) == len(frame) == 6


@pytest.mark.parametrize("name", EXTREMES)
@pytest.mark.parametrize("spoken", [SV, EN], ids=["sv", "en"])
def test_nothing_is_left_unsaid_or_half_said_at_an_extreme(untouched, name, spoken):
    paper = decision_paper(EXTREMES[name](untouched), spoken)
    parts = [part.finding for part in paper.open]
    rows = [text for part in paper.open for row in part.rows for text in row]
    lines = [line.what for group in (*paper.asked, *paper.plan) for line in group.lines]
    for text in (*paper.situation, *paper.points, *paper.method, *parts, *rows, *lines):
        assert text.strip()
        assert not {"{", "}"} & set(text)
    assert paper.points


def test_what_lacks_an_owner_or_a_date_is_asked_for(untouched):
    report = answered(untouched, 1)
    report = planned(report, owner="", first=1, title="Ingens")
    late = planned(report, due=date(2026, 11, 21), first=1, title="Försenad")
    both = planned(late, first=1, title="Klar att fastställa")

    paper = decision_paper(both, SV)

    lines = {line.what: line for group in paper.asked for line in group.lines}
    assert (lines["Ingens"].owner, lines["Ingens"].due) == ("", "2027-03-31")
    assert (lines["Försenad"].owner, lines["Försenad"].due, lines["Försenad"].was_due) == ("Anna Ek", "", "2026-11-21")
    assert [line.what for group in paper.plan for line in group.lines] == ["Klar att fastställa"]
    assert paper.points[:3] == (
        "fastställa planen: en åtgärd som har ansvarig och datum",
        "bestämma nytt datum för en försenad åtgärd",
        "utse ansvarig för en planerad åtgärd",
    )


def test_the_highest_ranked_gaps_without_an_action_are_proposed(untouched):
    report = planned(answered(untouched, 1), first=2)
    [proposed] = decision_paper(report, SV).asked
    assert [line.what for line in proposed.lines] == [SV.of(gap.result.item.action) for gap in report.gaps[2:7]]
    assert {line.levels for line in proposed.lines} == {"1\u00a0→\u00a03"}
    assert not any(line.owner or line.due for line in proposed.lines)


def test_an_action_on_several_questions_says_how_far_each_is_to_come(untouched):
    report = planned(answered(untouched, 1, 2, 3), owner="", due=None, first=1)
    items = [result.item.id for result in report.results[:5]]
    action = report.actions[0]
    plan = replace(action.plan, title="Allt", aims=dict.fromkeys(items, 3))
    report = replace(report, actions=(replace(action, plan=plan),))

    [line] = decision_paper(report, SV).asked[0].lines

    assert line.levels.splitlines() == ["två frågor 1\u00a0→\u00a03", "två frågor 2\u00a0→\u00a03", "3, nådd"]
    assert line.questions[-1] == "och två frågor till"


def test_what_is_done_but_below_the_target_is_to_be_assessed_again(untouched):
    paper = decision_paper(planned(answered(untouched, 1), status=ActionStatus.DONE, first=1), SV)
    assert "bedöma en fråga på nytt: åtgärden är klar men nivån ligger under målet" in paper.points


def test_three_who_do_not_know_are_not_called_few(untouched):
    said = [part.finding for part in decision_paper(answered(untouched, UNKNOWN, people=3), SV).open]
    assert said[1] == "Ingen fråga har fått en nivå av tre personer. Därför visas inte var svaren skiljer sig."


def test_what_nobody_knows_has_no_level_yet_though_it_is_answered(untouched):
    paper = decision_paper(EXTREMES["only don't know"](untouched), SV)
    assert {row.figure for row in paper.profile} == {"ingen nivå än (0–100)"}


def test_answers_that_are_too_old_are_on_the_agenda(untouched):
    report = answered(untouched, 1)
    old = {who: [replace(one, answered_at=LONG_AGO) for one in said] for who, said in report.responses.items()}
    paper = decision_paper(replace(report, responses=old), SV)
    assert "pröva 24 frågor igen, eftersom svaren eller underlagen är för gamla" in paper.points
    [aged] = [part for part in paper.open if part.finding == "24 frågor bör prövas igen"]
    assert "2 januari 2020" in aged.rows[0][1]
    assert aged.more == "Och 19 frågor till."


def test_nothing_in_it_points_at_fewer_than_three_people(untouched):
    """They differ as much as can be, but no role has three: which role says what is not told."""
    report = answered(untouched, 0, people=5)
    far = {
        one.id: [replace(said, answer=rated(4)) for said in report.responses[one.id]] for one in report.participants[3:]
    }
    report = replace(report, responses={**report.responses, **far})

    paper = decision_paper(report, SV)

    divided = next(part for part in paper.open if part.rows)
    assert divided.finding == "Svaren på 24 frågor skiljer sig"
    assert {said for _, said in divided.rows} == {"Delad bild: 0 0 0 4 4"}
    assert "Per roll: Beslutsfattare 2, Upphandlingsfunktion 2, Behovsägare 1." in paper.method[0]


def test_the_legend_holds_the_marks_that_occur(untouched):
    def marks(name):
        return [mark for mark, _ in profile_legend(decision_paper(EXTREMES[name](untouched), SV), SV)]

    assert marks("nothing answered") == [Mark.BAND, Mark.TARGET]
    assert marks("all zero") == [Mark.POINT, Mark.FLOOR, Mark.TARGET]
    assert marks("half answered at the top") == list(Mark)
    assert decision_paper(EXTREMES["all not applicable"](untouched), SV).profile == ()
