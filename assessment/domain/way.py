"""Ways forward (*vägval*): the recorded choice of who is to carry out one vital activity, and on what grounds."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeAlias

from assessment.domain.activity import Operation, Situation
from assessment.domain.delivery import Known, Outage
from assessment.domain.entry import Entry, likely, one_line_of, text_of
from assessment.domain.entry_errors import DatesReversed
from assessment.domain.errors import sentence


class Way(StrEnum):
    """The ways that are compared. NO_CHANGE: as today, whatever that is."""

    OWN = "own"
    OWN_COMPANY = "own_company"
    COOPERATION = "cooperation"
    PROCUREMENT = "procurement"
    SYSTEM_OF_CHOICE = "system_of_choice"
    NO_CHANGE = "no_change"


class Security(StrEnum):
    """The outcome of the protective security check, and nothing else about it. UNKNOWN: asked, and not settled."""

    NOT_CONCERNED = "not_concerned"
    SUITABLE = "suitable"
    NOT_SUITABLE = "not_suitable"
    UNKNOWN = "unknown"


class Act(StrEnum):
    """The procurement act that applies. UNKNOWN: asked, and not known."""

    LOU = "lou"
    LUF = "luf"
    LUK = "luk"
    LUFS = "lufs"
    UNKNOWN = "unknown"


class Mark(StrEnum):
    """What people say of an argument or a question. Unmarked is none of them."""

    HOLDS = "holds"
    HOLDS_NOT = "holds_not"
    UNKNOWN = "unknown"


class Office(StrEnum):
    """The functions that should have contributed."""

    PROCUREMENT = "procurement"
    NEED_OWNER = "need_owner"
    PREPAREDNESS = "preparedness"
    LEGAL = "legal"


@dataclass(frozen=True, slots=True)
class WayFacts:
    """What a decision record holds. Whatever is empty or None has not been stated.

    `operation` is the activity's as it was when the record began. `marks` and `notes` are by the id of an argument or
    a question, `effects` by way. `supersedes` is the id of an earlier record. A record with `signed_on` is signed;
    `signed_despite` gives the reasons where parts were missing.
    """

    activity_id: str
    operation: Operation | None = None
    identified: Known | None = None
    why: str = ""
    adopted: str = ""
    need: str = ""
    outage: Outage | None = None
    situations: frozenset[Situation] = frozenset()
    handover: Known | None = None
    ground: str = ""
    security: Security | None = None
    security_on: date | None = None
    options: frozenset[Way] = frozenset()
    effects: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, Mark] = field(default_factory=dict)
    notes: Mapping[str, str] = field(default_factory=dict)
    act: Act | None = None
    secrecy: str = ""
    conditions: str = ""
    money: str = ""
    transition: str = ""
    exit_plan: str = ""
    follow_up: str = ""
    offices: frozenset[Office] = frozenset()
    dissent: str = ""
    chosen: Way | None = None
    motive: str = ""
    risk: str = ""
    risk_owner: str = ""
    review_on: date | None = None
    triggers: str = ""
    communication: str = ""
    responsibility: str = ""
    supersedes: str = ""
    signed_by: str = ""
    signed_role: str = ""
    signed_on: date | None = None
    signed_despite: str = ""

    @property
    def signed(self) -> bool:
        return self.signed_on is not None

    @property
    def by_another(self) -> bool:
        """Whether the chosen way lets somebody else than the own staff carry it out. Unknown today counts as so."""
        if self.chosen is Way.NO_CHANGE:
            return self.operation is not Operation.OWN
        return self.chosen not in (None, Way.OWN)


DecisionRecord: TypeAlias = Entry[WayFacts]

LINES: Final = ("adopted", "risk_owner")
TEXTS: Final = (
    *("why", "need", "ground", "secrecy", "conditions", "money", "transition", "exit_plan", "follow_up", "dissent"),
    *("motive", "risk", "triggers", "communication", "responsibility"),
)
UNSIGNED: Final[dict[str, Any]] = {"signed_by": "", "signed_role": "", "signed_on": None, "signed_despite": ""}
WAY_FIELD: Final = {
    "identified": sentence("The activity is identified and described"),
    "why": sentence("Why society cannot do without it"),
    "adopted": sentence("Where it is adopted as vital"),
    "need": sentence("What must work, and how much"),
    "outage": sentence("Longest tolerable outage"),
    "situations": sentence("Thought through for"),
    "handover": sentence("Another party may carry it out"),
    "ground": sentence("Legal ground, and limits"),
    "security": sentence("Outcome of the protective security check"),
    "security_on": sentence("Date of that outcome"),
    "options": sentence("Ways that are compared"),
    "effects": sentence("Effect on preparedness"),
    "marks": sentence("Arguments and questions"),
    "notes": sentence("Reasons beside arguments and questions"),
    "act": sentence("Procurement act"),
    "secrecy": sentence("How secrecy is handled"),
    "conditions": sentence("Conditions, in the contract or in our own plan"),
    "money": sentence("Money and time decided"),
    "transition": sentence("Transition, overlap and fallback"),
    "exit_plan": sentence("How to leave or take back"),
    "follow_up": sentence("Follow-up: what, how often, to whom"),
    "offices": sentence("Who contributed"),
    "dissent": sentence("Dissenting opinions"),
    "chosen": sentence("The way proposed for decision"),
    "motive": sentence("Reasons for it"),
    "risk": sentence("Risk that remains"),
    "risk_owner": sentence("Accepts that risk"),
    "review_on": sentence("Review the choice on"),
    "triggers": sentence("Review earlier if"),
    "communication": sentence("Who is told what, and what is restricted"),
    "responsibility": sentence("The responsibility that stays with us"),
    "supersedes": sentence("Replaces"),
    "signed_by": sentence("Signed by"),
    "signed_role": sentence("Role of the signer"),
    "signed_on": sentence("Date of the decision"),
    "signed_despite": sentence("Reasons for deciding although parts are missing"),
    "archived": sentence("Archived"),
}


def checked_way(facts: WayFacts) -> WayFacts:
    """`facts` tidied and without a signature, which only `sign` gives.

    Raises FieldTooLong, DateUnlikely or DatesReversed.
    """
    clean: dict[str, Any] = {name: one_line_of(getattr(facts, name), field=WAY_FIELD[name]) for name in LINES}
    clean |= {name: text_of(getattr(facts, name), field=WAY_FIELD[name]) for name in TEXTS}
    for name in ("effects", "notes"):
        texts = {key: text_of(text, field=WAY_FIELD[name]) for key, text in sorted(getattr(facts, name).items())}
        clean[name] = {key: text for key, text in texts.items() if text}
    clean["marks"] = dict(sorted(facts.marks.items()))
    for name in ("security_on", "review_on"):
        likely(getattr(facts, name), field=WAY_FIELD[name])
    in_order(facts, "security_on", "review_on")
    return replace(facts, **clean, **UNSIGNED)


def in_order(facts: WayFacts, earlier: str, later: str) -> None:
    """Raises DatesReversed when both days are stated and the later one comes first."""
    first, second = getattr(facts, earlier), getattr(facts, later)
    if first and second and second < first:
        raise DatesReversed(
            earlier=WAY_FIELD[earlier], first=first.isoformat(), later=WAY_FIELD[later], second=second.isoformat()
        )
