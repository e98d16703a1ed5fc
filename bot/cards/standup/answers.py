"""Answers as people read them: of every kind, together, and without a name."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from bot.cards.standup import words as said
from bot.cards.standup.questions import FACES, options
from bot.messages import Block, Bold, Bullets, Note, Paragraph
from bot.model.question import (
    LEAST,
    SCALE,
    AnswerKind,
    Question,
    QuestionKind,
    average,
    parts,
)
from bot.model.standup.mood import Mood
from bot.ports import Translate

STAR, NO_STAR = "★", "☆"


def answers(
    t: Translate, questions: Sequence[Question], texts: Sequence[str]
) -> tuple[Block, ...]:
    """Every question that was answered, with what was said."""
    return tuple(
        Paragraph((Bold(said.question(t, asked)), "\n", shown(t, asked, text)))
        for asked, text in zip(questions, texts, strict=False)
        if text
    )


def shown(t: Translate, asked: Question, text: str) -> str:
    """One answer in the reader's words; what does not fit its kind stays as it is."""
    match asked.answer:
        case AnswerKind.SCALE if text in SCALE and asked.kind is QuestionKind.MOOD:
            return f"{FACES[int(text) - 1]} {text}"
        case AnswerKind.SCALE if text in SCALE:
            number = int(text)
            return f"{STAR * number}{NO_STAR * (len(SCALE) - number)} {text}"
        case AnswerKind.YES_NO:
            labels = {option.value: option.label for option in options(t, asked)}
            return labels.get(text, text)
        case AnswerKind.CHOICE | AnswerKind.CHOICES:
            return " · ".join(f"✓ {part}" for part in parts(text))
        case AnswerKind.DATE:
            return _day(t, text)
        case _:
            return text


def _day(t: Translate, text: str) -> str:
    try:
        return t.day(date.fromisoformat(text))
    except ValueError:
        return text


def mood(t: Translate, mood: Mood) -> str:
    """How the team feels, against the last time that enough of them said so."""
    value = _rounded(mood.value)
    if mood.change is None:
        return t("standup-mood", value=value)
    change = round(mood.change, 1)
    if not change:
        return t("standup-mood-same", value=value)
    sign = "▲" if change > 0 else "▼"
    return t("standup-mood-moved", value=value, change=f"{sign}{abs(change):.1f}")


def nameless(
    t: Translate,
    questions: Sequence[Question],
    given: Mapping[int, Sequence[str]],
    *,
    explain: bool = False,
) -> tuple[Block, ...]:
    """What was said without a name, where enough people did (PEERS A25).

    `given` is by the question's index, and in no order. Only to `explain` it is said
    that there were too few: every day that would be noise.
    """
    blocks: list[Block] = []
    few = False
    for number, asked in enumerate(questions):
        texts = tuple(given.get(number, ())) if asked.anonymous else ()
        if len(texts) >= LEAST:
            blocks += _together(t, asked, texts)
        few = few or (asked.anonymous and len(texts) < LEAST)
    if few and explain:
        blocks.append(Note((t("standup-sealed-few", least=LEAST),)))
    return tuple(blocks)


def _together(t: Translate, asked: Question, texts: tuple[str, ...]) -> list[Block]:
    counted = t("standup-sealed-count", count=len(texts))
    title = Paragraph((Bold(said.question(t, asked)), " · ", counted))
    if asked.answer is AnswerKind.SCALE:
        found = average(int(text) for text in texts if text in SCALE)
        value = "" if found is None else _rounded(found)
        return [title, Paragraph(t.line("standup-sealed-average", value=value))]
    if not asked.answers:
        return [title, Bullets(tuple((shown(t, asked, text),) for text in texts))]
    times = Counter(part for text in texts for part in parts(text))
    rows = (
        (f"{shown(t, asked, each)} × {times[each]}",)
        for each in asked.answers
        if times[each]
    )
    return [title, Bullets(tuple(rows))]


def _rounded(value: float) -> str:
    return f"{value:.1f}"
