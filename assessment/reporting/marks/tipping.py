"""The answers that alone decide the lowest level of a dimension, with their squares."""

from html import escape

from assessment.domain.report import AssessmentReport
from assessment.domain.tipping import TippingAnswer
from assessment.reporting.marks.squares import square
from assessment.reporting.tipping_words import down_lines, up_words
from assessment.texts.language import Language


def tipping_list(found: tuple[TippingAnswer, ...], report: AssessmentReport, language: Language) -> str:
    """Those that hold a dimension down, one by one; those that would lower it, dimension by dimension."""
    ups = "".join(
        f"<li>{square(one.result, language)}"
        f'<span><span class="ru-hidden">{escape(language.text("Level {level}", level=one.result.level))}: </span>'
        f"{escape(language.of(one.result.item.question))} "
        f'<span class="soft">{escape(up_words(one, report, language))}</span></span></li>'
        for one in found
        if one.up
    )
    downs = "".join(f"<li>{escape(line)}</li>" for line in down_lines(found, report, language))
    listed = f'<ul class="ru-questions">{ups}</ul>' if ups else ""
    below = (
        f'<p class="ru-downwards"><b>{escape(language.text("One step lower"))}</b></p><ul class="ru-lines">{downs}</ul>'
        if downs
        else ""
    )
    return f'<div class="ru">{listed}{below}</div>'
