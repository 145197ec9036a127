"""What a comparison over time says, as headings.

Counts of levels are facts. An index claims only what holds over the whole interval; otherwise it begins with *So far*.
"""

from collections.abc import Sequence

from assessment.domain.action_outcome import DONE, SLIPPED, ActionOutcome, Verdict
from assessment.domain.comparison import Comparison
from assessment.domain.movement import Change, Movement
from assessment.domain.scoring import Score
from assessment.reporting.findings import capital
from assessment.texts.language import Language


def page_finding(moves: Sequence[Movement], language: Language, *, since: str) -> str:
    """How many items have risen and fallen since the first of the moments."""
    if not moves:
        return language.text("No question can be compared")
    changes = [one.change for one in moves]
    known = [one for one in changes if one in (Change.ROSE, Change.FELL, Change.SAME)]
    if not known:
        return language.text("No question has a level both times")
    risen, fallen = changes.count(Change.ROSE), changes.count(Change.FELL)
    if not risen and not fallen:
        text = language.text("No level has changed since {when}", when=since)
        return (
            text
            if len(known) == len(changes)
            else language.text("So far, no level has changed since {when}", when=since)
        )
    return language.text("{what} since {when}", what=_risen_and_fallen(risen, fallen, language), when=since)


def _risen_and_fallen(risen: int, fallen: int, language: Language) -> str:
    up = language.plural("one question has risen", "{word} questions have risen", risen)
    down = language.plural("one question has fallen", "{word} questions have fallen", fallen)
    if not fallen:
        return capital(up)
    if not risen:
        return capital(down)
    also = language.plural("one has fallen", "{word} have fallen", fallen)
    return capital(language.text("{rise} and {fall}", rise=up, fall=also))


def profile_finding(comparison: Comparison, then: str, now: str, language: Language) -> str:
    """In how many dimensions the index has risen, or fallen when none has."""
    before, after = comparison.dimensions[then], comparison.dimensions[now]
    pairs = [(before[one], after[one]) for one in comparison.compared_dimensions]
    if not pairs:
        return language.text("No question can be compared")
    told = [(_direction(*pair), _certain_direction(*pair)) for pair in pairs]
    if all(seen is None for seen, _ in told):
        return language.text("No dimension has an index both times")
    seen = [direction for direction, _ in told]
    if 1 in seen and -1 in seen:
        return _both_ways(seen, language, certain=all(known == direction for direction, known in told))
    certain = all(known is not None and known == direction for direction, known in told)
    way = 1 if 1 in seen else -1 if -1 in seen else 0
    return _profile_words(way, seen.count(way), len(seen), language, certain=certain)


def _both_ways(seen: Sequence[int | None], language: Language, *, certain: bool) -> str:
    """Never the rise alone where something has fallen."""
    parts = {
        "rise": language.plural("risen in one", "risen in {word}", seen.count(1)),
        "fall": language.plural("fallen in one", "fallen in {word}", seen.count(-1)),
        "all": language.word(len(seen)),
    }
    if certain:
        return language.text("The index has {rise} and {fall} of {all} dimensions", **parts)
    return language.text("So far, the index has {rise} and {fall} of {all} dimensions", **parts)


def _profile_words(way: int, count: int, of: int, language: Language, *, certain: bool) -> str:
    everywhere = _everywhere(way, language, certain=certain) if count == of else ""
    if everywhere:
        return everywhere
    every = language.word(of)
    if way == 0:
        unchanged = language.text("The index is the same in every dimension")
        return unchanged if certain else language.text("So far, the index has risen in no dimension")
    if way > 0 and certain:
        return language.plural(
            "The index has risen in one of {all} dimensions",
            "The index has risen in {word} of {all} dimensions",
            count,
            all=every,
        )
    if way > 0:
        return language.plural(
            "So far, the index has risen in one of {all} dimensions",
            "So far, the index has risen in {word} of {all} dimensions",
            count,
            all=every,
        )
    if certain:
        return language.plural(
            "The index has fallen in one of {all} dimensions",
            "The index has fallen in {word} of {all} dimensions",
            count,
            all=every,
        )
    return language.plural(
        "So far, the index has fallen in one of {all} dimensions",
        "So far, the index has fallen in {word} of {all} dimensions",
        count,
        all=every,
    )


def _everywhere(way: int, language: Language, *, certain: bool) -> str:
    """When every dimension has moved the same way."""
    if way > 0:
        risen = language.text("The index has risen in every dimension")
        return risen if certain else language.text("So far, the index has risen in every dimension")
    if way < 0:
        fallen = language.text("The index has fallen in every dimension")
        return fallen if certain else language.text("So far, the index has fallen in every dimension")
    return ""


def _direction(before: Score, after: Score) -> int | None:
    """1 up, -1 down, 0 the same, as shown; None without an index both times."""
    if before.index is None or after.index is None or before.index.point is None or after.index.point is None:
        return None
    return _sign(round(after.index.point) - round(before.index.point))


def _certain_direction(before: Score, after: Score) -> int | None:
    """The direction however the open items turn out; None when that cannot be said."""
    if before.index is None or after.index is None:
        return None
    least = _sign(round(after.index.low) - round(before.index.high))
    most = _sign(round(after.index.high) - round(before.index.low))
    return least if least == most else None


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def moves_finding(moves: Sequence[Movement], language: Language, *, since: str) -> str:
    """How many items reach the target now, and how many did then."""
    now, then = sum(one.after.at_target for one in moves), sum(one.before.at_target for one in moves)
    said = language.text("{now} of {all} questions reach the target", now=capital(language.word(now)), all=len(moves))
    if now == then:
        return language.text("{said}, as many as {when}", said=said, when=since)
    return language.text("{said}, against {then} {when}", said=said, then=language.word(then), when=since)


def plan_finding(outcomes: Sequence[ActionOutcome], language: Language) -> str:
    """How many of the actions are done. Never what they led to."""
    done = sum(one.verdict in DONE for one in outcomes)
    if len(outcomes) == 1:
        if done:
            return language.text("The planned action is done")
        return language.text("The planned action is not done")
    every = language.word(len(outcomes))
    return capital(language.text("{done} of {all} planned actions are done", done=language.word(done), all=every))


def plan_reading(outcomes: Sequence[ActionOutcome], language: Language) -> str:
    """After how many of them the levels rose, how many slipped, and that this says nothing of causes."""
    risen = sum(one.verdict in (Verdict.DONE_ROSE, Verdict.DONE_PARTLY) for one in outcomes)
    slipped = sum(one.verdict in SLIPPED for one in outcomes)
    parts = [
        language.plural("After one of them a level rose.", "After {word} of them levels rose.", risen) if risen else "",
        language.plural("One is late or without owner.", "{word} are late or without owner.", slipped)
        if slipped
        else "",
        language.text("A level that rose after an action need not have risen because of it."),
    ]
    return " ".join(capital(part) for part in parts if part)
