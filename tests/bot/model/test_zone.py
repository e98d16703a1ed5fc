"""What people know a time zone by."""

import pytest

from bot.model.zone import zone_name, zone_shown
from bot.zones import find_zone


@pytest.mark.parametrize(
    ("zone", "locale", "name"),
    [
        ("Asia/Shanghai", "en", "Shanghai"),
        ("Asia/Shanghai", "zh", "上海"),
        ("Etc/GMT-8", "en", "UTC+8"),
        ("Etc/GMT+5", "zh", "UTC-5"),
        ("UTC", "en", "UTC"),
    ],
)
def test_a_zone_is_known_by_its_city_or_by_how_far_it_is_from_utc(
    zone: str, locale: str, name: str
) -> None:
    """“18:00 (GMT-8)” would be the other side of the world."""
    assert zone_name(zone, locale) == name


def test_what_is_shown_can_be_typed_again() -> None:
    """The settings show it in a field."""
    assert zone_shown("Etc/GMT-8") == "UTC+8"
    assert find_zone(zone_shown("Etc/GMT-8")) == "Etc/GMT-8"
    assert zone_shown("Europe/Berlin") == "Europe/Berlin"


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("成都", "Asia/Shanghai"),
        ("义乌", "Asia/Shanghai"),
        ("Seattle", "America/Los_Angeles"),
        ("UTC+08:00", "Etc/GMT-8"),
    ],
)
def test_large_cities_without_a_zone_of_their_own_are_known(
    typed: str, zone: str
) -> None:
    """People type where they live (PEERS B12)."""
    assert find_zone(typed) == zone
