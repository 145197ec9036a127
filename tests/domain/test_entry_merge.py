"""Two writers of one entry: what only one of them has changed is kept."""

from dataclasses import replace
from datetime import date

from assessment.domain.entry_merge import merged, written_parts
from assessment.domain.way import Mark, Way
from tests.domain.way_facts import COMPLETE

SEEN = written_parts(COMPLETE)


def test_changes_of_different_fields_are_both_kept():
    mine = replace(COMPLETE, motive="Mitt", review_on=date(2030, 1, 1))
    theirs = replace(COMPLETE, risk="Deras")
    assert merged(SEEN, mine, theirs) == replace(mine, risk="Deras")


def test_where_both_have_changed_the_same_mine_is_put_on_top():
    theirs = replace(COMPLETE, motive="Deras")
    assert merged(SEEN, replace(COMPLETE, motive="Mitt"), theirs).motive == "Mitt"


def test_of_a_mapping_each_entry_is_kept_by_itself():
    mine = replace(COMPLETE, effects={**COMPLETE.effects, Way.OWN: "Mitt"}, marks={"a": Mark.HOLDS})
    theirs = replace(COMPLETE, effects={**COMPLETE.effects, Way.PROCUREMENT: "Deras"}, marks={"b": Mark.UNKNOWN})
    found = merged(SEEN, mine, theirs)
    assert found.effects == {Way.OWN: "Mitt", Way.PROCUREMENT: "Deras"}
    assert found.marks == {"a": Mark.HOLDS, "b": Mark.UNKNOWN}


def test_what_has_been_taken_away_stays_away():
    theirs = replace(COMPLETE, risk="Deras")
    assert merged(SEEN, replace(COMPLETE, effects={}, secrecy=""), theirs) == replace(theirs, effects={}, secrecy="")
    assert merged(SEEN, replace(COMPLETE, risk="Mitt"), replace(COMPLETE, effects={})).effects == {}
