"""Where people see different realities: the items on which their levels differ most."""

from html import escape

from assessment.domain.agreement import FEWEST_RATERS, Agreement, AgreementWord
from assessment.domain.checklist import LEVELS, term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import ItemResult
from assessment.reporting.marks.squares import level_square
from assessment.texts import labels
from assessment.texts.language import Language

MOST_ROWS = 5


def most_divided(report: AssessmentReport, *, most: int = MOST_ROWS) -> list[tuple[ItemResult, Agreement]]:
    """The items with the widest spread, from three raters on; those on which all agree are left out."""
    spread = [
        (result, agreement)
        for result in report.results
        if (agreement := report.agreement_on(result.item.id)) is not None
        and agreement.word in (AgreementWord.CAMPS, AgreementWord.SPREAD)
    ]
    return sorted(spread, key=lambda pair: (-pair[1].deviation, not pair[0].item.core, pair[0].item.id))[:most]


def shown_roles(report: AssessmentReport) -> list[str]:
    """Roles that are large enough for their median to point at nobody."""
    return [role for role, size in report.role_sizes.items() if size >= FEWEST_RATERS]


def disagreement_table(report: AssessmentReport, language: Language, *, most: int = MOST_ROWS) -> str:
    """Question, word of agreement, median per role, and all levels as dots. Empty when nothing differs."""
    divided, roles = most_divided(report, most=most), shown_roles(report)
    if not divided:
        return ""
    names = [language.of(term(report.checklist.roles, role).name) for role in roles]
    heads = "".join(
        f'<th scope="col">{escape(name)}</th>'
        for name in (language.text("Question"), *names, language.text("All answers, levels 0–4"))
    )
    rows = "".join(_row(report, pair, roles, names, language) for pair in divided)
    return (
        f'<div class="ru"><table class="ru-spread"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>'
    )


def _row(
    report: AssessmentReport, pair: tuple[ItemResult, Agreement], roles: list[str], names: list[str], language: Language
) -> str:
    result, agreement = pair
    question = escape(language.of(result.item.question))
    word = escape(language.text(labels.AGREEMENT[agreement.word]))
    medians = "".join(
        f'<td data-label="{escape(name)}">{_median(report.role_median(result.item.id, role), language)}</td>'
        for role, name in zip(roles, names, strict=True)
    )
    told = escape(language.text("All answers, levels 0–4"))
    return (
        f'<tr><th scope="row">{question}<span class="word">{word}</span></th>{medians}'
        f'<td data-label="{told}">{dots(agreement, language)}</td></tr>'
    )


def _median(level: int | None, language: Language) -> str:
    if level is None:
        return f'<span class="soft">{escape(language.text("few"))}</span>'
    label = escape(language.text("Level {level}", level=level))
    return f'<span role="img" aria-label="{label}">{level_square(level, big=True)}</span>'


def dots(agreement: Agreement, language: Language) -> str:
    """One circle for each person, on its level."""
    label = language.listed(
        [language.text("{count} at level {level}", count=agreement.counts[level], level=level) for level in LEVELS]
    )
    columns = "".join(
        f"<span><span>{'<i></i>' * agreement.counts[level]}</span><b>{level}</b></span>" for level in LEVELS
    )
    return f'<div class="ru-dots" role="img" aria-label="{escape(label)}">{columns}</div>'
