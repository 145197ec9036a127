"""The four things that are measured side by side: two views of Rustad, and bare Streamlit under two sets of settings.

*Floor* is one radio under Rustad's own settings: what Streamlit itself costs. *Bare* is the same app with the settings
that a new Streamlit project has.
"""

from dataclasses import dataclass, replace
from itertools import cycle

from tests import builders
from tests.bare import QUIET, bare_app
from tests.serving import Server

RADIO = ".st-key-{key} input[type=radio]"
AREA = "&vy=omrade"
STRIP = ".st-key-{key} [role=radio]"


@dataclass
class Rival:
    """`echo` is the element whose text changes when an answer has been stored and drawn."""

    name: str
    server: Server
    choice: str  # CSS of the choices of one question, with the question's key as {key}
    echo: str
    keys: tuple[str, ...]  # of the questions, as the widgets carry them
    path: str = ""
    query: str = ""
    walks: bool = False  # one question at a time: on to the next after each answer

    @property
    def address(self):
        return f"{self.server.url}/{self.path}?{self.query}"

    def selector(self, key):
        return self.choice.format(key=key.replace(":", "-"))


def rustad(folder):
    """Rustad with an assessment of all items, in item view and in dimension view. One server for both."""
    engine = builders.house(folder)
    assessment = builders.start(engine, scope=builders.Scope.FULL)
    items = [item.id for item in builders.asked(engine, assessment)]
    keys = tuple(f"level:{item}:sv" for item in items)
    people = {name: builders.join(engine, assessment, name).id for name in (builders.BEN, builders.CHI)}
    engine.dispose()
    server = Server(folder)
    ben, chi = (f"a={assessment.id}&q={items[0]}&p={people[name]}" for name in (builders.BEN, builders.CHI))
    return (
        Rival("Item view", server, RADIO, ".ru-receipt", keys, "svara", ben, walks=True),
        Rival("Dimension view", server, STRIP, "h1", keys, "svara", chi + AREA),
    )


def item_view_of(other, *, like):
    """The item view of the person who has the other view open."""
    return replace(like, query=other.query.removesuffix(AREA))


def bare(folder, *, ours):
    """One radio, under Rustad's settings or Streamlit's."""
    options = () if ours else QUIET
    server = Server(folder, script=bare_app(folder, ours=ours), home=folder, options=options)
    return Rival("Floor" if ours else "Bare", server, RADIO, ".stMarkdown p", ("level",))


def turns(rivals, times):
    """A B C A B C …, so that whatever slows the machine slows them alike."""
    for number in range(times):
        for rival in rivals:
            yield rival, number


def levels():
    """0 to 4, round and round, never the same twice running."""
    return cycle(range(5))
