"""Reads a checklist file. A broken one is refused with file, place, field and what was expected."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from ruamel.yaml import YAML
from ruamel.yaml.composer import Composer, ComposerError
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import AliasEvent

from assessment.domain.checklist import EVERY_ORGANISATION
from assessment.domain.errors import sentence
from assessment.storage.checklist_schema import ChecklistPart
from assessment.storage.errors import (
    ChecklistCircle,
    ChecklistDependsOnItself,
    ChecklistFileNotYaml,
    ChecklistFileUnreadable,
    ChecklistFileWrong,
    ChecklistPointsNowhere,
)

EXPECTED: Mapping[str, str] = {
    "missing": sentence("is missing"),
    "extra_forbidden": sentence("is not known"),
    "string_too_short": sentence("must not be empty"),
    "string_too_long": sentence("is too long"),
    "too_short": sentence("has too few entries"),
    "too_long": sentence("has too many entries"),
    "enum": sentence("is not one of the allowed values"),
    "string_pattern_mismatch": sentence("is not written as expected"),
    "greater_than_equal": sentence("is too low"),
    "less_than_equal": sentence("is too high"),
}
EXPECTED_OTHERWISE = sentence("is of the wrong kind")
DOUBLE = sentence("stands twice")
DEEPEST = 20  # lists and mappings within each other
LARGEST_FILE = 2_000_000  # bytes; the shipped checklist has 0.1 million
NO_CHECKLIST = sentence("it holds no checklist")
NOT_UTF8 = sentence("its letters are not stored as UTF-8")
TOO_LARGE = sentence("it is larger than 2 MB")
LEVEL_ORDER = sentence("must list the levels 0, 1, 2, 3, 4 in order")


def read_checklist(path: Path) -> ChecklistPart:
    """The checklist in a YAML file. Raises ChecklistFileUnreadable or ChecklistFileWrong."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ChecklistFileUnreadable(file=path.name, problem=TOO_LARGE)
        content = path.read_bytes()
    except OSError as error:
        raise ChecklistFileUnreadable(file=path.name, problem=str(error)) from error
    return checklist_in(content, file=path.name)


def checklist_in(content: bytes, *, file: str) -> ChecklistPart:
    """The checklist that a YAML file's content means; `file` is what the refusals call it.

    Raises ChecklistFileUnreadable or ChecklistFileWrong.
    """
    meant = _meant(content, file)
    if not isinstance(meant, dict):
        raise ChecklistFileUnreadable(file=file, problem=NO_CHECKLIST)
    try:
        part = ChecklistPart.model_validate(meant)
    except ValidationError as error:
        raise _wrong(file, meant, error.errors()[0]) from error
    for place, field, expected in _contradictions(part):
        raise ChecklistFileWrong(file=file, place=place, field=field, expected=expected)
    for place, field, missing in _missing_references(part):
        raise ChecklistPointsNowhere(file=file, place=place, field=field, missing=missing)
    _must_have_an_order(file, part)
    return part


