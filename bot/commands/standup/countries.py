"""Countries and parts of them by the names people use: "DE", 德国, "Bavaria"."""

import re
from functools import cache

from bot.arguments import fold
from bot.model.market import country
from bot.model.region import REGIONS

REGION = re.compile(r"[a-z]{2}-[a-z0-9]{1,3}")
JOINS = re.compile(r"[\s,，()（）·]+")
WORDS = 4  # of the longest name that is said in full


def find_country(typed: str) -> str | None:
    """The ISO 3166 code of the country meant, or of a part of it, or None."""
    words = fold(typed)
    if found := country(words) or _regions().get(words.removesuffix("州")):
        return found
    return words.upper() if REGION.fullmatch(words) else _part_beside(words)


def _part_beside(words: str) -> str | None:
    """ "Germany Bavaria", "Bavaria (Germany)" and 德国巴伐利亚: both name the same."""
    for part, code in _regions().items():
        around = words.replace(part, " ", 1) if part in words else ""
        beside = JOINS.sub(" ", around).strip().removesuffix("州").strip()
        if beside and country(beside) == code[:2]:
            return code
    return None


def begins_with_country(words: list[str]) -> bool:
    """Whether the first of these words name a country, in full."""
    lengths = range(min(WORDS, len(words)), 0, -1)
    return any(find_country(" ".join(words[:length])) for length in lengths)


@cache
def _regions() -> dict[str, str]:
    """The longest names first: "Saxony-Anhalt" is not "Saxony"."""
    named = {fold(name): code for code, names in REGIONS.items() for name in names}
    return dict(sorted(named.items(), key=lambda item: -len(item[0])))
