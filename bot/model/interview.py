"""A form that is being filled question by question, in a direct conversation."""

from collections.abc import Mapping
from dataclasses import dataclass

Answer = str | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Interview:
    """One person has at most one; `action` and `value` are what opens the form.

    `answers` holds what was said so far, by field name, as a form would send it.
    """

    person_id: int
    action: str
    value: str
    answers: Mapping[str, Answer]
