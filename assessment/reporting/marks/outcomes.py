"""What was planned and what happened: one row per action, with its items then and now."""

from collections.abc import Sequence
from html import escape

from assessment.domain.action_outcome import SLIPPED, ActionOutcome, AimOutcome
from assessment.domain.over_time import OverTime
from assessment.reporting import compare_words as words
from assessment.reporting.compare_frames import owner, question
from assessment.reporting.findings import capital
from assessment.reporting.marks.then_now import level_pair
from assessment.texts.language import Language


def outcome_list(outcomes: Sequence[ActionOutcome], over: OverTime, language: Language) -> str:
    """Some of the actions of `over`."""
    rows = "".join(_row(one, over, language) for one in outcomes)
    return f'<div class="ru"><ul class="ru-outcomes">{rows}</ul></div>'


def _row(one: ActionOutcome, over: OverTime, language: Language) -> str:
    plan = one.action.plan
    who = owner(plan.owner, plan.owner_role, over.comparison.checklist, language) or language.text("nobody owns it")
    facts = [
        capital(who),
        language.text("by {day}", day=language.date(plan.due)) if plan.due else language.text("no date"),
    ]
    verdict = escape(language.text(words.VERDICT[one.verdict]))
    items = "".join(_aim(aim, over, language) for aim in one.aims)
    slipped = " slipped" if one.verdict in SLIPPED else ""
    return (
        f"<li><div><p><b>{escape(plan.title)}</b></p>"
        f'<p class="soft">{escape(" · ".join(facts))}</p></div>'
        f'<div><p class="verdict{slipped}">{verdict}</p><ul>{items}</ul></div></li>'
    )


def _aim(aim: AimOutcome, over: OverTime, language: Language) -> str:
    expected = escape(language.text("expected {level}", level=aim.expected))
    asked = escape(question(over, aim.item_id, language))
    if aim.before is None or aim.after is None:
        told = escape(language.text(words.AFTERMATH[aim.aftermath]))
        return f'<li><span class="ru-pair soft">–</span><span>{asked} <span class="soft">({told})</span></span></li>'
    pair = level_pair(aim.before, aim.after, language)
    return f'<li>{pair}<span>{asked} <span class="soft">({expected})</span></span></li>'
