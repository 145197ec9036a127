"""Messages to target groups."""

from typing import Final

from assessment.domain.message import Landed, MessageFacts, MessageUnknown
from assessment.storage.repository.entry_table import EntryTable
from assessment.storage.tables.message import MessageRow

TABLE: Final = EntryTable(
    MessageRow,
    MessageFacts,
    MessageUnknown,
    codes={"landed": Landed},
    sets={"basis": None},
    renamed={"group": "target_group"},  # group is a word of SQL
)

message = TABLE.find
messages = TABLE.listed
save_message = TABLE.save
