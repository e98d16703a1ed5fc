"""Reads what customers say: where it hurts, how much, and about which order.

What is read is a proposal: people see it as one, and correct it; corrections teach
(`Model.learn`). Rules where the words leave no doubt, a small model for the rest;
nothing leaves the house.
"""

from dataclasses import dataclass, replace

from bot.model.expression import expression
from bot.model.feedback import Facts, Kind, Outlet, Sentiment, Severity
from bot.reading import apart, calm, lexicon, sure
from bot.reading.model import Judgement, Model, known
from bot.reading.numbers import order_in, sku_in
from bot.reading.signs import CHINESE, Phrases, plain, signs

__all__ = ["Model", "Reading", "complains", "known", "language_of", "read"]

LETTERS = expression(r"[^\W\d_\u3400-\u9fff]+")

# Chances that somebody cannot buy. One alarm too many costs a look, one too few a day
# without sales: from BLOCKS on it is proposed as blocking, though it is likelier not;
# where nothing is said of buying and the step is none of it, from ASIDE on, even what
# seems to be about something else from TRUSTED on, and from CERTAIN on what seems to be
# over. From GRAVE on it is high, and from DOUBTFUL on never low.
BLOCKS, ASIDE, TRUSTED, CERTAIN = 0.3, 0.8, 0.65, 0.7
GRAVE, DOUBTFUL = 0.2, 0.005
MAYBE = 0.3  # chance that it is about a step without which nothing is sold
OUTLETS = Phrases.of({str(each): words for each, words in lexicon.OUTLETS.items()})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `language` is the customer's: "zh", "en", or "" where nobody can
    say.
    """

    facts: Facts
    order: str = ""
    outlet: Outlet | None = None
    language: str = ""


def read(text: str, model: Model | None = None) -> Reading:
    """What the words propose, to the company that taught the model. A text of any
    length and any letters is read.
    """
    said, found, language = plain(text), signs(text), language_of(text)
    facts = Facts()
    if language:  # "???" and a lone 😡 say nothing of where it hurts
        facts = _settled(said, found, (model or known()).judge(said, found))
    facts = replace(facts, sku=sku_in(text))
    return Reading(facts, order_in(text), _outlet(said), language)


def complains(text: str) -> bool:
    """Whether it may be what a customer says does not work, and no words to look for;
    "search" alone says nothing.
    """
    return read(text).facts.kind is Kind.PROBLEM and sure.stopped(signs(text))


def language_of(text: str) -> str:
    """Chinese, where it has as many Chinese characters as other words."""
    chinese, words = len(CHINESE.findall(text)), len(LETTERS.findall(text))
    if not chinese and not words:
        return ""
    return "zh" if chinese >= words else "en"


def _settled(said: str, found: frozenset[str], judged: Judgement) -> Facts:
    """Rules win where they are sure; what keeps customers from buying is never less
    than that, and what may do so is never a trifle.
    """
    facts = judged.facts
    if _blocks(said, found, judged):
        return replace(
            facts,
            severity=Severity.BLOCKING,
            sentiment=Sentiment.NEGATIVE,
            kind=Kind.PROBLEM,
        )
    if calm.praised(said):
        return replace(
            facts,
            severity=Severity.LOW,
            sentiment=Sentiment.POSITIVE,
            kind=Kind.PRAISE,
        )
    if calm.wished(said, found):
        facts = replace(facts, sentiment=Sentiment.NEUTRAL, kind=Kind.WISH)
        facts = replace(facts, severity=Severity.LOW)
    if facts.severity is Severity.BLOCKING:  # likely, but for what the words say
        facts = replace(facts, severity=Severity.NORMAL)
    return replace(
        facts, severity=_at_least(facts.severity, _floor(said, found, judged))
    )


def _blocks(said: str, found: frozenset[str], judged: Judgement) -> bool:
    """Whether it keeps somebody from buying: where the words say so, or where it is
    likely enough. A rule that says that it does not is only believed so far: what
    strangers write keeps to no rule.
    """
    if calm.over(said):
        return sure.blocked(calm.after(said)) or judged.blocking >= CERTAIN
    if apart.apart(said):
        return False
    if sure.blocked(said) and not apart.quoted(said):
        return True
    if calm.elsewhere(said, found):
        return judged.blocking >= TRUSTED
    buys = calm.sells(said) and not calm.asks(said, found)
    likely = BLOCKS if buys or judged.transacts >= MAYBE else ASIDE
    return judged.blocking >= likely


def _floor(said: str, found: frozenset[str], judged: Judgement) -> Severity:
    """How bad it is at least, if it should keep somebody from buying after all."""
    ended = judged.facts.step.transacts and sure.no_more(said)
    likely = judged.blocking >= GRAVE and judged.transacts >= MAYBE
    if ended or likely:
        return Severity.HIGH
    doubtful = judged.blocking >= DOUBTFUL or sure.doubtful(found) or calm.longs(said)
    if doubtful or (judged.facts.kind is Kind.PROBLEM and judged.facts.step.transacts):
        return Severity.NORMAL
    return Severity.LOW


def _at_least(severity: Severity, floor: Severity) -> Severity:
    order = tuple(Severity)
    return max(severity, floor, key=order.index)


def _outlet(said: str) -> Outlet | None:
    """Where most of the words say it was bought; of equals the first."""
    weights = OUTLETS.weigh(said)
    if not weights:
        return None
    return max(Outlet, key=lambda outlet: weights.get(outlet, 0))
