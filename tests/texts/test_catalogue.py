"""Every sentence in the code has its Swedish, and the Swedish takes the same parameters."""

import ast
import re
from io import BytesIO
from pathlib import Path

from babel.messages.pofile import read_po
from jinja2.ext import babel_extract

ROOT = Path(__file__).resolve().parents[2]
KEYWORDS = {
    "text": None,
    "plural": (1, 2),
    "sentence": None,
    "t": None,
    "ngettext": (1, 2),
    "gettext": None,
    "n": (1, 2),
}
SOURCES = [*sorted(ROOT.glob("assessment/**/*.py")), *sorted(ROOT.glob("pages/*.py"))]
TEMPLATES = sorted(ROOT.glob("assessment/web/templates/**/*.html"))


def used_messages():
    found = set()
    for path in SOURCES:
        found |= messages_in(path)
    for path in TEMPLATES:
        for _line, _function, message, _comments in babel_extract(BytesIO(path.read_bytes()), list(KEYWORDS), [], {}):
            texts = [part for part in ([message] if isinstance(message, str) else message) if part]
            found.add(tuple(texts[:2]) if len(texts) > 1 else texts[0] if texts else "")
    return {message for message in found if message}


def messages_in(path):
    """What `path` asks to have translated; read from the syntax tree, because f-strings hide it from extractors."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and called(node) in KEYWORDS and node.args:
            texts = [arg.value for arg in node.args[:2] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            found.add(tuple(texts[:2]) if KEYWORDS[called(node)] and len(texts) == 2 else texts[0] if texts else "")
    return found


def called(node):
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def catalogue():
    entries = {}
    for path in sorted((ROOT / "assessment/texts/sv").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale="sv"):
                if message.id:
                    entries.setdefault(message.id, set()).add((path.name, message.string))
    return entries


def test_every_sentence_has_a_swedish_translation():
    translated = {key for key, found in catalogue().items() if all(all(strings(text)) for _, text in found)}
    assert used_messages() - translated == set()


def test_no_translation_is_left_of_a_sentence_that_is_gone():
    assert set(catalogue()) - used_messages() == set()


def test_a_sentence_is_translated_in_one_place():
    assert {key: sorted(name for name, _ in found) for key, found in catalogue().items() if len(found) > 1} == {}


def test_translations_use_no_parameter_that_the_sentence_lacks():
    wrong = {}
    for key, found in catalogue().items():
        allowed = set().union(*(placeholders(text) for text in strings(key)))
        for _, text in found:
            extra = set().union(*(placeholders(part) for part in strings(text))) - allowed
            if extra:
                wrong[key] = extra
    assert wrong == {}


def placeholders(text):
    return set(re.findall(r"{(\w+)", text))


def strings(text):
    return [text] if isinstance(text, str) else list(text)
