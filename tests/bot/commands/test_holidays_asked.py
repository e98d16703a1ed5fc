"""Holidays by what people call a country, or a part of it."""

import pytest

from bot.commands.standup.countries import find_country
from tests.driver import a_team


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Bavaria", "DE-BY"), ("bayern", "DE-BY"), ("Germany (Bavaria)", "DE-BY"),
        ("Bavaria, Germany", "DE-BY"), ("德国巴伐利亚州", "DE-BY"),
        ("巴伐利亚", "DE-BY"),
        ("Saxony-Anhalt", "DE-ST"), ("NRW", "DE-NW"), ("UK Scotland", "GB-SCT"),
        ("苏格兰", "GB-SCT"), ("us-ca", "US-CA"), ("香港", "HK"), ("DE", "DE"),
        ("China Bavaria", None), ("Wakanda", None), ("Gotham-1", None),
    ],
)  # fmt: skip
def test_countries_and_parts_are_known_by_name(typed: str, code: str | None) -> None:
    """In both languages, with or without the country beside it."""
    assert find_country(typed) == code


@pytest.mark.parametrize(
    ("language", "typed", "said"),
    [
        ("en", "holidays Bavaria 2027", "Bavaria (Germany), 2027"),
        ("en", "holidays Bavaria 2027", "Corpus Christi"),
        ("zh", "节假日 德国 巴伐利亚", "巴伐利亚（德国） 2026 年节假日"),
        ("en", "holidays DE-ZZ", "I have no calendar of ZZ (Germany)"),
        ("en", "holidays Wakanda", "I do not know the country “Wakanda”"),
        ("en", "holidays China 2027", "not announced yet"),
        ("zh", "节假日 中国 2027", "2027 年的调休安排尚未公布"),
    ],
)
async def test_they_are_listed(language: str, typed: str, said: str) -> None:
    """Or it is said that there is no calendar: not that there were no holidays."""
    async with a_team() as team:
        anna = team.person("Anna Berger", language=language)
        seen = await anna.says(typed)
        assert seen
        assert said in seen.text
