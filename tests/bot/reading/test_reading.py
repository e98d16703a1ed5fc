"""What is proposed from the words, whatever they are."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model.feedback import TEXT_LIMIT, Facts, Kind, Sentiment, Severity, Step
from bot.reading import known, read

HUGE = "I cannot pay 付不了款 " * (TEXT_LIMIT // 20)


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("I can't order, the site says no", Step.CHECKOUT),
        ("we are unable to pay by card", Step.PAYMENT),
        ("Nobody can add shoes to the cart", Step.CART),
        ("点了付款，付不了", Step.PAYMENT),
        ("東西加不進購物車", Step.CART),
        ("没法提交订单", Step.CHECKOUT),
        ("Why can't I pay?", Step.PAYMENT),
        ("怎么下不了单？", Step.CHECKOUT),
        ("在购物车用了券，应付金额是负的", Step.CART),
    ],
)
def test_who_cannot_buy_is_heard_at_once(text: str, step: Step) -> None:
    """In so many words, in both scripts."""
    facts = read(text).facts
    assert (facts.step, facts.severity) == (step, Severity.BLOCKING)
    assert (facts.kind, facts.sentiment) == (Kind.PROBLEM, Sentiment.NEGATIVE)


@pytest.mark.parametrize(
    "text",
    [
        "the chekout freezes",
        "paymnet page stays blank",
        "购物侧打不开",
        "落唔到單，成日彈錯誤",
        "点了付宽没反应",
        "Klarna is greyed out and cannot be chosen",
    ],
)
def test_who_mistypes_it_is_heard_too(text: str) -> None:
    """Slips of the finger, characters that sound alike, words as they are spoken."""
    assert read(text).facts.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    "text",
    [
        "I couldn't pay at first, but the payment went through now",
        "昨天付不了款，现在又能付了",
        "My card was charged twice for one teapot",
        "the logo on the cart looks odd",
        "券用不了，还是下单了",
    ],
)
def test_what_is_over_or_bought_alarms_nobody(text: str) -> None:
    """It may be bad, and yet everybody can buy."""
    assert read(text).facts.severity is not Severity.BLOCKING


@pytest.mark.parametrize(
    "text", ["can't I return what I bought?", "发票提交不了", "不能付款后再改吗"]
)
def test_what_only_sounds_like_it_alarms_nobody(text: str) -> None:
    """It is asked, or was bought already."""
    assert read(text).facts.severity is not Severity.BLOCKING


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n",
        "…",
        "12345",
        "🙃🙃",
        "???",
        "？？？",
        "?!",
        "12?",
        "😡",
        "👍",
        "❤️",
        "😡!!",
    ],
)
def test_nothing_is_read_out_of_nothing(text: str) -> None:
    """A text without words proposes what holds for any."""
    assert read(text).facts == Facts()


@pytest.mark.parametrize("text", ["Hi", "你好", "xyzzy", "grmpf brrr"])
def test_where_no_word_is_known_no_step_is_proposed(text: str) -> None:
    """A guess would only have to be corrected."""
    assert read(text).facts.step is Step.OTHER


@given(st.text(max_size=300))
def test_every_text_can_be_read(text: str) -> None:
    """Whatever letters there are."""
    facts = read(text).facts
    if facts.severity is Severity.BLOCKING:
        assert facts.kind is Kind.PROBLEM


def test_both_scripts_say_the_same() -> None:
    """Traditional characters are read as simplified ones."""
    assert (
        read("貨號 7781 的鞋子發錯顏色").facts == read("货号 7781 的鞋子发错颜色").facts
    )


def test_the_longest_text_is_read_in_time() -> None:
    """Nobody else waits for it."""
    known()
    started = time.perf_counter()
    assert read(HUGE).facts.severity is Severity.BLOCKING
    assert time.perf_counter() - started < 0.5


@pytest.mark.parametrize(
    "text",
    [
        "Apple Pay works again but nobody can pay with PayPal",
        "never had a problem here for years, now I cannot order any more",
        "支付恢复正常了，但是购物车加不进东西",
        "从来没失败过，今天怎么都付不了",
        "希望能尽快修好，付不了款",
    ],
)
def test_what_stands_still_beside_praise_is_not_over(text: str) -> None:
    """Neither kind words, nor that something else works again."""
    assert read(text).facts.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    "text",
    ["Google Pay is back, lovely", "下单又能下了，辛苦了", "couldn't be easier to pay"],
)
def test_what_works_again_is_praise(text: str) -> None:
    """And no alarm, whatever it sounds like."""
    facts = read(text).facts
    assert (facts.severity, facts.kind) == (Severity.LOW, Kind.PRAISE)
