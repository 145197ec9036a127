"""What the enums of the register are called, as sentences for `Language.text`."""

from typing import Final

from assessment.domain.activity import Operation, Situation
from assessment.domain.delivery import Known, Outage
from assessment.domain.errors import sentence
from assessment.domain.register import Cover, Turn

SITUATION: Final = {
    Situation.PEACETIME_CRISIS: sentence("Crisis in peacetime"),
    Situation.HEIGHTENED_ALERT: sentence("Heightened alert"),
    Situation.WAR: sentence("War"),
}
OPERATION: Final = {
    Operation.OWN: sentence("Own staff"),
    Operation.OWN_COMPANY: sentence("A company of our own"),
    Operation.OTHER_PUBLIC: sentence("Another public body"),
    Operation.PROCURED: sentence("A procured provider"),
    Operation.SYSTEM_OF_CHOICE: sentence("Providers in a system of choice"),
    Operation.OTHER: sentence("In another way"),
    Operation.UNKNOWN: sentence("Not known"),
}
OUTAGE: Final = {
    Outage.HOUR: sentence("At most one hour"),
    Outage.HOURS: sentence("At most four hours"),
    Outage.DAY: sentence("At most one day"),
    Outage.DAYS: sentence("At most three days"),
    Outage.WEEK: sentence("At most one week"),
    Outage.WEEKS: sentence("At most two weeks"),
    Outage.MONTH: sentence("At most one month"),
    Outage.LONGER: sentence("Longer than a month"),
    Outage.UNKNOWN: sentence("How long is not known"),
}
SHORT_OUTAGE: Final = {  # where a whole phrase would not fit
    Outage.HOUR: sentence("1 hour"),
    Outage.HOURS: sentence("4 hours"),
    Outage.DAY: sentence("1 day"),
    Outage.DAYS: sentence("3 days"),
    Outage.WEEK: sentence("1 week"),
    Outage.WEEKS: sentence("2 weeks"),
    Outage.MONTH: sentence("1 month"),
    Outage.LONGER: sentence("over 1 month"),
    Outage.UNKNOWN: sentence("not known"),
}
NO_OUTAGE: Final = sentence("time not given")
ROLE: Final = {
    "need_owner": sentence("an owner of the need"),
    "risk_owner": sentence("who may accept remaining risk"),
    "procurement": sentence("who is responsible for procurement"),
    "preparedness": sentence("who is responsible for preparedness"),
}
KNOWN: Final = {
    Known.YES: sentence("Yes"),
    Known.NO: sentence("No"),
    Known.UNKNOWN: sentence("Don't know"),
}
COVER: Final = {
    Cover.COVERED: sentence("Reserve plan exists"),
    Cover.TOLERATED: sentence("No reserve plan, copes more than three days"),
    Cover.UNCOVERED: sentence("Supply gap"),
    Cover.UNKNOWN: sentence("Nobody knows"),
    Cover.OPEN: sentence("Not answered"),
}
TURN: Final = {
    Turn.ENDED: sentence("The contract has ended"),
    Turn.LATE: sentence("The decision is late"),
    Turn.WAITING: sentence("Decision to take"),
    Turn.DECIDED: sentence("Decided"),
}
