"""Countries by the names people use: "DE", "Germany", 德国, "United States"."""

import re
from functools import cache

from babel import Locale

from bot.arguments import fold

SPOKEN = {"uk": "GB", "usa": "US", "america": "US", "holland": "NL", "czechia": "CZ"}
CODE = re.compile(r"[A-Z]{2}")
WORDS = 4  # of the longest name that is said in full


def find_country(typed: str) -> str | None:
    """The ISO 3166 code of the country meant, or None."""
    return _names().get(fold(typed))


def begins_with_country(words: list[str]) -> bool:
    """Whether the first of these words name a country, in full."""
    lengths = range(min(WORDS, len(words)), 0, -1)
    return any(find_country(" ".join(words[:length])) for length in lengths)


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {fold(word): code for word, code in SPOKEN.items()}
    for language in ("en", "zh"):
        for code, name in Locale(language).territories.items():
            if CODE.fullmatch(code) and code not in ("EU", "UN", "EZ", "XA", "XB"):
                names.setdefault(fold(name), code)
                names[fold(code)] = code
    return names
