"""Text from people and checklists, made safe for the places it is shown in."""

import re
from html import escape

MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~<>$:])")


def markdown_text(text: str) -> str:
    """`text` so that Markdown shows it letter by letter."""
    return MARKDOWN.sub(r"\\\1", text)


def html_text(text: str) -> str:
    """`text` so that HTML shows it letter by letter, with its line breaks."""
    return escape(text).replace("\n", "<br>")
