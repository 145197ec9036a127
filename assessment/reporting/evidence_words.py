"""What is counted in the four steps, as a sentence beside a question."""

from typing import Final

from assessment.domain.errors import sentence
from assessment.domain.place import Evidence
from assessment.texts.language import Language

COUNTED: Final = {
    "decided": sentence("{number} of {of} activities have a date for the decision."),
    "situations": sentence("{number} of {of} activities say which crises the need holds for."),
    "roles": sentence("{number} of {of} activities name all four who are responsible."),
    "deliveries": sentence("{number} of {of} activities have a listed critical delivery."),
    "outage": sentence("The time is given for {number} of {of} dependencies."),
    "reserve": sentence("{number} of {of} deliveries have a reserve plan."),
    "contract_end": sentence("{number} of {of} deliveries have an end date for the contract."),
    "next_decided": sentence("{number} of {of} contracts that end within a year have a decision on what comes next."),
    "signed": sentence("{number} of {of} activities have a signed decision record."),
    "effects": sentence("{number} of {of} signed records say what each way does to preparedness."),
    "transition": sentence("{number} of {of} signed records describe the transition."),
    "exit_plan": sentence("{number} of {of} signed records say how to leave or take back."),
    "security": sentence("{number} of {of} signed records have an outcome of the security check by the decision."),
    "prepared_by": sentence("{number} of {of} signed records were prepared by all three functions."),
    "responsibility": sentence("{number} of {of} signed records say what stays with you."),
    "groups_reached": sentence("The message has been seen to land in {number} of {of} target groups."),
    "contact": sentence("{number} of {of} messages say who answers questions."),
}


def evidence_words(evidence: Evidence, language: Language) -> str:
    """*3 av 5 verksamheter …*; empty when nothing is counted."""
    share = evidence.share
    if share is None or evidence.place.measure not in COUNTED:
        return ""
    return language.text(COUNTED[evidence.place.measure], number=share.number, of=share.of)
