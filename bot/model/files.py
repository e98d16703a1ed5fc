"""Files that people put beside their words: kept as links, and read only as a list that
somebody wants to import.
"""

from dataclasses import dataclass

NAME_LIMIT = 200
AT_MOST = 20
READ_LIMIT = 1_000_000  # bytes of a file that is read
TOO_LARGE = "too_large"  # why a file was not fetched


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file of a chat by its name and the address where the chat shows it."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class SentFile:
    """A file that came with words for us; `key` is what its platform gives it for."""

    name: str
    key: str
    size: int = 0


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is in a file that was sent; `failed` is why nothing is, in a platform's
    word.
    """

    file: SentFile
    content: bytes = b""
    failed: str = ""
