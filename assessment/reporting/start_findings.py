"""What the start page says, by the same rules as the other findings."""

from assessment.domain.report import AssessmentReport
from assessment.reporting.findings import is_too_little, page_finding
from assessment.texts import labels
from assessment.texts.language import Language


def start_finding(report: AssessmentReport, language: Language) -> str:
    """The heading of Start."""
    if is_too_little(report) or not report.total.applicable:
        return page_finding(report, language)
    total = report.total
    return language.text(
        "You reach the target in {reached} of {applicable} questions",
        reached=len(total.at_target),
        applicable=len(total.applicable),
    )


def start_lede(report: AssessmentReport, language: Language) -> str:
    """Where you have come furthest, and where most is open. Empty when neither can be said."""
    return " ".join(part for part in (_furthest_step(report, language), _open_step(report, language)) if part)


def _furthest_step(report: AssessmentReport, language: Language) -> str:
    shares = {
        step: len(score.at_target) / len(score.applicable) for step, score in report.steps.items() if score.applicable
    }
    best = [step for step, share in shares.items() if share == max(shares.values()) and share > 0]
    if is_too_little(report) or len(best) != 1 or len(shares) < 2:
        return ""
    name = language.text(labels.SHORT_STEP.get(best[0], best[0]))
    if report.total.open:
        return language.text("So far you have come furthest in the step {step}.", step=name)
    return language.text("You have come furthest in the step {step}.", step=name)


def _open_step(report: AssessmentReport, language: Language) -> str:
    step, score = max(report.steps.items(), key=lambda pair: len(pair[1].open), default=("", None))
    if score is None or not score.open or not report.total.rated:
        return ""
    return language.plural(
        "In the step {step}, one of {applicable} questions is still open.",
        "In the step {step}, {word} of {applicable} questions are still open.",
        len(score.open),
        step=language.text(labels.SHORT_STEP.get(step, step)),
        applicable=language.word(len(score.applicable)),
    )
