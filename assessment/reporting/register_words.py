"""Words for what the register says: how long, how covered, which decision, and what counts as evidence."""

from collections.abc import Collection

from assessment.domain.activity import ROLES, Activity
from assessment.domain.delivery import USUAL_LEAD, Delivery, Known, Outage
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
