"""What is said about governing documents is true at the extremes, in both languages."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment.domain.document import DocumentFacts, DocumentLevel
from assessment.domain.document_guide import Expectation
from assessment.domain.document_overview import DocumentOverview
from assessment.domain.entry import Entry
from assessment.domain.scoring import ItemResult, ItemState
from assessment.reporting import document_words as words
from assessment.reporting import marks
from assessment.reporting.document_frames import coverage_frame, document_frame, review_frame
from assessment.reporting.headings import titled
from assessment.reporting.marks.review_track import years_of
from assessment.texts.language import language
from tests.domain.strategies import NOW, make_checklist, make_item

SV, EN = language("sv"), language("en")
TODAY = date(2026, 11, 22)
BOTH = frozenset({"POL", "TID"})


def document(level=DocumentLevel.POLICY, title="Inköpspolicy", *, adopted=date(2024, 1, 15), **facts):
    written = DocumentFacts(title, level, adopted_on=adopted, **facts)
    return Entry(f"{level}{title}", "o", written, NOW, NOW, "Ada", 1)


def overview(*documents):
    checklist = make_checklist([make_item("POL-01"), make_item("TID-01")])
    expected = (Expectation("POL-01", (DocumentLevel.POLICY, DocumentLevel.ROUTINE)),)
    return DocumentOverview(documents, checklist, TODAY, expected)


EVERY_KIND = tuple(document(level, level.value, dimensions=BOTH) for level in DocumentLevel)


@pytest.mark.parametrize(
    ("documents", "finding"),
    [
        ((), "Inga styrdokument är registrerade än"),
        ((document(adopted=None),), "Inget registrerat dokument har ett beslutsdatum som har passerat"),
        ((document(),), "Ni har en av sex slags styrdokument"),
        (EVERY_KIND[:5], "Ingen gällande rutin är registrerad"),
        (EVERY_KIND[:4], "Ingen gällande plan eller rutin är registrerad"),
        (EVERY_KIND, "Det finns gällande dokument av alla slag, och inget har missat sin översyn"),
        (
            (*EVERY_KIND, document(review_on=date(2026, 11, 21))),
            "Ett dokument skulle ha setts över vid det här laget",
        ),
        (
            tuple(replace(one, facts=replace(one.facts, dimensions=frozenset({"POL"}))) for one in EVERY_KIND),
            "Inget gällande dokument täcker ord",
        ),
    ],
)
def test_the_heading_tells_the_most_important_thing_that_holds(documents, finding):
    assert words.documents_finding(overview(*documents), SV) == finding


def test_the_lede_adds_and_never_repeats():
    found = overview(*EVERY_KIND, document(review_on=date(2026, 11, 21)))
    assert words.documents_lede(found, SV) == ""
    assert words.documents_lede(overview(), SV) == ""
    late = overview(document(review_on=date(2026, 11, 21)))
    assert words.documents_lede(late, SV) == (
        "Ett dokument skulle ha setts över vid det här laget. Inget område täcks av ett gällande dokument."
    )


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (0, "i dag"),
        (1, "om en dag"),
        (-1, "för en dag sedan"),
        (45, "om 45 dagar"),
        (46, "om två månader"),
        (-400, "för 13 månader sedan"),
        (1100, "om tre år"),
    ],
)
def test_how_far_away_a_day_is(days, told):
    assert words.away(TODAY + timedelta(days=days), TODAY, SV) == told


def test_a_planned_document_is_told_as_planned_and_its_review_not_at_all():
    facts = document(adopted=date(2027, 3, 1), adopted_by="Kommunfullmäktige", review_on=date(2029, 1, 1)).facts
    assert words.adoption(facts, TODAY, EN) == "To be adopted by Kommunfullmäktige on 1 March 2027"
    assert words.review(facts, TODAY, EN) == ""


def test_questions_name_the_kinds_or_the_documents():
    found = overview(document(DocumentLevel.PLAN, "Plan", items=frozenset({"TID-01"}), review_on=date(2025, 1, 1)))
    results = [ItemResult(make_item(item), ItemState.RATED, level, 3) for item, level in (("POL-01", 3), ("TID-01", 4))]
    assert [words.question_words(one, SV) for one in found.questions(results)] == [
        "Frågan har nivå 3, men ingen gällande policy eller rutin som täcker den är registrerad. Stämmer det?",
        "Frågan har nivå 4, men översynen av ”Plan” har passerat. Håller nivån?",
    ]
    [zero] = found.questions([ItemResult(make_item("TID-01"), ItemState.RATED, 0, 3)])
    assert words.question_words(zero, EN) == "The question is at level 0, yet “Plan” covers it. Are both right?"


@pytest.mark.parametrize("spoken", [SV, EN])
@pytest.mark.parametrize("documents", [(), (document(adopted=None),), (document(review_on=TODAY, dimensions=BOTH),)])
def test_every_table_can_be_read_whatever_there_is(documents, spoken):
    for frame in (document_frame, coverage_frame, review_frame):
        shown = titled(frame(overview(*documents), spoken), spoken)
        assert len(shown.columns) >= 3


def test_the_line_of_years_holds_every_day_and_shuts_out_what_lies_far_away():
    years = years_of([date(1999, 1, 1), date(2099, 12, 31)], TODAY)
    assert (years.first, years.end) == (2022, 2031)
    assert (years.share(date(1999, 1, 1)), years.share(date(2099, 12, 31))) == (0.0, 100.0)
    assert 0 < years.share(TODAY) < 100
    assert years_of([], TODAY).first == 2026


def test_what_people_write_is_escaped_and_only_the_web_is_linked():
    hostile = document(title='<b onmouseover="x">', adopted_by="<i>", owner="&", link='https://x.example/"><script>')
    card = marks.document_card(hostile, overview(hostile), SV)
    assert "<script>" not in card
    assert "<i>" not in card
    assert 'onmouseover="' not in card
    assert "href" not in marks.document_card(document(link="Dnr KS 2024/1"), overview(), SV)


def test_a_track_says_in_words_what_it_draws():
    track = marks.review_track(date(2026, 10, 22), TODAY, years_of([], TODAY), SV)
    assert 'aria-label="22 oktober 2026, för 31 dagar sedan"' in track
    assert "late" in track
