"""What is known after a workshop: what everybody says now, and what everybody said first."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given

from assessment.domain.record import EntryKind
from assessment.domain.response import NOT_APPLICABLE, UNKNOWN, rated
from assessment.domain.scoring import ItemState
from tests.domain.rounds import hands, person, reports_with_rounds, response, vote
from tests.domain.strategies import make_item, make_report

pytestmark = pytest.mark.slow

ITEM = "POL-01"
BEN, CHI, DAN = person("Ben"), person("Chi"), person("Dan")
TRIO = (BEN, CHI, DAN)


def report_of(*rounds, given=None, people=TRIO, agreed=None):
    return make_report([make_item()], people, given or {}, agreed=agreed, rounds=rounds)


def now_and_first(report):
    return list(report.answers.get(ITEM, ())), list(report.first_answers.get(ITEM, ()))


def test_a_ballot_is_an_answer():
    report = report_of(vote(1, {"Ben": rated(2), "Chi": rated(3)}))
    assert now_and_first(report) == ([rated(2), rated(3)], [rated(2), rated(3)])
    assert (report.results[0].level, report.role_sizes) == (2, {"inkop": 2})


def test_the_second_round_counts_now_and_the_first_tells_how_people_differed():
    report = report_of(vote(1, {"Ben": rated(0), "Chi": rated(4)}), vote(5, {"Ben": rated(3), "Chi": rated(3)}))
    assert now_and_first(report) == ([rated(3), rated(3)], [rated(0), rated(4)])
    assert (report.results[0].level, report.agreement_on(ITEM).counts) == (3, (1, 0, 0, 0, 1))


def test_whoever_missed_the_second_round_still_says_what_was_said_in_the_first():
    report = report_of(vote(1, {"Ben": rated(0), "Chi": rated(4)}), vote(5, {"Chi": rated(3)}))
    assert now_and_first(report) == ([rated(0), rated(3)], [rated(0), rated(4)])


@pytest.mark.parametrize("minute, now, first", [(0, 4, 1), (3, 4, 0), (9, 1, 0)])
def test_an_own_answer_is_first_before_the_vote_and_latest_after_all_votes(minute, now, first):
    own = {"Ben": [response(rated(1), minute)]}
    report = report_of(vote(2, {"Ben": rated(0)}), vote(5, {"Ben": rated(4)}), given=own)
    assert now_and_first(report) == ([rated(now)], [rated(first)])


def test_answers_shown_to_the_room_are_first_answers_also_when_they_are_changed_afterwards():
    shown = vote(2, {"Ben": rated(1)}, kind=EntryKind.SHOWN)
    report = report_of(shown, given={"Ben": [response(rated(4), 3)]})
    assert now_and_first(report) == ([rated(4)], [rated(1)])


def test_an_answer_whose_time_nobody_knows_comes_before_every_vote():
    untimed = replace(response(rated(1), 0), answered_at=None)
    report = report_of(vote(2, {"Ben": rated(3)}), given={"Ben": [untimed]})
    assert now_and_first(report) == ([rated(3)], [rated(1)])


def test_a_text_without_an_answer_says_nothing():
    report = report_of(vote(2, {"Ben": rated(3)}), given={"Ben": [response(None, 9)]})
    assert now_and_first(report) == ([rated(3)], [rated(3)])


def test_the_last_show_of_hands_stands_for_everybody():
    report = report_of(vote(1, {"Ben": rated(0), "Chi": rated(4)}), hands(5, 0, 0, 0, 2, 0, 1))
    assert now_and_first(report) == ([rated(3), rated(3), UNKNOWN], [rated(0), rated(4)])


def test_a_vote_after_a_show_of_hands_takes_its_place():
    report = report_of(hands(1, 3), vote(5, {"Ben": rated(4)}))
    assert now_and_first(report) == ([rated(4)], [rated(4)])


def test_a_show_of_hands_is_what_was_said_first_only_where_nothing_else_was_said():
    report = report_of(hands(1, 1, 2), hands(5, 0, 0, 3))
    assert now_and_first(report) == ([rated(2)] * 3, [rated(0), rated(1), rated(1)])
    assert report.role_sizes == {}


def test_all_hands_for_not_applicable_take_the_item_out():
    report = report_of(hands(1, 0, 0, 0, 0, 0, 0, 4))
    assert (report.results[0].state, list(report.answers[ITEM])) == (ItemState.NOT_APPLICABLE, [NOT_APPLICABLE] * 4)


def test_names_that_were_open_show_roles_of_one():
    pair = (person("Ben", "inkop"), person("Chi", "behovsagare"))
    cast = {"Ben": rated(1), "Chi": rated(4)}
    hidden, open_ = (report_of(vote(1, cast, names_open=chosen), people=pair) for chosen in (False, True))
    assert (hidden.role_median(ITEM, "inkop"), hidden.shown_roles) == (None, ())
    assert (open_.role_median(ITEM, "inkop"), open_.shown_roles) == (1, ("inkop", "behovsagare"))


def test_open_names_in_the_workshop_do_not_show_what_was_answered_alone():
    pair = (person("Ben", "inkop"), person("Chi", "inkop"))
    given = {"Chi": [response(rated(4), 0)]}
    report = report_of(vote(1, {"Ben": rated(1)}, names_open=True), given=given, people=pair)
    assert report.role_median(ITEM, "inkop") == 1


def test_settling_without_any_answer_is_a_beginning():
    assert report_of().untouched
    assert not report_of(agreed={ITEM: 2}).untouched
    assert report_of(agreed={ITEM: 2}).leave_one_out is None


@given(reports_with_rounds())
def test_everybody_has_at_most_one_answer_now_and_one_first(report):
    for item, said in report.statements.latest.items():
        assert set(said) <= {one.id for one in report.participants}
        assert set(said) == set(report.statements.first[item])


@given(reports_with_rounds())
def test_an_answer_now_is_the_last_thing_its_person_said(report):
    for item, said in report.statements.latest.items():
        for who, answer in said.items():
            times = [
                (one.round.begun_at, ballot.answer)
                for one in report.rounds
                for ballot in one.ballots
                if (one.item_id, ballot.participant_id) == (item, who)
            ]
            times += [(one.answered_at, one.answer) for one in report.responses[who] if one.item_id == item]
            assert answer == max(times, key=lambda pair: pair[0])[1]


@given(reports_with_rounds())
def test_only_one_kind_of_answer_counts_for_an_item(report):
    last = {one.item_id: one for one in report.rounds}
    for item, answers in report.answers.items():
        if item in last and last[item].round.kind is EntryKind.COUNTED:
            assert Counter(answers) == Counter(last[item].hands)
        else:
            assert Counter(answers) == Counter(report.statements.latest[item].values())


@given(reports_with_rounds())
def test_roles_count_those_who_answered_or_voted(report):
    spoken = {ballot.participant_id for one in report.rounds for ballot in one.ballots}
    spoken |= {who for who, given in report.responses.items() if given}
    for role, size in report.role_sizes.items():
        assert size == sum(one.id in spoken and role in one.roles for one in report.participants)
