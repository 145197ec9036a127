"""No sentence about the situation may be wrong, least of all at an extreme."""

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from assessment.reporting.situation import situation
from assessment.services.reports import report as read_report
from assessment.texts.language import NUMBER_WORDS, language
from tests import builders
from tests.domain.test_asked_decisions import TODAY, planned_reports
from tests.reporting.extremes import EXTREMES

SV, EN = language("sv"), language("en")
EQUALLY_FAR = "Områdena ligger lika långt från målet."
NOT_PLANNED = "Ingen åtgärd är planerad."
LOW = [
    "Ingen av de 24 frågorna når målet.",
    EQUALLY_FAR,
    "Index är 25 av 100, och målet motsvarar 75.",
    "Alla 24 frågor som har en nivå ligger på nivå 1 (påbörjat).",
]
TOP = [
    "Alla 24 frågor når målet.",
    "Alla områden når målet.",
    "Index är 100 av 100, och målet motsvarar 75.",
    "Alla 24 frågor som har en nivå ligger på nivå 4 (följs upp).",
]
SAID = {
    "nothing answered": ["Inget är besvarat än, så läget är inte känt.", NOT_PLANNED],
    "one answer": [
        "Ingen av de 24 frågorna når målet: en ligger under det och 23 är öppna.",
        "Färre än hälften av frågorna har en nivå, vilket är för lite för att jämföra områdena.",
        "Index är 50 av 100 för de frågor som har en nivå och hamnar mellan 2 och 98 när de öppna är besvarade; "
        "målet motsvarar 75.",
        "Den enda fråga som har en nivå ligger på nivå 2 (delvis infört).",
        "Frågan under målet har ingen åtgärd i planen.",
    ],
    "all zero": [
        "Ingen av de 24 frågorna når målet.",
        EQUALLY_FAR,
        "Index är 0 av 100, och målet motsvarar 75.",
        "Alla 24 frågor som har en nivå ligger på nivå 0 (saknas).",
        "Ingen av de 24 frågorna under målet har en åtgärd i planen.",
    ],
    "all at the top": [*TOP, NOT_PLANNED],
    "all not applicable": [
        "Alla 24 frågor bedömdes som ej tillämpliga, så det finns ingen nivå och inget index.",
        NOT_PLANNED,
    ],
    "only don't know": ["Alla 24 frågor är öppna: ingen av dem har en nivå.", NOT_PLANNED],
    "all but one not applicable": [
        "Den enda frågan når målet.",
        "Bara ett område är tillämpligt: Policy och styrdokument.",
        "Index är 75 av 100, och målet motsvarar 75.",
        "Den enda fråga som har en nivå ligger på nivå 3 (infört).",
        NOT_PLANNED,
    ],
    "one question, below": [
        "Den enda frågan når inte målet.",
        "Bara ett område är tillämpligt: Policy och styrdokument.",
        "Index är 25 av 100, och målet motsvarar 75.",
        "Den enda fråga som har en nivå ligger på nivå 1 (påbörjat).",
        "Frågan under målet har ingen åtgärd i planen.",
    ],
    "one question, open": ["Den enda frågan är öppen: den har ingen nivå.", NOT_PLANNED],
    "half answered at the top": [
        "Tolv av 24 frågor når målet och tolv är öppna.",
        "Hittills: alla områden når målet.",
        "Index är 100 av 100 för de frågor som har en nivå och hamnar mellan 50 och 100 när de öppna är besvarade; "
        "målet motsvarar 75.",
        "Alla tolv frågor som har en nivå ligger på nivå 4 (följs upp).",
        NOT_PLANNED,
    ],
    "half answered at zero": [
        "Ingen av de 24 frågorna når målet: tolv ligger under det och tolv är öppna.",
        "Hittills: områdena ligger lika långt från målet.",
        "Index är 0 av 100 för de frågor som har en nivå och hamnar mellan 0 och 50 när de öppna är besvarade; "
        "målet motsvarar 75.",
        "Alla tolv frågor som har en nivå ligger på nivå 0 (saknas).",
        "Ingen av de tolv frågorna under målet har en åtgärd i planen.",
    ],
    "every kind of answer": [
        "Sex av 21 frågor når målet, nio ligger under det och sex är öppna.",
        "Hittills når 3 av 6 områden målet.",
        "Index är 50 av 100 för de frågor som har en nivå och hamnar mellan 36 och 64 när de öppna är besvarade; "
        "målet motsvarar 75.",
        "Lägst ligger tre frågor, på nivå 0 (saknas).",
        "Ingen av de nio frågorna under målet har en åtgärd i planen.",
    ],
    "means at target, questions below": [
        "Tolv av 24 frågor når målet och tolv ligger under det.",
        "Inget områdes index ligger under målet, men tolv frågor gör det.",
        "Index är 75 av 100, och målet motsvarar 75.",
        "Lägst ligger tolv frågor, på nivå 2 (delvis infört).",
        "Ingen av de tolv frågorna under målet har en åtgärd i planen.",
    ],
    "five thousand people": [
        "Åtta av 24 frågor når målet, tolv ligger under det och fyra är öppna.",
        "Hittills är Policy och Rutiner längst från målet.",
        "Index är 50 av 100 för de frågor som har en nivå och hamnar mellan 42 och 58 när de öppna är besvarade; "
        "målet motsvarar 75.",
        "Lägst ligger fyra frågor, på nivå 0 (saknas).",
        "Ingen av de tolv frågorna under målet har en åtgärd i planen.",
    ],
    "agreed without participants": [
        "Tolv av 24 frågor når målet och tolv ligger under det.",
        EQUALLY_FAR,
        "Index är 50 av 100, och målet motsvarar 75.",
        "Lägst ligger tolv frågor, på nivå 1 (påbörjat).",
        "Ingen av de tolv frågorna under målet har en åtgärd i planen.",
    ],
    "one dimension": [
        "Två av fyra frågor når målet och två ligger under det.",
        "Bara ett område är tillämpligt: Policy och styrdokument.",
        "Index är 56 av 100, och målet motsvarar 75.",
        "Lägst ligger två frågor, på nivå 1 (påbörjat).",
        "Ingen av de två frågorna under målet har en åtgärd i planen.",
    ],
    "everything planned": [*LOW, "Alla 24 frågor under målet har en åtgärd i planen."],
    "everything late": [*LOW, "Alla 24 frågor under målet har en åtgärd i planen: 24 åtgärder är försenade."],
    "everything late and nobody's": [
        *LOW,
        "Alla 24 frågor under målet har en åtgärd i planen: 24 åtgärder är försenade och 24 åtgärder saknar ansvarig "
        "eller datum.",
    ],
    "everything done": [*LOW, "Alla 24 frågor under målet har en åtgärd i planen: 24 åtgärder är klara."],
    "nothing has owner or date": [
        *LOW,
        "Alla 24 frågor under målet har en åtgärd i planen: 24 åtgärder saknar ansvarig eller datum.",
    ],
    "one of each": [
        "Tolv av 24 frågor når målet och tolv ligger under det.",
        EQUALLY_FAR,
        "Index är 50 av 100, och målet motsvarar 75.",
        "Lägst ligger tolv frågor, på nivå 1 (påbörjat).",
        "Tre av de tolv frågorna under målet har en åtgärd i planen: en åtgärd är klar, två åtgärder är försenade och "
        "fem åtgärder saknar ansvarig eller datum.",
    ],
    "no gaps but a plan": [*TOP, "Planen har två åtgärder."],
    "a plan before any answer": ["Inget är besvarat än, så läget är inte känt.", "Planen har två åtgärder."],
}


