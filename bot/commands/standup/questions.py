"""Questions as people type them: what kind of answer, and when they are asked.

"How many parcels? (number, required)", "心情（评分）", "Which channel? (Tmall / JD)",
"if yes: What is in the way?": the kind stands in brackets behind a question, the
condition before it. Brackets that say nothing of the kind are part of the question.
"""

import re
from collections.abc import Mapping, Sequence

from bot.arguments import fold
from bot.commands.standup.brackets import Traits, read_brackets
from bot.commands.standup.values import brief
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.question import (
    DEFAULT_QUESTIONS,
    NO,
    OPTION_LIMIT,
    OPTIONS,
    QUESTION_LIMIT,
    QUESTIONS,
    YES,
    AnswerKind,
    Condition,
    Question,
)
from bot.model.question_words import NO_WORDS, YES_WORDS, subject
from bot.model.text import shows, tidy

CONDITION = expression(
    r"(?:if|when)\s+(?P<when>[^:：?？]+)[:：]\s*(?P<text>.*)"
    r"|(?:如果|若是|若)\s*(?P<当>[^:：?？]+)[:：]\s*(?P<问>.*)",
    re.IGNORECASE,
)
BETWEEN = expression(r"\s*(?:\bor\b|或者|或是|或|[,，、/／|;；])\s*", re.IGNORECASE)
LEADING = expression(r"^(?:选择|选了|选|回答|答|等于|为|是)?\s*(?=\S)")
QUOTES = "\"'“”‘’「」『』 "
SPOKEN = dict.fromkeys(YES_WORDS, YES) | dict.fromkeys(NO_WORDS, NO)


def read_questions(
    texts: Sequence[str], known: Mapping[str, Question] | None = None
) -> tuple[Question, ...]:
    """One to ten questions; none given are the three that most teams ask.

    A question whose words are `known` is still about what it was about.
    """
    typed = tuple(text for text in map(tidy, texts) if shows(text))
    if len(typed) > QUESTIONS:
        raise UsageError("standup-questions-many", count=len(typed), limit=QUESTIONS)
    asked: list[Question] = []
    for text in typed:
        asked.append(_read(text, asked, known or {}))
    return tuple(asked) or DEFAULT_QUESTIONS


def _read(
    typed: str, before: Sequence[Question], known: Mapping[str, Question]
) -> Question:
    when, text = _apart(typed)
    text, traits = read_brackets(text)
    if not shows(text):
        raise UsageError("standup-question-empty", question=brief(typed))
    if len(text) > QUESTION_LIMIT:
        raise UsageError("standup-question-long", count=len(text), limit=QUESTION_LIMIT)
    _check_options(text, traits)
    condition = _condition(typed, when, before) if when else None
    hidden = condition is not None and before[condition.question].anonymous
    old = known.get(text)
    about = old.kind if old and old.answer is traits.answer else None
    return Question(
        old.text if old else text,
        traits.kind or about or subject(text, traits.answer),
        traits.answer,
        traits.options,
        required=traits.required,
        # whether a question was asked would tell the answer it hangs on
        anonymous=traits.anonymous or hidden,
        only_if=condition,
    )


def _apart(typed: str) -> tuple[str, str]:
    """The condition, or "", and the question behind it."""
    match = CONDITION.fullmatch(typed)
    if match is None:
        return "", typed
    english = match["when"] is not None
    return match["when" if english else "当"], match["text" if english else "问"]


def _check_options(text: str, traits: Traits) -> None:
    if traits.answer not in (AnswerKind.CHOICE, AnswerKind.CHOICES):
        return
    if len(traits.options) not in OPTIONS:
        raise UsageError(
            "standup-question-options",
            question=brief(text),
            count=len(traits.options),
            least=OPTIONS.start,
            most=OPTIONS.stop - 1,
        )
    for each in traits.options:
        if len(each) > OPTION_LIMIT:
            raise UsageError(
                "standup-question-option-long",
                question=brief(text),
                option=brief(each),
                count=len(each),
                limit=OPTION_LIMIT,
            )


def _condition(typed: str, when: str, before: Sequence[Question]) -> Condition:
    """The nearest question before that has all of these answers."""
    several = tuple(word for word in BETWEEN.split(when) if word)
    for index in reversed(range(len(before))):
        for words in ((when,), several):
            found = [_answer(before[index], word) for word in words]
            if found and all(found):
                return Condition(index, tuple(dict.fromkeys(filter(None, found))))
    raise UsageError(
        "standup-question-condition", question=brief(typed), answer=brief(when.strip())
    )


def _answer(question: Question, word: str) -> str | None:
    """The answer a condition names, also behind a 是 or 选."""
    yes_no = question.answer is AnswerKind.YES_NO
    spoken = SPOKEN if yes_no else {fold(a): a for a in question.answers}
    bare = LEADING.sub("", word.strip(), count=1).strip(QUOTES)
    return spoken.get(fold(word)) or spoken.get(fold(bare))
