"""Two writers of one entry: what each has changed since both saw the same."""

from collections.abc import Mapping
from dataclasses import Field, fields, replace
from typing import Any, ClassVar, Protocol, TypeVar

from assessment.domain.entry import written


class Record(Protocol):
    """Any dataclass: what `fields` and `replace` ask for."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


Facts = TypeVar("Facts", bound=Record)


def written_parts(facts: Any) -> dict[str, str]:
    """Every field as text by its name; of a mapping each part by itself, by the field, a space and its id."""
    found: dict[str, str] = {}
    for one in fields(facts):
        value = getattr(facts, one.name)
        if isinstance(value, Mapping):
            found |= {f"{one.name} {key}": written({key: said}) for key, said in sorted(value.items()) if said}
        else:
            found[one.name] = written(value)
    return found


def merged(seen: Mapping[str, str], mine: Facts, theirs: Facts) -> Facts:
    """`theirs` with what `mine` has changed since both were as `seen`, which is as `written_parts` writes."""
    changed = {name for name, _, _ in differences(seen, written_parts(mine))}
    found: dict[str, Any] = {}
    for one in fields(mine):
        own, other = getattr(mine, one.name), getattr(theirs, one.name)
        if isinstance(own, Mapping):
            chosen = {key: (own if f"{one.name} {key}" in changed else other) for key in {**other, **own}}
            found[one.name] = {key: side[key] for key, side in chosen.items() if key in side}
        else:
            found[one.name] = own if one.name in changed else other
    return replace(theirs, **found)


def differences(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
    """Name, first and second text of each part that differs; a part that is not there counts as empty."""
    names = dict.fromkeys([*after, *before])
    pairs = ((name, before.get(name, ""), after.get(name, "")) for name in names)
    return tuple(pair for pair in pairs if pair[1] != pair[2])
