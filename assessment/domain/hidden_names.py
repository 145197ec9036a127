"""Units without their names: letters in an order that follows from nothing people know."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from string import ascii_uppercase
from typing import Final

FEWEST_HIDDEN: Final = 3  # among two, everybody knows which one is the other


def letters(ids: Collection[str]) -> Mapping[str, str]:
    """A letter for each id: A, B … Z, AA. The order follows from digests of the ids, which are random themselves."""
    ordered = sorted(set(ids), key=digest)
    return {id_: _letter(place) for place, id_ in enumerate(ordered)}


def digest(id_: str) -> str:
    """What stands for an id where the id itself would tell too much."""
    return sha256(f"rustad unit {id_}".encode()).hexdigest()[:12]


def _letter(place: int) -> str:
    first, second = divmod(place, len(ascii_uppercase))
    return (ascii_uppercase[first - 1] if first else "") + ascii_uppercase[second]
