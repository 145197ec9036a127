"""Where people see different realities: roles by items, first what is most worth talking about."""

from collections.abc import Sequence
from html import escape

from assessment.domain.checklist import term
from assessment.domain.report import AssessmentReport
from assessment.reporting.divided import Rated
from assessment.reporting.marks.dots import dots
from assessment.reporting.marks.squares import level_square
from assessment.texts import labels
from assessment.texts.language import Language


def disagreement_table(report: AssessmentReport, shown: Sequence[Rated], language: Language) -> str:
    """Question, word of agreement, median per role, all first levels as dots, and the agreed level where there is one.

    Empty when there is nothing to show.
    """
    if not shown:
        return ""
    roles = [(role, language.of(term(report.checklist.roles, role).name)) for role in report.shown_roles]
    agreed = any(result.agreed for result, _ in shown)
    heads = [language.text("Question"), *(name for _, name in roles), language.text("All answers, levels 0–4")]
    if agreed:
        heads.append(language.text("Agreed level"))
    row = "".join(f'<th scope="col">{escape(head)}</th>' for head in heads)
    rows = "".join(_row(report, rated, roles, language, agreed=agreed) for rated in shown)
    return f'<div class="ru"><table class="ru-spread"><thead><tr>{row}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(
    report: AssessmentReport, rated: Rated, roles: Sequence[tuple[str, str]], language: Language, *, agreed: bool
) -> str:
    result, agreement = rated
    question = escape(language.of(result.item.question))
    word = escape(language.text(labels.AGREEMENT[agreement.word]))
    cells = [
        (name, big_level(report.role_median(result.item.id, role), language, otherwise=language.text("few")))
        for role, name in roles
    ]
    cells.append((language.text("All answers, levels 0–4"), dots(agreement.counts, language)))
    if agreed:
        level = result.level if result.agreed else None
        cells.append((language.text("Agreed level"), big_level(level, language, otherwise="–", agreed=True)))
    told = "".join(f'<td data-label="{escape(name)}">{cell}</td>' for name, cell in cells)
    return f'<tr><th scope="row">{question}<span class="word">{word}</span></th>{told}</tr>'


def big_level(level: int | None, language: Language, *, otherwise: str, agreed: bool = False) -> str:
    """A level as a big square, said to screen readers too; `otherwise` softly where there is none."""
    if level is None:
        return f'<span class="soft">{escape(otherwise)}</span>'
    label = escape(language.text("Level {level}", level=level))
    return f'<span role="img" aria-label="{label}">{level_square(level, big=True, agreed=agreed)}</span>'
