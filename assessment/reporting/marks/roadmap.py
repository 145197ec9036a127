"""The roadmap: for each half-year a square for each question that is lifted in it, with the level it comes to."""

from collections import Counter
from collections.abc import Mapping
from html import escape

from assessment.domain.route import Stage
from assessment.domain.scoring import ItemResult, ItemState
from assessment.reporting.marks.squares import square
from assessment.texts.language import Language


def stage_squares(stage: Stage, language: Language) -> str:
    """Highest level first. What is only begun has no square yet."""
    after: Mapping[str, ItemResult] = {one.item.id: one for one in stage.results}
    lifted = [after[leg.item_id] for leg in stage.legs if leg.after > leg.before]
    ordered = sorted(lifted, key=lambda one: (-(one.level or 0), one.item.id))
    squares = "".join(square(one, language) for one in ordered if one.state is ItemState.RATED)
    label = escape(_label(ordered, language))
    return f'<div class="ru ru-lifted" role="img" aria-label="{label}">{squares}</div>'


def _label(lifted: list[ItemResult], language: Language) -> str:
    """*Tre frågor till nivå 3, en fråga till nivå 2.*"""
    if not lifted:
        return language.text("No level is done yet.")
    parts = [
        language.plural("{word} question to level {level}", "{word} questions to level {level}", count, level=level)
        for level, count in sorted(Counter(one.level for one in lifted).items(), key=lambda pair: -(pair[0] or 0))
    ]
    return ", ".join(parts) + "."
