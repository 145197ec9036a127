"""The gap bar: four parts, one for each level that can be reached."""

from html import escape

from assessment.domain.checklist import LEVELS
from assessment.domain.scoring import ItemResult
from assessment.texts.language import Language


def gap_bar(result: ItemResult, language: Language) -> str:
    """Reached, missing and beyond the target, and below it *Nivå 0, mål 3*. Only for an item with a level."""
    said = escape(language.text("Level {level}, target {target}", level=result.level, target=result.target))
    level, comma, target = said.partition(",")
    parts = "".join(_part(step, result) for step in LEVELS[1:])
    return (
        f'<div class="ru"><div class="ru-gapbar" role="img" aria-label="{said}">{parts}</div>'
        f'<p aria-hidden="true"><b>{level}</b>{comma}{target}</p></div>'
    )


def _part(step: int, result: ItemResult) -> str:
    if step <= (result.level or 0):
        return '<i class="reached"></i>'
    return '<i class="missing"></i>' if step <= result.target else "<i></i>"
