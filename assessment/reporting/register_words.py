"""Words for what the register says: how long, how covered, which decision, and what counts as evidence."""

from collections.abc import Collection, Mapping
from typing import Final

from assessment.domain.activity import ROLES, Activity
from assessment.domain.delivery import USUAL_LEAD, Delivery, Known, Outage
from assessment.domain.place import Evidence
from assessment.domain.register import ContractEnd, Cover, Meeting, Turn
from assessment.texts.language import Language
from assessment.texts.register_labels import COVER, KNOWN, NO_OUTAGE, OPERATION, ROLE, SHORT_OUTAGE, SITUATION


def outage_words(outage: Outage | None, language: Language) -> str:
    """*3 dygn*, or that nobody knows, or that nobody has answered."""
    return language.text(SHORT_OUTAGE[outage] if outage else NO_OUTAGE)


def cover_words(meeting: Meeting, ended: bool, language: Language) -> str:
    """Why the meeting is covered as it is."""
    if meeting.cover is Cover.UNCOVERED:
        return language.text("Gap: the contract has ended") if ended else language.text("Gap: no reserve plan")
    return language.text(COVER[meeting.cover])


def missing_words(activity: Activity, language: Language, *, among: Collection[str] = ROLES) -> str:
    """Which responsibilities among these nobody has been named for; empty when all of them are named."""
    names = [language.text(ROLE[name]) for name in activity.facts.unnamed_roles if name in among]
    return language.text("Still to be named: {roles}.", roles=language.listed(names)) if names else ""


def situation_words(activity: Activity, language: Language) -> str:
    return language.listed(
        [language.text(label).lower() for one, label in SITUATION.items() if one in activity.facts.situations]
    )


def operation_words(entry: Activity | Delivery, language: Language) -> str:
    """Who carries it out today, or a dash."""
    return language.text(OPERATION[entry.facts.operation]) if entry.facts.operation else "–"


def reserve_words(delivery: Delivery, language: Language) -> str:
    reserve = delivery.facts.reserve
    return language.text(KNOWN[reserve]) if reserve else language.text("Not answered")


def reserve_line(delivery: Delivery, language: Language) -> str:
    """The same as a line of its own."""
    match delivery.facts.reserve:
        case Known.YES:
            return language.text("Reserve plan exists")
        case Known.NO:
            return language.text("No reserve plan")
        case Known.UNKNOWN:
            return language.text("Reserve plan: not known")
    return language.text("Reserve plan: not answered")


def turn_words(end: ContractEnd, language: Language) -> str:
    """*Beslut senast 1 mars 2027*, or what has happened instead."""
    match end.turn:
        case Turn.ENDED:
            return language.text("The contract ended on {day}", day=language.date(end.ends))
        case Turn.LATE:
            return language.text("The decision was due on {day}", day=language.date(end.decide_by))
        case Turn.DECIDED:
            return language.text("What comes after is decided")
    return language.text("Decide by {day}", day=language.date(end.decide_by))


def lead_words(delivery: Delivery, language: Language) -> str:
    """How long before the contract ends the decision is needed, and whether that is the organisation's own figure."""
    months = delivery.facts.lead_months
    if months is None:
        return language.plural("{number} month, Rustad's figure", "{number} months, Rustad's figure", USUAL_LEAD)
    return language.plural("{number} month", "{number} months", months)


def evidence_words(evidence: Evidence, language: Language) -> str:
    """*3 av 5 verksamheter …*; empty when nothing is counted."""
    share = evidence.share
    if share is None or evidence.place.measure not in _sentences(language, 0, 0):
        return ""
    return _sentences(language, share.number, share.of)[evidence.place.measure]


def _sentences(language: Language, number: int, of: int) -> Mapping[str, str]:
    counted: Final = {"number": number, "of": of}
    return {
        "decided": language.text("{number} of {of} activities have a date for the decision.", **counted),
        "situations": language.text("{number} of {of} activities say which crises the need holds for.", **counted),
        "roles": language.text("{number} of {of} activities name all four who are responsible.", **counted),
        "deliveries": language.text("{number} of {of} activities have a listed critical delivery.", **counted),
        "outage": language.text("The time is given for {number} of {of} dependencies.", **counted),
        "reserve": language.text("{number} of {of} deliveries have a reserve plan.", **counted),
        "contract_end": language.text("{number} of {of} deliveries have an end date for the contract.", **counted),
        "next_decided": language.text(
            "{number} of {of} contracts that end within a year have a decision on what comes next.", **counted
        ),
        "groups_reached": language.text(
            "The message has been seen to land in {number} of {of} target groups.", **counted
        ),
        "contact": language.text("{number} of {of} messages say who answers questions.", **counted),
    }
