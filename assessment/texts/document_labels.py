"""What the kinds and states of governing documents are called, as sentences for `Language.text`."""

from typing import Final

from assessment.domain.document import DocumentLevel, DocumentState
from assessment.domain.errors import sentence

KIND: Final = {
    DocumentLevel.VISION: sentence("Vision"),
    DocumentLevel.POLICY: sentence("Policy document"),
    DocumentLevel.STRATEGY: sentence("Strategy"),
    DocumentLevel.GUIDELINE: sentence("Guideline"),
    DocumentLevel.PLAN: sentence("Plan document"),
    DocumentLevel.ROUTINE: sentence("Routine"),
}
STATE: Final = {
    DocumentState.IN_FORCE: sentence("In force"),
    DocumentState.PLANNED: sentence("To be adopted"),
    DocumentState.UNDATED: sentence("Date of adoption not stated"),
}
