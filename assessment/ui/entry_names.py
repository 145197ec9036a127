"""What entries are called in addresses. People share and bookmark these, so they stay."""

from typing import Final

ACTIVITY: Final = "verksamhet"
DELIVERY: Final = "leverans"
DOCUMENT: Final = "dokument"
MESSAGE: Final = "budskap"
RECORD: Final = "b"  # a parameter of its own, because records are walked through and not opened in a dialogue
OPEN: Final = "post"  # the parameter that opens a dialogue, as <kind>.<id>
ACTION: Final = "atgard"  # the parameter that opens an action
