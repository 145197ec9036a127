"""Answering the assessment's questions beforehand, at one's own pace: one question on each page."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.engine import Engine

from assessment.domain.checklist import Item, term
from assessment.domain.errors import AssessmentError, ItemNotAsked
from assessment.domain.response import (
    NOT_APPLICABLE,
    UNKNOWN,
    Answer,
    Response,
    answer_from_code,
    checked_text,
)
from assessment.domain.viewer import Viewer, ViewerKind
from assessment.domain.workshop_errors import BallotMissing, NotJoined
from assessment.domain.workshop_parts import Stage
from assessment.reporting.question_place import question_place
from assessment.services import responses
from assessment.services.attendance import Seat
from assessment.services.clock import now
from assessment.services.responses import ResponseSheet, ResponseText
from assessment.texts import labels
from assessment.texts.language import STOCKHOLM, Language
from assessment.web.phone_errors import status_of, told
from assessment.web.phone_join import seat_at
from assessment.web.phone_page import document, fragment, role_names
from assessment.web.phone_reply import Reply, page_reply, sent_on
from assessment.web.phone_request import Fields, Visit, first

MARKS = {UNKNOWN: "?", NOT_APPLICABLE: "–"}


@dataclass(frozen=True)
class Answers:
    """One participant's answers, as one who sits in the room sees them."""

    visit: Visit
    code: str
    seat: Seat
    sheet: ResponseSheet

    @property
    def spoken(self) -> Language:
        return self.visit.language

    @property
    def me(self) -> Viewer:
        return Viewer(ViewerKind.PARTICIPANT, self.seat.participant.id)

    @property
    def answered(self) -> int:
        return sum(self.answer_to(item) is not None for item in self.sheet.items)

    @property
    def progress(self) -> str:
        """3 av 24 besvarade."""
        return self.spoken.text("{answered} of {asked} answered", answered=self.answered, asked=len(self.sheet.items))

    @property
    def voting(self) -> bool:
        return self.seat.workshop.stage is Stage.VOTING

    def response_to(self, item: Item) -> Response:
        return self.sheet.responses.get(item.id) or Response(item.id)

    def answer_to(self, item: Item) -> Answer | None:
        return self.response_to(item).answer

    def item(self, item_id: str) -> Item:
        """Raises ItemNotAsked."""
        for item in self.sheet.items:
            if item.id == item_id:
                return item
        raise ItemNotAsked(item=item_id[:20])

    def beside(self, item: Item, step: int) -> Item | None:
        """The item so many steps further on, if there is one."""
        place = self.sheet.items.index(item) + step
        return self.sheet.items[place] if 0 <= place < len(self.sheet.items) else None

    def address(self, item: Item | None) -> str:
        return f"/d/{self.code}/svara/{item.id}" if item else ""

    def time(self, moment: datetime) -> str:
        """10.42, with the date when it was another day."""
        same_day = moment.astimezone(STOCKHOLM).date() == now().astimezone(STOCKHOLM).date()
        return self.spoken.time(moment) if same_day else self.spoken.moment(moment)

    def receipt(self, item: Item | None = None) -> str:
        """For the answer that has just been saved, else for the one in view."""
        just = next((one for one in self.sheet.items if one.id == first(self.visit.query, "sparad")), None)
        at = self.response_to(just).updated_at if just else None
        if just and at and just != item:
            return self.spoken.text("The last answer was saved {time}.", time=self.time(at))
        at = self.response_to(item).answered_at if item else None
        return self.spoken.text("Saved {time}", time=self.time(at)) if at else ""


def overview(engine: Engine, visit: Visit, code: str) -> Reply:
    """How far one has come, and every question."""
    mine = _opened(engine, visit, code)
    if mine is None:
        return sent_on(f"/d/{code}")
    left = [item for item in mine.sheet.items if mine.answer_to(item) is None]
    main = fragment(
        "overview",
        mine.spoken,
        name=mine.seat.assessment.name,
        roles=role_names(mine.seat.participant.roles, mine.sheet.checklist, mine.spoken),
        room=code,
        voting=mine.voting,
        progress=mine.progress,
        receipt=mine.receipt(),
        begun=mine.answered > 0,
        next=mine.address(left[0]) if left else "",
        dimensions=list(_dimensions(mine)),
    )
    return _page(mine, main, mine.progress)


