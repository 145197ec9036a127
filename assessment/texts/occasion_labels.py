"""What the days of the yearly wheel are called, as sentences for `Language.text`."""

from typing import Final

from assessment.domain.errors import sentence
from assessment.domain.year_wheel import Occasion

OCCASION: Final = {
    Occasion.ACTIVITY_REVIEW: sentence("Review the activity"),
    Occasion.DECIDE_BY: sentence("Decide what comes after the contract"),
    Occasion.CONTRACT_END: sentence("End of the contract"),
    Occasion.RECORD_REVIEW: sentence("Review the decision"),
    Occasion.ADOPTION: sentence("Adopt the document"),
    Occasion.DOCUMENT_REVIEW: sentence("Review the document"),
    Occasion.ACTION_DUE: sentence("Action to be done"),
    Occasion.MESSAGE: sentence("Send the message to"),
    Occasion.ASK_AGAIN: sentence("Ask again, the answers grow old"),
}
