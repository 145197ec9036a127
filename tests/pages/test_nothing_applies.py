"""Where nothing in a dimension applies, or nothing at all, every screen still has something to say."""

import pytest

from assessment.domain.response import NOT_APPLICABLE
from tests import builders

# Each with what the address says beside the assessment.
PLACES = [
    ("start.py", {}),
    ("results.py", {}),
    ("actions.py", {}),
    ("actions.py", {"vy": "vag"}),
    ("actions.py", {"vy": "tank-om"}),
    ("prepare.py", {}),
    ("compare.py", {}),
]


def taken(engine, name, applies):
    """An assessment of the same subject as others, in which only what `applies` says has a level."""
    begun = builders.start(engine, name=name)
    answers = {item.id: 2 if applies(item) else NOT_APPLICABLE for item in builders.asked(engine, begun)}
    builders.answer_all(engine, builders.join(engine, begun, builders.BEN), answers)
    return begun


@pytest.mark.slow
@pytest.mark.parametrize("left_out", ["POL", ""], ids=["one dimension", "everything"])
def test_every_screen_does_without_what_does_not_apply(visit, app_engine, left_out):
    taken(app_engine, "Hela kommunen", lambda item: not item.id.startswith(left_out))
    latest = taken(app_engine, "Hela kommunen", lambda item: not item.id.startswith(left_out))
    for script, query in PLACES:
        app = visit(script, a=latest.id, **query)
        assert not app.error, script
