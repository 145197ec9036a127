"""What a comparison of units says, as headings. Counts of levels are facts; a ranking claims only what is certain."""

from assessment.domain.comparison import Comparison
from assessment.domain.unit_spread import common_weakness, item_spreads
from assessment.reporting.findings import capital
from assessment.texts import labels
from assessment.texts.language import Language

PAIR = 2
WIDE = 2  # levels between two units that are worth talking about


def units_finding(comparison: Comparison, language: Language) -> str:
    """Where most units stand lowest, if that can be said; else how many there are."""
    if not comparison.items:
        return language.text("No question can be compared")
    if not any(score.rated for score in comparison.totals.values()):
        return language.text("No unit has a level yet")
    found = common_weakness(comparison)
    if found is None:
        return capital(
            language.plural("{word} unit side by side", "{word} units side by side", len(comparison.snapshots))
        )
    short = labels.SHORT_DIMENSION.get(found.dimension)
    name = language.text(short) if short else found.dimension
    if found.units == found.of == PAIR:
        both = language.text("{name} is lowest in both units", name=name)
        return both if found.certain else language.text("So far, {name} is lowest in both units", name=name)
    parameters = {"name": name, "units": language.word(found.units), "all": language.word(found.of)}
    if found.units == found.of and found.certain:
        return language.text("{name} is lowest in all {all} units", **parameters)
    if found.units == found.of:
        return language.text("So far, {name} is lowest in all {all} units", **parameters)
    if found.certain:
        return language.text("{name} is lowest in {units} of {all} units", **parameters)
    return language.text("So far, {name} is lowest in {units} of {all} units", **parameters)


def spread_finding(comparison: Comparison, language: Language) -> str:
    """On how many of the items units stand two levels or more apart."""
    wide = sum(one.steps >= WIDE for one in item_spreads(comparison))
    if not wide:
        return language.text("On no question do the units differ by two levels or more")
    return language.plural(
        "The units differ by two levels or more on one of {all} questions",
        "The units differ by two levels or more on {word} of {all} questions",
        wide,
        all=len(comparison.items),
    )
