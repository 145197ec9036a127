"""What bringing a form in would change, in words."""

from collections.abc import Iterator

from assessment.domain.checklist import Checklist, term
from assessment.domain.form import Change, ChangeKind, Proposal
from assessment.domain.response import Response
from assessment.reporting.findings import capital
from assessment.reporting.headings import HEADINGS, WHY_NOT_APPLICABLE
from assessment.texts import labels
from assessment.texts.language import Language

TITLES = {"reason": WHY_NOT_APPLICABLE, "comment": HEADINGS["comment"], "evidence": HEADINGS["evidence"]}
LONGEST = 60  # characters of a text that are shown


def proposal_lines(proposal: Proposal, checklist: Checklist, language: Language) -> Iterator[str]:
    """One line for the person, one for each question that changes, one for what stays."""
    text, person = language.text, proposal.participant
    roles = ", ".join(language.of(term(checklist.roles, role).name) for role in person.roles)
    who = f"{person.name}, {roles}" if person.name else roles
    yield text("New participant: {who}", who=who) if proposal.newcomer else text("Participant: {who}", who=who)
    for change in proposal.changes:
        sign = "+" if change.kind is ChangeKind.ADDED else "~"
        yield f"{sign} {change.item.id}  {'; '.join(_differences(change, language))}"
    yield capital(
        language.plural("{word} question is unchanged.", "{word} questions are unchanged.", proposal.unchanged)
    )


def _differences(change: Change, language: Language) -> Iterator[str]:
    before, after = change.before or Response(change.item.id), change.after
    if before.answer != after.answer:
        was, becomes = (language.text(labels.answer_label(one)) for one in (before.answer, after.answer))
        yield language.text("{was} becomes {becomes}", was=was, becomes=becomes)
    for key, title in TITLES.items():
        written = " ".join(getattr(after, key).split())
        if getattr(before, key) != getattr(after, key):
            yield f"{language.text(title)}: {written[:LONGEST]}"
