"""What is over: how long its sender can open it again, and how well it was handled
(PEERS H13, H18).
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.model.expression import expression
from bot.model.feedback import Feedback
from bot.model.feedback.life import SOLVED

REOPENS = 14  # days after its end in which its sender opens it again, at first
MOST_DAYS = 365
ASKED = timedelta(days=7)  # how long we ask whether it is solved
STARS = (1, 2, 3, 4, 5)
SHOWN_FROM = 5  # answers; the mean of fewer would tell whose they are
# "Thanks, works now": nothing is left to do (PEERS H06).
_THANKS = expression(
    r"(?:(?:ok(?:ay)?|great|perfect|super|awesome|wonderful|nice|cool|cheers|thx|ty"
    r"|many|much|appreciated|thanks?|thank you|you|team|all|everyone|everybody|so|very"
    r"|a lot|again|that|it|now|fine|this|helps?|helped|noted|got it|all good|works?"
    r"|for (?:the |your )?(?:quick |kind |fast )?"
    r"(?:help|fix|fixing|reply|answer|support|update|news|work|telling me)"
    r"|好的?|行|收到|谢谢?|感谢|多谢|謝謝|感謝|多謝|辛苦|明白|了解|可以|没问题|没事|解决"
    r"|已经|现在|客户|你们|你|您|大家|各位|太好|非常|十分|啦|了|呀|哈|哦|嗯|的)"
    r"(?![a-z])[\s,.;!~，。、；！～👍🙏😊👌🎉❤️]*)+",
    re.IGNORECASE,
)
_THANKED = expression(
    r"thank|thx|\bty\b|cheers|appreciated|谢|謝|感|辛苦|👍|🙏|\bok|好的?$|收到|works?\b"
    r"|got it|noted|all good|没问题|解决了",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Score:
    """How well somebody says it was handled, and when."""

    stars: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Scores:
    """So many answers, and what they add up to."""

    count: int = 0
    total: int = 0

    @property
    def mean(self) -> float | None:
        """None where too few have answered to be nobody's own."""
        return round(self.total / self.count, 1) if self.count >= SHOWN_FROM else None


@dataclass(frozen=True, slots=True)
class Asked:
    """What its sender is asked at its end: until when, whether that is over, and the
    stars they gave.
    """

    until: datetime | None
    over: bool
    stars: int | None = None


def asked(feedback: Feedback, given: Score | None, now: datetime) -> Asked:
    """How far the question is: it is asked anew each time that it ends."""
    ended = feedback.ended_at
    until = ended + ASKED if ended else None
    over = feedback.state not in SOLVED or (until is not None and now >= until)
    stands = given is not None and (ended is None or given.at >= ended)
    return Asked(until, over, given.stars if given and stands else None)


def only_thanks(text: str) -> bool:
    """Whether the words ask for nothing more."""
    said = text.strip()
    return bool(_THANKED.search(said) and _THANKS.fullmatch(said))


def reopens(feedback: Feedback, days: int, now: datetime) -> bool:
    """Whether more words of its sender open it again; else they are something new."""
    since = feedback.closed_at or feedback.ended_at
    return since is None or now < since + timedelta(days=days)
