"""The printed record of a workshop, and the paper ballots, as the addresses give them."""

import re

import pytest

from assessment.domain.response import UNKNOWN
from assessment.domain.workshop_parts import Agenda, Names
from tests import builders
from tests.web.asgi import visit
from tests.workshop_builders import Facilitator, attend, prepare, vote

HOSTILE = '<script>alert("x")</script>\n& två rader'


@pytest.fixture
def assessment(phone_house):
    return builders.start(phone_house, name="Vård & omsorg <b>")


@pytest.fixture
def held(phone_house, assessment):
    """A workshop with two rounds on one question, an undone agreement, a question put off, and an open vote."""

    def hold(names=Names.HIDDEN):
        workshop = prepare(phone_house, assessment, names=names, facilitator="Eva <Berg>")
        ada = Facilitator(phone_house, workshop)
        tokens = [attend(phone_house, workshop, role="inkop", name=f"Gun {n}") for n in range(4)]

        def votes(item, *levels, reveal=True):
            round_id = ada.open_vote(item)
            for token, level in zip(tokens, levels, strict=False):
                vote(phone_house, token, round_id, level)
            if reveal:
                ada.reveal()

        votes("TID-01", 0, 1, 4, UNKNOWN)
        votes("TID-01", 2, 1, 2, UNKNOWN)
        ada.settle("TID-01", 4, note="Fel knapp")
        ada.undo()
        ada.settle("TID-01", 2, note=HOSTILE)
        ada.skip("POL-02", note="Juristen är inte här")
        votes("POL-01", 3, 3, 3, 3, reveal=False)
        return workshop

    return hold


def page(whole, path, **query):
    answer = visit(whole, path, query="&".join(f"{key}={value}" for key, value in query.items()))
    return answer.status, answer.body.decode()


def record_of(whole, assessment, workshop, **query):
    return page(whole, f"/utskrift/{assessment.id}/protokoll", w=workshop.id, **query)


def items(html):
    return html.split('<article class="item">')[1:]


def steps(html):
    """Each line of the list of steps, without its markup."""
    rows = re.findall(r"<tr(?: class=\"(undone)\")?><td class=\"at\">(.*?)</tr>", html, flags=re.DOTALL)
    return [(bool(undone), " ".join(re.sub("<[^>]+>", " ", row).split()[1:])) for undone, row in rows]


def test_the_record_tells_each_item_with_both_votes_and_the_level(whole, assessment, held):
    status, html = record_of(whole, assessment, held())
    assert status == 200
    assert "Protokoll från workshop" in html
    assert "inte avslutad, planerad till 90 minuter" in html
    assert "Gruppen enades om 1 av 24 frågor" in html
    first = items(html)[0]
    assert first.index("Första rösten") < first.index("Andra rösten")
    assert "1 på nivå 0, 1 på nivå 1, 0 på nivå 2, 0 på nivå 3 och 1 på nivå 4" in first
    assert "0 på nivå 0, 1 på nivå 1, 2 på nivå 2, 0 på nivå 3 och 0 på nivå 4" in first
    assert "Det mittersta svaret gick från nivå 1 till nivå 2." in first
    assert "En gick upp, en gick ner och en stod kvar." in first
    assert "En röstade på en annan nivå." in first
    assert "antecknat av Eva &lt;Berg&gt;." in first


def test_items_stand_in_the_order_of_the_day_and_the_rest_below(whole, assessment, held):
    _, html = record_of(whole, assessment, held())
    assert re.findall(r"([A-Z]{3}-\d\d) · ", html)[:4] == ["TID-01", "POL-02", "POL-01", "POL-07"]
    assert "Uppskjuten" in items(html)[1]
    assert "Juristen är inte här" in items(html)[1]
    assert "21 frågor togs inte upp" in html


