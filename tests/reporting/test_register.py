"""What the register shows: headings that hold at the extremes, tables with the same figures."""

from datetime import timedelta

import pytest

from assessment.domain.delivery import Known, Outage
from assessment.domain.register import Cover
from assessment.reporting import register_findings as findings
from assessment.reporting.marks import register as marks
from assessment.reporting.marks.exposure import exposure_rows
from assessment.reporting.marks.register_figures import register_figures
from assessment.reporting.register_frames import contract_frame, meeting_frame
from assessment.texts.language import language
from tests.domain.register_entries import TODAY, activity, delivery, register

YESTERDAY = TODAY - timedelta(days=1)
SV, EN = language("sv"), language("en")
WATER, CARE, HEAT = activity("vatten", need_owner="Chefen"), activity("omsorg"), activity("värme")


def leaning(*who, outage=Outage.DAY, id_="el", **facts):
    return delivery(id_, reliance=dict.fromkeys([one.id for one in who], outage), **facts)


FINDINGS = {
    "empty": (register(), "Vilka verksamheter måste fungera?"),
    "no delivery": (register([WATER]), "En verksamhet finns i registret"),
    "no deliveries": (register([WATER, CARE]), "Två verksamheter finns i registret"),
    "gap": (
        register([WATER, CARE], [leaning(WATER, reserve=Known.NO)]),
        "En av två verksamheter har en lucka bland sina leveranser",
    ),
    "gaps": (
        register([WATER, CARE, HEAT], [leaning(WATER, HEAT, reserve=Known.NO)]),
        "Två av tre verksamheter har en lucka bland sina leveranser",
    ),
    "one unclear": (
        register([WATER], [leaning(WATER)]),
        "Hittills syns ingen lucka, men ett beroende är oklart",
    ),
    "unclear": (
        register([WATER, CARE], [leaning(WATER, CARE, reserve=Known.UNKNOWN)]),
        "Hittills syns ingen lucka, men två beroenden är oklara",
    ),
    "covered": (
        register([WATER], [leaning(WATER, reserve=Known.YES)]),
        "Ingen lucka syns i det ni har registrerat",
    ),
}


@pytest.mark.parametrize(("shown", "heading"), FINDINGS.values(), ids=FINDINGS)
def test_the_heading_claims_only_what_holds(shown, heading):
    assert findings.register_finding(shown, SV) == heading
    assert findings.register_finding(shown, EN)
    assert findings.register_lede(shown, SV)


def test_the_lede_tells_who_lacks_an_owner_and_which_contracts_wait():
    late = leaning(WATER, reserve=Known.YES, contract_end=TODAY + timedelta(days=30))
    shown = register([WATER, CARE, HEAT], [late])
    assert findings.register_lede(shown, SV) == (
        "Två verksamheter saknar behovsägare. Ett avtal väntar på ett beslut som är sent."
    )


def test_the_most_shared_is_named_when_it_is_one():
    three = [leaning(WATER, CARE, id_=id_) for id_ in ("el", "nät", "diesel")]
    assert findings.concentration_finding(register([WATER, CARE], three), SV) == (
        "Tre leveranser bär två verksamheter var"
    )
    assert findings.concentration_finding(register([WATER, CARE], three[:1]), SV) == (
        "El: två av två verksamheter klarar sig inte utan"
    )
    assert findings.concentration_finding(register([WATER], [leaning(WATER)]), SV) == (
        "Ingen leverans delas av flera verksamheter"
    )


def test_the_timeline_tells_what_is_late_then_what_comes_next():
    late = leaning(WATER, contract_end=TODAY)
    far = leaning(WATER, id_="nät", contract_end=TODAY.replace(year=2030), lead_months=0)
    decided = leaning(WATER, id_="flis", contract_end=TODAY, next_decided=Known.YES)
    assert findings.timeline_finding(register([WATER], [late, far]), SV) == "Ett beslut är sent"
    assert findings.timeline_finding(register([WATER], [far]), SV) == "Nästa beslut behövs senast 22 november 2030"
    assert findings.timeline_finding(register([WATER], [decided]), SV) == (
        "Alla avtal som slutar har ett beslut om vad som kommer sedan"
    )


