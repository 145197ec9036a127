"""What the enums and parts of decision records are called, as sentences for `Language.text`."""

from typing import Final

from assessment.domain.errors import sentence
from assessment.domain.way import Act, Mark, Office, Security, Way
from assessment.domain.way_gates import Gate, GateState, Outcome, Stop
from assessment.domain.way_guide import Side

WAY: Final = {
    Way.OWN: sentence("In-house"),
    Way.OWN_COMPANY: sentence("A company of our own"),
    Way.COOPERATION: sentence("Cooperation with other public bodies"),
    Way.PROCUREMENT: sentence("Procurement"),
    Way.SYSTEM_OF_CHOICE: sentence("System of choice"),
    Way.NO_CHANGE: sentence("No change"),
}
SECURITY: Final = {
    Security.NOT_CONCERNED: sentence("Protective security is not concerned"),
    Security.SUITABLE: sentence("Concerned, and suitable to hand over"),
    Security.NOT_SUITABLE: sentence("Concerned, and not suitable to hand over"),
    Security.UNKNOWN: sentence("Not settled yet"),
}
ACT: Final = {
    Act.LOU: "LOU",
    Act.LUF: "LUF",
    Act.LUK: "LUK",
    Act.LUFS: "LUFS",
    Act.UNKNOWN: sentence("Don't know"),
}
MARK: Final = {
    Mark.HOLDS: sentence("Holds here"),
    Mark.HOLDS_NOT: sentence("Does not hold"),
    Mark.UNKNOWN: sentence("Don't know"),
}
OFFICE: Final = {
    Office.PROCUREMENT: sentence("Procurement function"),
    Office.NEED_OWNER: sentence("Need owner"),
    Office.PREPAREDNESS: sentence("Preparedness officer"),
    Office.LEGAL: sentence("Lawyer or security"),
}
SIDE: Final = {
    Side.IN_HOUSE: sentence("May speak for in-house"),
    Side.OUTSOURCED: sentence("May speak for letting others do it"),
    Side.PROCUREMENT: sentence("May speak for procurement"),
    Side.SYSTEM_OF_CHOICE: sentence("May speak for a system of choice"),
}
GATE: Final = {
    Gate.IDENTIFIED: sentence("The need"),
    Gate.HANDOVER: sentence("Hand over"),
    Gate.SECURITY: sentence("Protective security"),
    Gate.FORM: sentence("Ways"),
    Gate.CHOICE: sentence("System of choice, or not"),
    Gate.ACT: sentence("Which act"),
    Gate.TERMS: sentence("Conditions"),
    Gate.DECIDE: sentence("Decision"),
}
ASKS: Final = {
    Gate.IDENTIFIED: sentence("Is the need clear?"),
    Gate.HANDOVER: sentence("May somebody else carry it out?"),
    Gate.SECURITY: sentence("What was the outcome of the protective security check?"),
    Gate.FORM: sentence("Which ways do you compare?"),
    Gate.CHOICE: sentence("Procurement or system of choice?"),
    Gate.ACT: sentence("Which act applies?"),
    Gate.TERMS: sentence("What must hold, and how do you get out?"),
    Gate.DECIDE: sentence("Is there enough to decide on?"),
}
GATE_STATE: Final = {
    GateState.DONE: sentence("done"),
    GateState.OPEN: sentence("something is missing"),
    GateState.STOPPED: sentence("stops here"),
    GateState.BEYOND: sentence("comes after the stop"),
    GateState.NOT_APPLICABLE: sentence("not applicable here"),
}
OUTCOME: Final = {
    Outcome.READY: sentence("There is enough to decide on"),
    Outcome.INCOMPLETE: sentence("To be completed before the decision"),
    Outcome.STOPPED: sentence("Stop: protective security or legal ground not clear"),
}
STOP: Final = {
    Stop.NOT_IDENTIFIED: sentence("The activity is not described well enough. Describe it in Analyse, and come back."),
    Stop.GROUND_UNKNOWN: sentence("Nobody knows whether it may be handed over. Ask a lawyer before you go on."),
    Stop.SECURITY_UNKNOWN: sentence(
        "The check has no outcome. Ask whoever answers for protective security before you go on."
    ),
    Stop.MAY_NOT: sentence(
        "The proposed way lets another party in, and the law is answered with no. Propose another way, or correct it."
    ),
    Stop.NOT_SUITABLE: sentence(
        "The proposed way lets another party in, and the check says not suitable. Propose another way."
    ),
}
PART: Final = {
    1: sentence("The activity"),
    2: sentence("The need in figures and words"),
    3: sentence("Ways that are compared"),
    4: sentence("Effect on preparedness"),
    5: sentence("Legal check"),
    6: sentence("Who contributed"),
    7: sentence("Proposed way and reasons"),
    8: sentence("Conditions"),
    9: sentence("Remaining risk"),
    10: sentence("Transition"),
    11: sentence("Leaving and taking back"),
    12: sentence("Follow-up"),
    13: sentence("Review"),
    14: sentence("Communication"),
    15: sentence("Remaining responsibility"),
}
LACKING: Final = {  # where the field's own name would not say what is missing
    "identified": sentence("that the activity is identified and described"),
    "options": sentence("two ways to compare, besides no change"),
    "effects": sentence("the effect of each way"),
    "offices": sentence("that all four functions have contributed"),
    "chosen_among": sentence("the proposed way among those compared"),
    "friday": sentence("who takes over if the largest provider stops"),
}
