"""No heading may be wrong, least of all at an extreme."""

import pytest

from assessment.domain.checklist import LEVELS, Scope
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.reporting import findings, start_findings
from assessment.services import reports
from assessment.texts.language import language
from tests import builders

SV, EN = language("sv"), language("en")


@pytest.fixture
def report_of(engine, quick_assessment, ben):
    """The report after Ben has answered so; the rest is unanswered."""

    def report(answers):
        builders.answer_all(engine, ben, answers)
        return reports.report(engine, builders.ADA, quick_assessment.id)

    return report


def items(engine, assessment):
    return builders.asked(engine, assessment)


def headings(report, spoken=SV):
    return (
        findings.page_finding(report, spoken),
        findings.profile_finding(report, spoken),
        findings.at_target_finding(report, spoken),
        findings.map_finding(report, spoken),
        start_findings.start_finding(report, spoken),
        start_findings.start_lede(report, spoken),
    )


def test_nothing_answered_is_no_finding(engine, quick_assessment):
    assert headings(reports.report(engine, builders.ADA, quick_assessment.id)) == (
        "Inget är besvarat än",
        "Inget område har något index än",
        "0 av 24 frågor når målet",
        "Ingen bedömd fråga ligger under målet",
        "Inget är besvarat än",
        "",
    )


def test_too_few_answers_are_too_little_for_a_conclusion(report_of):
    report = report_of({"POL-01": 4, "POL-02": 0, "TID-01": 2})
    said = "Tre av 24 frågor är besvarade. Det är för lite för en slutsats."
    assert (findings.page_finding(report, SV), start_findings.start_finding(report, SV)) == (said, said)


def test_everything_not_applicable_leaves_nothing_to_say(report_of):
    assert headings(report_of((NOT_APPLICABLE,)))[:2] == ("Ingen fråga är tillämplig", "Ingen fråga är tillämplig")


def test_only_dont_knows_are_too_little_and_name_no_dimension(report_of):
    report = report_of((UNKNOWN,))
    assert headings(report)[0] == "Ingen fråga har en nivå än. Det är för lite för en slutsats."
    assert headings(report)[1] == "Inget område har något index än"


def test_dont_knows_do_not_count_as_answers_to_conclude_from(report_of):
    said = "Tre av 24 frågor har en nivå. Det är för lite för en slutsats."
    assert (
        findings.page_finding(report_of((0, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN)), SV) == said
    )


def test_all_at_level_0_are_equally_far(report_of):
    report = report_of((0,))
    assert headings(report)[:4] == (
        "Områdena ligger lika långt från målet",
        "Inget område når målet",
        "0 av 24 frågor når målet",
        "24 frågor ligger under målet",
    )


def test_all_at_level_4_reach_the_target(report_of):
    report = report_of((4,))
    assert headings(report)[:4] == (
        "Alla områden når målet",
        "6 av 6 områden når målet",
        "24 av 24 frågor når målet",
        "Ingen bedömd fråga ligger under målet",
    )


def test_a_ranking_that_open_items_cannot_change_is_certain(engine, quick_assessment, report_of):
    levels = {item.id: 0 if item.dimension == "TID" else 3 for item in items(engine, quick_assessment)}
    assert findings.page_finding(report_of(levels), SV) == "Tid är längst från målet"


def test_a_ranking_that_open_items_may_change_holds_so_far(engine, quick_assessment, report_of):
    levels = {item.id: 2 if item.dimension == "TID" else 3 for item in items(engine, quick_assessment)}
    levels |= {item.id: UNKNOWN for item in items(engine, quick_assessment) if item.id in ("TID-01", "KUN-01")}
    report = report_of(levels)
    assert findings.page_finding(report, SV) == "Hittills är Tid längst från målet"
    assert findings.page_finding(report, EN) == "So far, Time is furthest from the target"


@pytest.mark.parametrize("open_answer", [*LEVELS, NOT_APPLICABLE])
def test_a_certain_heading_survives_every_way_to_answer_the_open_items(
    engine, quick_assessment, ben, report_of, open_answer
):
    asked = items(engine, quick_assessment)
    levels = {item.id: 0 if item.dimension in ("TID", "KUN") else 4 for item in asked}
    levels |= {"POL-01": UNKNOWN, "TID-01": UNKNOWN}
    before = report_of(levels)
    said = findings.page_finding(before, SV)
    assert said == "Tid och Kunskap är längst från målet"
    after = report_of({"POL-01": open_answer, "TID-01": open_answer})
    shortfalls = {name: score.target_index - score.index.point for name, score in after.dimensions.items()}
    assert min(shortfalls["TID"], shortfalls["KUN"]) > max(
        distance for name, distance in shortfalls.items() if name not in ("TID", "KUN")
    )


def test_a_map_where_two_steps_share_the_place_names_neither(engine, quick_assessment, report_of):
    levels = {item.id: 1 if item.step in ("vagval", "forbered") else 3 for item in items(engine, quick_assessment)}
    assert findings.map_finding(report_of(levels), SV) == "Tolv frågor ligger under målet"


def test_a_map_says_so_far_while_open_items_may_change_it(engine, quick_assessment, report_of):
    levels = {item.id: 1 if item.step == "vagval" else 3 for item in items(engine, quick_assessment)}
    assert findings.map_finding(report_of(levels), SV) == "Flest gap finns i steget Vägval: 6 av 6 frågor"
    levels |= {item.id: UNKNOWN for item in items(engine, quick_assessment) if item.step == "forbered"}
    assert findings.map_finding(report_of(levels), SV) == "Hittills finns flest gap i steget Vägval: 6 av 6 frågor"


def test_roles_are_compared_only_from_three_people_on(engine):
    assessment = builders.start(engine, scope=Scope.QUICK)
    for number in range(3):
        leader = builders.join(engine, assessment, f"Ledare {number}", roles=["beslutsfattare"])
        builders.answer_all(engine, leader, (4,))
    for number in range(2):
        buyer = builders.join(engine, assessment, f"Inköpare {number}", roles=["inkop"])
        builders.answer_all(engine, buyer, (0,))
    said = findings.disagreement_finding(reports.report(engine, builders.ADA, assessment.id), SV)
    assert said == "Svaren på 24 frågor skiljer sig"
    third = builders.join(engine, assessment, "Inköpare 3", roles=["inkop"])
    builders.answer_all(engine, third, (0,))
    said = findings.disagreement_finding(reports.report(engine, builders.ADA, assessment.id), SV)
    assert said == "Upphandlingsfunktionen svarar lägre än beslutsfattarna i 24 av 24 frågor"


def test_start_says_where_you_have_come_furthest_and_where_most_is_open(engine, quick_assessment, report_of):
    levels = {item.id: 3 if item.step == "analysera" else 1 for item in items(engine, quick_assessment)}
    assert start_findings.start_lede(report_of(levels), SV) == "Ni har kommit längst i steget Analysera."
    report = report_of({"KUN-08": UNKNOWN})
    assert start_findings.start_finding(report, SV) == "Ni når målet i 6 av 24 frågor"
    assert start_findings.start_lede(report, SV) == (
        "Hittills har ni kommit längst i steget Analysera. I steget Kommunicera är en av sex frågor ännu öppen."
    )