def _meant(content: bytes, file: str) -> object:
    if len(content) > LARGEST_FILE:
        raise ChecklistFileUnreadable(file=file, problem=TOO_LARGE)
    try:
        return _reader().load(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ChecklistFileUnreadable(file=file, problem=NOT_UTF8) from error
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if mark is None:
            raise ChecklistFileUnreadable(file=file, problem=NO_CHECKLIST) from error
        raise ChecklistFileNotYaml(file=file, line=mark.line + 1, column=mark.column + 1) from error
    except RecursionError as error:
        raise ChecklistFileUnreadable(file=file, problem=NO_CHECKLIST) from error
    except (ValueError, YAMLError) as error:  # ValueError: a date that does not exist
        raise ChecklistFileUnreadable(file=file, problem=" ".join(str(error).split())) from error


class PlainComposer(Composer):
    """Refuses aliases, with which a few lines can mean millions."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.parser.check_event(AliasEvent):
            raise ComposerError(None, None, "an alias (*) stands here", self.parser.peek_event().start_mark)
        return super().compose_node(parent, index)


def _reader() -> YAML:
    reader = YAML(typ="safe", pure=True)
    reader.Composer = PlainComposer
    reader.max_depth = DEEPEST
    return reader


def _wrong(file: str, content: Mapping[str, Any], error: ErrorDetails) -> ChecklistFileWrong:
    """Name the place by the id that the author wrote there rather than by a number."""
    place, here = "", content
    path = list(error["loc"])
    while path and not isinstance(path[-1], str):
        path.pop()
    for step in path[:-1]:
        here = here[step] if isinstance(here, dict | list) else {}
        if isinstance(here, dict) and ("id" in here or "key" in here) and here is not content:
            place = str(here.get("id") or here.get("key"))
    expected = EXPECTED.get(error["type"], EXPECTED_OTHERWISE)
    field = ".".join(str(step) for step in path if isinstance(step, str)) or "–"
    return ChecklistFileWrong(file=file, place=place or sentence("top level"), field=field, expected=expected)


def _contradictions(part: ChecklistPart) -> Iterator[tuple[str, str, str]]:
    """Everything that the shape alone does not show, as (place, field, what is wrong)."""
    for field, entries in (
        ("dimensions", part.dimensions),
        ("steps", part.steps),
        ("roles", part.roles),
        ("organisation_types", part.organisation_types),
        ("items", part.items),
        ("consistency", part.consistency),
        ("vignettes", part.vignettes),
    ):
        yield from ((double, field, DOUBLE) for double in _doubles(entry.id for entry in entries))
    yield from ((double, "sources", DOUBLE) for double in _doubles(source.key for source in part.sources))
    if [level.level for level in part.scale] != [0, 1, 2, 3, 4]:
        yield sentence("top level"), "scale", LEVEL_ORDER


def _missing_references(part: ChecklistPart) -> Iterator[tuple[str, str, str]]:
    """What does not exist although something points to it, as (place, field, what is pointed to)."""
    items = {item.id for item in part.items}
    known = {
        "id": {dimension.id for dimension in part.dimensions},
        "step": {step.id for step in part.steps},
        "roles": {role.id for role in part.roles},
        "applies_to": {kind.id for kind in part.organisation_types} | {EVERY_ORGANISATION},
        "depends_on": items,
        "source": {source.key for source in part.sources},
    }
    for item in part.items:
        used: Mapping[str, Sequence[str]] = {
            "id": [item.dimension],
            "step": [item.step],
            "roles": item.roles,
            "applies_to": item.applies_to,
            "depends_on": item.depends_on,
            "source": item.source,
        }
        yield from ((item.id, field, one) for field, ids in used.items() for one in ids if one not in known[field])
    for rule in part.consistency:
        yield from ((rule.id, "when", one.item) for one in rule.when if one.item not in items)
    for vignette in part.vignettes:
        if vignette.item not in items:
            yield vignette.id, "item", vignette.item


def _must_have_an_order(file: str, part: ChecklistPart) -> None:
    """Raises ChecklistDependsOnItself or ChecklistCircle when no question could come first."""
    try:
        TopologicalSorter({item.id: item.depends_on for item in part.items}).prepare()
    except CycleError as error:
        circle = list(reversed(error.args[1]))[1:]  # each depends on the next one, the last on the first
        if len(circle) == 1:
            raise ChecklistDependsOnItself(file=file, item=circle[0]) from error
        place = {item.id: number for number, item in enumerate(part.items)}
        first = circle.index(min(circle, key=place.__getitem__))
        ordered = [*circle[first:], *circle[:first]]
        told = ", ".join(ordered)
        raise ChecklistCircle(file=file, items=told, last=ordered[-1], first=ordered[0]) from error


def _doubles(ids: Iterable[str]) -> list[str]:
    return [id_ for id_, times in Counter(ids).items() if times > 1]
