"""Names of places and rooms, as they are compared."""

import unicodedata


def folded(name: str) -> str:
    """The name without its hash; width and case do not matter."""
    return unicodedata.normalize("NFKC", name).strip().removeprefix("#").casefold()
