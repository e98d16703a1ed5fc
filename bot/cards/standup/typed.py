"""The questions of a stand-up as they are typed, kinds and conditions with them."""

from bot.cards.standup import words as said
from bot.model.question import NO, YES, AnswerKind, Condition, Question, QuestionKind
from bot.model.question_words import subject
from bot.ports import Translate


def question_text(
    t: Translate, asked: Question, questions: tuple[Question, ...] = ()
) -> str:
    """The question as it is typed, with its kind: "if yes: Which one? (A / B)".

    `questions` are all of them, for the answers a condition names.
    """
    text = said.question(t, asked)
    if traits := t("standup-typed-comma").join(_traits(t, asked)):
        text = t("standup-typed-kind", question=text, kind=traits)
    if asked.only_if:
        return _conditional(t, asked.only_if, questions, text)
    return text


def _conditional(
    t: Translate, when: Condition, questions: tuple[Question, ...], text: str
) -> str:
    inside = when.question < len(questions)
    kind = questions[when.question].answer if inside else AnswerKind.YES_NO
    if kind is AnswerKind.YES_NO and set(when.answers) == {YES}:
        return t("standup-typed-if-yes", question=text)
    if kind is AnswerKind.YES_NO and set(when.answers) == {NO}:
        return t("standup-typed-if-no", question=text)
    return t("standup-typed-if", answer=either(t, when.answers), question=text)


def either(t: Translate, answers: tuple[str, ...]) -> str:
    """Several answers of which one will do, as they were typed."""
    quoted = (t("standup-typed-answer", answer=each) for each in answers)
    return t("standup-typed-or").join(quoted)


def _traits(t: Translate, asked: Question) -> list[str]:
    traits: list[str] = []
    if asked.text and asked.kind is not subject(asked.text, asked.answer):
        traits += _subject(t, asked)
    match asked.answer:
        case AnswerKind.TEXT:
            pass
        case AnswerKind.CHOICE:
            traits.append(" / ".join(asked.options))
        case AnswerKind.CHOICES:
            options = " / ".join(asked.options)
            traits.append(t("standup-typed-choices", options=options))
        case kind if not traits:
            traits.append(t(f"standup-typed-{kind}"))
    if asked.required:
        traits.append(t("standup-typed-required"))
    if asked.anonymous:
        traits.append(t("standup-typed-anonymous"))
    return traits


def _subject(t: Translate, asked: Question) -> list[str]:
    """What it is about, where its words do not say so."""
    match asked.kind:
        case QuestionKind.MOOD if asked.answer is AnswerKind.SCALE:
            return [t("standup-typed-mood")]
        case QuestionKind.BLOCKERS if asked.answer is AnswerKind.TEXT:
            return [t("standup-typed-blocker")]
        case _:
            return []
