"""A checklist file is right in every part, or refused with file, place, field and what was expected."""

import json
from io import StringIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from assessment.services.checklists import SHIPPED
from assessment.storage.checklist_file import read_checklist
from assessment.storage.checklist_schema import ChecklistPart
from assessment.storage.errors import ChecklistFileUnreadable, ChecklistFileWrong
from assessment.texts.language import language

WORDS = {"sv": "ord", "en": "word"}


def small_checklist():
    """A whole checklist with three items, as a file holds it."""
    wording = {"question": "Fråga?", "levels": ["a", "b", "c", "d", "e"], "evidence": "Bevis", "action": "Gör"}
    item = {
        "step": "analysera",
        "roles": ["inkop"],
        "applies_to": ["alla"],
        "core": True,
        "effort": "S",
        "basis": ["lag"],
        "depends_on": [],
        "fresh_months": 12,
        "sv": wording,
        "en": wording,
        "source": ["LOU"],
    }
    whole = {
        "key": "liten",
        "version": "1",
        "title": WORDS,
        "scale": [{"level": level, **WORDS} for level in range(5)],
        "default_target": 3,
        "dimensions": [{"id": "POL", **WORDS}],
        "steps": [{"id": "analysera", **WORDS}],
        "roles": [{"id": "inkop", **WORDS}],
        "organisation_types": [{"id": "kommun", **WORDS}],
        "items": [{"id": f"POL-0{number}", **item} for number in (1, 2, 3)],
        "consistency": [{"id": "C1", "when": [{"item": "POL-01", "at_least": 3}], **WORDS}],
        "vignettes": [
            {
                "id": "V1",
                "item": "POL-01",
                "level": 2,
                "sv": {"text": "a", "reason": "b"},
                "en": {"text": "a", "reason": "b"},
            }
        ],
        "sources": [{"key": "LOU", "url": "https://example.org", **WORDS}],
    }
    return json.loads(json.dumps(whole))  # no part is shared


def written(tmp_path, content):
    """A file with this content, a text or what YAML is to write."""
    path = tmp_path / "egen.yaml"
    if not isinstance(content, str):
        stream, yaml = StringIO(), YAML(typ="safe", pure=True)
        yaml.representer.ignore_aliases = lambda _: True
        yaml.dump(content, stream)
        content = stream.getvalue()
    path.write_text(content, encoding="utf-8")
    return path


def change(content, path, value):
    """Set what lies at the dotted path; `...` removes it."""
    *steps, last = path.split(".")
    here = content
    for step in steps:
        here = here[int(step) if step.isdigit() else step]
    last = int(last) if last.isdigit() else last
    if value is ...:
        del here[last]
    else:
        here[last] = value


def test_a_whole_file_is_read(tmp_path):
    checklist = read_checklist(written(tmp_path, small_checklist())).checklist()
    assert [item.id for item in checklist.items] == ["POL-01", "POL-02", "POL-03"]
    assert checklist.items[0].levels[4].sv == "e"


def test_the_shipped_checklist_is_whole_and_has_one_core_item_in_each_cell():
    checklist = read_checklist(SHIPPED).checklist()
    core = [(item.dimension, item.step) for item in checklist.items if item.core]
    assert (len(checklist.items), len(core), len(set(core))) == (50, 24, 24)


def test_what_is_stored_reads_back_the_same():
    part = read_checklist(SHIPPED)
    again = ChecklistPart.from_stored(part.stored())
    assert again.checklist() == part.checklist()
    assert again.stored() == part.stored()


