"""A clock that the harness moves, for every process that is told its file."""

import mmap
import struct
from datetime import UTC, datetime, timedelta
from pathlib import Path

SIZE = struct.calcsize("d")


class SharedClock:
    """The real time, moved by as many seconds as its file says."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.exists():
            path.write_bytes(struct.pack("d", 0.0))
        with path.open("r+b") as file:
            self._shared = mmap.mmap(file.fileno(), SIZE)

    @property
    def offset(self) -> float:
        """How far it is from the real time."""
        (seconds,) = struct.unpack("d", self._shared[:SIZE])
        return float(seconds)

    def now(self) -> datetime:
        """The present by this clock."""
        return datetime.now(UTC) + timedelta(seconds=self.offset)

    def jump(self, seconds: float) -> None:
        """Moves it, back for less than nothing."""
        self._shared[:SIZE] = struct.pack("d", self.offset + seconds)

    def follow(self, other: "SharedClock") -> None:
        """Shows what the other one shows."""
        self._shared[:SIZE] = struct.pack("d", other.offset)
