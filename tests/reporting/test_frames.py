"""Frames say what the report says, and nothing becomes 0 on the way."""

import pandas as pd
import pytest

from assessment.domain.response import NOT_APPLICABLE, UNKNOWN
from assessment.reporting import frames
from assessment.services.reports import report
from assessment.texts.language import language
from tests import builders
from tests.reporting.reports import written_down

SV = language("sv")
FRAMES = [getattr(frames, name) for name in frames.__all__ if name.endswith("_frame")]


@pytest.fixture
def engine(tmp_path):
    return builders.house(tmp_path)


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    return written_down(builders.house(tmp_path_factory.mktemp("full")))


@pytest.fixture(scope="module")
def untouched(tmp_path_factory):
    engine = builders.house(tmp_path_factory.mktemp("untouched"))
    return report(engine, builders.ADA, builders.start(engine).id)


def test_dimension_frame_holds_the_scores(full):
    frame = frames.dimension_frame(full, SV)

    policy = full.dimensions["POL"]
    row = frame.loc["POL"]
    assert (row["dimension"], row["items"], row["answered"]) == ("Policy och styrdokument", 4, len(policy.rated))
    assert (row["index"], row["low"], row["high"]) == (policy.index.point, policy.index.low, policy.index.high)
    assert (row["floor"], row["at_target"], row["target"]) == (policy.floor.level, len(policy.at_target), 75.0)
    assert list(frame.index) == list(full.dimensions)


def test_step_frame_holds_the_scores(full):
    frame = frames.step_frame(full, SV)

    assert list(frame["index"]) == [score.index.point for score in full.steps.values()]


def test_unanswered_is_not_zero(untouched):
    frame = frames.dimension_frame(untouched, SV)

    assert frame["index"].isna().all()
    assert frame["floor"].isna().all()
    assert list(frame["answered"].unique()) == [0]


def test_titled_writes_a_dash_for_what_is_not_known(untouched):
    assert set(frames.titled(frames.dimension_frame(untouched, SV), SV)["Index"]) == {"–"}


def test_map_frame_tells_four_states_apart(engine):
    begun = builders.start(engine, scope=builders.Scope.FULL)
    ben = builders.join(engine, begun, builders.BEN)
    items = [item for item in builders.asked(engine, begun) if (item.dimension, item.step) == ("POL", "forbered")]
    given = dict(zip([item.id for item in items], [0, UNKNOWN, NOT_APPLICABLE], strict=False))
    builders.answer_all(engine, ben, given)

    cell = frames.map_frame(report(engine, builders.ADA, begun.id), SV).loc["POL", "forbered"]

    assert cell.split()[:4] == ["0", "?", "–", "·"]


def test_distribution_frame_counts_every_item_once(full):
    frame = frames.distribution_frame(full, SV)

    assert frame.drop(columns="dimension").to_numpy().sum() == len(full.results)


def test_gap_frame_follows_the_rank_and_says_why(full):
    frame = frames.gap_frame(full, SV)

    assert list(frame["item_id"]) == [gap.result.item.id for gap in full.gaps]
    assert list(frame["gap"]) == list(frame["target"] - frame["level"])
    assert frame["reason"][0].startswith("Ingår i snabbkollen, tre nivåer till målet, steg ")


def test_open_frame_lists_what_to_find_out(full):
    frame = frames.open_frame(full, SV)

    assert list(frame["item_id"]) == [result.item.id for result in full.to_find_out]
    assert set(frame["state"]) == {"Vet inte"}
    assert set(frame["unknown_count"]) == {1}


def test_response_frame_has_a_row_for_every_participant_and_item(full):
    frame = frames.response_frame(full, SV)

    assert len(frame) == 2 * len(full.results)
    chi = frame[frame["participant"] == "Chi"].set_index("item_id")
    assert (chi.loc["POL-01", "answer"], chi.loc["POL-01", "level"]) == ("4", 4)
    assert chi.loc["POL-02", "answer"] == "Obesvarad"
    assert pd.isna(chi.loc["POL-02", "level"])
    assert chi.loc["POL-02", "reason"] == "Vi köper inte in"


def test_disagreement_frame_hides_small_roles(full):
    assert not [key for key in frames.disagreement_frame(full, SV) if key.startswith("role:")]


def test_disagreement_frame_shows_roles_of_three(engine):
    begun = builders.start(engine)
    for place, level in enumerate((0, 3, 4)):
        builders.answer(engine, builders.join(engine, begun, f"P{place}", roles=["inkop"]), "POL-01", level)

    frame = frames.disagreement_frame(report(engine, builders.ADA, begun.id), SV)

    assert list(frame["item_id"]) == ["POL-01"]
    assert (frame["levels"][0], frame["role:inkop"][0], frame["raters"][0]) == ("0 3 4", 3, 3)


@pytest.mark.parametrize("make", FRAMES)
@pytest.mark.parametrize("code", ["sv", "en"])
def test_every_frame_has_headings_also_when_it_is_empty(untouched, full, make, code):
    for one in (untouched, full):
        frame = make(one, language(code))
        shown = frames.titled(frame, language(code))
        assert len(set(shown.columns)) == len(frame.columns)


def test_a_nameless_participant_gets_a_number(engine):
    begun = builders.start(engine)
    builders.join(engine, begun, "Ben")
    builders.join(engine, begun, "")

    assert list(frames.participant_names(report(engine, builders.ADA, begun.id), SV).values()) == ["Ben", "Deltagare 2"]
