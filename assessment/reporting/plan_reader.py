"""Understands the rows of a gap list and its plan. Everything that is wrong is told at once."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from assessment.domain.action import TITLE_LIMIT, Plan
from assessment.domain.assessment import Assessment
from assessment.domain.checklist import Checklist, Item
from assessment.domain.errors import AssessmentError
from assessment.domain.response import one_line
from assessment.domain.returned_plan import KnownRow, NewRow, Place, PlanOfOtherAssessment, ReturnedPlan, aims_of
from assessment.reporting import form_errors, plan_errors
from assessment.reporting.headings import heading
from assessment.reporting.plan_cells import SHORT, Words, text_of
from assessment.reporting.plan_file import Entered, Found, PlanFile, entry_columns
from assessment.texts import labels
from assessment.texts.language import CODES, Language

MOST_TOLD: Final = 20
NEVER_EMPTY: Final = ("status", "effort")  # an empty cell says nothing about these


@dataclass(slots=True)
class Reading:
    """One reading of one file: what it may say, what it says, and what was wrong so far."""

    file: PlanFile
    words: Words
    items: Mapping[str, Item]
    rows: dict[tuple[str, ...], KnownRow | NewRow] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)

    def wrong(self, problem: AssessmentError, place: Place, cell: Entered | None = None) -> None:
        language = self.words.language
        told = {"sheet": place.sheet, "reason": language.explain(problem)}
        if cell is not None:
            self.problems.append(language.text("Sheet {sheet}, cell {cell}: {reason}.", cell=cell.cell, **told))
        elif place.row:
            self.problems.append(language.text("Sheet {sheet}, row {row}: {reason}.", row=place.row, **told))
        else:
            self.problems.append(language.text("Sheet {sheet}: {reason}.", **told))

    def keep(self, row: KnownRow | NewRow, *identity: str) -> None:
        """Take the row, unless it stands there already. Twice with different values is wrong."""
        first = self.rows.setdefault((row.place.sheet, *identity), row)
        if first.fields != row.fields:
            self.wrong(plan_errors.RowsDiffer(row=str(first.place.row)), row.place)

    def stop_if_wrong(self) -> None:
        """Raises PlanWrong with the first problems."""
        if not self.problems:
            return
        more = len(self.problems) - MOST_TOLD
        told = self.problems[:MOST_TOLD]
        if more > 0:
            told.append(self.words.language.plural("And {number} more.", "And {number} more.", more))
        raise plan_errors.PlanWrong(listed="\n".join(told))

    def fields(self, sheet: Found, place: Place, cells: Mapping[str, Entered]) -> dict[str, str] | None:
        """The row's fields, or None when one of them was wrong."""
        found, before = {}, len(self.problems)
        for name in entry_columns(sheet):
            try:
                found[name] = self.words.field(name, cells[name])
            except AssessmentError as problem:
                self.wrong(problem, place, cells[name])
        return found if len(self.problems) == before else None


def returned_plan(file: PlanFile, assessment: Assessment, checklist: Checklist, language: Language) -> ReturnedPlan:
    """What the file says. Raises PlanOfOtherAssessment or PlanWrong."""
    if file.assessment_id != assessment.id:
        raise PlanOfOtherAssessment(name=assessment.name)
    items = {item.id: item for item in assessment.asked(checklist)}
    targets = {id_: assessment.targets.of(item) for id_, item in items.items()}
    planned = {item: level for one in file.baseline.values() for item, level in aims_of(one.fields["aims"]).items()}
    reading = Reading(file, Words(checklist, planned | targets, language), items)
    for sheet in file.sheets:
        if _columns_stand(reading, sheet):
            for row, cells in sheet.rows:
                place = Place(sheet.title, row)
                (_plan_row if sheet.of_plan else _gap_row)(reading, sheet, place, cells)
    _no_id_lost(reading)
    reading.stop_if_wrong()
    known = tuple(row for row in reading.rows.values() if isinstance(row, KnownRow))
    new = tuple(row for row in reading.rows.values() if isinstance(row, NewRow))
    return ReturnedPlan(assessment.id, file.facts.get("exported_at", ""), file.baseline, known, new)


def _columns_stand(reading: Reading, sheet: Found) -> bool:
    """Whether the columns can be told apart, and the ids are there."""
    language, before = reading.words.language, len(reading.problems)
    needed = [] if reading.file.first_format else ["action_id"]
    for key in needed if sheet.of_plan else ["item_id", *needed]:
        if key not in sheet.columns:
            name = f"{heading(key, language)} ({key})"
            reading.wrong(plan_errors.IdColumnMissing(column=name), Place(sheet.title, 0))
    for key in dict.fromkeys(sheet.columns):
        if sheet.columns.count(key) > 1:
            name = language.text(labels.PLAN_FIELD[key]) if key in labels.PLAN_FIELD else heading(key, language)
            reading.wrong(plan_errors.ColumnTwice(column=name), Place(sheet.title, 0))
    return len(reading.problems) == before


