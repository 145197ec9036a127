"""Checklist files and an organisation's own question, for the tests that bring them in."""

from io import StringIO

from ruamel.yaml import YAML

from assessment.domain.checklist import Wording
from assessment.domain.own_item import OwnItem
from tests.storage.test_checklist_file import change, small_checklist


def small_file(**changes):
    """The bytes of a file with three questions, key *liten*. A change is named by its path, __ for a dot."""
    content = small_checklist()
    for path, value in changes.items():
        change(content, path.replace("__", "."), value)
    text, yaml = StringIO(), YAML(typ="safe", pure=True)
    yaml.representer.ignore_aliases = lambda _: True
    yaml.dump(content, text)
    return text.getvalue().encode()


def words(sv, en=""):
    return Wording(sv, en)


OWN = OwnItem(
    dimension="POL",
    step="analysera",
    question=words("Har ni <b>egna</b> lager?"),
    levels=tuple(map(words, ("Inga.", "Några.", "De flesta.", "Alla.", "Alla, och ni räknar dem varje år."))),
    evidence=words("Lagerlistan."),
    action=words("Räkna lagren.", "Count the stores."),
)
