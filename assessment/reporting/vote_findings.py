"""What a revealed round says, in words: agreement first, then what was chosen, then who might begin to talk."""

from assessment.domain.agreement import FEWEST_RATERS, AgreementWord
from assessment.domain.checklist import LEVELS
from assessment.domain.tally import Tally
from assessment.texts import labels
from assessment.texts.language import Language


def agreement_word(tally: Tally, language: Language) -> str:
    """*Delad bild*; empty when fewer than three gave a level."""
    found = tally.agreement
    if found is None or found.word is AgreementWord.FEW:
        return ""
    return language.text(labels.AGREEMENT[found.word])


def vote_finding(tally: Tally, language: Language) -> str:
    """What was chosen, in one sentence: *Tre svarar nivå 1 och fyra svarar nivå 3.*"""
    if not tally.raters:
        return language.text("Nobody gave a level.")
    used = [level for level in LEVELS if tally.counts[level]]
    if len(used) == 1:
        return language.plural(
            "One answers level {level}.", "All {word} answer level {level}.", tally.raters, level=used[0]
        )
    if len(used) == 2:
        return _two(tally, used[0], used[1], language)
    most = max(used, key=lambda level: tally.counts[level])
    if 2 * tally.counts[most] > tally.raters:
        said = language.text(
            "{word} of {raters} answer level {level}.",
            word=language.word(tally.counts[most]),
            raters=language.word(tally.raters),
            level=most,
        )
        return said[0].upper() + said[1:]
    crowded = sorted(sorted(used, key=lambda level: -tally.counts[level])[:2])
    apart = 0 in tally.counts[crowded[0] + 1 : crowded[1]]
    if apart and min(tally.counts[level] for level in crowded) > 1:
        return _two(tally, crowded[0], crowded[1], language)
    return language.text("The answers go from level {low} to level {high}.", low=used[0], high=used[-1])


def _two(tally: Tally, low: int, high: int, language: Language) -> str:
    first = language.plural("{word} answers level {level}", "{word} answer level {level}", tally.counts[low], level=low)
    second = language.plural(
        "{word} answers level {level}", "{word} answer level {level}", tally.counts[high], level=high
    )
    both = language.text("{first} and {second}.", first=first, second=second)
    return both[0].upper() + both[1:]


def beside_levels(tally: Tally, language: Language) -> str:
    """*Två vet inte. En: ej tillämpligt.* Empty when everybody gave a level."""
    told = []
    if tally.unknown:
        told.append(language.plural("{word} does not know.", "{word} do not know.", tally.unknown))
    if tally.not_applicable:
        told.append(language.plural("{word} says not applicable.", "{word} say not applicable.", tally.not_applicable))
    return " ".join(one[0].upper() + one[1:] for one in told)


def caveat(tally: Tally, language: Language) -> str:
    """Why the word of agreement should be taken lightly; empty when there are enough votes."""
    if tally.may_be_chance:
        return language.plural(
            "With one vote this may be chance.", "With {word} votes this may be chance.", tally.raters
        )
    if 0 < tally.raters < FEWEST_RATERS:
        return language.text("Too few for a word of agreement.")
    return ""


def invitation(tally: Tally, language: Language) -> str:
    """Who might begin, without pointing at anybody: *Vill någon som valde 0 eller 4 börja?*"""
    extremes = tally.extremes
    if extremes is None:
        return ""
    low, high = extremes
    return language.text("Would somebody who chose {low} or {high} begin?", low=low, high=high)


def shift(before: Tally, now: Tally, language: Language) -> str:
    """How the second round differs from the first, by the middle vote."""
    if before.median is None or now.median is None:
        return ""
    if before.median == now.median:
        return language.text("The middle stays at level {level}.", level=now.median)
    return language.text("The middle moved from level {low} to level {high}.", low=before.median, high=now.median)
