"""A workshop whose facilitator is not at either process: she acts straight on the database."""

from assessment.services import join_codes, room
from tests import builders
from tests.builders import ADA
from tests.proxy.phone import Phone
from tests.workshop_builders import Facilitator, prepare


class Hall:
    def __init__(self, store, name):
        self.engine, self.name = store, name
        self.assessment = builders.start(store)
        self.workshop = prepare(store, self.assessment)
        self.ada = Facilitator(store, self.workshop)
        self.items = builders.asked(store, self.assessment)
        self.join_code = join_codes.join_code_of(store, ADA, self.workshop.id)
        self.code, self.key = self.join_code.code, self.join_code.key

    def phone(self, url, **more):
        return Phone(url, self.code, self.key, name=self.name, **more)

    def progress(self):
        return room.progress(self.engine, ADA, self.workshop.id)
