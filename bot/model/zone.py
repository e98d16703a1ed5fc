"""What people know a time zone by."""

import re
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

WESTWARDS = re.compile(r"Etc/GMT([+-])(\d{1,2})")


def zone_name(zone: str, locale: str) -> str:
    """Its city, in the language of the locale, or how far it is from UTC."""
    if WESTWARDS.fullmatch(zone):
        return zone_shown(zone)
    return str(get_timezone_location(ZoneInfo(zone), locale=locale, return_city=True))


def zone_shown(zone: str) -> str:
    """The zone as it can be typed: POSIX counts `Etc/GMT-8` westwards, people do not
    and say UTC+8.
    """
    if posix := WESTWARDS.fullmatch(zone):
        return f"UTC{'+' if posix[1] == '-' else '-'}{posix[2]}"
    return zone
