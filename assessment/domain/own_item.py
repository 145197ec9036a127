"""A question that an organisation adds to its checklist. It comes in a version of its own; the rest stays as it was."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from assessment.domain.checklist import Effort, Wording
from assessment.domain.errors import AssessmentError, FieldMissing, TextTooLong, sentence

LONGEST = 2000
OWN_ID = re.compile(r"-E(\d+)$")


class LevelMissing(AssessmentError):
    text = sentence("Describe level {level} too. All five levels need words, so that people choose alike.")


class LevelTwice(AssessmentError):
    text = sentence("Levels {one} and {other} have the same words. Tell them apart, so that people choose alike.")


@dataclass(frozen=True, slots=True)
class OwnItem:
    """Texts without English get the Swedish there too. The question concerns every organisation and every role."""

    dimension: str
    step: str
    question: Wording
    levels: tuple[Wording, ...]
    evidence: Wording
    action: Wording
    effort: Effort = Effort.MEDIUM
    core: bool = False


def checked_own_item(own: OwnItem) -> OwnItem:
    """With each text trimmed. Raises FieldMissing, LevelMissing, LevelTwice or TextTooLong."""
    question, levels = _trimmed(own.question), tuple(map(_trimmed, own.levels))
    evidence, action = _trimmed(own.evidence), _trimmed(own.action)
    _must_have(question, sentence("Question"))
    for number, level in enumerate(levels):
        if not level.sv:
            raise LevelMissing(level=number)
        earlier = [one.sv.casefold() for one in levels[:number]]
        if level.sv.casefold() in earlier:
            raise LevelTwice(one=earlier.index(level.sv.casefold()), other=number)
    _must_have(evidence, sentence("What shows that it is so"))
    _must_have(action, sentence("What to do to get further"))
    for wording in (question, *levels, evidence, action):
        for text in (wording.sv, wording.en):
            if len(text) > LONGEST:
                raise TextTooLong(length=len(text), limit=LONGEST)
    return OwnItem(own.dimension, own.step, question, levels, evidence, action, own.effort, own.core)


def _trimmed(wording: Wording) -> Wording:
    sv, en = wording.sv.strip(), wording.en.strip()
    return Wording(sv, en or sv)


def _must_have(wording: Wording, field: str) -> None:
    if not wording.sv:
        raise FieldMissing(field=field)


def is_own(item_id: str) -> bool:
    """Whether an organisation has written the question."""
    return OWN_ID.search(item_id) is not None


def own_id(dimension: str, taken: Collection[str]) -> str:
    """*POL-E1*, or the next number that no version of the checklist has used."""
    numbers = [int(found[1]) for one in taken if one.startswith(f"{dimension}-") and (found := OWN_ID.search(one))]
    return f"{dimension}-E{max(numbers, default=0) + 1}"