BROKEN = {
    "no version": ("version", ..., "översta nivån", "version", "saknas"),
    "version as a number": ("version", 2026.1, "översta nivån", "version", "har fel typ av värde"),
    "no question": ("items.1.sv.question", ..., "POL-02", "items.sv.question", "saknas"),
    "empty question": ("items.1.sv.question", "  ", "POL-02", "items.sv.question", "får inte vara tomt"),
    "a number for a question": ("items.1.en.question", 7, "POL-02", "items.en.question", "har fel typ av värde"),
    "four levels": ("items.2.sv.levels", list("abcd"), "POL-03", "items.sv.levels", "har för få poster"),
    "six levels": ("items.2.sv.levels", list("abcdef"), "POL-03", "items.sv.levels", "har för många poster"),
    "an empty level": ("items.2.sv.levels.3", "", "POL-03", "items.sv.levels", "får inte vara tomt"),
    "an unknown field": ("items.0.weight", 3, "POL-01", "items.weight", "är okänt"),
    "an unknown effort": ("items.0.effort", "XL", "POL-01", "items.effort", "är inte ett av de tillåtna värdena"),
    "an unknown basis": ("items.0.basis", ["tro"], "POL-01", "items.basis", "är inte ett av de tillåtna värdena"),
    "no role": ("items.0.roles", [], "POL-01", "items.roles", "har för få poster"),
    "a role with a space": ("items.0.roles", ["in kop"], "POL-01", "items.roles", "är inte skrivet på rätt sätt"),
    "a target of 0": ("default_target", 0, "översta nivån", "default_target", "är för lågt"),
    "a target of 5": ("default_target", 5, "översta nivån", "default_target", "är för högt"),
    "a target in words": ("default_target", "3", "översta nivån", "default_target", "har fel typ av värde"),
    "fresh for ever": ("items.0.fresh_months", 1000, "POL-01", "items.fresh_months", "är för högt"),
    "an item that is a word": ("items.1", "POL-02", "översta nivån", "items", "har fel typ av värde"),
    "no items": ("items", [], "översta nivån", "items", "har för få poster"),
    "a script for an address": (
        "sources.0.url",
        "javascript:alert(1)",
        "LOU",
        "sources.url",
        "är inte skrivet på rätt sätt",
    ),
    "an endless text": ("items.0.sv.action", "a" * 2001, "POL-01", "items.sv.action", "är för långt"),
    "the same item twice": ("items.2.id", "POL-01", "POL-01", "items", "står två gånger"),
    "the same role twice": ("roles", [{"id": "inkop", **WORDS}] * 2, "inkop", "roles", "står två gånger"),
    "the same source twice": ("sources", [{"key": "LOU", **WORDS}] * 2, "LOU", "sources", "står två gånger"),
    "levels out of order": ("scale.0.level", 1, "översta nivån", "scale", "ska ange nivåerna 0, 1, 2, 3, 4 i ordning"),
    "no such dimension": ("items.2.id", "TID-01", "TID-01", "id", "hänvisar till TID, som inte finns"),
    "no such step": ("items.0.step", "sen", "POL-01", "step", "hänvisar till sen, som inte finns"),
    "no such role": ("items.0.roles", ["chef"], "POL-01", "roles", "hänvisar till chef, som inte finns"),
    "no such organisation": (
        "items.0.applies_to",
        ["klubb"],
        "POL-01",
        "applies_to",
        "hänvisar till klubb, som inte finns",
    ),
    "no such item": ("items.0.depends_on", ["POL-99"], "POL-01", "depends_on", "hänvisar till POL-99, som inte finns"),
    "no such source": ("items.0.source", ["KL"], "POL-01", "source", "hänvisar till KL, som inte finns"),
    "a question about nothing": (
        "consistency.0.when.0.item",
        "X-1",
        "C1",
        "when",
        "hänvisar till X-1, som inte finns",
    ),
    "a case about nothing": ("vignettes.0.item", "X-1", "V1", "item", "hänvisar till X-1, som inte finns"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_refused_with_place_field_and_what_is_wrong(tmp_path, name):
    path, value, place, field, expected = BROKEN[name]
    content = small_checklist()
    change(content, path, value)
    with pytest.raises(ChecklistFileWrong) as refused:
        read_checklist(written(tmp_path, content))
    told = language("sv").explain(refused.value)
    assert told == f"egen.yaml, {place}, fältet ”{field}”: {expected}. Inget är ändrat."
    assert expected not in language("en").explain(refused.value)


CIRCLE = (
    "egen.yaml: de här frågorna beror av varandra i en cirkel, var och en av nästa: {circle}. Inget är ändrat. "
    "Ta bort en av dem ur fältet ”depends_on” hos den som står före."
)


def needing(tmp_path, **needs):
    """The refusal of a file whose items, by their ids without the hyphen, depend on these."""
    content = small_checklist()
    for item in content["items"]:
        item["depends_on"] = needs.get(item["id"].replace("-", ""), [])
    with pytest.raises(ChecklistFileWrong) as refused:
        read_checklist(written(tmp_path, content))
    assert language("en").explain(refused.value).count("Nothing has changed.") == 1
    return language("sv").explain(refused.value)


def test_an_item_that_depends_on_itself_is_named(tmp_path):
    told = (
        "egen.yaml: frågan POL-02 beror av sig själv. Inget är ändrat. Ta bort POL-02 ur dess eget fält ”depends_on”."
    )

    assert needing(tmp_path, POL02=["POL-01", "POL-02"]) == told


@pytest.mark.parametrize(
    ("needs", "circle"),
    [
        ({"POL01": ["POL-02"], "POL02": ["POL-01"]}, "POL-01, POL-02, och POL-02 åter av POL-01"),
        ({"POL03": ["POL-02"], "POL02": ["POL-03"], "POL01": ["POL-02"]}, "POL-02, POL-03, och POL-03 åter av POL-02"),
        (
            {"POL01": ["POL-03"], "POL03": ["POL-02"], "POL02": ["POL-01"]},
            "POL-01, POL-03, POL-02, och POL-02 åter av POL-01",
        ),
    ],
)
def test_items_that_depend_on_each_other_are_named_in_order(tmp_path, needs, circle):
    assert needing(tmp_path, **needs) == CIRCLE.format(circle=circle)


@pytest.mark.parametrize("length", [4, 50])
def test_a_long_circle_is_told_once_round_from_its_first_item(tmp_path, length):
    content = small_checklist()
    ids = [f"POL-{number:02}" for number in range(1, length + 1)]
    pattern = content["items"][0]
    content["items"] = [
        {**pattern, "id": id_, "depends_on": [needed]} for id_, needed in zip(ids, [*ids[1:], ids[0]], strict=True)
    ]
    with pytest.raises(ChecklistFileWrong) as refused:
        read_checklist(written(tmp_path, content))

    circle = f"{', '.join(ids)}, och {ids[-1]} åter av POL-01"
    assert language("sv").explain(refused.value) == CIRCLE.format(circle=circle)


UNREADABLE = {
    "empty": "",
    "a list": "- a\n- b\n",
    "a word": "hej",
    "not yaml": "key: [",
    "a key twice": "key: a\nkey: b\n",
    "a tab": "key:\n\t- a\n",
    "code to run": "key: !!python/object/apply:os.system ['true']\n",
    "a date that does not exist": "key: 2026-13-45\n",
    "a number that is none": "key: !!int abc\n",
    "a name for nothing": "key: *nothing\n",
    "nested without end": "key: " + "[" * 2000,
    "very large": "# " + "a" * 2_000_000,
    "a control character": "key: a\x07b\n",
    "a list for a key": "? [a, b]\n: c\n",
    "a mapping for a key": "? {a: b}\n: c\n",
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_is_no_checklist_is_refused(tmp_path, name):
    with pytest.raises((ChecklistFileUnreadable, ChecklistFileWrong)) as refused:
        read_checklist(written(tmp_path, UNREADABLE[name]))
    told = language("sv").explain(refused.value)
    assert told.startswith("egen.yaml")
    assert told.endswith("Inget är ändrat.")
    assert "\n" not in told


def test_a_file_in_another_encoding_and_a_folder_and_nothing_at_all_are_refused(tmp_path):
    (tmp_path / "latin.yaml").write_bytes("key: åäö".encode("latin-1"))
    for path in (tmp_path / "latin.yaml", tmp_path, tmp_path / "saknas.yaml"):
        with pytest.raises(ChecklistFileUnreadable):
            read_checklist(path)


def test_a_word_that_other_programs_take_for_false_stays_a_word(tmp_path):
    text = written(tmp_path, small_checklist()).read_text(encoding="utf-8")
    path = written(tmp_path, text.replace("Fråga?", "no", 1).replace("[a, b, c, d, e]", "[no, yes, off, on, null]", 1))
    with pytest.raises(ChecklistFileWrong, match="levels"):  # null is no text
        read_checklist(path)
    path = written(tmp_path, text.replace("[a, b, c, d, e]", "[no, yes, off, on, y]", 1))
    assert [level.en for level in read_checklist(path).checklist().items[0].levels] == ["no", "yes", "off", "on", "y"]


@pytest.mark.slow
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_whatever_is_cut_out_or_put_in_the_file_is_read_or_refused_in_a_sentence(tmp_path, data):
    text = written(tmp_path, small_checklist()).read_text(encoding="utf-8")
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 40)))
    put_in = data.draw(st.text(st.sampled_from("[]{}:,-&*!|>'\"%@`#? \n\tab01~"), max_size=6))
    path = written(tmp_path, text[:start] + put_in + text[end:])
    try:
        read_checklist(path)
    except (ChecklistFileUnreadable, ChecklistFileWrong) as refused:
        assert language("sv").explain(refused).startswith("egen.yaml")
