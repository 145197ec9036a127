"""What is found when actions are ticked, as a heading and the lines below it. It holds at the extremes too."""

from assessment.domain.prospect import Prospect, Shift
from assessment.domain.scoring import Score
from assessment.reporting.marks.profile import interval, point
from assessment.texts.language import Language


def prospect_finding(prospect: Prospect, language: Language) -> str:
    """*Med tre åtgärder når 31 av 49 frågor målet, i dag 17.* A count under the expectations that are ticked."""
    now, then = prospect.whole.now, prospect.whole.then
    if not now.applicable:
        return language.text("No question applies")
    figures = {"now": len(now.at_target), "then": len(then.at_target), "all": len(now.applicable)}
    if not prospect.chosen:
        return language.text("{now} of {all} questions reach the target today", **figures)
    if not prospect.lifts:
        return language.plural(
            "The ticked action does not change the profile",
            "The {word} ticked actions do not change the profile",
            prospect.chosen,
        )
    if not prospect.newly_at_target:
        return language.plural(
            "With one action, still {now} of {all} questions reach the target",
            "With {word} actions, still {now} of {all} questions reach the target",
            prospect.chosen,
            **figures,
        )
    return language.plural(
        "With one action, {then} of {all} questions reach the target, {now} today",
        "With {word} actions, {then} of {all} questions reach the target, {now} today",
        prospect.chosen,
        **figures,
    )


def prospect_lede(prospect: Prospect, language: Language) -> str:
    """What the figures rest on, and how much of it is guessed."""
    if not prospect.chosen:
        return language.text("Tick actions and see where they are expected to take you. Nothing is saved here.")
    if not prospect.lifts:
        return language.text(
            "Their questions already stand where they are expected to reach, do not apply, or are no longer asked."
        )
    said = [
        language.plural(
            "One question is lifted, if the actions do what you expect of them.",
            "{word} questions are lifted, if the actions do what you expect of them.",
            len(prospect.lifts),
        )
    ]
    if prospect.guesses:
        said.append(_guesses(prospect, language))
    return " ".join(one[:1].upper() + one[1:] for one in said)


def _guesses(prospect: Prospect, language: Language) -> str:
    """Open items count with the expected level, which may even lower an index that left them out."""
    said = language.plural(
        "One of them has no level today, and counts with the level expected.",
        "{word} of them have no level today, and count with the level expected.",
        prospect.guesses,
    )
    if any(_falls(shift) for shift in (*prospect.dimensions.values(), prospect.whole)):
        said += " " + language.text("That can make an index or a lowest level fall.")
    return said


def _falls(shift: Shift) -> bool:
    pairs = zip(_levels(shift.now), _levels(shift.then), strict=True)
    return any(before is not None and after is not None and after < before for before, after in pairs)


def _levels(score: Score) -> tuple[float | None, int | None]:
    """The index and the lowest level that has been given."""
    return None if score.index is None else score.index.point, None if score.floor is None else score.floor.level


def shift_words(shift: Shift, language: Language) -> str:
    """One line of the figure in words, when it moves."""
    low, high = interval(shift.then)
    values = {"now": _index(shift, now=True), "then": _index(shift)}
    if low == high:
        index = language.text("Index today {now}, expected {then} of 100.", **values)
    else:
        index = language.text(
            "Index today {now}, expected {then} of 100, between {low} and {high}.", **values, low=low, high=high
        )
    floor = {"now": _floor(shift, now=True), "then": _floor(shift)}
    if shift.then.floor and shift.then.floor.may_be_lower:
        lowest = language.text("Lowest level today {now}, expected {then}, may be lower.", **floor)
    else:
        lowest = language.text("Lowest level today {now}, expected {then}.", **floor)
    return f"{index} {lowest} {language.text('Target {target}.', target=round(shift.then.target_index))}"


def _index(shift: Shift, *, now: bool = False) -> str:
    value = point(shift.now if now else shift.then)
    return "–" if value is None else str(value)


def _floor(shift: Shift, *, now: bool = False) -> str:
    floor = (shift.now if now else shift.then).floor
    return "–" if floor is None or floor.level is None else str(floor.level)


def key_shifts(prospect: Prospect, language: Language) -> list[tuple[str, str, str]]:
    """At target, index and lowest level: the name, the expected value, and what it is today where that differs."""
    now, then = prospect.whole.now, prospect.whole.then
    at_target = language.text("{answered} of {asked}", answered=len(then.at_target), asked=len(then.applicable))
    pairs = (
        (language.text("At target"), at_target, str(len(now.at_target)), prospect.newly_at_target != 0),
        (
            language.text("Index"),
            _index(prospect.whole),
            _index(prospect.whole, now=True),
            point(now) != point(then),
        ),
        (
            language.text("Lowest level"),
            _floor(prospect.whole),
            _floor(prospect.whole, now=True),
            _floor(prospect.whole) != _floor(prospect.whole, now=True),
        ),
    )
    return [
        (name, value, language.text("today {value}", value=was) if differs else "")
        for name, value, was, differs in pairs
    ]


def too_early_finding(prospect: Prospect, language: Language) -> str:
    """How many items are lifted before what they build on."""
    return language.plural(
        "One question is lifted before what it builds on",
        "{word} questions are lifted before what they build on",
        len(prospect.too_early),
    )
