"""Reading the room: for the facilitator and the big screen."""

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.agenda import by_worth
from assessment.domain.record import EntryKind
from assessment.domain.response import Answer
from assessment.domain.room import Progress, Room
from assessment.domain.tally import Tally, tally
from assessment.domain.viewer import Viewer
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_parts import Agenda, Names, Round
from assessment.services.clock import now
from assessment.services.presence import PRESENCE
from assessment.storage import repository
from assessment.storage.database import reading


def room(engine: Engine, viewer: Viewer, workshop_id: str) -> Room:
    """Raises WorkshopUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        workshop = repository.workshop(session, workshop_id)
        assessment = repository.assessment(session, workshop.assessment_id)
        checklist = repository.checklist(session, assessment.checklist_id)
        answers = _answers(session, assessment.id)
        rounds = workshop.rounds_on(workshop.item_id) if workshop.item_id else ()
        items = assessment.asked(checklist)
        by_worth_first = workshop.settings.agenda is Agenda.WORTH
        return Room(
            workshop=workshop,
            assessment=assessment,
            checklist=checklist,
            agenda=by_worth(items, answers, assessment.targets) if by_worth_first else items,
            rounds=rounds,
            tallies=_tallies(session, workshop, rounds),
            answered={item: len(given) for item, given in answers.items()},
            agreed=repository.agreed_levels(session, assessment.id),
            joined=repository.attendee_count(session, workshop_id),
            at=now(),
        )


def _answers(session: Session, assessment_id: str) -> dict[str, list[Answer]]:
    """What has been answered beforehand, by item id."""
    found: dict[str, list[Answer]] = {}
    for responses in repository.responses(session, assessment_id).values():
        for response in responses:
            if response.answer is not None:
                found.setdefault(response.item_id, []).append(response.answer)
    return found


def _tallies(session: Session, workshop: Workshop, rounds: tuple[Round, ...]) -> dict[int, Tally]:
    revealed = [one for one in rounds if one.revealed]
    on_ballots = [one.id for one in revealed if one.kind is not EntryKind.COUNTED]
    if not revealed:
        return {}
    cast = repository.ballots(session, workshop.id, on_ballots) if on_ballots else {}
    people = repository.participants(session, workshop.assessment_id) if cast else ()
    names_open = workshop.settings.names is Names.OPEN
    return {
        one.id: Tally(one.counts)
        if one.kind is EntryKind.COUNTED
        else tally(cast.get(one.id, ()), people, names_open=names_open)
        for one in revealed
    }


def progress(engine: Engine, viewer: Viewer, workshop_id: str) -> Progress:
    """Cheap enough to ask several times a second."""
    viewer.must_read()
    with reading(engine) as session:
        version = repository.workshop_version(session, workshop_id)
        open_round = repository.open_rounds(session, {workshop_id}).get(workshop_id)
        voted = repository.voters(session, workshop_id, open_round[0]) if open_round else set()
        joined = repository.attendee_count(session, workshop_id)
    return Progress(version, len(voted), len(voted | PRESENCE.present(workshop_id)), joined)
