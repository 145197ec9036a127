"""Then and now on the same line from 0 to 4, and items with both their levels."""

from collections.abc import Sequence
from html import escape

from assessment.domain.checklist import TOP_LEVEL
from assessment.domain.movement import Movement
from assessment.domain.scoring import ItemResult, Score
from assessment.reporting.compare_words import movement_note, standing
from assessment.reporting.marks.profile import NO_LINE, floor_words, interval, point
from assessment.reporting.marks.squares import result_square
from assessment.texts.language import Language


def then_now_track(then: Score, now: Score, language: Language) -> str:
    """One line of the figure. Everything on it is said in its label."""
    if now.index is None or now.floor is None or then.index is None:
        return NO_LINE
    parts = []
    if now.index.high > now.index.low:
        parts.append(_span("ru-band", now.index.low, now.index.high))
    if then.index.point is not None and now.index.point is not None:
        parts.append(_span("ru-way", *sorted((then.index.point, now.index.point))))
    if now.floor.level is not None:
        hollow = " open" if now.floor.may_be_lower else ""
        parts.append(f'<i class="ru-floor{hollow}" style="left:{100 * now.floor.level / TOP_LEVEL:.1f}%"></i>')
    for look, index in (("ru-point then", then.index), ("ru-point", now.index)):
        if index.point is not None:
            parts.append(f'<i class="{look}" style="left:{index.point:.1f}%"></i>')
    parts.append(f'<i class="ru-target" style="left:{now.target_index:.1f}%"></i>')
    label = escape(_label(then, now, language))
    return f'<div class="ru ru-track" role="img" aria-label="{label}"><div>{"".join(parts)}</div></div>'


def _span(look: str, low: float, high: float) -> str:
    return f'<i class="{look}" style="left:{low:.1f}%;width:{high - low:.1f}%"></i>'


def _label(then: Score, now: Score, language: Language) -> str:
    said = [_said(then, language, now=False), _said(now, language, now=True), floor_words(now.floor, language)]
    target = language.text("Target {target}.", target=round(now.target_index))
    return " ".join(part for part in (*said, target) if part)


def _said(score: Score, language: Language, *, now: bool) -> str:
    low, high = interval(score)
    if point(score) is None and now:
        return language.text("No index now, between {low} and {high}.", low=low, high=high)
    if point(score) is None:
        return language.text("No index then, between {low} and {high}.", low=low, high=high)
    if now:
        return language.text("Now {index} of 100, between {low} and {high}.", index=point(score), low=low, high=high)
    return language.text("Then {index} of 100, between {low} and {high}.", index=point(score), low=low, high=high)


def then_now_figure(then: Score, now: Score, language: Language) -> str:
    """32, then 40 of 100 (38–45); a dash where there is no index."""
    if now.index is None:
        return f'<span class="soft">{escape(language.text("no question applies"))}</span>'
    low, high = interval(now)
    around = f" ({low}–{high})" if (low, high) != (point(now),) * 2 else ""
    before, after = ("–" if point(one) is None else str(point(one)) for one in (then, now))
    of = escape(language.text("of 100"))
    return f'<span class="soft">{before}</span>{_onward(language)}<b>{after}</b> <span class="soft">{of}{around}</span>'


def _onward(language: Language) -> str:
    """Between a figure and the one after it: a drawn mark, because the typeface has no arrow, and the same in words."""
    said = escape(language.text("then, now"))
    return f'<span class="ru-hidden"> {said} </span><i class="ru-onward" aria-hidden="true"></i>'


def then_now_legend(then: str, now: str, language: Language, *, band: bool) -> str:
    """What the marks are; `then` and `now` name the moments."""
    marks = [
        ('<i class="ru-point then"></i>', then),
        ('<i class="ru-point"></i>', now),
        ('<i class="ru-floor"></i>', language.text("Lowest level now")),
        ('<i class="ru-target"></i>', language.text("Target")),
    ]
    if band:
        marks.insert(2, ('<i class="ru-band"></i>', language.text("As far as open questions can move it")))
    spans = "".join(f"<span>{mark} {escape(text)}</span>" for mark, text in marks)
    return f'<div class="ru ru-legend ru-still">{spans}</div>'


def key_changes(then: Score, now: Score, language: Language) -> str:
    """The four key figures, then and now; once where they are the same. What has no value is a dash, never 0."""
    of = language.text("of {number}", number=len(now.items))
    figures = (
        (language.text("At target"), len(then.at_target), len(now.at_target), f"{of} {language.text('questions')}"),
        (language.text("Index"), point(then), point(now), language.text("of 100")),
        (language.text("Lowest level"), _floor(then), _floor(now), language.text("in any question")),
        (language.text("Open questions"), len(then.open), len(now.open), of),
    )
    rows = "".join(
        f"<div><dt>{escape(name)}</dt>"
        f"<dd><b>{_pair(before, after, language)}</b>{escape(_meant(meaning, before, after, language))}</dd></div>"
        for name, before, after, meaning in figures
    )
    return f'<dl class="ru ru-figures ru-changes">{rows}</dl>'


def _floor(score: Score) -> int | None:
    return None if score.floor is None else score.floor.level


def _pair(before: int | None, after: int | None, language: Language) -> str:
    then, now = ("–" if value is None else str(value) for value in (before, after))
    return now if then == now else f"{then}{_onward(language)}{now}"


def _meant(meaning: str, before: int | None, after: int | None, language: Language) -> str:
    if before is None or before != after:
        return meaning
    return language.text("{meaning}, then as now", meaning=meaning)


def move_list(moves: Sequence[Movement], language: Language) -> str:
    """Items with their levels then and now, a note below where it takes one to read them rightly."""
    return f'<ul class="ru-moves">{"".join(_move(one, language) for one in moves)}</ul>'


def _move(one: Movement, language: Language) -> str:
    note = movement_note(one, language)
    below = f'<span class="soft">{escape(note)}</span>' if note else ""
    question = escape(language.of(one.item.question))
    return f"<li>{level_pair(one.before, one.after, language)}<div>{question}{below}</div></li>"


def level_pair(before: ItemResult, after: ItemResult, language: Language) -> str:
    """Two squares, the second after the first, and the same in words."""
    said = language.text(
        "From {before} to {after}:", before=standing(before, language), after=standing(after, language)
    )
    return (
        f'<span class="ru-pair"><span class="ru-hidden">{escape(said)}</span>{result_square(before)}'
        f'<i class="ru-onward" aria-hidden="true"></i>{result_square(after)}</span>'
    )
