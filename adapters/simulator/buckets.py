"""Token buckets: what both platforms' rate limits are made of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True)
class Bucket:
    """A token bucket: `capacity` at once, `rate` a second in the long run."""

    capacity: float
    rate: float
    level: float
    touched: float

    def wait(self, now: float) -> float:
        """Take one, or say how many seconds until there is one."""
        self.level = min(self.capacity, self.level + (now - self.touched) * self.rate)
        self.touched = now
        if self.level >= 1:
            self.level -= 1
            return 0.0
        return (1 - self.level) / self.rate
