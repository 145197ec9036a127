"""What the history and the choice between two versions need to know about decision records."""

from assessment.domain.errors import sentence
from assessment.domain.way import WAY_FIELD, WayFacts
from assessment.reporting.way_words import shown
from assessment.services import ways
from assessment.services.ways import RECORDS
from assessment.ui.entry_dialog import EntryKind
from assessment.ui.page import Page


def way_kind(here: Page) -> EntryKind[WayFacts]:
    """Records are walked through on the screen and never opened in a dialogue."""
    guide = ways.guide()
    asked = {one.id: here.language.of(one.text) for one in guide.questions}
    asked |= {one.id: here.language.of(one.text) for one in guide.arguments}
    return EntryKind(
        name="beslut",
        shelf=RECORDS,
        labels=WAY_FIELD,
        add_title=sentence("Decision record"),
        change_title=sentence("Decision record"),
        begin=lambda _hint: None,
        fields=lambda facts, _key: facts,
        shown=lambda field, text: shown(field, text, here.language, asked),
    )
