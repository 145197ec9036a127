"""The yearly wheel of an organisation, from all four steps. A step that has days adds a function to `SOURCES`."""

from collections.abc import Callable, Iterator
from typing import Final

from sqlalchemy.engine import Engine
from sqlmodel import Session

from assessment.domain.asked_again import asked_again
from assessment.domain.assessment import Assessment
from assessment.domain.delivery import Known
from assessment.domain.document import DocumentState
from assessment.domain.organisation import Organisation, name_key
from assessment.domain.report_ages import report_ages
from assessment.domain.subject import histories
from assessment.domain.viewer import Viewer
from assessment.domain.year_wheel import Occasion, WheelDay, YearWheel
from assessment.services import messages, registers
from assessment.services.clock import now
from assessment.services.reports import read_report
from assessment.storage import repository
from assessment.storage.database import reading
from assessment.storage.repository import document_rows, organisation_rows, way_rows
from assessment.texts.language import STOCKHOLM

Source = Callable[[Session, Organisation], Iterator[WheelDay]]


def _register(session: Session, organisation: Organisation) -> Iterator[WheelDay]:
    """Reviews of activities, ends of contracts, and the days by which what comes after must be decided."""
    register = registers.read(session, organisation.id)
    for one in register.active:
        if one.facts.review_on:
            yield WheelDay(one.id, one.facts.review_on, Occasion.ACTIVITY_REVIEW, one.facts.name)
    for each in register.delivered:
        if each.facts.decide_by and each.facts.next_decided is not Known.YES:
            yield WheelDay(each.id, each.facts.decide_by, Occasion.DECIDE_BY, each.facts.name)
        settled = each.facts.next_decided is Known.YES and each.facts.ended(register.today)
        if each.facts.contract_end and not settled:
            yield WheelDay(each.id, each.facts.contract_end, Occasion.CONTRACT_END, each.facts.name)


def _records(session: Session, organisation: Organisation) -> Iterator[WheelDay]:
    """Reviews of signed decision records that no later one has taken the place of."""
    signed = [one for one in way_rows.records(session, organisation.id) if one.facts.signed and not one.archived]
    replaced = {one.facts.supersedes for one in signed}
    names = {one.id: one.facts.name for one in registers.read(session, organisation.id).activities}
    for one in signed:
        if one.facts.review_on and one.id not in replaced:
            title = names.get(one.facts.activity_id, "")
            yield WheelDay(one.id, one.facts.review_on, Occasion.RECORD_REVIEW, title)


def _documents(session: Session, organisation: Organisation) -> Iterator[WheelDay]:
    """Documents to adopt, and those in force to review."""
    today = now().astimezone(STOCKHOLM).date()
    for one in document_rows.documents(session, organisation.id):
        if one.archived:
            continue
        state = one.facts.state(today)
        if state is DocumentState.PLANNED and one.facts.adopted_on:
            yield WheelDay(one.id, one.facts.adopted_on, Occasion.ADOPTION, one.facts.title)
        elif state is DocumentState.IN_FORCE and one.facts.review_on:
            yield WheelDay(one.id, one.facts.review_on, Occasion.DOCUMENT_REVIEW, one.facts.title)


def _actions(session: Session, organisation: Organisation) -> Iterator[WheelDay]:
    """Actions that are not done, of every assessment of the organisation."""
    theirs = [one.id for one in _assessments(session, organisation)]
    for one in repository.actions_of(session, theirs):
        if one.plan.due and not one.done:
            title, where = one.plan.title, one.assessment_id
            yield WheelDay(one.id, one.plan.due, Occasion.ACTION_DUE, title, assessment_id=where)


def _answers(session: Session, organisation: Organisation) -> Iterator[WheelDay]:
    """Answers that grow too old, of the latest assessment of each subject: what came before it has been asked again."""
    for one in histories(_assessments(session, organisation)):
        report = read_report(session, one.latest.id)
        yield from asked_again(report.assessment, report_ages(report, STOCKHOLM))


def _assessments(session: Session, organisation: Organisation) -> list[Assessment]:
    return [one for one in repository.assessments(session) if name_key(one.organisation) == organisation.key]


def _messages(session: Session, organisation: Organisation) -> Iterator[WheelDay]:
    """Messages that are not sent."""
    found = messages.read(session, organisation.id)
    for one in found.messages:
        day = one.facts.goes_out(found.today)
        if day:
            yield WheelDay(one.id, day, Occasion.MESSAGE, one.facts.group)


SOURCES: Final[tuple[Source, ...]] = (_register, _records, _documents, _actions, _answers, _messages)


def year_wheel(engine: Engine, viewer: Viewer, organisation_id: str) -> YearWheel:
    """Raises OrganisationUnknown."""
    viewer.must_read()
    with reading(engine) as session:
        return read(session, organisation_id)


def read(session: Session, organisation_id: str) -> YearWheel:
    """Within a transaction. Raises OrganisationUnknown."""
    organisation = organisation_rows.organisation(session, organisation_id)
    days = tuple(day for source in SOURCES for day in source(session, organisation))
    return YearWheel(days, now().astimezone(STOCKHOLM).date())
