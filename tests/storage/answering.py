"""Answers without end and says so: `python -m tests.storage.answering URL PARTICIPANT ITEM…`. Meant to be killed."""

import sys
from itertools import count

from assessment.domain.response import rated
from assessment.domain.viewer import ADMINISTRATOR
from assessment.services import responses
from assessment.storage.database import open_engine


def main(url, participant_id, items):
    engine = open_engine(url)
    for number in count():
        item, level = items[number % len(items)], number // len(items) % 5
        responses.answer(engine, ADMINISTRATOR, participant_id=participant_id, item_id=item, answer=rated(level))
        responses.write(
            engine,
            ADMINISTRATOR,
            participant_id=participant_id,
            item_id=item,
            which=responses.ResponseText.COMMENT,
            text=str(number),
        )
        sys.stdout.write(f"{number} {item} {level}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
