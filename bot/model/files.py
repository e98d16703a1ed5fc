"""Files that people put beside their words: kept as links, read as a list that somebody
wants to import, or kept whole where they show what a customer speaks of.
"""

from dataclasses import dataclass, field
from enum import StrEnum

NAME_LIMIT = 200
AT_MOST = 20
READ_LIMIT = 1_000_000  # bytes of a file that is read
KEEP_LIMIT = 10_000_000  # bytes of a file that is kept
TOO_LARGE = "too_large"  # why a file was not fetched


class Keeping(StrEnum):
    """How far a file is kept: only its address is; it is to be fetched; it is here; its
    platform did not give it; it is too large.
    """

    LINKED = "linked"
    AWAITED = "awaited"
    KEPT = "kept"
    REFUSED = "refused"
    TOO_LARGE = "too_large"


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file by its name and the address where a chat shows it; "" where it has none
    that lasts. `key` is what its platform gives it for, `size` its bytes where that is
    known, `id` what it is kept under.
    """

    name: str
    url: str
    key: str = field(default="", repr=False)
    size: int = 0
    state: Keeping = Keeping.LINKED
    id: int = 0


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that came with words for us; `key` is what its platform gives it for,
    `url` where its chat shows it, if it does.
    """

    name: str
    key: str
    size: int = 0
    url: str = ""


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A file with what is in it."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is in a file that was sent; `failed` is why nothing is, in a platform's
    word.
    """

    file: SentFile
    content: bytes = b""
    failed: str = ""


PICTURES = {
    b"\x89PNG\r\n\x1a\n": ".png",
    b"\xff\xd8\xff": ".jpg",
    b"GIF87a": ".gif",
    b"GIF89a": ".gif",
}


def ending(content: bytes) -> str:
    """How the name of a picture ends that every chat shows, by how the picture begins;
    "" for anything else.
    """
    starts = (each for start, each in PICTURES.items() if content.startswith(start))
    return next(starts, "")
