"""Where a question stands among the others of its dimension."""

from collections.abc import Sequence

from assessment.domain.checklist import Item
from assessment.texts import labels
from assessment.texts.language import Language


def question_place(item: Item, asked: Sequence[Item], language: Language) -> str:
    """*Tid · fråga 2 av 8*. `asked` holds all questions of the assessment."""
    siblings = [one.id for one in asked if one.dimension == item.dimension]
    return language.text(
        "{dimension} · question {place} of {asked}",
        dimension=language.text(labels.SHORT_DIMENSION.get(item.dimension, item.dimension)),
        place=siblings.index(item.id) + 1,
        asked=len(siblings),
    )
