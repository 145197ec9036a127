"""What a PostgreSQL server may refuse, in words that say what to do. `place` is host and database, never more.

People are told neither.
"""

from assessment.domain.errors import sentence
from assessment.storage.errors import GONE, UNUSABLE, AddressFailed, DatabaseBusy, DatabaseFailed


class ServerAway(AddressFailed):
    told = GONE
    text = sentence(
        "The database server {place} does not answer, so nothing was saved. Rustad goes on by itself when it is back. "
        "Check that it is running, and the address in {setting}."
    )


class ConnectionLost(DatabaseFailed):
    """Raised also when the server went away in the middle of a commit, whose outcome nobody knows."""

    told = sentence(
        "The connection to the database was lost. "
        "Look whether your last change was saved, and make it again if it was not."
    )
    text = sentence(
        "The connection to the database server {place} was lost. Look whether your last change was saved, and make it "
        "again if it was not."
    )


class SignInRefused(AddressFailed):
    told = UNUSABLE
    text = sentence(
        "The database server {place} does not let Rustad in. Nothing has changed. "
        "Check user and password in {setting}, and that the server lets this computer in."
    )


class ServerWithoutDatabase(AddressFailed):
    told = UNUSABLE
    text = sentence("The server has no database {place}. Nothing has changed. Create it there, or correct {setting}.")


class ServerReadOnly(AddressFailed):
    told = UNUSABLE
    text = sentence(
        "The database {place} can only be read, so nothing was saved. "
        "Let {setting} point to the server that is written to, not to its standby."
    )


class RightsMissing(DatabaseFailed):
    told = UNUSABLE
    text = sentence(
        "Rustad's user lacks rights in the database {place}, so nothing was saved. "
        "Let it create, read and change tables in its schema."
    )


class ConnectionsUsedUp(DatabaseFailed):
    told = DatabaseBusy.text
    text = sentence(
        "The database server {place} takes no more connections, so nothing was saved. Wait a little and try again. "
        "If it happens often, raise max_connections there."
    )


class DatabaseNotUtf8(DatabaseFailed):
    told = UNUSABLE
    text = sentence(
        "The database {place} does not keep texts as UTF-8. Nothing has changed. "
        "Create it anew: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0."
    )
