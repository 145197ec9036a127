"""Reading the room: for the facilitator and the big screen."""

from collections.abc import Mapping, Sequence

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.agenda import by_worth
from assessment.domain.checklist import Item
from assessment.domain.freshness import ItemAge, item_ages, newest, oldest_first, tried
from assessment.domain.record import EntryKind
from assessment.domain.response import Answer, Response
from assessment.domain.room import Progress, Room
from assessment.domain.tally import Tally, tally
from assessment.domain.viewer import Viewer
from assessment.domain.workshop import Workshop
from assessment.domain.workshop_parts import Agenda, Names, Round
from assessment.services.clock import now
from assessment.services.presence_news import everywhere
from assessment.storage import repository
from assessment.storage.database import reading
from assessment.texts.language import STOCKHOLM


def room(engine: Engine, viewer: Viewer, workshop_id: str) -> Room:
    """Raises WorkshopUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        workshop = repository.workshop(session, workshop_id)
        assessment = repository.assessment(session, workshop.assessment_id)
        checklist = repository.checklist(session, assessment.checklist_id)
        given = repository.responses(session, assessment.id)
        answers = _answers(given)
        rounds = workshop.rounds_on(workshop.item_id) if workshop.item_id else ()
        items = assessment.asked(checklist)
        aged = _aged(session, workshop, items, given)
        by_worth_first = workshop.settings.agenda is Agenda.WORTH
        return Room(
            workshop=workshop,
            assessment=assessment,
            checklist=checklist,
            agenda=by_worth(items, answers, assessment.targets, aged=aged) if by_worth_first else items,
            rounds=rounds,
            tallies=_tallies(session, workshop, rounds),
            answered={item: len(given) for item, given in answers.items()},
            agreed=repository.agreed_levels(session, assessment.id),
            joined=repository.attendee_count(session, workshop_id),
            at=now(),
            aged=aged,
        )


def _aged(
    session: Session, workshop: Workshop, items: Sequence[Item], given: Mapping[str, Sequence[Response]]
) -> dict[str, ItemAge]:
    """What is to be looked at again, told without what this workshop did: the agenda stays as it is while it runs."""
    others = [one for one in repository.workshops(session, workshop.assessment_id) if one.id != workshop.id]
    votes = [(one.item_id, one.begun_at) for other in others for one in other.rounds if one.revealed]
    settled = newest((item, entry.at) for other in others for item, entry in other.settled.items())
    known = tried([response for theirs in given.values() for response in theirs], votes, settled)
    today = now().astimezone(STOCKHOLM).date()
    return {age.item.id: age for age in oldest_first(item_ages(items, known, today=today, zone=STOCKHOLM))}


def _answers(given: Mapping[str, Sequence[Response]]) -> dict[str, list[Answer]]:
    """What has been answered beforehand, by item id."""
    found: dict[str, list[Answer]] = {}
    for responses in given.values():
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
        present = everywhere(session, workshop_id)
    return Progress(version, len(voted), len(voted | present), joined)
