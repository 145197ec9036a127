"""The rules that can be broken, one class each.

A sentence is written once, in English, as a gettext message; `texts` puts it in the viewer's language and fills in the
parameters. It says what is wrong, where, and what to do.
"""

from typing import ClassVar


def sentence(text: str) -> str:
    """Mark a text for translation without translating it."""
    return text


class AssessmentError(Exception):
    """A rule was broken and nothing was changed.

    The parameters fill the placeholders of `text` and may themselves be translatable texts.
    """

    text: ClassVar[str] = ""
    told: ClassVar[str] = ""  # in place of `text` to everybody but those who run Rustad, whose machines `text` names

    def __init__(self, **parameters: object) -> None:
        self.parameters = parameters
        super().__init__(self.text.format(**parameters))


class LevelOffScale(AssessmentError):
    text = sentence("Level {level} is not on the 0–4 scale.")


class TargetOffScale(AssessmentError):
    text = sentence("The target must be a level from 1 to 4, not {target}.")


class ItemUnknown(AssessmentError):
    text = sentence("The checklist has no question {item}.")


class ItemNotAsked(AssessmentError):
    text = sentence("Question {item} is not part of this assessment.")


class NothingToConfirm(AssessmentError):
    text = sentence("There is no answer to confirm. Choose a level first. Nothing has changed.")


class AssessmentUnknown(AssessmentError):
    text = sentence("This assessment does not exist. It may have been deleted. Choose another from the start page.")


class ParticipantUnknown(AssessmentError):
    text = sentence("This participant does not exist in the assessment. Choose who is answering.")


class ChecklistUnknown(AssessmentError):
    text = sentence("There is no checklist {key}.")


class FieldMissing(AssessmentError):
    text = sentence("Fill in the field “{field}”.")


class TextTooLong(AssessmentError):
    text = sentence("The text is {length} characters long. There is room for {limit}. Shorten it and try again.")


class RoleMissing(AssessmentError):
    text = sentence("Choose at least one role.")


class RoleUnknown(AssessmentError):
    text = sentence("The checklist has no role {role}.")


class OrganisationTypeUnknown(AssessmentError):
    text = sentence("The checklist has no organisation type {kind}.")


class NotAllowed(AssessmentError):
    text = sentence("You may only see and change your own answers.")


class OnlyStewards(NotAllowed):
    text = sentence("Only a facilitator or an administrator may do this. Nothing has changed.")


class OnlyAdministrators(NotAllowed):
    text = sentence("Only an administrator may see this and change it. Nothing has changed.")
