"""A workshop whose facilitator is not at either process: she acts straight on the database."""

from assessment.domain.join_code import join_code, join_key
from assessment.services import room
from tests import builders
from tests.builders import ADA
from tests.proxy.pair import SECRET
from tests.proxy.phone import Phone
from tests.workshop_builders import Facilitator, prepare


class Hall:
    def __init__(self, store):
        self.engine = store
        self.assessment = builders.start(store)
        self.workshop = prepare(store, self.assessment)
        self.ada = Facilitator(store, self.workshop)
        self.code = join_code(SECRET.encode(), self.workshop.id, 0)
        self.key = join_key(SECRET.encode(), self.workshop.id, 0)

    def phone(self, url, **more):
        return Phone(url, self.code, self.key, **more)

    def progress(self):
        return room.progress(self.engine, ADA, self.workshop.id)
