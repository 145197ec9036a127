"""An organisation that is empty can be deleted; one with anything in it is kept whole."""

import pytest

from assessment.domain.activity import ActivityFacts
from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.domain.entry_errors import OrganisationFilled, OrganisationNotNamed, OrganisationUnknown
from assessment.domain.errors import NotAllowed
from assessment.domain.message import MessageFacts
from assessment.services import entries, organisations
from assessment.services.documents import DOCUMENTS
from assessment.services.messages import MESSAGES
from assessment.services.registers import ACTIVITIES
from tests import builders
from tests.builders import ADA


@pytest.fixture
def empty(engine):
    return organisations.start(engine, ADA, name="Region Sydost", kind="region")


def test_an_empty_organisation_is_deleted(engine, empty):
    assert organisations.empty(engine, ADA, empty.id)
    organisations.remove(engine, ADA, empty.id)
    assert organisations.known(engine, ADA) == ()
    with pytest.raises(OrganisationUnknown):
        organisations.remove(engine, ADA, empty.id)


@pytest.mark.parametrize(
    ("shelf", "facts"),
    [
        (ACTIVITIES, ActivityFacts("Vatten")),
        (DOCUMENTS, DocumentFacts("Policy", DocumentLevel.POLICY)),
        (MESSAGES, MessageFacts("Chefer")),
    ],
)
def test_one_with_something_registered_is_kept_also_when_it_is_archived(engine, empty, shelf, facts):
    entry = entries.add(engine, ADA, shelf, empty.id, facts)
    entries.archive(engine, ADA, shelf, entry.id, version=entry.version)
    with pytest.raises(OrganisationFilled):
        organisations.remove(engine, ADA, empty.id)
    assert organisations.known(engine, ADA) == (empty,)


def test_one_that_an_assessment_names_is_kept(engine, empty):
    builders.start(engine, organisation="region  SYDOST")
    assert not organisations.empty(engine, ADA, empty.id)


def test_a_participant_deletes_nothing(engine, empty, ben):
    with pytest.raises(NotAllowed):
        organisations.remove(engine, builders.viewer_of(ben), empty.id)
    assert organisations.known(engine, ADA) == (empty,)


def test_an_organisation_is_found_by_its_name_however_it_is_spelt(engine, empty):
    assert organisations.called(engine, ADA, " region  sydost") == empty == organisations.called(engine, ADA, empty.id)
    with pytest.raises(OrganisationNotNamed) as refused:
        organisations.called(engine, ADA, "Lindvåga")
    assert "Region Sydost" in str(refused.value.parameters)