@pytest.fixture
def untouched(engine, quick_assessment):
    """The report of a quick check that nobody has answered."""
    return read_report(engine, builders.ADA, quick_assessment.id)


@pytest.mark.parametrize("name", EXTREMES)
def test_no_sentence_is_wrong_at_an_extreme(untouched, name):
    assert list(situation(EXTREMES[name](untouched), SV, today=TODAY)) == SAID[name]


def test_english_says_the_same(untouched):
    """As many sentences with the same numbers, at every extreme."""
    for name, extreme in EXTREMES.items():
        report = extreme(untouched)
        english, swedish = (situation(report, spoken, today=TODAY) for spoken in (EN, SV))
        assert [beyond_one(one, "en") for one in english] == [beyond_one(one, "sv") for one in swedish], name


def beyond_one(text, code):
    """The numbers but 1, which in Swedish is an article too."""
    return [number for number in numbers(text, code) if number != 1]


def numbers(text, code="en"):
    """Every number in the text, in words or digits, in order."""
    words = {word: place for place, word in enumerate(NUMBER_WORDS[code])}
    found = [words.get(word, int(word) if word.isdigit() else None) for word in re.findall(r"\w+", text.lower())]
    return [number for number in found if number is not None]


@given(planned_reports())
def test_the_numbers_in_the_sentences_are_those_of_the_report(report):
    said = situation(report, EN, today=TODAY)
    reach, plan = said[0], said[-1]
    total, states = report.total, [result.state.value for result in report.results]
    counts = {
        "reach": len(total.at_target),
        "lie": sum(result.level is not None and result.level < result.target for result in total.applicable),
        "open": states.count("unknown") + states.count("unanswered"),
    }
    if re.fullmatch(r"\w+ of \w+ questions reach.*", reach):
        assert numbers(reach) == [
            counts["reach"],
            len(total.applicable),
            *(counts[one] for one in ("lie", "open") if counts[one]),
        ]
    assert ("None of" in reach) <= (counts["reach"] == 0)
    gaps = {gap.result.item.id for gap in report.gaps}
    with_action = {item for action in report.actions for item in action.plan.aims} & gaps
    covered = re.match(r"(\w+) of the (\w+) questions below the target ha", plan)
    if covered:
        assert [*numbers(covered[1]), *numbers(covered[2])] in ([len(with_action), len(gaps)], [len(gaps)])
        assert covered[1] != "None" or not with_action
    lacking = [one for one in report.actions if not one.done and (one.unowned or one.plan.due is None)]
    for words, expected in (
        ("done", [one for one in report.actions if one.done]),
        ("late", [one for one in report.actions if one.late(TODAY)]),
        ("lack", lacking),
    ):
        found = re.search(rf"(\w+) actions? (?:is |are )?{words}", plan)
        assert (numbers(found[1]) if found else [0]) == [len(expected)]


