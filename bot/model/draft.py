"""What a person typed into a form that was not taken yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.model.interview import Answer


@dataclass(frozen=True, slots=True)
class Opener:
    """The button that opens a form: what a form is called while it is not open."""

    action: str
    value: str = ""

    def __str__(self) -> str:
        """As one text, for a button's value or a hidden field."""
        return f"{self.action}|{self.value}"

    @classmethod
    def read(cls, text: str) -> "Opener":
        """The opener in its text."""
        action, _, value = text.partition("|")
        return cls(action, value)


@dataclass(frozen=True, slots=True)
class FormDraft:
    """The values by field name, as the form would have sent them."""

    person_id: int
    opener: Opener
    values: Mapping[str, Answer]
    at: datetime
