"""What was acknowledged is on disk, even when the program is killed in the middle of a sentence."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from assessment.services import assessments
from assessment.services.house import open_house
from assessment.storage import repository
from assessment.storage.database import reading
from tests import builders
from tests.builders import ADA

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [0.11, 0.23])
def test_every_acknowledged_answer_survives_a_kill(house_url, seconds):
    engine = open_house(house_url)
    assessment = builders.start(engine)
    ben = builders.join(engine, assessment, builders.BEN)
    items = [item.id for item in builders.asked(engine, assessment)]
    engine.dispose()

    acknowledged = killed_after(seconds, house_url, ben.id, items)
    assert acknowledged, "the program had no time to answer anything"
    last = {item: (int(number), int(level)) for number, item, level in acknowledged}

    reopened = open_house(house_url)
    with reading(reopened) as session:
        if reopened.dialect.name == "sqlite":
            assert session.connection().exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        stored = repository.responses_of(session, ben.id)
    round_ = len(items)
    for item, (number, level) in last.items():
        # The killed program may have saved one more round of this item than it had time to say.
        assert (stored[item].answer.level, int(stored[item].comment)) in {
            (level, number),
            ((level + 1) % 5, number),
            ((level + 1) % 5, number + round_),
        }
    behind = sum(
        int(one.comment) not in {number for number, _ in last.values()} for one in stored.values() if one.comment
    )
    assert behind <= 1
    assert assessments.revision(reopened, ADA, assessment.id) >= len(acknowledged)
    builders.answer(reopened, ben, items[0], 4)
    reopened.dispose()


def killed_after(seconds, url, participant_id, items):
    """The lines that the program wrote before it was killed, a while after the first of them."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.storage.answering", url, participant_id, *items],
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