def _gap_row(reading: Reading, sheet: Found, place: Place, cells: Mapping[str, Entered]) -> None:
    written = any(not cells[name].empty for name in entry_columns(sheet))
    item_id, action_id = (_id(cells.get(key)) for key in ("item_id", "action_id"))
    if not item_id:
        if written or action_id:
            reading.wrong(plan_errors.QuestionNumberMissing(), place)
        return
    if item_id not in reading.items:
        if written or action_id:
            reading.wrong(form_errors.QuestionUnknown(item=item_id[:SHORT]), place, cells["item_id"])
        return
    fields = reading.fields(sheet, place, cells)
    if fields is None:
        return
    if action_id:
        base = reading.file.baseline.get(action_id)
        if base is None:
            reading.wrong(plan_errors.IdUnknown(id=action_id[:SHORT]), place)
        elif item_id not in aims_of(base.fields["aims"]):
            reading.wrong(plan_errors.IdMoved(), place)
        else:
            reading.keep(KnownRow(action_id, place, _spoken(fields)), item_id)
    elif planned := _planned_on(reading, item_id):
        reading.wrong(plan_errors.IdMissing(title=planned[:SHORT]), place)
    elif written:
        item = reading.items[item_id]
        titles = {code: one_line(item.action.in_(code), limit=TITLE_LIMIT) for code in CODES}
        title = titles.get(reading.file.facts.get("language", ""), titles[reading.words.language.code])
        start = Plan(title, effort=item.effort, aims={item_id: reading.words.targets[item_id]})
        reading.keep(NewRow(place, start, _filled(fields), tuple(titles.values()), from_gap=True), item_id)


def _plan_row(reading: Reading, sheet: Found, place: Place, cells: Mapping[str, Entered]) -> None:
    columns = entry_columns(sheet)
    if all(cells[name].empty for name in columns):
        return  # also when the hidden id is still there: nothing is concluded from an emptied row
    action_id = _id(cells.get("action_id"))
    if action_id and action_id not in reading.file.baseline:
        reading.wrong(plan_errors.IdUnknown(id=action_id[:SHORT]), place)
        return
    fields = reading.fields(sheet, place, cells)
    if fields is None:
        return
    if not fields.get("title", "" if not action_id or "title" in columns else "–"):
        reading.wrong(plan_errors.NothingToDo(), place)
    elif not fields.get("aims", "" if not action_id or "aims" in columns else "–"):
        reading.wrong(plan_errors.NothingToLift(example=reading.words.example), place)
    elif not action_id:
        start = Plan(fields["title"], aims=aims_of(fields["aims"]))
        said = {name: text for name, text in _filled(fields).items() if name not in ("title", "aims")}
        row = NewRow(place, start, said, (fields["title"],))
        reading.keep(row, fields["title"].casefold(), *sorted(start.aims))
    elif _of_another(reading, action_id, fields):
        reading.wrong(plan_errors.IdMoved(), place)
    else:
        reading.keep(KnownRow(action_id, place, _spoken(fields)), action_id)


def _id(cell: Entered | None) -> str:
    if cell is None or cell.empty or cell.formula:
        return ""
    return text_of("title", cell)


def _spoken(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in fields.items() if text or name not in NEVER_EMPTY}


def _filled(fields: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in fields.items() if text}


def _planned_on(reading: Reading, item_id: str) -> str:
    """The title of an action that stood on this gap at export."""
    titles = (one.fields["title"] for one in reading.file.baseline.values() if item_id in aims_of(one.fields["aims"]))
    return next(titles, "")


def _of_another(reading: Reading, action_id: str, fields: Mapping[str, str]) -> bool:
    """Whether the row says what another action was called and aimed at, and not its own."""

    def named(of: Mapping[str, str]) -> tuple[str, str]:
        return of.get("title", ""), of.get("aims", "")

    ours, baseline = named(fields), reading.file.baseline
    return ours != named(baseline[action_id].fields) and any(ours == named(one.fields) for one in baseline.values())


def _no_id_lost(reading: Reading) -> None:
    """Tell of rows in the plan that are as at export, except that their id was taken away."""
    there = {(row.place.sheet, row.action_id) for row in reading.rows.values() if isinstance(row, KnownRow)}
    for row in list(reading.rows.values()):
        if isinstance(row, NewRow) and not row.from_gap and _lost(reading, row, there):
            reading.wrong(plan_errors.IdMissing(title=row.start.title[:SHORT]), row.place)


def _lost(reading: Reading, row: NewRow, there: Collection[tuple[str, str]]) -> bool:
    return any(
        (row.place.sheet, action_id) not in there
        and (row.start.title, row.said["aims"]) == (one.fields["title"], one.fields["aims"])
        for action_id, one in reading.file.baseline.items()
    )
