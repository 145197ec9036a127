"""The Swedish of a screen is easy to read: LIX, words per sentence plus the share of long words (Björnsson, 1968)."""

import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).resolve().parents[2] / "assessment/texts/sv"
LIMIT = 45
SCREENS = sorted({path.name for path in CATALOGUES.glob("*.po")} - {"labels.po"})  # labels are names, not sentences
LONG = 6  # letters; a longer word is a long one
FEWEST = 4  # words: shorter texts are labels, which have no sentence to measure


def lix(text):
    words = re.findall(r"[\w-]+", text)
    sentences = len(re.findall(r"[.!?:]+(?=\s|$)", text))
    return len(words) / sentences + 100 * sum(len(word) > LONG for word in words) / len(words)


def sentences_of(name):
    """The Swedish texts of a catalogue that are sentences, each with its full stop."""
    with (CATALOGUES / name).open("rb") as file:
        found = [message.string for message in read_po(file, locale="sv") if message.id]
    texts = [text for one in found for text in ([one] if isinstance(one, str) else one)]
    return [text if text[-1] in ".?:" else text + "." for text in texts if len(text.split()) >= FEWEST]


def test_lix_is_what_its_formula_says():
    assert lix("Ni har en plan. Den är bra.") == pytest.approx(7 / 2)
    assert lix("Organisationen upphandlar.") == pytest.approx(2 + 100)


@pytest.mark.parametrize("name", SCREENS)
def test_the_texts_of_a_screen_are_easy_on_average(name):
    assert lix(" ".join(sentences_of(name))) <= LIMIT
