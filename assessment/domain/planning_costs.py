"""What it costs to lift an item, in points. They are guesses in three sizes, and people may change them."""

from dataclasses import astuple, dataclass
from typing import Final

from assessment.domain.checklist import Effort
from assessment.domain.planning_errors import PointsUnlikely

MOST_POINTS: Final = 1000


@dataclass(frozen=True, slots=True)
class Costs:
    """Points for one level of an item, by its effort."""

    small: int = 1
    medium: int = 3
    large: int = 8

    def of(self, effort: Effort) -> int:
        return {Effort.SMALL: self.small, Effort.MEDIUM: self.medium, Effort.LARGE: self.large}[effort]

    def times(self, small: int, medium: int, large: int) -> "Costs":
        """Each cost times a factor of its own."""
        return Costs(self.small * small, self.medium * medium, self.large * large)


def checked_costs(costs: Costs) -> Costs:
    """Raises PointsUnlikely."""
    for points in astuple(costs):
        checked_points(points)
    return costs


def checked_points(points: int) -> int:
    """Raises PointsUnlikely unless 1–1000."""
    if not 1 <= points <= MOST_POINTS:
        raise PointsUnlikely(points=points, most=MOST_POINTS)
    return points
