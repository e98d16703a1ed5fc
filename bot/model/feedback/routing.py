"""Where feedback goes: the first rule that fits, decided without a database."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.model.feedback import Feedback, RoutingRule, Severity, Step
from bot.model.text import simplified

MOST = 100  # rules of one organization
WORDS = 30  # words of one rule
# Whose rooms hear at once of what keeps customers from buying.
AT_ONCE = ("e-commerce", "it")
_ORDER = tuple(Severity)


def fits(rule: RoutingRule, feedback: Feedback) -> bool:
    """Whether the rule speaks of it: all that it says is true of it. A severity means
    that and worse, a product all that begin so.
    """
    facts = feedback.facts
    markets = {facts.market, *(voice.market for voice in feedback.voices)}
    return (
        (rule.step is None or rule.step is facts.step)
        and (rule.severity is None or _worse(facts.severity, rule.severity))
        and (not rule.market or rule.market in markets)
        and facts.sku.startswith(rule.sku)
        and (not rule.words or _says(feedback, rule.words))
    )


def routed(rules: Iterable[RoutingRule], feedback: Feedback) -> RoutingRule | None:
    """The first rule that fits."""
    return next((rule for rule in rules if fits(rule, feedback)), None)


def alarms(feedback: Feedback) -> bool:
    """Whether nothing can be sold: told at once, whatever the rules say."""
    facts = feedback.facts
    if not feedback.state.open:
        return False
    hurts = facts.severity is Severity.HIGH and facts.step.transacts
    return hurts or facts.severity is Severity.BLOCKING


def at_once(rules: Iterable[RoutingRule]) -> Sequence[RoutingRule]:
    """The rules that name the departments which hear of it at once."""
    return [rule for rule in rules if rule.department in AT_ONCE and rule.place]


def as_rules(
    steps: Sequence[Step], severities: Sequence[Severity], rule: RoutingRule
) -> list[RoutingRule]:
    """One rule for each step: of several severities the least counts, which means
    those above it, too.
    """
    least = min(severities, key=_ORDER.index, default=None)
    return [replace(rule, step=step, severity=least) for step in steps or (None,)]


def _worse(one: Severity, other: Severity) -> bool:
    return _ORDER.index(one) >= _ORDER.index(other)


def _says(feedback: Feedback, words: Iterable[str]) -> bool:
    """Whether any customer used one of these; Latin words begin where a word does."""
    said = "\n".join(plain(voice.text) for voice in feedback.voices)
    return any(re.search(_form(plain(word)), said) for word in words)


def plain(text: str) -> str:
    """The text as words are looked for in it: width and case do not matter."""
    return simplified(unicodedata.normalize("NFKC", text).casefold())


def _form(word: str) -> str:
    escaped = re.escape(word)
    return rf"(?<!\w){escaped}" if word[:1].isascii() else escaped
