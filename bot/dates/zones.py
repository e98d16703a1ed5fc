"""Clocks elsewhere: "3pm est", 北京时间. Ambiguous ones, like CST, are none."""

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dates.parts import Part, Strength
from bot.dates.rules import Head, Place, Rules

rules = Rules()

_ENGLISH = {
    "utc": "UTC",
    "gmt": "UTC",
    "est": "America/New_York",
    "edt": "America/New_York",
    "new york time": "America/New_York",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "berlin time": "Europe/Berlin",
    "london time": "Europe/London",
    "beijing time": "Asia/Shanghai",
    "china time": "Asia/Shanghai",
    "shanghai time": "Asia/Shanghai",
    "hkt": "Asia/Hong_Kong",
    "sgt": "Asia/Singapore",
    "jst": "Asia/Tokyo",
    "tokyo time": "Asia/Tokyo",
}
_CHINESE = {
    "北京": "Asia/Shanghai",
    "中国": "Asia/Shanghai",
    "香港": "Asia/Hong_Kong",
    "台北": "Asia/Taipei",
    "东京": "Asia/Tokyo",
    "柏林": "Europe/Berlin",
    "德国": "Europe/Berlin",
    "伦敦": "Europe/London",
    "纽约": "America/New_York",
    "洛杉矶": "America/Los_Angeles",
}


@rules.add(Head.LETTER, rf"(?P<zone>{'|'.join(_ENGLISH)})", place=Place.FOLLOWING)
def english(match: re.Match[str], _now: datetime) -> Part:
    """The zone of "3pm est"."""
    return Part(Strength.LED, zone=ZoneInfo(_ENGLISH[match["zone"]]))


@rules.add(Head.HAN, rf"(?P<zone>{'|'.join(_CHINESE)})时间")
def chinese(match: re.Match[str], _now: datetime) -> Part:
    """The zone of 北京时间明天下午3点."""
    return Part(Strength.LED, zone=ZoneInfo(_CHINESE[match["zone"]]))
