"""Draws: satisfies `bot.ports.pictures.Pictures`."""

import logging
import subprocess
import sys
from functools import lru_cache
from pathlib import Path

from adapters.pictures.trend import drawing
from bot.model.drawing import TrendWords
from bot.model.standup.stats import Trend

log = logging.getLogger(__name__)

PRESS = Path(__file__).with_name("press.py")
PATIENCE = 10  # seconds; it takes a fifth of one
KEPT = 32  # pictures, of less than 120 kB each


class DrawnPictures:
    """Draws every picture once, in a process of its own: of this Python."""

    def __init__(self, python: str = sys.executable) -> None:
        self._python = python

    def trend(self, trend: Trend, words: TrendWords) -> bytes | None:
        """See `bot.ports.pictures.Pictures.trend`."""
        try:
            return _printed(drawing(trend, words), self._python)
        except (OSError, subprocess.SubprocessError) as failed:
            log.warning("picture not drawn", extra={"why": type(failed).__name__})
            return None


@lru_cache(maxsize=KEPT)
def _printed(svg: str, python: str) -> bytes:
    command = [python, "-I", str(PRESS)]
    done = subprocess.run(  # noqa: S603  # our own file, with the words on its input
        command,
        input=svg.encode(),
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    return done.stdout
