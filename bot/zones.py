"""Time zones by the names people use: "Berlin", "上海", "Asia/Shanghai", "UTC+8"."""

import re
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from rapidfuzz import process

from bot.arguments import fold

OFFSET = re.compile(r"(?:utc|gmt)\s*([+-])\s*(\d{1,2})$")
REGIONS = (
    "Africa/",
    "America/",
    "Asia/",
    "Atlantic/",
    "Australia/",
    "Europe/",
    "Indian/",
    "Pacific/",
)
CITIES = {
    "Asia/Shanghai": (
        *("beijing", "hangzhou", "shenzhen", "guangzhou"),
        *("北京", "杭州", "深圳", "广州"),
    ),
    "Europe/Berlin": ("munich", "hamburg", "cologne", "慕尼黑", "汉堡"),
    "Europe/Rome": ("milan", "米兰"),
    "America/Los_Angeles": ("san francisco", "旧金山"),
}


def find_zone(typed: str) -> str | None:
    """The IANA zone meant, or None: a city in English or Chinese, a zone's name, an
    offset.
    """
    name = fold(typed)
    if offset := OFFSET.fullmatch(name):
        sign = "-" if offset[1] == "+" else "+"  # POSIX names count westwards
        zone = f"Etc/GMT{sign}{int(offset[2])}" if int(offset[2]) else "UTC"
        return zone if zone in available_timezones() else None
    return _names().get(name)


def close_zones(typed: str) -> tuple[str, ...]:
    """Up to three zones whose names are close to what was typed."""
    found = process.extract(fold(typed), list(_names()), limit=6, score_cutoff=78)
    return tuple(dict.fromkeys(_names()[name] for name, _, _ in found))[:3]


@cache
def _names() -> dict[str, str]:
    """Every way to say a zone, folded; a zone's own name wins over a city's."""
    zones = sorted(zone for zone in available_timezones() if zone.startswith(REGIONS))
    chinese = Locale("zh").time_zones
    names = {fold(city): zone for zone, cities in CITIES.items() for city in cities}
    for zone in zones:
        names.setdefault(fold(zone.rsplit("/", 1)[1].replace("_", " ")), zone)
        if city := chinese.get(zone, {}).get("city"):
            names.setdefault(fold(city), zone)
    names |= {fold(zone): zone for zone in zones}
    return names | {"utc": "UTC", "gmt": "UTC"}
