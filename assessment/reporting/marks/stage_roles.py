"""The votes of a round role by role, for the big screen: only where that points at nobody."""

from html import escape

from assessment.domain.checklist import LEVELS, term
from assessment.domain.room import Room
from assessment.domain.tally import RoleTally, Tally
from assessment.reporting.marks.squares import level_square
from assessment.reporting.marks.stage_votes import MOST_CIRCLES
from assessment.texts.language import Language


def can_show_roles(tally: Tally | None) -> bool:
    """Whether the votes of more than one role may be shown by themselves."""
    return tally is not None and sum(bool(one.counts) for one in tally.roles) > 1


def role_table(room: Room, tally: Tally, language: Language) -> str:
    """A column for each role, a row for each level, highest below, and each role's middle at the foot."""
    roles = _ordered(room, tally)
    heads = "".join(f'<th scope="col">{escape(_name(room, one, language))}</th>' for one in roles)
    rows = "".join(
        f'<tr><th scope="row"><b>{level}</b> {escape(language.of(room.checklist.scale[level]))}</th>'
        f"{''.join(_cell(one, level, roles, language) for one in roles)}</tr>"
        for level in LEVELS
    )
    middle = escape(language.text("Median"))
    feet = "".join(f"<td>{_median(one, language)}</td>" for one in roles)
    return (
        f'<table class="by-role"><thead><tr><td></td>{heads}</tr></thead><tbody>{rows}</tbody>'
        f'<tfoot><tr><th scope="row">{middle}</th>{feet}</tr></tfoot></table>'
    )


def role_medians(room: Room, tally: Tally, language: Language) -> str:
    """The middle of each role that may be shown, in one line; empty when there is nothing to compare."""
    if len(tally.roles) < 2:
        return ""
    cells = "".join(
        f"<span>{escape(_name(room, one, language))} {_median(one, language)}</span>" for one in _ordered(room, tally)
    )
    return f'<p class="roles">{cells}</p>'


def _ordered(room: Room, tally: Tally) -> list[RoleTally]:
    order = [role.id for role in room.checklist.roles]
    return sorted(tally.roles, key=lambda one: order.index(one.role))


def _name(room: Room, one: RoleTally, language: Language) -> str:
    return language.of(term(room.checklist.roles, one.role).name)


def _median(one: RoleTally, language: Language) -> str:
    told = escape(language.text("Level {level}", level=one.median))
    return f'<span role="img" aria-label="{told}">{level_square(one.median)}</span>'


def _cell(one: RoleTally, level: int, roles: list[RoleTally], language: Language) -> str:
    if not one.counts:
        return "<td></td>"
    count, most = one.counts[level], max(max(role.counts, default=0) for role in roles)
    if not count:
        return "<td></td>"
    label = language.plural("{number} vote on level {level}", "{number} votes on level {level}", count, level=level)
    marks = (
        f"<span>{'<i></i>' * count}</span>" if most <= MOST_CIRCLES else f'<u style="--share:{count / most:.3f}"></u>'
    )
    return f'<td><div class="votes" role="img" aria-label="{escape(label)}">{marks}<b>{count}</b></div></td>'
