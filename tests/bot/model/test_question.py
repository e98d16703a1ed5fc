"""Questions of a stand-up: what can be answered, what is hidden, what is averaged."""

import pytest

from bot.model.form_field import (
    ChoiceField,
    OnlyIf,
    Option,
    TextField,
    asked,
    governing,
)
from bot.model.question import AnswerKind, Question, QuestionKind, average, parts
from bot.model.question_words import subject
from bot.model.standup.mood import asks_mood, mood_of

MOOD = Question("Mood", QuestionKind.MOOD, AnswerKind.SCALE)
SEALED = Question("Mood, honestly", QuestionKind.MOOD, AnswerKind.SCALE, anonymous=True)


@pytest.mark.parametrize(
    ("values", "said"), [((), None), ((1, 5), None), ((1, 4, 5), 10 / 3)]
)
def test_an_average_of_fewer_than_three_is_not_told(
    values: tuple[int, ...], said: float | None
) -> None:
    """Two numbers and one's own would tell the other's."""
    assert average(values) == said


def test_several_answers_are_kept_a_line_each() -> None:
    """In the words of the options."""
    assert parts("Tmall\nJD") == ("Tmall", "JD")
    assert parts("") == ()


@pytest.mark.parametrize(
    ("text", "answer", "about"),
    [
        ("What blocks you?", AnswerKind.TEXT, QuestionKind.BLOCKERS),
        ("有没有卡点？", AnswerKind.TEXT, QuestionKind.BLOCKERS),
        ("遇到什麼困難", AnswerKind.TEXT, QuestionKind.BLOCKERS),
        ("What blocked you today?", AnswerKind.TEXT, QuestionKind.BLOCKERS),
        ("Are you blocked?", AnswerKind.YES_NO, QuestionKind.OWN),
        ("今天心情", AnswerKind.SCALE, QuestionKind.MOOD),
        ("How do you feel today?", AnswerKind.SCALE, QuestionKind.MOOD),
        ("How do you feel?", AnswerKind.TEXT, QuestionKind.OWN),
        ("What did you do yesterday?", AnswerKind.TEXT, QuestionKind.YESTERDAY),
        ("今天做什么", AnswerKind.TEXT, QuestionKind.TODAY),
        ("今天发了多少件", AnswerKind.NUMBER, QuestionKind.OWN),
    ],
)
def test_a_question_says_what_it_is_about(
    text: str, answer: AnswerKind, about: QuestionKind
) -> None:
    """By its words, and by the kind of answer it wants."""
    assert subject(text, answer) is about


def test_the_mood_of_a_team_is_told_where_enough_say_it() -> None:
    """What is no number on the scale counts for nothing."""
    questions = (Question("a"), MOOD)
    named = [("", "5"), ("x", "4"), ("", ""), ("", "9")]
    assert mood_of(questions, named, {}) is None
    assert mood_of(questions, [*named, ("", "3")], {}) == 4.0
    assert asks_mood(questions)
    assert not asks_mood((Question("a"),))


def test_moods_with_and_without_a_name_are_not_mixed() -> None:
    """The average of two that all can read and one that nobody may is the third."""
    named = [("5", ""), ("4", "")]
    assert mood_of((MOOD, SEALED), named, {1: ("1",)}) is None
    assert mood_of((SEALED,), [("",)] * 3, {0: ("5", "4", "3")}) == 4.0


def test_what_hangs_on_an_answer_is_asked_only_there() -> None:
    """And what hangs on that, too."""
    yes_no = (Option("Yes", "yes"), Option("No", "no"))
    fields = (
        ChoiceField(name="a", label="Blocked?", options=yes_no),
        ChoiceField(
            name="b", label="Badly?", options=yes_no, only_if=OnlyIf("a", ("yes",))
        ),
        TextField(name="c", label="By what?", only_if=OnlyIf("b", ("yes", "no"))),
    )

    def names(**values: str) -> list[str]:
        return [field.name for field in asked(fields, values)]

    assert names() == ["a"]
    assert names(a="yes") == ["a", "b"]
    assert names(a="yes", b="no") == ["a", "b", "c"]
    assert names(a="no", b="yes") == ["a"]
    assert governing(fields) == {"a", "b"}