@given(planned_reports())
def test_the_index_and_the_lowest_level_are_those_of_the_report(report):
    said = situation(report, EN, today=date(2026, 11, 22))
    index = [one for one in said if one.startswith("The index is")]
    lowest = [one for one in said if " at level " in one]
    total = report.total
    assert len(index) == len(lowest) == bool(total.rated)
    assert len(said) <= 5
    if total.rated:
        ends = [round(total.index.low), round(total.index.high)] if total.open else []
        assert numbers(index[0]) == [round(total.index.point), 100, *ends, round(total.target_index)]
        levels = [result.level for result in total.rated]
        assert numbers(lowest[0])[-1] == min(levels)
        assert numbers(lowest[0])[0] in (levels.count(min(levels)), min(levels))
        assert ("So far" in lowest[0]) == (bool(total.open) and min(levels) > 0 and len(set(levels)) > 1)


def test_of_one_question_below_the_target_it_is_said_that_it_is_one(untouched):
    report = EXTREMES["all at the top"](untouched)
    first = report.assessment.asked(report.checklist)[0].id
    said = situation(replace(report, agreed={first: 2}), SV, today=TODAY)
    assert said[0] == "23 av 24 frågor når målet och en ligger under det."
    assert said[1] == "Inget områdes index ligger under målet, men en fråga gör det."
    assert said[3:] == (
        "Lägst ligger en fråga, på nivå 2 (delvis infört).",
        "Frågan under målet har ingen åtgärd i planen.",
    )
