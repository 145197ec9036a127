"""The record of a workshop on paper, as a meeting paper is written by hand."""

from markupsafe import Markup
from sqlalchemy.engine import Engine
from starlette.requests import Request
from starlette.responses import HTMLResponse

from assessment.domain.checklist import Item, term
from assessment.domain.viewer import Viewer
from assessment.domain.workshop_errors import WorkshopUnknown
from assessment.domain.workshop_record import ItemRecord, RoundRecord, WorkshopRecord
from assessment.reporting import record_words, vote_findings
from assessment.reporting.marks.disagreement import big_level
from assessment.reporting.marks.dots import dots
from assessment.services import records
from assessment.texts import labels
from assessment.texts.language import Language
from assessment.web.paper import paper

WORKSHOP = "w"


def print_record(request: Request) -> HTMLResponse:
    """`/utskrift/{assessment_id}/protokoll?w=<workshop id>&lang=`. 404 with a sentence when there is no such thing."""
    assessment_id, workshop_id = request.path_params["assessment_id"], request.query_params.get(WORKSHOP, "")

    def content(engine: Engine, viewer: Viewer, spoken: Language) -> dict[str, object]:
        record = records.workshop_record(engine, viewer, workshop_id)
        if record.assessment.id != assessment_id:
            raise WorkshopUnknown
        return _content(record, spoken)

    return paper(request, "print_record.html", content)


def _content(record: WorkshopRecord, spoken: Language) -> dict[str, object]:
    facilitator = record.workshop.settings.facilitator
    return {
        "record": record,
        "foot": record.assessment.name,
        "span": record_words.time_span(record, spoken),
        "finding": record_words.record_finding(record, spoken),
        "facilitator": facilitator,
        "attendance": record_words.attendance(record, spoken),
        "scope": spoken.text(labels.SCOPE[record.assessment.scope]),
        "items": [_item(record, one, spoken) for one in record.items],
        "left": [(_place(record, item, spoken), spoken.of(item.question)) for item in record.left],
        "steps": [
            {
                "at": record_words.moment_in(record, entry.at, spoken),
                "what": record_words.step_words(record, entry, spoken),
                "item": entry.item_id or "",
                "remark": record_words.step_remark(entry, spoken),
                "undone": entry.seq in record.undone,
            }
            for entry in record.workshop.record
        ],
    }


def _place(record: WorkshopRecord, item: Item, spoken: Language) -> str:
    """*POL-01 · Policy*"""
    short = labels.SHORT_DIMENSION.get(item.dimension)
    name = spoken.text(short) if short else spoken.of(term(record.checklist.dimensions, item.dimension).name)
    return f"{item.id} · {name}"


def _item(record: WorkshopRecord, one: ItemRecord, spoken: Language) -> dict[str, object]:
    settled = one.settled
    level = settled.level if settled else None
    return {
        "place": _place(record, one.item, spoken),
        "question": spoken.of(one.item.question),
        "rounds": [
            _round(record, vote, one.rounds[place - 1] if place else None, place + 1, spoken)
            for place, vote in enumerate(one.rounds)
        ],
        "level": level,
        "square": Markup(big_level(level, spoken, otherwise="–", agreed=True)),
        "scale": "" if level is None else spoken.of(record.checklist.scale[level]),
        "text": "" if level is None else spoken.of(one.item.levels[level]),
        "note": settled.note if settled else one.skipped.note if one.skipped else "",
        "skipped": one.skipped is not None,
        "dissent": record_words.dissent_words(one, spoken),
        "at": record_words.moment_in(record, settled.at, spoken) if settled else "",
        "by": settled.by if settled else "",
    }


def _round(
    record: WorkshopRecord, one: RoundRecord, before: RoundRecord | None, place: int, spoken: Language
) -> dict[str, object]:
    agreement = vote_findings.agreement_word(one.tally, spoken)
    said = [
        vote_findings.shift(before.tally, one.tally, spoken) if before else "",
        vote_findings.beside_levels(one.tally, spoken),
        record_words.moves_words(one.moves, spoken),
        vote_findings.caveat(one.tally, spoken),
    ]
    return {
        "name": record_words.round_kind(one, place, spoken),
        "at": record_words.moment_in(record, one.round.begun_at, spoken),
        "dots": Markup(dots(one.tally.level_counts, spoken)),
        "word": agreement,
        "said": " ".join(filter(None, said)),
        "names": record_words.named_votes(one.tally, spoken),
    }
