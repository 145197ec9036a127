"""The words of comparisons: what moments and units are called, what has become of items and of actions."""

from collections.abc import Mapping, Sequence
from typing import Final

from assessment.domain.action_outcome import Aftermath, Verdict
from assessment.domain.assessment import Assessment
from assessment.domain.comparison import Comparison, LeftOut, WhyLeftOut
from assessment.domain.errors import sentence
from assessment.domain.hidden_names import letters
from assessment.domain.movement import Change, Ground, Movement
from assessment.domain.scoring import ItemResult, ItemState
from assessment.domain.subject import History, occasions
from assessment.texts import labels
from assessment.texts.language import Language

CHANGE: Final = {
    Change.ROSE: sentence("Rose"),
    Change.FELL: sentence("Fell"),
    Change.SAME: sentence("Same level"),
    Change.BECAME_KNOWN: sentence("Became known"),
    Change.BECAME_OPEN: sentence("Became open"),
    Change.STAYED_OPEN: sentence("Still open"),
}
GROUND: Final = {
    Ground.ANSWERS: sentence("the answers both times"),
    Ground.AGREED: sentence("agreed in the group both times"),
    Ground.NOW_AGREED: sentence("then the answers, now agreed in the group"),
    Ground.THEN_AGREED: sentence("then agreed in the group, now the answers"),
}
AFTERMATH: Final = {
    Aftermath.REACHED: sentence("rose to the expected level"),
    Aftermath.ROSE: sentence("rose, but not to the expected level"),
    Aftermath.SAME: sentence("same level"),
    Aftermath.FELL: sentence("fell"),
    Aftermath.OPEN: sentence("cannot be told, a level is missing"),
    Aftermath.NOT_COMPARED: sentence("cannot be compared"),
}
VERDICT: Final = {
    Verdict.DONE_ROSE: sentence("Done, and the level rose afterwards"),
    Verdict.DONE_PARTLY: sentence("Done, and some levels rose afterwards"),
    Verdict.DONE_NOT_ROSE: sentence("Done, but no level rose afterwards"),
    Verdict.DONE_UNCLEAR: sentence("Done, but what came of it cannot be told"),
    Verdict.LATE: sentence("Late"),
    Verdict.UNOWNED: sentence("Nobody owns it"),
    Verdict.UNDER_WAY: sentence("Under way"),
}
WHY: Final = {
    WhyLeftOut.OTHER_MEANING: sentence("The question or its levels mean something else in another version."),
    WhyLeftOut.NOT_ASKED: sentence("Not asked in {names}."),
    WhyLeftOut.NOT_APPLICABLE: sentence("Not applicable in {names}."),
}


def moment_names(assessments: Sequence[Assessment], language: Language) -> dict[str, str]:
    """*hösten 2024*, else the day, by assessment id."""
    said = zip(assessments, occasions(assessments), strict=True)
    return {one.id: occasion or language.date(one.created_at) for one, occasion in said}


def unit_names(histories: Sequence[History], language: Language, *, hidden: bool) -> dict[str, str]:
    """What units are called, by history id. With hidden names *Unit A*, which follows from nothing that people know."""
    if hidden:
        return {
            id_: language.text("Unit {letter}", letter=letter)
            for id_, letter in letters([one.id for one in histories]).items()
        }
    several = len({one.organisation for one in histories}) > 1
    return {
        one.id: f"{one.subject}, {one.organisation}" if several and one.organisation else one.subject
        for one in histories
    }


def left_out_reason(left_out: LeftOut, names: Mapping[str, str], language: Language, *, hidden: bool = False) -> str:
    """Why an item is not compared. With hidden names only how many it is due to."""
    if left_out.why is WhyLeftOut.OTHER_MEANING:
        return language.text(WHY[left_out.why])
    if hidden:
        due = language.text("{word} of {all} units", word=language.word(len(left_out.by)), all=len(names))
    else:
        due = language.listed([names[id_] for id_ in left_out.by])
    return language.text(WHY[left_out.why], names=due)


def compared_line(comparison: Comparison, language: Language) -> str:
    """*24 av 50 frågor jämförs*."""
    return language.text(
        "{compared} of {asked} questions are compared", compared=len(comparison.items), asked=comparison.asked
    )


def standing(result: ItemResult, language: Language) -> str:
    """A level, or the state in words."""
    if result.level is not None:
        return str(result.level)
    return language.text(labels.ITEM_STATE[result.state])


def movement_note(movement: Movement, language: Language) -> str:
    """Where the levels come from, when not from the answers both times."""
    if movement.change is Change.BECAME_OPEN and movement.after.state is ItemState.UNKNOWN:
        return language.text("Nobody knows any longer")
    if movement.change is Change.BECAME_OPEN:
        return language.text("Not answered this time")
    if movement.ground is Ground.ANSWERS or movement.change in (Change.BECAME_KNOWN, Change.STAYED_OPEN):
        return ""
    note = language.text(GROUND[movement.ground])
    return note[0].upper() + note[1:]
