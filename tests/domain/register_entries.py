"""Registers that tests begin from."""

from datetime import UTC, date, datetime

from assessment.domain.activity import ActivityFacts
from assessment.domain.delivery import DeliveryFacts
from assessment.domain.entry import Entry
from assessment.domain.organisation import Organisation
from assessment.domain.register import Register

MOMENT = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
EKVIK = Organisation("ekvik", "Ekviks kommun", "kommun", False, MOMENT)


def entry(id_, facts, *, archived=False):
    return Entry(id_, EKVIK.id, facts, MOMENT, MOMENT, "Eva", version=1, archived=archived)


def activity(id_, *, archived=False, **facts):
    return entry(id_, ActivityFacts(**{"name": id_.capitalize()} | facts), archived=archived)


def delivery(id_, *, archived=False, **facts):
    return entry(id_, DeliveryFacts(**{"name": id_.capitalize()} | facts), archived=archived)


def register(activities=(), deliveries=(), *, today=TODAY, organisation=EKVIK):
    return Register(organisation, tuple(activities), tuple(deliveries), today)
