"""One document as it stands in a list: title, who decided it, how its review stands, and what it covers."""

from html import escape

from assessment.domain.document import Document
from assessment.domain.document_overview import DocumentOverview
from assessment.reporting import document_words
from assessment.texts import labels
from assessment.texts.language import Language


def document_card(document: Document, overview: DocumentOverview, language: Language) -> str:
    """Its state is told in words; the line at its side only repeats it."""
    facts, today = document.facts, overview.today
    state = "late" if facts.overdue(today) else "" if facts.in_force(today) else "ahead"
    decided = document_words.adoption(facts, today, language)
    review = document_words.review(facts, today, language)
    owner = language.text("Owner: {owner}", owner=facts.owner) if facts.owner else ""
    lines = [
        f"<p>{_title(document)}</p>",
        _line(" · ".join(part for part in (decided, owner) if part), soft=True),
        _line(review, soft=not facts.overdue(today)),
        _line(_covers(document, overview, language), soft=True),
    ]
    return f'<div class="ru ru-document {state}">{"".join(lines)}</div>'


def document_title(document: Document) -> str:
    """The title; a link where the document has a web address."""
    facts = document.facts
    title = escape(facts.title)
    if not facts.web_address:
        return title
    address = escape(facts.web_address, quote=True)
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{title}</a>'


def _title(document: Document) -> str:
    """In bold, with the reference after it where the document has one."""
    facts = document.facts
    reference = "" if facts.web_address or not facts.link else f' <span class="soft">{escape(facts.link)}</span>'
    return f"<b>{document_title(document)}</b>{reference}"


def _covers(document: Document, overview: DocumentOverview, language: Language) -> str:
    """*Täcker: Policy, Tid och två frågor*, or that nothing is said about it."""
    facts = document.facts
    names = [
        language.text(labels.SHORT_DIMENSION[one.id]) if one.id in labels.SHORT_DIMENSION else language.of(one.name)
        for one in overview.checklist.dimensions
        if one.id in facts.dimensions
    ]
    if facts.items:
        names.append(language.plural("one question", "{word} questions", len(facts.items)))
    if not names:
        return language.text("Not stated what it covers")
    return language.text("Covers {names}", names=language.listed(names))


def _line(text: str, *, soft: bool) -> str:
    if not text:
        return ""
    return f'<p class="soft">{escape(text)}</p>' if soft else f"<p>{escape(text)}</p>"
