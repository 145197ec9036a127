"""The lift bar: the four parts of the gap bar, with those that are lifted filled halfway."""

from html import escape

from assessment.domain.checklist import LEVELS
from assessment.domain.route import Leg
from assessment.domain.scoring import ItemResult
from assessment.texts.language import Language


def lift_bar(leg: Leg, result: ItemResult, said: str, language: Language) -> str:
    """Reached, lifted, missing still, beyond the target; below it `said`. The label tells the target too."""
    target = language.text("Target {target}", target=result.target)
    parts = "".join(_part(step, leg, result) for step in LEVELS[1:])
    return (
        f'<div class="ru-gapbar" role="img" aria-label="{escape(said)}. {escape(target)}.">{parts}</div>'
        f'<p aria-hidden="true"><b>{escape(said)}</b></p>'
    )


def _part(step: int, leg: Leg, result: ItemResult) -> str:
    if step <= leg.before:
        return '<i class="reached"></i>'
    if step <= leg.after:
        return '<i class="lifted"></i>'
    return '<i class="missing"></i>' if step <= result.target else "<i></i>"
