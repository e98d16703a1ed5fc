"""What is wished for, and who cannot buy: they often have the same words."""

import pytest

from bot.model.feedback import Kind, Severity, Step
from bot.reading import read
from tests.bot.feedback.desk import a_desk
from tests.databases import KINDS
from tests.databases import Kind as Database

# Each beside what has nearly the same words, and keeps somebody from buying.
TWINS = [
    (
        "customers keep asking for PayPal",
        "customers want PayPal, it is there, but nothing opens when they click it",
    ),
    (
        "customer wants WeChat Pay at checkout",
        "customer wants to pay with WeChat Pay at checkout, it throws her out",
    ),
    ("she'd prefer iDEAL", "she'd prefer iDEAL since every card of hers is refused"),
    ("顾客想用微信付款就好了", "顾客想用微信付，付不了"),
    ("客户想要花呗", "客户要用花呗，一点就弹出来"),
    ("客人想用支付宝", "客人想用支付宝，点了三回都跳回原页，人走了"),
    (
        "Klarna declined me, so I paid by card",
        "Klarna declined me, and my card is declined as well",
    ),
    ("微信付不了，换支付宝付好了", "微信付不了，换支付宝也付不了"),
    ("what do I do if my payment fails", "My payment failed, what do I do"),
    ("要是付款失败了怎么办", "付款失败，怎么办"),
    ("address form is long", "address form won't take my house number"),
    ("填地址太麻烦", "地址填不上门牌号"),
]


@pytest.mark.parametrize(("said", "blocked"), TWINS)
def test_who_wishes_is_no_alarm_and_who_cannot_is(said: str, blocked: str) -> None:
    """Other words beside a wish are not passed over."""
    assert read(said).facts.severity is not Severity.BLOCKING
    assert read(blocked).facts.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    "text",
    [
        "customers keep asking for PayPal",
        "customer wants WeChat Pay at checkout",
        "customer wants a blue lid",
        "three customers want the jacket in green",
        "客户想要蓝色的盖子",
        "客人想用支付宝",
        "有客户要求加上银联",
    ],
)
def test_what_somebody_would_like_to_have_is_a_wish(text: str) -> None:
    """Whether it is a way to pay or a colour."""
    facts = read(text).facts
    assert facts.kind is Kind.WISH
    assert facts.severity in (Severity.LOW, Severity.NORMAL)


@pytest.mark.parametrize(
    "text",
    [
        "It would be nice if paying were possible at all",
        "I wish I could order again",
        "真希望我能付得了款",
        "要是能下单就好了",
    ],
)
def test_who_longs_to_buy_is_never_low(text: str) -> None:
    """It sounds like a wish, and says that one cannot."""
    assert read(text).facts.severity is not Severity.LOW


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("order no. 4477-AB is cracked", Step.QUALITY),
        ("SKU LMP-220 flickers, order 88190", Step.QUALITY),
        ("my order 20017 hasn't arrived", Step.DELIVERY),
        ("LMP-221 灯罩破了", Step.QUALITY),
        ("LMP-220 can't be added to the cart", Step.CART),
        ("order 71230: customer cannot pay", Step.PAYMENT),
        ("订单 20018 付款失败", Step.PAYMENT),
    ],
)
def test_a_number_is_no_step(text: str, step: Step) -> None:
    """It says which order or product it is, not that anybody orders."""
    assert read(text).facts.step is step


@pytest.mark.parametrize(
    "text",
    [
        "I loved this shop, yet since the new look I haven't managed to order once",
        "The picture puzzle never ends at checkout, I solved ten and then I left",
    ],
)
def test_what_nobody_managed_is_not_over(text: str) -> None:
    """Nor what was solved on the way."""
    assert read(text).facts.severity is Severity.BLOCKING


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("wish", "blocked"),
    [
        ("customers keep asking for PayPal", "order 71230: customer cannot pay"),
        ("客人想用支付宝", "客人想用支付宝，点了三回都跳回原页，人走了"),
    ],
)
async def test_the_card_proposes_it(kind: Database, wish: str, blocked: str) -> None:
    """What is passed on is read the same way, on both databases."""
    async with a_desk(kind) as desk:
        for words, alarming in ((wish, False), (blocked, True)):
            await desk.sofia.says(f"feedback {words}", "#general")
            async with desk.team.store() as db:
                (newest, *_) = await db.feedback.where()
            severity = newest.proposed.severity
            assert (severity is Severity.BLOCKING) is alarming
