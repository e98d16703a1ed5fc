"""Markets by what people call them."""

import pytest

from bot.model.market import country, market_name, market_of, spellings


@pytest.mark.parametrize(
    ("typed", "kept", "en", "zh"),
    [
        ("Germany", "DE", "Germany", "德国"),
        ("DE", "DE", "Germany", "德国"),
        ("德国", "DE", "Germany", "德国"),
        ("German market", "DE", "Germany", "德国"),
        ("德国站", "DE", "Germany", "德国"),
        ("uk", "GB", "United Kingdom", "英国"),
        ("The Netherlands", "NL", "Netherlands", "荷兰"),
        ("中国 香港", "HK", "Hong Kong", "香港"),
        ("中东", "145", "Middle East", "中东"),
        ("Europe", "150", "Europe", "欧洲"),
        ("EU", "EU", "European Union", "欧盟"),
        ("dach", "DACH", "DACH", "DACH"),
        ("", "", "", ""),
    ],
)
def test_one_market_is_kept_as_one(typed: str, kept: str, en: str, zh: str) -> None:
    """And everybody reads it in their language; what nobody knows stays."""
    assert market_of(typed) == kept
    assert (market_name(kept, "en"), market_name(kept, "zh")) == (en, zh)


def test_what_was_kept_otherwise_is_the_same() -> None:
    """Before a market had one code."""
    assert {"DE", "GERMANY", "德国"} <= set(spellings("DE"))
    assert all(market_of(each) == "DE" for each in spellings("DE"))


@pytest.mark.parametrize("typed", ["EU", "Europe", "DACH", "german", ""])
def test_only_countries_have_holidays(typed: str) -> None:
    """A union, a continent and an adjective are none."""
    assert country(typed) is None
