"""Whole sentences and the command that each of them means."""

import re
from collections.abc import Mapping
from functools import cached_property

from bot.model.expression import expression
from bot.phrases.sentence import short

_LEAD = (
    r"(?:(?:please|hey|hi|so|and|can you (?:tell|show) me|could you (?:tell|show) me"
    r"|tell me|do you know|请问一?下?|请|麻烦|帮我)[\s,，]*)?"
)
_END = r"(?:,? please)?\s*[?？!！。.了吗呢呀啊]*"


class Sentences:
    """A command each, and the sentences that mean it; what they name as `x` stands
    where the command has {x}, and so does `when`.
    """

    def __init__(self, lines: Mapping[str, tuple[str, ...]], about: str = "") -> None:
        """One word of `about` is in every sentence: others need not wait for the
        patterns.
        """
        self._lines = lines
        self._about = expression(about, re.IGNORECASE)

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """Made when the first sentence comes: a start has no time for them."""
        return tuple(
            (command, expression(f"{_LEAD}(?:{sentence}){_END}", re.IGNORECASE))
            for command, sentences in self._lines.items()
            for sentence in sentences
        )

    def __call__(self, text: str) -> str:
        """The command that a sentence means, with what it names; empty for others."""
        said = short(text)
        if not self._about.search(said):
            return ""
        for command, pattern in self._patterns:
            if match := pattern.fullmatch(said):
                found = match.groupdict()
                named = {name: (found.get(name) or "").strip() for name in "xy"}
                when = (found.get("when") or found.get("then") or "").strip()
                return command.format(**named, when=when).strip()
        return ""
