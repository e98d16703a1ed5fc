"""A lock file: one process at a time, let go by the system even after a crash."""

import fcntl
from pathlib import Path

from bot.errors import DatabaseInUse


class FileLock:
    """Held once it is made. Raises ConfigError when somebody else holds it."""

    def __init__(self, path: Path) -> None:
        # Never deleted: a second process could hold a deleted one and both would go on.
        self._file = path.open("a+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as wrong:
            self._file.close()
            raise DatabaseInUse("config-database-in-use", lock=path.name) from wrong

    def release(self) -> None:
        """Lets the next process in."""
        self._file.close()
