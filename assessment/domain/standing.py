"""What an organisation has registered in the four steps, taken together."""

from dataclasses import dataclass
from datetime import date

from assessment.domain.document import Document
from assessment.domain.message_overview import MessageOverview
from assessment.domain.register import Register
from assessment.domain.way_board import WayBoard


@dataclass(frozen=True, slots=True)
class Standing:
    """`documents` are without the archived ones, oldest first."""

    register: Register
    ways: WayBoard
    documents: tuple[Document, ...]
    messages: MessageOverview

    @property
    def today(self) -> date:
        return self.register.today
