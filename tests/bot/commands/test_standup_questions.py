"""Questions as people type them: their kinds, their options, their conditions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cards.standup.typed import question_text
from bot.commands.standup.questions import read_questions
from bot.commands.standup.sentence import split
from bot.errors import UserError
from bot.i18n import Words, words
from bot.model.question import (
    DEFAULT_QUESTIONS,
    AnswerKind,
    Condition,
    Question,
    QuestionKind,
)
from tests.abuse import everything

ENGLISH = words("en", "Europe/Berlin")
CHINESE = words("zh", "Asia/Shanghai")


def one(text: str) -> Question:
    """The only question of a text."""
    (question,) = read_questions((text,))
    return question


@pytest.mark.parametrize(
    ("typed", "text", "answer"),
    [
        ("How many parcels? (number)", "How many parcels?", AnswerKind.NUMBER),
        ("发了多少件？（数字）", "发了多少件？", AnswerKind.NUMBER),
        ("How was support? (scale)", "How was support?", AnswerKind.SCALE),
        ("Mood (SCALE)", "Mood", AnswerKind.SCALE),
        ("心情（评分）", "心情", AnswerKind.SCALE),
        ("How was your day? (mood)", "How was your day?", AnswerKind.SCALE),
        ("All shipped? (yes/no)", "All shipped?", AnswerKind.YES_NO),
        ("都发货了吗？（是/否）", "都发货了吗？", AnswerKind.YES_NO),
        ("都发货了吗？（是／否）", "都发货了吗？", AnswerKind.YES_NO),
        ("When is it live? (date)", "When is it live?", AnswerKind.DATE),
        ("几号上线（日期）", "几号上线", AnswerKind.DATE),
        ("All shipped (yes/no)?", "All shipped?", AnswerKind.YES_NO),
        ("What else? (text)", "What else?", AnswerKind.TEXT),
        ("What did you ship (PRs, tickets)", None, AnswerKind.TEXT),
        ("What did you ship (PRs/tickets)?", None, AnswerKind.TEXT),
        ("Who is on call (24/7)", None, AnswerKind.TEXT),
        ("Read this first (https://tea.example/a)", None, AnswerKind.TEXT),
        ("Anything else :(", None, AnswerKind.TEXT),
    ],
)
def test_the_kind_stands_in_brackets_behind_the_question(
    typed: str, text: str | None, answer: AnswerKind
) -> None:
    """In two languages and full width; other brackets are part of the question."""
    question = one(typed)
    assert question.text == (text or typed)
    assert question.answer is answer


@pytest.mark.parametrize(
    ("typed", "answer", "options"),
    [
        ("Which? (Tmall / JD / Shopify)", AnswerKind.CHOICE, "Tmall|JD|Shopify"),
        ("Which (Tmall / JD)?", AnswerKind.CHOICE, "Tmall|JD"),
        ("哪个渠道？（天猫／京东）", AnswerKind.CHOICE, "天猫|京东"),
        ("Which? (one of: A, B)", AnswerKind.CHOICE, "A|B"),
        ("Which? (any of: a / b / c)", AnswerKind.CHOICES, "a|b|c"),
        ("Which? (multi: a, b)", AnswerKind.CHOICES, "a|b"),
        ("哪些（多选：仓库、客服、IT）", AnswerKind.CHOICES, "仓库|客服|IT"),
        ("Which? (A / a / B)", AnswerKind.CHOICE, "A|B"),
    ],
)
def test_a_choice_names_its_options(
    typed: str, answer: AnswerKind, options: str
) -> None:
    """One with slashes, several behind their word; each option once."""
    question = one(typed)
    assert question.answer is answer
    assert question.options == tuple(options.split("|"))


@pytest.mark.parametrize(
    "typed",
    [
        "Which? (A / B, required, anonymous)",
        "Which? (required, A / B) (anonymous)",
        "Which?（A / B，必填，匿名）",
        "Which? (anonymous) (A / B) (required)",
    ],
)
def test_kinds_and_flags_stand_together(typed: str) -> None:
    """In any order, with commas or in brackets of their own."""
    question = one(typed)
    assert question.options == ("A", "B")
    assert question.required
    assert question.anonymous


def test_a_condition_belongs_to_the_nearest_question_that_has_the_answer() -> None:
    """Of a choice by its options, of yes and no in either language."""
    asked = read_questions(
        (
            "Which channel? (Tmall / JD / Shopify)",
            "Are you blocked? (yes/no)",
            "if yes: What blocks you? (required)",
            "如果选“Tmall”或“JD”：多少单？（数字）",
            "Mood (scale)",
            "If 1 or 2: What is wrong?",
            "如果否：有什么计划？",
        )
    )
    assert [each.only_if for each in asked] == [
        None,
        None,
        Condition(1, ("yes",)),
        Condition(0, ("Tmall", "JD")),
        None,
        Condition(4, ("1", "2")),
        Condition(1, ("no",)),
    ]
    assert asked[2].required
    assert asked[2].kind is QuestionKind.BLOCKERS
    assert asked[3].answer is AnswerKind.NUMBER


def test_what_hangs_on_an_anonymous_answer_is_anonymous_too() -> None:
    """Whether it was asked would tell the answer."""
    asked = read_questions(("Happy? (yes/no, anonymous)", "if no: Why?"))
    assert [each.anonymous for each in asked] == [True, True]


TOO_LONG = "x" * 80


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (("if yes: Why?",), "No question before “if yes: Why?” can be answered"),
        (("A? (X / Y)", "if Z: Why?"), "can be answered with “Z”"),
        (("(number)",), "“(number)” says what kind of answer it wants"),
        (("Which? (any of: A)",), "“Which?” offers one option"),
        (("Which? (multi: )",), "offers nothing to choose from"),
        ((f"Which? ({' / '.join(map(str, range(11)))})",), "offers 11 options"),
        ((f"Which? (A / {TOO_LONG})",), "has 80 characters; 75 is the most"),
        (("a",) * 11, "Those are 11 questions; 10 are the most"),
        (("a" * 201,), "has 201 characters; 200 is the most"),
    ],
)
def test_what_cannot_be_asked_is_said(texts: tuple[str, ...], said: str) -> None:
    """Which question it is, and what to type instead."""
    with pytest.raises(UserError) as refused:
        read_questions(texts)
    for t in (ENGLISH, CHINESE):
        text = t(refused.value.key, **refused.value.values)
        assert t is CHINESE or said in text


TEXT = st.text("abc 天猫", min_size=1, max_size=8).filter(str.strip)
LABELS = st.lists(
    st.sampled_from(("Tmall", "JD", "天猫", "京东", "IT 部")), min_size=2, unique=True
)


@st.composite
def questions(draw: st.DrawFn) -> tuple[Question, ...]:
    """Questions of every kind, some of them on a condition."""
    asked: tuple[Question, ...] = ()
    for _ in range(draw(st.integers(1, 6))):
        typed = draw(
            st.sampled_from(("number", "scale", "date", "yes/no", "text", "o"))
        )
        kind = " / ".join(draw(LABELS)) if typed == "o" else typed
        if typed == "o" and draw(st.booleans()):
            kind = f"any of: {kind}"
        flags = draw(st.sets(st.sampled_from(("required", "anonymous"))))
        text = f"{draw(TEXT)} ({', '.join((kind, *sorted(flags)))})"
        lead = [each for each in asked if each.answers]
        hangs = draw(st.booleans())
        if lead and hangs:
            text = f"if {draw(st.sampled_from(lead[-1].answers))}: {text}"
        before = [question_text(ENGLISH, each, asked) for each in asked]
        asked = read_questions((*before, text))
    return asked


@given(questions(), st.sampled_from((ENGLISH, CHINESE)))
def test_what_the_form_shows_means_what_it_meant(
    asked: tuple[Question, ...], t: Words
) -> None:
    """Questions left as they were stay what they were, in either language."""
    again = [question_text(t, each, asked) for each in asked]
    assert read_questions(again) == asked


@pytest.mark.parametrize("t", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_usual_questions_stay_in_everybodys_language(t: Words) -> None:
    """Although the form shows them in that of who edits."""
    usual = (
        *DEFAULT_QUESTIONS,
        Question(kind=QuestionKind.MOOD, answer=AnswerKind.SCALE),
    )
    shown = {question_text(t, each): each for each in usual}
    known = {text.split(" (")[0].split("（")[0]: each for text, each in shown.items()}
    assert read_questions(tuple(shown), known) == usual


@given(st.lists(st.text(), max_size=12))
def test_any_texts_are_read_or_refused_kindly(texts: list[str]) -> None:
    """Whatever stands in the brackets."""
    for wrapped in (texts, [f"a ({text})" for text in texts]):
        try:
            asked = read_questions(wrapped)
        except UserError as refused:
            CHINESE(refused.key, **refused.values)
        else:
            assert all(question_text(ENGLISH, each, asked) for each in asked)


@pytest.mark.parametrize("text", everything())
def test_abuse_is_read_or_refused_kindly(text: str) -> None:
    """The ugly list."""
    for typed in (text, f"if {text}: a", f"a ({text} / b)"):
        try:
            read_questions(("A? (yes/no)", typed))
        except UserError as refused:
            ENGLISH(refused.key, **refused.values)


@pytest.mark.parametrize(
    ("line", "texts"),
    [
        (
            "Daily ask How many? (number) Blocked? (yes/no) if yes: By what? (text)",
            ["How many? (number)", "Blocked? (yes/no)", "if yes: By what? (text)"],
        ),
        (
            "每日 问 多少件？（数字） 有卡点吗？（是/否）；心情（评分）",
            ["多少件？（数字）", "有卡点吗？（是/否）", "心情（评分）"],
        ),
    ],
)
def test_brackets_belong_to_the_question_before_them(
    line: str, texts: list[str]
) -> None:
    """Also where no quotes keep the questions apart."""
    assert list(split(line).questions) == texts
