"""The figures about people: the same numbers in marks, tables and headings, and nothing about one or two."""

import re

import pytest

from assessment.domain.response import UNKNOWN, rated
from assessment.reporting import findings, frames, marks, people_findings
from assessment.reporting.divided import by_worth, most_divided
from assessment.texts.language import language
from tests.domain.rounds import hands, person, vote
from tests.domain.strategies import make_item, make_report

SV, EN = language("sv"), language("en")


@pytest.fixture
def report():
    """Two roles of three and a need owner alone; three questions, the first agreed on after a second vote."""
    buyers, leaders = [person(id_, "inkop") for id_ in "abc"], [person(id_, "beslutsfattare") for id_ in "def"]
    people = [*buyers, *leaders, person("g", "behovsagare")]

    def cast(levels):
        return {one.id: level if level is UNKNOWN else rated(level) for one, level in zip(people, levels, strict=True)}

    rounds = [
        vote(1, cast((0, 1, 1, 2, 3, 3, 2)), item="POL-01"),
        vote(2, cast((1, 2, 2, 2, 2, 2, 2)), item="POL-01"),
        vote(3, cast((UNKNOWN, UNKNOWN, 0, 4, 4, UNKNOWN, 4)), item="POL-02"),
        vote(4, cast((2, 2, 2, 2, 2, 2, 2)), item="TID-01"),
    ]
    asked = [make_item("POL-01"), make_item("POL-02"), make_item("TID-01"), make_item("TID-02")]
    return make_report(asked, people, {}, agreed={"POL-01": 2}, rounds=rounds)


def test_the_questions_stand_by_worth_and_all_can_be_shown(report):
    assert [result.item.id for result, _ in most_divided(report)] == ["POL-01", "POL-02"]
    assert [result.item.id for result, _ in by_worth(report)] == ["POL-01", "POL-02", "TID-01"]
    frame = frames.disagreement_frame(report, SV)
    assert list(frame["item_id"]) == ["POL-01", "POL-02", "TID-01"]
    assert frame["levels"][0] == "0 1 1 2 2 3 3"  # what was said first
    assert list(frame["agreed_level"].astype(object).where(frame["agreed_level"].notna(), None)) == [2, None, None]


def test_the_figure_has_a_square_for_each_role_median_of_the_frame(report):
    frame = frames.disagreement_frame(report, SV).set_index("item_id")
    html = marks.disagreement_table(report, by_worth(report), SV)
    shown = re.findall(r'ru-level-(\d) big"', html)
    told = [frame.loc[item, f"role:{role}"] for item in frame.index for role in report.shown_roles]
    assert shown == [str(level) for level in told if level is not None and str(level) != "<NA>"]
    assert "behovsagare" not in report.shown_roles
    assert html.count("agreed") == 1


def test_dots_become_bars_above_twelve(report):
    few = marks.disagreement_table(report, by_worth(report), SV)
    many = make_report([make_item()], [], {}, rounds=[hands(1, 2600, 0, 13, 0, 2)])
    html = marks.disagreement_table(many, by_worth(many), SV)
    assert ('class="bar"' in few, few.count("<i></i>")) == (False, 7 + 4 + 7)
    assert ("<i></i>" in html, html.count('class="bar"')) == (False, 5)
    assert "2\u00a0600 på nivå 0" in html
    assert frames.disagreement_frame(many, SV)["levels"][0] == "2\u00a0600 på nivå 0, 13 på nivå 2, 2 på nivå 4"


def test_dont_knows_of_a_role_that_would_leave_one_person_over_are_told_together(report):
    frame = frames.unknown_frame(report, SV)
    assert list(frame["group"]) == [
        "ord",
        "Övriga tillsammans",
        "Alla",
    ]  # `ord` is what the made checklist calls all roles
    assert list(frame["unknown:POL"]) == [1, 2, 3]
    assert list(frame["answers"]) == [9, 12, 21]
    strips = re.findall(r"<span(?: class=\"soft\")?>(\d+) av (\d+)</span>", marks.unknown_table(report, SV))
    assert [pair for pair in strips if pair[0] != "0"] == [("1", "6"), ("2", "8"), ("3", "14")]
    assert list(frames.unknown_item_frame(report, SV)["unknown_count"]) == [3]


def test_headings_say_what_the_figures_show(report):
    assert people_findings.settled_finding(report, SV) == "Ni har enats om 1 av 4 frågor"
    assert (
        people_findings.dissent_lede(report, SV) == "I en av dem höll någon fast vid en annan nivå i den sista rösten."
    )
    assert people_findings.unknown_finding(report, EN) == "3 of 21 answers are don't know"
    assert people_findings.rests_finding(report, SV) == "Ingen frågas nivå beror på en enda person"
    assert people_findings.index_range(report, SV) == "Index blir 67 vem som än räknas bort."


def test_no_role_is_named_when_two_share_the_place_or_the_others_lead():
    people = [*(person(id_, "inkop") for id_ in "abc"), *(person(id_, "beslutsfattare") for id_ in "def")]
    level = dict.fromkeys("bcef", rated(1)) | dict.fromkeys("ad", UNKNOWN)
    shared = make_report([make_item()], people, {}, rounds=[vote(1, level)])
    assert people_findings.unknown_finding(shared, SV) == "2 av 6 svar är vet inte"
    small = [
        *(person(id_, "inkop") for id_ in "abc"),
        person("d", "beslutsfattare"),
        *(person(id_, "behovsagare") for id_ in "ef"),
    ]
    others = make_report(
        [make_item()], small, {}, rounds=[vote(1, dict.fromkeys("abc", rated(1)) | dict.fromkeys("def", UNKNOWN))]
    )
    assert people_findings.unknown_finding(others, SV) == "3 av 6 svar är vet inte"


def test_the_role_that_answers_dont_know_most_often_is_named():
    people = [*(person(id_, "inkop") for id_ in "abc"), *(person(id_, "behovsagare") for id_ in "def")]
    level = dict.fromkeys("bcdef", rated(1)) | {"a": UNKNOWN}
    report = make_report([make_item()], people, {}, rounds=[vote(1, level)])
    assert people_findings.unknown_finding(report, SV) == "Upphandlingsfunktionen svarar oftast vet inte: 1 av 3 svar"


def test_what_rests_on_one_is_counted_and_the_index_has_ends():
    votes = [
        vote(1, dict(zip("abcd", map(rated, (0, 0, 4, 4)), strict=True)), item="POL-01"),
        vote(2, dict(zip("abcd", map(rated, (1, 2, 3, 3)), strict=True)), item="TID-01"),
    ]
    report = make_report([make_item("POL-01"), make_item("TID-01")], map(person, "abcd"), {}, rounds=votes)
    assert people_findings.rests_finding(report, SV) == "Två frågors nivå beror på en enda person"
    frame = frames.rests_frame(report, SV)
    assert frame.drop(columns="question").to_numpy().tolist() == [["POL-01", 0, 0, 4], ["TID-01", 2, 2, 3]]
    assert people_findings.index_range(report, EN) == "Leaving one person out gives an index between 25 and 88."


def test_two_divided_questions_compare_the_roles_by_what_they_said_first(report):
    assert findings.disagreement_finding(report, EN) == "The answers to two questions differ"
