"""Somebody asked after or thanked: "who is Li Wei?", "thanks @Bo for …"."""

import re

from bot.model.expression import expression
from bot.phrases.sentence import short

_NAME = r"(?:<@[^>\s]+>|[@＠]\S+|[A-Z][\w.-]*(?:\s+[A-Z][\w.-]*){0,3})"
_WHO_IS = expression(
    rf"[Ww]ho(?:['’]?s|\s+is)\s+(?P<name>{_NAME})[\s?.!]*"
    r"|(?:谁|誰)是\s*(?P<behind>[^\s，。?？]{2,12})[\s?？。]*"
    r"|(?P<ahead>[^\s，。?？]{2,12})\s*是(?:谁|誰)[\s?？。]*"
)
_SOMEBODY = r"(?:<@[^>\s]+>|[@＠]\S)"
_THANKS = expression(
    r"(?:(?:many|big|a\s+big|huge|so\s+many)\s+)?(?:thanks?|thank\s+you|thx|props"
    r"|shout[\s-]?out|hats\s+off)(?:\s+(?:a\s+lot|so\s+much|very\s+much))?"
    rf"(?:\s+go(?:es)?)?(?:\s+to)?[\s,:]+(?P<to>{_SOMEBODY}.*)"
    rf"|(?:非常|特别|太)?(?:感谢|感謝|谢谢|謝謝|多谢|多謝)一?下?\s*(?P<zh>{_SOMEBODY}.*)"
    rf"|(?:我?要?[给給为為])\s*(?P<give>{_SOMEBODY}\S*)\s*(?:点个?赞|點個?讚|点赞)\s*(?P<why>.*)",
    re.IGNORECASE | re.DOTALL,
)


def asks_person(text: str) -> str:
    """ "who is Li Wei?" and 李伟是谁 as "team show Li Wei"; else empty."""
    match = _WHO_IS.fullmatch(short(text))
    name = match and (match["name"] or match["behind"] or match["ahead"])
    return f"team show {name}" if name else ""


def gives_thanks(text: str) -> str:
    """ "thanks @Bo for the banner" and 谢谢 @Bo … as "kudos @Bo …"; else empty."""
    match = _THANKS.fullmatch(text.strip())
    if match is None:
        return ""
    given = f"{match['give']} {match['why']}" if match["give"] else ""
    return f"kudos {match['to'] or match['zh'] or given}"
