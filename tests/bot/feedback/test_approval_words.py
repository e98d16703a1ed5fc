"""What is asked for, as people type it."""

from decimal import Decimal

import pytest

from bot.commands.feedback.approval_words import read_wish, wish_of
from bot.model.feedback.approval import Money, Told, Wish, told_of
from bot.phrases import asks_approval


@pytest.mark.parametrize(
    ("typed", "word", "what", "amount", "currency"),
    [
        ("refund 800 CNY", "refund", "", "800", "CNY"),
        ("a refund of 800", "refund", "", "800", ""),
        ("refund ¥1,200.50", "refund", "", "1200.5", "CNY"),
        ("退款 800 元", "refund", "", "800", "CNY"),
        ("退款800块", "refund", "", "800", "CNY"),
        ("退款￥８００", "refund", "", "800", "CNY"),
        ("退款八百元", "refund", "", "800", "CNY"),
        ("退款 1.2万元", "refund", "", "12000", "CNY"),
        ("20% discount", "discount", "20% discount", "", ""),
        ("a discount of $20", "discount", "", "20", "USD"),
        ("€45,50 voucher", "voucher", "", "45.5", "EUR"),
        ("300 usd refund", "refund", "", "300", "USD"),
        ("refund order 1001 80 EUR", "refund", "refund order 1001", "80", "EUR"),
        ("refund of order 1001", "refund", "refund of order 1001", "", ""),
        ("补发 2 个茶杯", "replacement", "补发 2 个茶杯", "", ""),
        ("a free teapot", "free teapot", "", "", ""),
        ("NOK 99 goodwill gift", "goodwill gift", "", "99", "NOK"),
    ],
)
def test_the_words_and_the_amount_are_read_apart(
    typed: str, word: str, what: str, amount: str, currency: str
) -> None:
    """In both languages, the amount before or behind."""
    said, money = read_wish(typed, "")
    wish = wish_of(said, money)
    assert (wish.word, wish.what) == (word, what)
    assert money == (Money(Decimal(amount), currency) if amount else None)


@pytest.mark.parametrize(
    ("said", "command"),
    [
        (
            "ask Wang Fang to approve a refund of 800 for F-12",
            "feedback approval F-12 a refund of 800 from Wang Fang",
        ),
        ("F-12 需要王芳批准退款800元", "feedback approval F-12 退款800元 找 王芳"),
        ("approve refund 300 usd for F-3?", "feedback approval F-3 refund 300 usd"),
        (
            "please ask <@U3|Sofia Rossi> to approve a gift worth €1,250.50 for F-1",
            "feedback approval F-1 a gift worth €1,250.50 from <@U3|Sofia Rossi>",
        ),
        ("F-1 申请退款 200 元", "feedback approval F-1 退款 200 元"),
        (
            "F-2 needs approval for a voucher because it broke",
            "feedback approval F-2 a voucher because it broke",
        ),
        ("请王芳审批 F-3 的退款 50 欧元", "feedback approval F-3 退款 50 欧元 找 王芳"),
        ("approve F-3", ""),
        ("F-3 is approved", ""),
        ("ask Wang about F-3", ""),
    ],
)
def test_sentences_ask_for_approval(said: str, command: str) -> None:
    """And no others do."""
    assert asks_approval(said) == command


def test_a_line_of_the_story_is_read_as_it_was_kept() -> None:
    """Whatever people type; an amount that was masked is none."""
    wish = Wish("a|b", "c", Money(Decimal("800.50"), "CNY"))
    told = told_of(Told("approved", wish, "so | be it").written())
    assert (told.code, told.said) == ("approved", "so | be it")
    assert told.wish == Wish("a/b", "c", Money(Decimal("800.50"), "CNY"))
    assert told_of("asked|refund||•••000|CNY|").wish.money is None