def test_an_open_vote_shows_nothing_but_that_it_was_opened(whole, assessment, held):
    _, html = record_of(whole, assessment, held())
    assert "Ingen omröstning." in items(html)[2]
    assert "ru-dots" not in items(html)[2]
    assert steps(html)[-1] == (False, "Rösten öppnades POL-01")


def test_every_step_is_listed_and_what_was_taken_back_is_crossed_out(whole, assessment, held):
    _, html = record_of(whole, assessment, held())
    assert [line for undone, line in steps(html) if undone] == ["Nivån fastställdes TID-01 ångrat · Nivå 4. Fel knapp"]
    assert (False, "Ångrat: nivån fastställdes TID-01") in steps(html)
    assert len(steps(html)) == 9


def test_what_people_wrote_stays_text(whole, assessment, held):
    _, html = record_of(whole, assessment, held())
    assert "<script>alert" not in html
    assert html.count("&lt;script&gt;") == 2  # the reason, in its item and in the list of steps
    assert "Vård &amp; omsorg &lt;b&gt;" in html


@pytest.mark.parametrize("names, shown", [(Names.HIDDEN, False), (Names.OPEN, True)])
def test_names_stand_there_only_when_they_were_open(whole, assessment, held, names, shown):
    _, html = record_of(whole, assessment, held(names))
    assert ("Gun 0" in html) is shown
    assert ('<p class="soft">4: Gun 2</p>' in html) is shown
    assert ("Med namn" in html, "Utan namn" in html) == (shown, not shown)
    assert "Upphandlingsfunktion 4" in html


def test_the_record_is_english_when_it_is_asked_for(whole, assessment, held):
    _, html = record_of(whole, assessment, held(), lang="en")
    assert '<html lang="en">' in html
    assert "The group agreed on 1 of 24 questions" in html
    assert "One went up, one went down and one stayed." in html


def test_an_unknown_workshop_or_one_of_another_assessment_is_a_sentence(whole, phone_house, assessment, held):
    other = builders.start(phone_house)
    for path, query in ((assessment.id, {"w": "x"}), (assessment.id, {}), (other.id, {"w": held().id})):
        status, html = page(whole, f"/utskrift/{path}/protokoll", **query)
        assert (status, "Workshopen finns inte." in html) == (404, True)


def test_a_workshop_in_which_nothing_was_done_prints_without_claims(whole, phone_house, assessment):
    status, html = record_of(whole, assessment, prepare(phone_house, assessment))
    assert (status, "Gruppen har inte enats om någon nivå" in html) == (200, True)
    assert "24 frågor togs inte upp" in html


def ballot_places(whole, assessment, **query):
    status, html = page(whole, f"/utskrift/{assessment.id}/rostsedlar", **query)
    assert status == 200
    return re.findall(r'<td class="place">(.*?)</td>', html), html


def test_a_paper_ballot_has_every_question_once_with_seven_circles(whole, phone_house, assessment):
    places, html = ballot_places(whole, assessment)
    assert (places[0], len(places), len(set(places))) == ("Policy 1", 24, 24)
    assert html.count('<td class="sign"><i>') == 24 * 7
    assert all(item.question.sv in html for item in builders.asked(phone_house, assessment))
    assert "inget hemligt" in html
    assert html.count("<span><i></i>") == 5  # a box for each role


def test_paper_ballots_follow_the_order_of_the_workshop(whole, phone_house, assessment):
    prepare(phone_house, assessment, agenda=Agenda.WORTH)
    for number, level in enumerate((0, 4)):
        builders.answer(phone_house, builders.join(phone_house, assessment, f"Gun {number}"), "KUN-01", level)
    places, _ = ballot_places(whole, assessment, lang="en")
    assert (places[0], len(places)) == ("Knowledge 1", 24)


def test_paper_ballots_of_an_unknown_assessment_are_a_sentence(whole, phone_house):
    status, html = page(whole, "/utskrift/finns-inte/rostsedlar")
    assert (status, "Självskattningen finns inte." in html) == (404, True)
