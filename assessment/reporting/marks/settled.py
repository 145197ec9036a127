"""How the group came to its agreed levels: the first vote, the last, and the level."""

from collections.abc import Sequence
from html import escape

from assessment.domain.settled import SettledItem
from assessment.reporting.marks.disagreement import big_level
from assessment.reporting.marks.dots import dots
from assessment.texts.language import Language


def settled_table(shown: Sequence[SettledItem], language: Language) -> str:
    """Columns for the votes only where some item was voted on, and for a last one where some had two."""
    heads = [language.text("Question")]
    columns = [
        (language.text("First vote"), any(one.first is not None for one in shown)),
        (language.text("Last vote"), any(one.last is not None for one in shown)),
    ]
    heads += [name for name, used in columns if used]
    heads.append(language.text("Agreed level"))
    row = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    rows = "".join(_row(one, heads[1:], language) for one in shown)
    return (
        f'<div class="ru"><table class="ru-spread ru-settled"><thead><tr>{row}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def _row(one: SettledItem, heads: Sequence[str], language: Language) -> str:
    cells = [_votes(one.first, language), _votes(one.last, language)][: len(heads) - 1]
    cells.append(big_level(one.result.level, language, otherwise="–", agreed=True))
    told = "".join(f'<td data-label="{escape(head)}">{cell}</td>' for head, cell in zip(heads, cells, strict=True))
    question = escape(language.of(one.result.item.question))
    return f'<tr><th scope="row">{question}{_dissent(one, language)}</th>{told}</tr>'


def _votes(counts: Sequence[int] | None, language: Language) -> str:
    return '<span class="soft">–</span>' if counts is None else dots(counts, language)


def _dissent(one: SettledItem, language: Language) -> str:
    if not one.dissent:
        return ""
    said = language.plural("One voted another level", "{word} voted another level", one.dissent)
    return f'<span class="word">{escape(said[0].upper() + said[1:])}</span>'
