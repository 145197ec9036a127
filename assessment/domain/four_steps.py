"""What an organisation has registered in the four steps, all of it at one moment."""

from dataclasses import dataclass

from assessment.domain.document_overview import DocumentOverview, DocumentQuestion
from assessment.domain.message_overview import MessageOverview
from assessment.domain.organisation import Organisation
from assessment.domain.register import Register
from assessment.domain.way_board import WayBoard
from assessment.domain.year_wheel import YearWheel


@dataclass(frozen=True, slots=True)
class FourSteps:
    """`questions` are those that the answers of one assessment raise about the documents."""

    board: WayBoard
    documents: DocumentOverview
    messages: MessageOverview
    wheel: YearWheel
    questions: tuple[DocumentQuestion, ...] = ()

    @property
    def register(self) -> Register:
        return self.board.register

    @property
    def empty(self) -> bool:
        """Nothing is registered, or all is archived. The wheel only tells the days of what is registered elsewhere."""
        return not (self.board.rows or self.register.delivered or self.documents.documents or self.messages.messages)

    @property
    def organisation(self) -> Organisation:
        return self.register.organisation
