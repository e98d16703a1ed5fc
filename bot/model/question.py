"""Questions of a stand-up: what they ask about, and what an answer looks like."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

QUESTION_LIMIT = 200
QUESTIONS = 10
ANSWER_LIMIT = 3000
OPTIONS = range(2, 11)
OPTION_LIMIT = 75  # characters: what a choice may have on Slack
LEAST = 3  # fewer answers would tell whose they are
YES, NO = "yes", "no"
SCALE = ("1", "2", "3", "4", "5")


class QuestionKind(StrEnum):
    """What a question asks about: today's answer becomes the next day's yesterday."""

    OWN = "own"
    YESTERDAY = "yesterday"
    TODAY = "today"
    BLOCKERS = "blockers"
    MOOD = "mood"


class AnswerKind(StrEnum):
    """What an answer looks like (PEERS A17). A scale goes from one to five."""

    TEXT = "text"
    NUMBER = "number"
    CHOICE = "choice"
    CHOICES = "choices"
    SCALE = "scale"
    DATE = "date"
    YES_NO = "yes_no"


@dataclass(frozen=True, slots=True)
class Condition:
    """Asked only where an earlier question, by its index, has one of these answers."""

    question: int
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Without a text of its own it is asked in each reader's language.

    `options` are those of a choice, in the words they were typed in. An `anonymous`
    answer is kept without its person, and cannot be changed (PEERS A25).
    """

    text: str = ""
    kind: QuestionKind = QuestionKind.OWN
    answer: AnswerKind = AnswerKind.TEXT
    options: tuple[str, ...] = ()
    required: bool = False
    anonymous: bool = False
    only_if: Condition | None = None

    @property
    def answers(self) -> tuple[str, ...]:
        """Every answer there can be, as it is kept; none where it is free."""
        match self.answer:
            case AnswerKind.CHOICE | AnswerKind.CHOICES:
                return self.options
            case AnswerKind.SCALE:
                return SCALE
            case AnswerKind.YES_NO:
                return YES, NO
            case _:
                return ()


DEFAULT_QUESTIONS = (
    Question(kind=QuestionKind.YESTERDAY),
    Question(kind=QuestionKind.TODAY),
    Question(kind=QuestionKind.BLOCKERS),
)


def carried_over(
    questions: tuple[Question, ...],
    then: tuple[Question, ...],
    answers: tuple[str, ...],
) -> tuple[str, ...]:
    """First values for a new day: what I planned the last time is what I did since."""
    planned = [
        answer
        for question, answer in zip(then, answers, strict=False)
        if question.kind is QuestionKind.TODAY and answer
    ]
    first = planned[0] if planned else ""
    return tuple(
        first if question.kind is QuestionKind.YESTERDAY else ""
        for question in questions
    )


def said_alike(
    questions: tuple[Question, ...],
    others: tuple[Question, ...],
    answers: tuple[str, ...],
) -> tuple[str, ...]:
    """Of answers to other questions those that answer these, too. A blocker is named
    once: twice it would have two numbers.
    """
    given = {
        _about(other): answer
        for other, answer in zip(others, answers, strict=False)
        if answer and other.kind is not QuestionKind.BLOCKERS and not other.anonymous
    }
    return tuple(
        "" if asked.anonymous else given.get(_about(asked), "") for asked in questions
    )


def _about(asked: Question) -> Question:
    """What it asks and takes, whatever its words and however it stands among others."""
    own = asked.kind is QuestionKind.OWN
    text = " ".join(asked.text.casefold().split()) if own else ""
    return replace(asked, text=text, required=False, only_if=None)


def parts(answer: str) -> tuple[str, ...]:
    """The options in an answer that may be several: one a line."""
    return tuple(part for part in answer.splitlines() if part)


def average(values: Iterable[float]) -> float | None:
    """The average, or None for so few that nobody's own stays hidden (PEERS A23)."""
    found = tuple(values)
    return sum(found) / len(found) if len(found) >= LEAST else None
