"""G15, and whatever else is promised and not built yet."""

from tests.benchmarks.goals import Row
from tests.benchmarks.sizes import Sizes


async def measure(sizes: Sizes) -> list[Row]:
    """The goal, with nothing beside it."""
    what = "similar feedback among 100k ÷ a scan of all, p50"
    return [Row("G15", what, None, 0.25, note="not built yet")]
