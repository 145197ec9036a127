"""A vote that was confirmed is on disk and counted once; any other is refused and counted never."""

import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path
from threading import Barrier, Thread
from time import sleep

import pytest

from assessment.domain.response import ANSWERS, UNKNOWN, rated
from assessment.domain.workshop_errors import NotJoined, VoteClosed
from assessment.services import ballots, room, steps
from assessment.services.house import open_house
from assessment.services.presence import PRESENCE
from assessment.storage import repository
from assessment.storage.database import reading
from tests import builders
from tests.builders import ADA
from tests.workshop_builders import Facilitator, attend, person, prepare, vote

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def workshop(engine, quick_assessment):
    """Prepared, nobody has joined."""
    return prepare(engine, quick_assessment)


@pytest.fixture
def ada(engine, workshop):
    """Ada, who takes the workshop's steps."""
    return Facilitator(engine, workshop)


@pytest.fixture
def phone(engine, workshop):
    """The token of somebody who has joined."""
    return attend(engine, workshop)


def stored(engine, workshop, round_id):
    """Participant and answer code of every ballot of a round."""
    with reading(engine) as session:
        found = repository.ballots(session, workshop.id, [round_id]).get(round_id, [])
    return {one.participant_id: one.answer.code for one in found}


def refusal(result):
    """The kind of error that met a vote; None when it was confirmed."""
    return None if isinstance(result, ballots.CastVote) else type(result)


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda answer: answer.code)
def test_every_answer_is_stored_as_given(engine, workshop, ada, phone, answer):
    round_id = ada.open_vote("POL-01")
    confirmed = vote(engine, phone, round_id, answer)
    assert (confirmed.workshop_id, confirmed.answer) == (workshop.id, answer)
    assert stored(engine, workshop, round_id) == {confirmed.participant_id: answer.code}


def test_who_votes_again_replaces_the_own_vote(engine, workshop, ada, phone):
    round_id = ada.open_vote("POL-01")
    for level in (0, 4, 1):
        vote(engine, phone, round_id, level)
    assert list(stored(engine, workshop, round_id).values()) == ["1"]


def test_of_two_votes_of_one_phone_in_the_same_moment_the_later_counts(engine, workshop, ada, phone):
    round_id = ada.open_vote("POL-01")
    both = ballots.cast(engine, [ballots.Vote(phone, round_id, rated(level)) for level in (3, 1)])
    assert [one.answer.level for one in both] == [3, 1]
    assert list(stored(engine, workshop, round_id).values()) == ["1"]


def test_each_vote_of_a_batch_gets_its_own_reply(engine, workshop, ada, phone):
    elsewhere = prepare(engine, builders.start(engine, name="Hemtjänsten"))
    other_phone, other_ada = attend(engine, elsewhere), Facilitator(engine, elsewhere)
    round_id = ada.open_vote("POL-01")
    other_ada.skip("TID-01")  # so that their rounds have different numbers
    other_round = other_ada.open_vote("TID-01")
    votes = [(phone, round_id, 2), ("okänd", round_id, 2), (other_phone, other_round, 0), (other_phone, round_id, 4)]
    results = ballots.cast(engine, [ballots.Vote(token, round_, rated(level)) for token, round_, level in votes])
    assert [refusal(one) for one in results] == [None, NotJoined, None, VoteClosed]
    assert list(stored(engine, workshop, round_id).values()) == ["2"]
    assert list(stored(engine, elsewhere, other_round).values()) == ["0"]


def test_no_votes_make_no_fuss(engine):
    assert ballots.cast(engine, []) == []


@pytest.mark.parametrize("token", ["", "x", "å" * 5000, "\x00"])
def test_who_has_not_joined_does_not_vote(engine, workshop, ada, token):
    round_id = ada.open_vote("POL-01")
    assert refusal(vote(engine, token, round_id, 3)) is NotJoined
    assert stored(engine, workshop, round_id) == {}


def test_a_round_that_does_not_exist_takes_no_vote(engine, workshop, ada, phone):
    ada.open_vote("POL-01")
    for round_id in (0, -1, 2, 2**40):
        assert refusal(vote(engine, phone, round_id, 3)) is VoteClosed


ENDINGS = {
    "revealed": lambda ada: ada.reveal(),
    "skipped": lambda ada: ada.skip("POL-01"),
    "undone": lambda ada: ada.undo(),
    "revealed and opened again": lambda ada: (ada.reveal(), ada.open_vote("POL-01")),
    "undone and opened again": lambda ada: (ada.undo(), ada.open_vote("POL-01")),
    "closed": lambda ada: (ada.reveal(), ada.close()),
}


@pytest.mark.parametrize("end", ENDINGS.values(), ids=list(ENDINGS))
def test_no_vote_counts_in_a_round_that_is_over(engine, workshop, ada, phone, end):
    round_id = ada.open_vote("POL-01")
    vote(engine, attend(engine, workshop), round_id, 2)
    end(ada)
    assert refusal(vote(engine, phone, round_id, 4)) is VoteClosed
    assert list(stored(engine, workshop, round_id).values()) == ["2"]


