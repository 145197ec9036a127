"""Report → HTML marks, the same on screen, phone and paper.

A square is an item, a circle is a person, an upright line is the target. Every text is escaped; the numbers stand in
the label of the outer mark, and the squares themselves are hidden from screen readers.
"""

from assessment.reporting.marks.disagreement import disagreement_table
from assessment.reporting.marks.document_card import document_card
from assessment.reporting.marks.key_figures import key_figures
from assessment.reporting.marks.map import map_table
from assessment.reporting.marks.message_card import message_card
from assessment.reporting.marks.outcomes import outcome_list
from assessment.reporting.marks.profile import profile_axis, profile_figure, profile_legend, profile_track
from assessment.reporting.marks.review_track import review_axis, review_track
from assessment.reporting.marks.settled import settled_table
from assessment.reporting.marks.squares import legend, split, split_columns, square
from assessment.reporting.marks.stage import JoinPanel, stage
from assessment.reporting.marks.then_now import (
    key_changes,
    move_list,
    then_now_figure,
    then_now_legend,
    then_now_track,
)
from assessment.reporting.marks.units import levels_legend, unit_items, unit_table
from assessment.reporting.marks.unknown import unknown_table
from assessment.reporting.marks.wheel import wheel_figure, wheel_list

__all__ = [
    "JoinPanel",
    "disagreement_table",
    "document_card",
    "key_changes",
    "key_figures",
    "legend",
    "levels_legend",
    "map_table",
    "message_card",
    "move_list",
    "outcome_list",
    "profile_axis",
    "profile_figure",
    "profile_legend",
    "profile_track",
    "review_axis",
    "review_track",
    "settled_table",
    "split",
    "split_columns",
    "square",
    "stage",
    "then_now_figure",
    "then_now_legend",
    "then_now_track",
    "unit_items",
    "unit_table",
    "unknown_table",
    "wheel_figure",
    "wheel_list",
]
