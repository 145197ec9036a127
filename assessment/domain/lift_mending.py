"""Makes a plan that breaks needs keep them: a way out when the exact search is given up."""

from collections.abc import Sequence

from assessment.domain.lift_candidate import STEPPING_STONE, Candidate, lifted_needs


def mended(
    candidates: Sequence[Candidate], levels: Sequence[int], *, need: int | None, budget: int | None
) -> list[int]:
    """`levels` with what they need, less what is then too much: the dearest first. Good, but not always the best."""
    whole = _with_needs(candidates, levels)
    while True:
        points = sum(one.points * (level - one.low) for one, level in zip(candidates, whole, strict=True))
        gain = sum(one.gain(level) for one, level in zip(candidates, whole, strict=True))
        if (gain <= need) if need is not None else (points <= (budget or 0)):
            return whole
        held = lifted_needs(candidates, whole)
        loose = [place for place, one in enumerate(candidates) if _may_sink(one, whole[place], held=place in held)]
        whole[max(loose, key=lambda place: (candidates[place].points, place))] -= 1


def _may_sink(candidate: Candidate, level: int, *, held: bool) -> bool:
    return level > candidate.low and not (held and level <= STEPPING_STONE)


def _with_needs(candidates: Sequence[Candidate], levels: Sequence[int]) -> list[int]:
    whole = list(levels)
    while broken := [gate for gate in lifted_needs(candidates, whole) if whole[gate] < STEPPING_STONE]:
        for gate in broken:
            whole[gate] = STEPPING_STONE
    return whole
