"""Time zones by the names people use: "Berlin", "上海", "Asia/Shanghai", "UTC+8"."""

import re
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from rapidfuzz import process

from bot.arguments import fold

OFFSET = re.compile(r"(?:utc|gmt)\s*([+-])\s*(\d{1,2})(?::?00)?$")
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
        *("beijing", "beijing time", "hangzhou", "shenzhen", "guangzhou", "chengdu"),
        *("chongqing", "wuhan", "suzhou", "nanjing", "yiwu", "ningbo", "xiamen"),
        *("tianjin", "xian", "qingdao", "dongguan", "foshan", "quanzhou", "zhengzhou"),
        *("北京", "北京时间", "杭州", "深圳", "广州", "成都", "重庆", "武汉", "苏州"),
        *("南京", "义乌", "宁波", "厦门", "天津", "西安", "青岛", "东莞", "佛山"),
        *("泉州", "郑州", "长沙", "中国"),
    ),
    "Asia/Kolkata": ("mumbai", "delhi", "new delhi", "bangalore", "孟买", "德里"),
    "Europe/Berlin": (
        *("munich", "hamburg", "cologne", "frankfurt", "dusseldorf", "stuttgart"),
        *("慕尼黑", "汉堡", "法兰克福", "科隆"),
    ),
    "Europe/London": ("manchester", "birmingham", "edinburgh", "曼彻斯特"),
    "Europe/Madrid": ("barcelona", "巴塞罗那"),
    "Europe/Paris": ("lyon", "marseille", "里昂"),
    "Europe/Rome": ("milan", "米兰"),
    "America/Los_Angeles": (
        *("san francisco", "seattle", "san diego", "旧金山", "西雅图"),
    ),
    "America/New_York": ("boston", "miami", "washington", "波士顿", "华盛顿"),
}


SHORT = {  # only where nobody could mean another one
    "Europe/Berlin": (
        "cet",
        "cest",
        "germany",
        "德国",
        "münchen",
        "köln",
        "düsseldorf",
    ),
    "Europe/Zurich": ("zürich", "switzerland"),
    "Europe/London": ("bst", "uk", "英国"),
    "America/New_York": ("et", "est", "edt", "eastern", "us eastern", "美东"),
    "America/Los_Angeles": ("pt", "pst", "pdt", "pacific", "us pacific", "美西"),
    "Asia/Shanghai": ("china", "东八区"),
    "Asia/Kolkata": ("india", "印度"),
    "Asia/Tokyo": ("jst", "japan", "日本"),
}
TIME = re.compile(r"\s*(?:(?:standard\s+)?time|时间)$")


def find_zone(typed: str) -> str | None:
    """The IANA zone meant, or None: a city in English or Chinese, a zone's name, an
    offset.
    """
    name = fold(typed)
    if offset := OFFSET.fullmatch(name):
        sign = "-" if offset[1] == "+" else "+"  # POSIX names count westwards
        zone = f"Etc/GMT{sign}{int(offset[2])}" if int(offset[2]) else "UTC"
        return zone if zone in available_timezones() else None
    return _names().get(name) or _names().get(TIME.sub("", name))


def close_zones(typed: str) -> tuple[str, ...]:
    """Up to three zones whose names are close to what was typed."""
    found = process.extract(fold(typed), list(_names()), limit=6, score_cutoff=78)
    return tuple(dict.fromkeys(_names()[name] for name, _, _ in found))[:3]


@cache
def _names() -> dict[str, str]:
    """Every way to say a zone, folded; a zone's own name wins over a city's."""
    zones = sorted(zone for zone in available_timezones() if zone.startswith(REGIONS))
    chinese = Locale("zh").time_zones
    known = (*CITIES.items(), *SHORT.items())
    names = {fold(city): zone for zone, cities in known for city in cities}
    for zone in zones:
        names.setdefault(fold(zone.rsplit("/", 1)[1].replace("_", " ")), zone)
        if city := chinese.get(zone, {}).get("city"):
            names.setdefault(fold(city), zone)
    names |= {fold(zone): zone for zone in zones}
    return names | {"utc": "UTC", "gmt": "UTC"}
