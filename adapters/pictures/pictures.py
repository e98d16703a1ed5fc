"""Draws: satisfies `bot.ports.pictures.Pictures`."""

import logging
import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from typing import assert_never

from adapters.pictures import rows, series, trend
from bot.model.drawing import Image, Photo, RowsImage, SeriesImage, TrendImage

log = logging.getLogger(__name__)

PRESS = Path(__file__).with_name("press.py")
PATIENCE = 10  # seconds; it takes a fifth of one
KEPT = 32  # pictures, of less than 120 kB each


class DrawnPictures:
    """Draws every picture once, in a process of its own: of this Python."""

    def __init__(self, python: str = sys.executable) -> None:
        self._python = python

    def drawn(self, image: Image) -> bytes | None:
        """See `bot.ports.pictures.Pictures.drawn`."""
        if isinstance(image, Photo):
            return image.content
        try:
            return _printed(_svg(image), self._python)
        except (OSError, subprocess.SubprocessError) as failed:
            log.warning("picture not drawn", extra={"why": type(failed).__name__})
            return None


def _svg(image: TrendImage | RowsImage | SeriesImage) -> str:
    match image:
        case TrendImage(numbers, words):
            return trend.drawing(numbers, words)
        case RowsImage():
            return rows.drawing(image)
        case SeriesImage():
            return series.drawing(image)
        case _:
            assert_never(image)


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
