"""Numbers into a table that says for each bar whether it was met."""

from dataclasses import dataclass
from statistics import median


def p95(values):
    return sorted(values)[max(0, round(0.95 * len(values)) - 1)]


@dataclass(frozen=True)
class Line:
    """One measure. `bar` is the highest allowed ratio to the floor, `limit` the highest allowed number.

    None when it only informs.
    """

    what: str
    ours: float
    floor: float | None = None
    bare: float | None = None
    unit: str = "ms"
    bar: float | None = None
    limit: float | None = None
    beats_bare: bool = False  # must also be below bare Streamlit with default settings

    @property
    def ratio(self):
        return self.ours / self.floor if self.floor else None

    @property
    def met(self):
        if self.limit is not None:
            return self.ours <= self.limit
        if self.bar is None or self.ratio is None:
            return None
        return self.ratio <= self.bar and (not self.beats_bare or self.ours < self.bare)

    def cells(self):
        numbers = ["–" if value is None else amount(value, self.unit) for value in (self.ours, self.floor, self.bare)]
        ratio = "–" if self.ratio is None else f"{self.ratio:.2f}"
        return [self.what, *numbers, ratio, self._bar(), {None: "–", True: "yes", False: "**no**"}[self.met]]

    def _bar(self):
        if self.limit is not None:
            return f"≤ {self.limit} {self.unit}"
        return "–" if self.bar is None else f"≤ {self.bar}" + (", below bare" if self.beats_bare else "")


def amount(value, unit):
    if isinstance(value, int):
        return f"{value:,} {unit}"
    decimals = 3 if abs(value) < 0.1 else 1 if abs(value) < 100 else 0
    return f"{value:,.{decimals}f} {unit}"


HEAD = ["Measure", "Rustad", "Floor", "Bare", "Rustad ÷ floor", "Bar", "Met"]


def markdown(lines):
    rows = [HEAD, ["---", *["---:"] * 4, "---", "---"], *(line.cells() for line in lines)]
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def timings(what, ours, floor, bare, *, bar=None, beats_bare=False):
    """Two lines, the median and the 95th percentile, from seconds. The bar applies to the 95th percentile."""
    samples = [[1000 * second for second in one] for one in (ours, floor, bare)]
    return [
        Line(f"{what}, p50", *map(median, samples)),
        Line(f"{what}, p95", *map(p95, samples), bar=bar, beats_bare=beats_bare),
    ]
