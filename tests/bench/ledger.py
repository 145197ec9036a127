"""What people were told is saved, held against what is on disk."""

from collections import defaultdict


class Ledger:
    """By the name of what was written, such as whose answer to which question. Values are answer codes.

    Something that was sent and neither confirmed nor refused may stand on disk or not: the power went in between.
    """

    def __init__(self):
        self.told = {}
        self.acknowledged = 0
        self.refused = 0
        self._sent = defaultdict(set)

    def sends(self, name, code):
        self._sent[name].add(code)

    def hears(self, name, code):
        """It was confirmed: what was sent before it no longer matters."""
        self.told[name] = code
        self._sent[name] = set()
        self.acknowledged += 1

    @property
    def unheard(self):
        """How many things were sent without an answer since the last check."""
        return sum(map(len, self._sent.values()))

    def lost(self, stored):
        """How many names stand on disk otherwise than anybody may have left them. What stands there counts from now on.

        `stored` holds what is on disk, by name.
        """
        wrong = 0
        for name in {*stored, *self.told, *self._sent}:
            found = stored.get(name)
            wrong += found != self.told.get(name) and found not in self._sent[name]
        self._sent.clear()
        self.told = dict(stored)
        return wrong