def test_when_the_reveal_is_taken_back_one_can_vote_in_the_same_round_again(engine, workshop, ada, phone):
    round_id = ada.open_vote("POL-01")
    vote(engine, phone, round_id, 2)
    ada.reveal()
    ada.undo()
    vote(engine, phone, round_id, 3)
    assert list(stored(engine, workshop, round_id).values()) == ["3"]


def test_votes_of_an_undone_round_do_not_turn_up_in_the_next(engine, workshop, ada, phone):
    vote(engine, phone, ada.open_vote("POL-01"), 4)
    ada.undo()
    ada.open_vote("POL-01")
    assert room.progress(engine, ADA, workshop.id).voted == 0


def test_who_votes_is_here_and_who_tries_without_having_joined_is_not(engine, workshop, ada, phone):
    round_id = ada.open_vote("POL-01")
    vote(engine, phone, round_id, UNKNOWN)
    vote(engine, "okänd", round_id, 1)
    assert PRESENCE.present(workshop.id) == {person(engine, phone)}


# Many at once


def test_what_was_confirmed_while_another_revealed_is_in_the_tally_and_the_rest_is_not(engine, workshop, ada):
    """Eight phones vote again and again, until the reveal stops them. What is counted is what was confirmed last."""
    tokens = [attend(engine, workshop) for _ in range(8)]
    people = {token: person(engine, token) for token in tokens}
    round_id = ada.open_vote("POL-01")
    together, confirmed, late = Barrier(len(tokens) + 1), {}, Counter()

    def vote_without_end(token):
        together.wait()
        for level in range(400):
            result = vote(engine, token, round_id, level % 5)
            if isinstance(result, ballots.CastVote):
                assert late[token] == 0, "confirmed after it was closed"
                confirmed[people[token]] = str(level % 5)
            else:
                assert refusal(result) is VoteClosed
                late[token] += 1
                if late[token] > 3:
                    return

    threads = [Thread(target=vote_without_end, args=(token,)) for token in tokens]
    for thread in threads:
        thread.start()
    together.wait()
    while len(confirmed) < 3:
        sleep(0.001)
    steps.reveal(engine, ADA, workshop.id, version=1)
    for thread in threads:
        thread.join()
    assert sum(late.values()) == 4 * len(tokens), "the reveal came too late to stop anybody"
    assert stored(engine, workshop, round_id) == confirmed
    tally = room.room(engine, ADA, workshop.id).tally
    assert [str(level) for level in tally.levels] == sorted(confirmed.values())


def test_a_hall_votes_in_one_batch(engine, workshop, ada):
    tokens = [attend(engine, workshop) for _ in range(60)]
    round_id = ada.open_vote("POL-01")
    votes = [ballots.Vote(token, round_id, ANSWERS[number % 7]) for number, token in enumerate(tokens)]
    results = ballots.cast(engine, votes)
    assert stored(engine, workshop, round_id) == {one.participant_id: one.answer.code for one in results}
    assert len(stored(engine, workshop, round_id)) == 60


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.05, 0.13, 0.29])
def test_every_confirmed_vote_survives_a_kill(house_url, seconds):
    engine = open_house(house_url)
    workshop = prepare(engine, builders.start(engine))
    tokens = [attend(engine, workshop) for _ in range(5)]
    people = [person(engine, token) for token in tokens]
    round_id = Facilitator(engine, workshop).open_vote("POL-01")
    engine.dispose()

    confirmed = killed_after(seconds, house_url, round_id, tokens)
    assert confirmed, "the program had no time to vote"
    last = {people[int(place)]: int(level) for place, level in confirmed}

    reopened = open_house(house_url)
    with reading(reopened) as session:
        if reopened.dialect.name == "sqlite":
            assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
    found = stored(reopened, workshop, round_id)
    # The killed program may have saved one more vote than it had time to say.
    ahead = {who for who, code in found.items() if last.get(who) != int(code)}
    assert set(last) <= set(found)
    assert len(ahead) <= 1
    assert all(int(found[who]) == (last[who] + 1) % 5 for who in ahead if who in last)
    assert room.progress(reopened, ADA, workshop.id).voted == len(found)
    assert isinstance(vote(reopened, tokens[0], round_id, 4), ballots.CastVote), "the round goes on"
    reopened.dispose()


def killed_after(seconds, url, round_id, tokens):
    """The lines that the program wrote before it was killed, a while after the first of them."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.services.voting", url, str(round_id), *tokens],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    first = process.stdout.readline()
    timer = threading.Timer(seconds, os.kill, (process.pid, signal.SIGKILL))
    timer.start()
    rest = process.stdout.read()
    assert process.wait() == -signal.SIGKILL
    complete = (first + rest).rpartition("\n")[0].splitlines()
    return [line.split() for line in complete]
