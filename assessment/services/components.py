"""What Rustad is made of: the programs it needs, as they are installed."""

from functools import cache
from importlib.metadata import PackageNotFoundError, metadata
from typing import Final, NamedTuple

from packaging.requirements import Requirement

from assessment.settings import ROOT

LONGEST: Final = 60  # letters: some packages give the whole licence where its name should stand
FIELDS: Final = ("License-Expression", "License")
CLASSIFIER: Final = "License :: "


class Component(NamedTuple):
    name: str
    version: str
    licence: str


@cache
def components() -> tuple[Component, ...]:
    """Those that Rustad names itself; each brings others along. The licence is empty where the package names none."""
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    names = [Requirement(line).name for line in lines if line and not line.startswith("#")]
    return tuple(sorted((_component(name) for name in names), key=lambda one: one.name.lower()))


def _component(name: str) -> Component:
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return Component(name, "", "")
    given = next((told[field] for field in FIELDS if field in told), "")
    classified = [text.rpartition("::")[2].strip() for text in told.get_all("Classifier") or [] if CLASSIFIER in text]
    named = given if 0 < len(given) <= LONGEST and "\n" not in given else ", ".join(classified)
    return Component(told["Name"], told["Version"], named)
