"""What a file would change, most weighty first, with the words before and after."""

from collections.abc import Mapping
from typing import Final

from assessment.domain.checklist import Checklist, Item
from assessment.domain.checklist_change import ChecklistChanges, ItemChange, ItemChangeKind
from assessment.domain.errors import sentence
from assessment.texts.language import Language
from assessment.ui.markup import html_text

EXPLAINED: Final[Mapping[ItemChangeKind, str]] = {
    ItemChangeKind.MEANING: sentence("Answers are not compared with those of earlier versions."),
    ItemChangeKind.WORDING: sentence("Answers can still be compared with those of earlier versions."),
    ItemChangeKind.DETAILS: sentence("Evidence, advice, roles or the like. The question and its levels are the same."),
    ItemChangeKind.NEW: sentence("They have nothing to be compared with yet."),
    ItemChangeKind.REMOVED: sentence("New assessments do not ask them. Answers that are there stay."),
}
ORDER: Final = tuple(EXPLAINED)


def changes_html(changes: ChecklistChanges, before: Checklist, language: Language) -> str:
    groups = [(kind, changes.of(kind)) for kind in ORDER]
    parts = [_group(kind, found, language) for kind, found in groups if found]
    rest = language.plural("{word} question is as before.", "{word} questions are as before.", changes.unchanged)
    said = [rest[:1].upper() + rest[1:]] if changes.unchanged else []
    if changes.around:
        said.append(
            language.text("Something beside the questions differs: names, roles, the target, cases or sources.")
        )
    if not parts and not changes.around:
        said = [language.text("Only the version differs from {version}.", version=before.version)]
    return f'<div class="ru ru-file-changes">{"".join(parts)}<p class="soft">{html_text(" ".join(said))}</p></div>'


def _group(kind: ItemChangeKind, found: tuple[ItemChange, ...], language: Language) -> str:
    rows = "".join(f"<li>{_change(change, language)}</li>" for change in found)
    return (
        f'<h3 class="ru-title">{html_text(_title(kind, len(found), language))}</h3>'
        f'<p class="soft">{html_text(language.text(EXPLAINED[kind]))}</p><ul>{rows}</ul>'
    )


def _title(kind: ItemChangeKind, number: int, language: Language) -> str:
    match kind:
        case ItemChangeKind.MEANING:
            said = language.plural(
                "{word} question means something else", "{word} questions mean something else", number
            )
        case ItemChangeKind.WORDING:
            said = language.plural("{word} question in other words", "{word} questions in other words", number)
        case ItemChangeKind.DETAILS:
            said = language.plural("{word} question with other details", "{word} questions with other details", number)
        case ItemChangeKind.NEW:
            said = language.plural("{word} new question", "{word} new questions", number)
        case ItemChangeKind.REMOVED:
            said = language.plural("{word} question is left out", "{word} questions are left out", number)
    return said[:1].upper() + said[1:]


def _change(change: ItemChange, language: Language) -> str:
    named = f"<b>{html_text(change.item.id)}</b> {html_text(language.of(change.item.question))}"
    if change.before is None or change.kind not in (ItemChangeKind.MEANING, ItemChangeKind.WORDING):
        return named
    pairs = [pair for pair in zip(_words(change.before), _words(change.item), strict=True) if pair[0] != pair[1]]
    lines = "".join(
        f'<p class="ru-old-words"><span class="ru-hidden">{html_text(language.text("Before:"))} </span>'
        f"<del>{html_text(old)}</del></p>"
        f'<p class="ru-new-words"><span class="ru-hidden">{html_text(language.text("After:"))} </span>'
        f"<ins>{html_text(new)}</ins></p>"
        for old, new in pairs
    )
    label = html_text(language.plural("{word} text differs", "{word} texts differ", len(pairs)).capitalize())
    return f"{named}<details><summary>{label}</summary>{lines}</details>"


def _words(item: Item) -> list[str]:
    return [text for wording in (item.question, *item.levels) for text in (wording.sv, wording.en)]
