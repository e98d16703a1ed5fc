"""Files that people put beside their words: kept as links, never fetched."""

from dataclasses import dataclass

NAME_LIMIT = 200
AT_MOST = 20


@dataclass(frozen=True, slots=True)
class FileLink:
    """A file of a chat by its name and the address where the chat shows it."""

    name: str
    url: str
