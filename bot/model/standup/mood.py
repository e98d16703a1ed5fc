"""How a team feels: the average of one day, and what became of it since."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from bot.model.question import SCALE, AnswerKind, Question, QuestionKind, average


@dataclass(frozen=True, slots=True)
class Mood:
    """The average of a day; `change` is against the last day that has one."""

    value: float
    change: float | None = None


def mood_of(
    questions: Sequence[Question],
    named: Collection[Sequence[str]],
    sealed: Mapping[int, Sequence[str]],
) -> float | None:
    """The average of what was said, with a name or without; None for too few."""
    return average(moods_in(questions, named, sealed))


def moods_in(
    questions: Sequence[Question],
    named: Collection[Sequence[str]],
    sealed: Mapping[int, Sequence[str]],
) -> tuple[int, ...]:
    """What was said to the first question about it, with a name or without.

    `named` are the answers of each person, `sealed` those without a name by question:
    together they would tell whose one without a name is.
    """
    given: list[str] = []
    for number in _about_mood(questions)[:1]:
        given += [texts[number] for texts in named if number < len(texts)]
        given += sealed.get(number, ())
    return tuple(int(text) for text in given if text in SCALE)


def asks_mood(questions: Sequence[Question]) -> bool:
    """Whether anything in it is about how people feel."""
    return bool(_about_mood(questions))


def _about_mood(questions: Sequence[Question]) -> tuple[int, ...]:
    return tuple(
        number
        for number, asked in enumerate(questions)
        if asked.kind is QuestionKind.MOOD and asked.answer is AnswerKind.SCALE
    )
