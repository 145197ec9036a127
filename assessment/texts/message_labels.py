"""What messages are called, what they lack, and target groups to begin from, as sentences for `Language.text`."""

from typing import Final

from assessment.domain.errors import sentence
from assessment.domain.message import Lack, Landed

LANDED: Final = {
    Landed.YES: sentence("It has landed"),
    Landed.PARTLY: sentence("It has landed in part"),
    Landed.NO: sentence("It has not landed"),
    Landed.NOT_CHECKED: sentence("Not looked into yet"),
}
LACK: Final = {
    Lack.LATE: sentence("late"),
    Lack.NOT_LANDED: sentence("has not landed"),
    Lack.PARTLY_LANDED: sentence("has landed only in part"),
    Lack.NOT_CHECKED: sentence("nobody has looked whether it has landed"),
    Lack.NO_TEXT: sentence("the message is not written"),
    Lack.NO_CHANGE: sentence("not said what the group does differently"),
    Lack.NO_SENDER: sentence("no sender"),
    Lack.NO_CHANNEL: sentence("no channel"),
    Lack.NO_DAY: sentence("no day"),
}
# A name for the address, and the group. Our own choice; who is concerned is for the organisation to say.
GROUPS: Final = {
    "bestallare": sentence("Those who order purchases"),
    "avropare": sentence("Those who call off from contracts"),
    "projektledare": sentence("Project managers"),
    "avtalsagare": sentence("Contract owners"),
    "chefer": sentence("Unit managers"),
    "ekonomi": sentence("Finance"),
    "kommunikation": sentence("Communication"),
    "fortroendevalda": sentence("Elected members"),
    "bolag": sentence("Our own companies"),
    "leverantorer": sentence("Key suppliers"),
}
