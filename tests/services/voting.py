"""Votes without end and says so: `python -m tests.services.voting URL ROUND TOKEN…`. Meant to be killed."""

import sys
from itertools import count

from assessment.domain.response import rated
from assessment.services import ballots
from assessment.storage.database import open_engine


def main(url, round_id, tokens):
    engine = open_engine(url)
    for number in count():
        place, level = number % len(tokens), number // len(tokens) % 5
        [result] = ballots.cast(engine, [ballots.Vote(tokens[place], round_id, rated(level))])
        assert isinstance(result, ballots.CastVote), result
        sys.stdout.write(f"{place} {level}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3:])
