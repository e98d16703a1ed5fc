"""Takes out of a sentence what it names: rating, category, mitigation, readers."""

import re

from bot.commands.risk import labels
from bot.commands.risk.labels import either, kind_of, number_of
from bot.context import Context
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.risk import MITIGATION_LIMIT, Category
from bot.model.text import shows, simplified, tidy_lines

SCALES = {"likelihood": labels.LIKELIHOOD, "impact": labels.IMPACT}
OPENS = r"(?<![A-Za-z0-9_])"
ANY = either(
    (
        *labels.LIKELIHOOD, *labels.IMPACT, *labels.CATEGORY, *labels.MITIGATION,
        *labels.OWNER, *labels.DUE, *labels.READERS, *labels.SCENARIO,
    )
)  # fmt: skip
_NEXT = rf"(?=\s*(?:$|[\s,，;；、。!！)）]|\.(?!\d)|{ANY}))"
_VALUE = (
    rf"[\"“「]?(?P<value>{labels.WORDS}|[^\s,，;；、。:：)）\"”」]+?)[\"”」]?{_NEXT}"
)
_BARE = rf"(?P<value>{labels.WORDS}|-?\d+(?:\.\d+)?(?:\s*/\s*5|\s?分)?){_NEXT}"
_IS = "(?:is|to|at|[改调升降设变提]?[成为到]|是)?"
MATRIX = expression(
    r"(?<!\S)[(（]?(?:(?:L|P)\s?[:：=]?\s?)?([1-5])\s?(?:[x×*]|[,，/]?\s?I\s?[:：=]?)\s?"
    r"([1-5])[)）]?(?!\S)",
    re.IGNORECASE,
)
MITIGATION = expression(
    rf"{OPENS}(?:{either(labels.MITIGATION)})\s?[:：]\s*"
    rf"(?P<value>.*?)(?=\s*(?:$|{OPENS}(?:{ANY})\s?[:：@]))",
    re.IGNORECASE | re.DOTALL,
)
CATEGORY = expression(
    rf"{OPENS}(?:{either(labels.CATEGORY)})\s?[:：]\s*"
    r"(?:[\"“「](?P<quoted>[^\"”」]+)[\"”」]"
    rf"|(?P<value>(?:{labels.KINDS}){_NEXT}|[^\s,，;；]+))",
    re.IGNORECASE,
)
PRIVATE = expression(
    r"(?<!\S)(?:[!！]private|[!！]?(?:私密|保密)(?:风险)?|private[:：]\s?(?:yes|y|是)"
    r")(?!\S)",
    re.IGNORECASE,
)
# Behind a rating, a name or what is marked; a scenario can end with the word, too.
BEHIND = expression(r"(?:\d|>|[:：]\s?\S+|[@＠]\S+)\s+private\s*$", re.IGNORECASE)
PUBLIC = expression(
    r"(?<!\S)(?:[!！](?:public|公开)|private[:：]\s?(?:no|n|否))(?!\S)",
    re.IGNORECASE,
)


class Reader:
    """Takes one thing after the other out of the words; the scenario is left."""

    def __init__(self, text: str) -> None:
        self.text = text

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Takes what the pattern finds first, in whatever script of Chinese."""
        if match := pattern.search(simplified(self.text)):
            self.text = f"{self.text[: match.start()]} {self.text[match.end() :]}"
        return match

    def mitigation(self) -> str | None:
        """What is done against it: everything up to what is named next."""
        before = self.text
        match = self.take(MITIGATION)
        if match is None:
            return None
        said = tidy_lines(before[slice(*match.span("value"))]).strip('"“”「」,，;； ')
        return check_text(said, MITIGATION_LIMIT)

    def category(self, ctx: Context) -> Category | None:
        """Of what kind it is. Raises UsageError for a kind that there is not."""
        match = self.take(CATEGORY)
        if match is None:
            return None
        typed = match["quoted"] or match["value"]
        found = kind_of(typed)
        if found is None:
            known = ctx.t.items(
                tuple(ctx.t(f"risk-category-{c.value}") for c in Category)
            )
            raise UsageError("risk-category-unknown", typed=typed, known=known)
        return found

    def scales(self) -> dict[str, int]:
        """How likely and how grave, as far as that was said. Raises UsageError."""
        found: dict[str, int] = {}
        before = self._words_before()
        for name, words in SCALES.items():
            if match := self._scale(words, before=before):
                value = number_of(match["value"])
                if value is None:
                    raise UsageError(f"risk-{name}-unknown", typed=match["value"][:40])
                found[name] = value
        if not found and (both := self.take(MATRIX)):
            found = {"likelihood": int(both[1]), "impact": int(both[2])}
        return found

    def _words_before(self) -> bool:
        """Whether they are said as "low likelihood high impact"."""
        both = either((*labels.LIKELIHOOD, *labels.IMPACT))
        first = re.search(rf"{OPENS}(?:{both})", self.text, re.I)
        ahead = self.text[: first.start()] if first else ""
        return re.search(rf"(?<!\w)(?:{labels.WORDS})[\s-]?$", ahead, re.I) is not None

    def _scale(self, words: tuple[str, ...], *, before: bool) -> re.Match[str] | None:
        """What is said of one; where the words stand before its name, those first."""
        named = either(words)
        colon = rf"{OPENS}(?:{named})\s?[:：=]\s*{_VALUE}"
        spoken = rf"{OPENS}(?:{named})\s*{_IS}\s*{_BARE}"
        ahead = rf"(?<!\w)(?P<value>{labels.WORDS})[\s-]?(?:{named}){_NEXT}"
        order = (ahead, colon, spoken) if before else (colon, spoken, ahead)
        tries = (re.compile(each, re.I) for each in order)
        return next((match for each in tries if (match := self.take(each))), None)

    def private(self) -> bool | None:
        """Who may read it, where that was said: "!private", or behind everything."""
        if self.take(PRIVATE):
            return True
        if BEHIND.search(self.text):
            self.text = self.text.rstrip()[: -len("private")]
            return True
        return False if self.take(PUBLIC) else None


def check_text(text: str, limit: int) -> str:
    """The words as they are kept. Raises UsageError where they are too many."""
    if len(text) > limit:
        raise UsageError("risk-text-long", count=len(text), limit=limit)
    return text if shows(text) else ""
