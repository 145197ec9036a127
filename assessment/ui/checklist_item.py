"""A question as it stands in the checklist: the five levels, what shows them, and what it rests on."""

from assessment.domain.checklist import Checklist, Item, term
from assessment.domain.own_item import is_own
from assessment.texts import labels
from assessment.texts.language import Language, language
from assessment.ui.markup import html_text


def item_html(checklist: Checklist, item: Item, spoken: Language, *, both: bool) -> str:
    """In the language of the page, and in the other one beside it if `both`."""
    halves = [_half(checklist, item, spoken)]
    if both:
        halves.append(_half(checklist, item, language("en" if spoken.code == "sv" else "sv")))
    return (
        f'<article class="ru ru-item"><p class="ru-eyebrow">{_eyebrow(checklist, item, spoken)}</p>'
        f'<div class="ru-halves">{"".join(halves)}</div>{_about(checklist, item, spoken)}</article>'
    )


def _eyebrow(checklist: Checklist, item: Item, spoken: Language) -> str:
    place = [step.id for step in checklist.steps].index(item.step)
    step = term(checklist.steps, item.step)
    named = spoken.text(labels.SHORT_STEP[step.id]) if step.id in labels.SHORT_STEP else spoken.of(step.name)
    parts = [item.id, spoken.text("step {number} {name}", number=place + 1, name=named)]
    if is_own(item.id):
        parts.append(spoken.text("your own question"))
    told = html_text(" · ".join(parts))
    core = html_text(spoken.text("in the quick check"))
    square = '<i class="ru-square ru-core" aria-hidden="true"></i>'
    return f'{told} · <span class="ru-in-core">{square} {core}</span>' if item.core else told


def _half(checklist: Checklist, item: Item, spoken: Language) -> str:
    names = [spoken.of(name) for name in checklist.scale]
    levels = "".join(
        f'<li><b class="ru-square" aria-hidden="true">{number}</b><span><b class="ru-hidden">{number} </b>'
        f"<b>{html_text(name)}</b><br>{html_text(spoken.of(level))}</span></li>"
        for number, (name, level) in enumerate(zip(names, item.levels, strict=True))
    )
    return (
        f'<div lang="{spoken.code}"><h2 class="ru-title">{html_text(spoken.of(item.question))}</h2>'
        f'<ul class="ru-five">{levels}</ul><dl class="ru-hints">'
        f"<dt>{html_text(spoken.text('What shows that it is so'))}</dt><dd>{html_text(spoken.of(item.evidence))}</dd>"
        f"<dt>{html_text(spoken.text('What to do to get further'))}</dt><dd>{html_text(spoken.of(item.action))}</dd>"
        "</dl></div>"
    )


def _about(checklist: Checklist, item: Item, spoken: Language) -> str:
    roles = [spoken.of(term(checklist.roles, role).name).lower() for role in item.roles]
    said = [spoken.text("Best placed to answer: {roles}.", roles=spoken.listed(roles))]
    if not is_own(item.id):
        bases = spoken.listed([spoken.text(labels.BASIS[basis]) for basis in item.basis])
        said.append(spoken.text("The question rests on {bases}.", bases=bases))
    if item.depends_on:
        needed = spoken.listed(list(item.depends_on))
        said.append(spoken.text("Should come after {items}.", items=needed))
    sources = [_source(source.url, spoken.of(source.title)) for source in checklist.sources_of(item)]
    listed = f"<ul>{''.join(f'<li>{one}</li>' for one in sources)}</ul>" if sources else ""
    label = html_text(spoken.text("Who knows, and why we ask"))
    return f'<details class="ru-why"><summary>{label}</summary><p>{html_text(" ".join(said))}</p>{listed}</details>'


def _source(address: str, title: str) -> str:
    link = f'<a href="{html_text(address)}" target="_blank" rel="noopener noreferrer">'
    return f"{link}{html_text(title)}</a>" if address else html_text(title)
