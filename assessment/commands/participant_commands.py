"""Commands for those who take part: who is known, and erasing one of them."""

from collections.abc import Iterator
from typing import Annotated

import typer

from assessment.commands.place import own_house
from assessment.domain.assessment import Participant
from assessment.domain.erasure import Traces
from assessment.domain.errors import ParticipantUnknown
from assessment.domain.viewer import ADMINISTRATOR
from assessment.services import erasure
from assessment.texts.language import Language


def erase(
    context: typer.Context,
    assessment: str,
    participant: Annotated[str, typer.Argument(help="An id from the list. Without one everybody is listed.")] = "",
    yes: Annotated[bool, typer.Option("--yes", help="Erase. What is erased cannot be taken back.")] = False,
) -> None:
    """List who takes part; with a participant show what is known of that person; --yes erases it."""
    house, chosen = own_house(), context.obj
    if not participant:
        for traces in erasure.known(house, ADMINISTRATOR, assessment):
            print(f"{traces.participant.id}  {_who(traces.participant, chosen)}  {_known(traces, chosen)}")
        return
    found = erasure.traces(house, ADMINISTRATOR, participant)
    if found.participant.assessment_id != assessment:
        raise ParticipantUnknown
    if yes:
        found = erasure.erase(house, ADMINISTRATOR, participant)
    for line in _told(found, chosen, done=yes):
        print(line)


def _who(participant: Participant, chosen: Language) -> str:
    """Name, roles and when: enough to know somebody who gave no name."""
    return "  ".join(
        (participant.name or "–", " ".join(participant.roles) or "–", chosen.moment(participant.created_at))
    )


def _known(traces: Traces, chosen: Language) -> str:
    answered = chosen.plural("{number} question answered", "{number} questions answered", traces.answers)
    return f"{answered}, {_votes(traces.votes + traces.unseen, chosen)}"


def _votes(number: int, chosen: Language) -> str:
    return chosen.plural("{number} vote", "{number} votes", number)


def _told(traces: Traces, chosen: Language, *, done: bool) -> Iterator[str]:
    yield _who(traces.participant, chosen)
    yield chosen.text("Erased:") if done else chosen.text("This would be erased:")
    yield "  " + chosen.text("Name, roles, personal links and sign-in")
    yield "  " + chosen.plural("{number} answer", "{number} answers", traces.answers)
    yield "  " + chosen.plural("{number} comment, reason or note", "{number} comments, reasons and notes", traces.texts)
    yield "  " + chosen.text("{votes} that nobody has seen", votes=_votes(traces.unseen, chosen))
    if traces.votes:
        yield chosen.text(
            "{votes} that a room has seen stay in its count, without a name and with nothing that leads back.",
            votes=_votes(traces.votes, chosen),
        )
    yield chosen.text("Copies made before still hold it. Remove them when they are no longer needed.")
    if not done:
        yield chosen.text("Nothing has changed. Run the same command with --yes to erase.")
