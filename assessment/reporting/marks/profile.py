"""The profile: for each dimension its index, the interval, the floor and the target on one line from 0 to 4."""

from html import escape
from typing import Final

from assessment.domain.checklist import TOP_LEVEL, Checklist, term
from assessment.domain.report import AssessmentReport
from assessment.domain.scoring import Floor, Score
from assessment.texts import labels
from assessment.texts.language import Language

NO_LINE: Final = '<div class="ru"></div>'  # not empty text, which the screen would refuse to draw


def profile_figure(score: Score, language: Language) -> str:
    """*40 av 100 (25–62)*; words when nothing has a level, or nothing applies."""
    if score.index is None:
        return f'<span class="soft">{escape(language.text("no question applies"))}</span>'
    low, high = interval(score)
    if score.index.point is None:
        return f'<span class="soft">{escape(language.text("no level yet"))} ({low}–{high})</span>'
    of = escape(language.text("of 100"))
    around = f" ({low}–{high})" if (low, high) != (point(score),) * 2 else ""
    return f'<b>{point(score)}</b> <span class="soft">{of}{around}</span>'


def interval(score: Score) -> tuple[int, int]:
    """Both ends of the index, in whole hundredths, as shown."""
    assert score.index is not None, "the caller has seen to it that something applies"
    return round(score.index.low), round(score.index.high)


def point(score: Score) -> int | None:
    """The index of the answered items, in whole hundredths, as shown."""
    return None if score.index is None or score.index.point is None else round(score.index.point)


def profile_track(score: Score, language: Language) -> str:
    """One line of the figure. Everything on it is said in its label; where nothing applies there is no line."""
    if score.index is None or score.floor is None:
        return NO_LINE
    return track(profile_marks(score), label=track_label(score, language))


def profile_marks(score: Score, *, was: str = "") -> str:
    """What stands on a line. Something must apply. `was` are marks that lie over the interval and under the rest."""
    assert score.index is not None and score.floor is not None, "a line is drawn only where something applies"
    low, high = score.index.low, score.index.high
    parts = []
    if high > low:
        parts.append(f'<i class="ru-band" style="left:{low:.1f}%;width:{high - low:.1f}%"></i>')
    parts.append(was)
    if score.floor.level is not None:
        hollow = " open" if score.floor.may_be_lower else ""
        parts.append(f'<i class="ru-floor{hollow}" style="left:{100 * score.floor.level / TOP_LEVEL:.1f}%"></i>')
    if score.index.point is not None:
        parts.append(f'<i class="ru-point" style="left:{score.index.point:.1f}%"></i>')
    parts.append(f'<i class="ru-target" style="left:{score.target_index:.1f}%"></i>')
    return "".join(parts)


def track(marks: str, *, label: str) -> str:
    """A line with marks on it, which are said in its label."""
    return f'<div class="ru ru-track" role="img" aria-label="{escape(label)}"><div>{marks}</div></div>'


def track_label(score: Score, language: Language) -> str:
    """The line in words."""
    low, high = interval(score)
    if point(score) is None:
        said = language.text("No index yet, between {low} and {high}.", low=low, high=high)
    else:
        said = language.text("Index {index} of 100, between {low} and {high}.", index=point(score), low=low, high=high)
    target = language.text("Target {target}.", target=round(score.target_index))
    return " ".join(part for part in (said, floor_words(score.floor, language), target) if part)


def floor_words(floor: Floor | None, language: Language) -> str:
    """The lowest level and whether an open question may lower it."""
    if floor is None or floor.level is None:
        return ""
    if floor.may_be_lower:
        return language.text("Lowest level {level}, may be lower.", level=floor.level)
    return language.text("Lowest level {level}.", level=floor.level)


def profile_axis(language: Language) -> str:
    """0 to 4 below the lines; the ends carry the names of their levels."""
    names = [str(level) for level in range(TOP_LEVEL + 1)]
    first, last = (escape(language.text(labels.SHORT_LEVEL[level])) for level in (0, TOP_LEVEL))
    texts = [f"{names[0]} <em>{first}</em>", *names[1:-1], f"{names[-1]} <em>{last}</em>"]
    spans = "".join(f'<span style="left:{25 * place}%">{text}</span>' for place, text in enumerate(texts))
    return f'<div class="ru ru-track ru-axis" aria-hidden="true"><div>{spans}</div></div>'


def profile_legend(report: AssessmentReport, language: Language) -> str:
    """What the marks on the lines are; only those that occur."""
    scores = list(report.dimensions.values())
    marks = [('<i class="ru-point" style="position:static"></i>', language.text("Index of answered questions"))]
    if any(score.open for score in scores):
        marks.append(('<i class="ru-band"></i>', language.text("As far as open questions can move it")))
    marks.append(('<i class="ru-floor"></i>', language.text("Lowest level")))
    if any(score.floor and score.floor.may_be_lower for score in scores):
        marks.append(('<i class="ru-floor open"></i>', language.text("may be lower")))
    marks.append(('<i class="ru-target"></i>', language.text("Target")))
    spans = "".join(f"<span>{mark} {escape(text)}</span>" for mark, text in marks)
    return f'<div class="ru ru-legend">{spans}</div>'


def dimension_name(checklist: Checklist, dimension: str, language: Language) -> str:
    return language.of(term(checklist.dimensions, dimension).name)