def question(engine: Engine, visit: Visit, code: str, item_id: str) -> Reply:
    """One question. While the room votes on it, a way to the vote instead."""
    mine = _opened(engine, visit, code)
    return sent_on(f"/d/{code}") if mine is None else _question(mine, mine.item(item_id))


def save(engine: Engine, visit: Visit, code: str, item_id: str, form: Fields) -> Reply:
    """The question's form, sent: on to the next one, or what was wrong."""
    mine = _opened(engine, visit, code)
    if mine is None:
        return sent_on(f"/d/{code}")
    item = mine.item(item_id)
    if mine.voting and mine.seat.workshop.item_id == item.id:
        return _question(mine, item, status=409)
    try:
        _store(engine, mine, item, form)
    except AssessmentError as error:
        return _question(mine, item, error=error, form=form, status=status_of(error))
    after = mine.beside(item, 1)
    to = mine.address(after) if after else f"/d/{code}/svara"
    return sent_on(to, query=f"sparad={item.id}")


def _store(engine: Engine, mine: Answers, item: Item, form: Fields) -> None:
    code, reason = first(form, "svar"), checked_text(first(form, "skal"))
    if not code:
        raise BallotMissing
    who, answer = mine.seat.participant.id, answer_from_code(code)
    responses.answer(engine, mine.me, participant_id=who, item_id=item.id, answer=answer)
    if reason or answer == NOT_APPLICABLE:
        responses.write(engine, mine.me, participant_id=who, item_id=item.id, which=ResponseText.REASON, text=reason)


def _opened(engine: Engine, visit: Visit, code: str) -> Answers | None:
    """None for those who have not joined, and after the end."""
    try:
        seat = seat_at(engine, visit, code)
    except NotJoined:
        return None
    if seat.workshop.stage is Stage.CLOSED:
        return None
    me = Viewer(ViewerKind.PARTICIPANT, seat.participant.id)
    sheet = responses.sheet(engine, me, assessment_id=seat.assessment.id, participant_id=seat.participant.id)
    return Answers(visit, code, seat, sheet)


def _question(
    mine: Answers, item: Item, *, error: AssessmentError | None = None, form: Fields | None = None, status: int = 200
) -> Reply:
    spoken, response = mine.spoken, mine.response_to(item)
    stored = response.answer.code if response.answer else ""
    here = mine.voting and mine.seat.workshop.item_id == item.id
    main = fragment(
        "question",
        spoken,
        where=question_place(item, mine.sheet.items, spoken),
        progress=mine.progress,
        room=mine.code,
        voting=mine.voting and not here,
        here=here,
        address=mine.address(item),
        before=mine.address(mine.beside(item, -1)),
        after=mine.address(mine.beside(item, 1)),
        question=spoken.of(item.question),
        levels=[spoken.of(level) for level in item.levels],
        chosen=first(form, "svar") if form is not None else stored,
        reason=first(form, "skal") if form is not None else response.reason,
        receipt=mine.receipt(item),
        told=told(error, spoken) if error else "",
    )
    return _page(mine, main, spoken.of(item.question), status=status)


def _page(mine: Answers, main: str, title: str, *, status: int = 200) -> Reply:
    version = mine.seat.workshop.version
    page = document(mine.spoken, main, title=title, room=f"/d/{mine.code}", version=version)
    return page_reply(mine.visit, page, status=status)


def _dimensions(mine: Answers) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for dimension in mine.sheet.checklist.dimensions:
        rows = [_row(mine, item) for item in mine.sheet.items if item.dimension == dimension.id]
        if rows:
            yield mine.spoken.of(term(mine.sheet.checklist.dimensions, dimension.id).name), rows


def _row(mine: Answers, item: Item) -> dict[str, str]:
    answer = mine.answer_to(item)
    return {
        "address": mine.address(item),
        "question": mine.spoken.of(item.question),
        "mark": "" if answer is None else MARKS.get(answer) or answer.code,
        "state": mine.spoken.text(labels.answer_label(answer)),
    }