def test_figures_read_the_same_as_the_tables_behind_them():
    shown = register([WATER, CARE], [leaning(WATER, CARE, reserve=Known.NO, contract_end=TODAY)])
    drawn = marks.matrix(shown, SV)
    frame = meeting_frame(shown, SV)
    assert drawn.count("Lucka: ingen reservplan") == list(frame["cover"]).count("Lucka: ingen reservplan") == 2
    assert drawn.count("1 dygn") == list(frame["longest_outage"]).count("1 dygn") == 2
    (turn,) = contract_frame(shown, SV)["turn"]
    assert turn == "Beslutet behövdes senast 22 november 2025"
    assert f"El. {turn}. Avtalet slutar 22 november 2026." in marks.timeline(shown, SV)


def test_bars_have_a_text_for_those_who_do_not_see_them():
    shown = register([WATER, CARE], [leaning(WATER, CARE, reserve=Known.NO)])
    assert 'aria-label="2 av 2 verksamheter: Omsorg och Vatten"' in marks.concentration_rows(shown, SV)
    assert "Ingen reservplan: stannar den drabbas alla" in marks.concentration_rows(shown, SV)


def test_without_dependencies_the_figures_show_a_dash_and_never_zero():
    drawn = register_figures(register([WATER]), SV)
    assert drawn.count("<b>–</b>inget att räkna än") == 2


def test_names_are_shown_letter_by_letter():
    evil = activity("x", name="<b>Vatten</b> & *mer*")
    shown = register([evil, CARE], [leaning(evil, CARE, name="<i>El</i>", contract_end=TODAY)])
    for drawn in (marks.matrix(shown, SV), marks.concentration_rows(shown, SV), marks.timeline(shown, SV)):
        assert "<b>Vatten" not in drawn and "<i>El" not in drawn


def test_every_day_lies_on_the_line_of_time():
    ends = [leaning(WATER, id_=f"d{year}", contract_end=TODAY.replace(year=year)) for year in (2020, 2026, 2040)]
    shown = register([WATER], ends)
    scale = marks.Scale.around(shown.contract_ends, TODAY)
    days = [TODAY, *(day for one in shown.contract_ends for day in (one.decide_by, one.ends))]
    assert all(0 <= scale.at(day) <= 100 for day in days)
    assert len(scale.years) <= 8
    assert marks.timeline(register([WATER]), SV) == ""


def test_the_legend_explains_every_bar_that_is_drawn():
    covers = [Cover.OPEN, Cover.UNCOVERED]
    drawn = marks.cover_legend(covers, SV)
    assert "Lucka" in drawn and "Inte besvarat" in drawn and "Reservplan finns" not in drawn


def test_many_activities_are_told_in_rows_with_the_most_gaps_first():
    ended = {"reserve": Known.NO, "contract_end": YESTERDAY}
    deliveries = [leaning(CARE, id_="a", name="El", **ended), leaning(CARE, WATER, id_="b", name="Data", **ended)]
    drawn = exposure_rows(register([WATER, CARE, HEAT], deliveries), SV, most=1)
    assert "Två av två är luckor" in drawn and CARE.facts.name in drawn
    assert f">{WATER.facts.name}<" not in drawn


def test_more_bars_than_can_be_counted_are_told_as_a_number():
    many = [activity(f"skola {number:02}") for number in range(30)]
    drawn = marks.concentration_rows(register(many, [leaning(*many)]), SV)
    assert drawn.count("<i ") == 1 and " 30</span>" in drawn
    assert "… och 22 till" in drawn


def test_a_short_matrix_keeps_the_deliveries_with_most_gaps():
    deliveries = [
        leaning(WATER, CARE, id_="trygg", name="Trygg", reserve=Known.YES),
        leaning(WATER, id_="lucka", name="Lucka", contract_end=YESTERDAY),
    ]
    drawn = marks.matrix(register([WATER, CARE], deliveries), SV, most=1)
    assert "Lucka" in drawn and "Trygg" not in drawn
