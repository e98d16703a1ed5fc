"""What is said of another time, another shop, a trial or what only might be."""

import pytest

from bot.model.feedback import Severity
from bot.reading import read

# Each beside what has nearly the same words, and keeps somebody from buying.
TWINS = [
    (
        "Last year your checkout crashed on Black Friday, hope you are prepared",
        "Last year I bought a chair, this year your checkout crashes each time",
    ),
    (
        "前年你们付款挂过一次，这次提前准备好吧",
        "前年在这里买过，这次付款一直失败，买不了",
    ),
    (
        "Yesterday I couldn't pay, today it worked and I ordered two",
        "Yesterday it worked, today I couldn't pay and ordered nothing",
    ),
    ("昨晚付不了，现在可以了", "昨晚可以的，现在付不了"),
    ("客户说下单失败，后来又成功了", "客户说后来下单又失败了，没买成"),
    ("昨天下不了单，刚才下好了", "昨天下好了一单，刚才怎么都下不了单"),
    (
        "We test refused cards on staging tonight, expect failed payments there",
        "Staging is fine, but since the deploy the checkout refuses every card",
    ),
    ("今晚在预发演练支付失败，不用处理", "预发没问题，线上支付全部失败"),
    (
        "Slide 4: what to say when a customer can't pay",
        "A customer can't pay, what shall I say to her?",
    ),
    ("议程：1 值班 2 要是付不了款怎么办", "值班的在吗？客户付不了款怎么办"),
    (
        "What if my payment fails, will you keep the basket?",
        "What if I told you that your payment page fails all day?",
    ),
    ("万一付款失败了，订单会保留吗？", "万一你们不知道：付款从早上起都失败"),
    (
        "Another shop refused my card all day. Yours took it, thank you",
        "Another shop took my card. Yours refuses it all day",
    ),
    ("隔壁店刷不了卡，你们这里很快", "隔壁店刷卡很快，你们这里刷不了卡"),
]
# What has such words by chance.
STUCK = [
    "On staging payment works, on the shop it does not, nobody can pay",
    "Training shoes: add to cart is dead",
    "is your payment down?",
    "I can't order the training shoes, the button is dead",
    "The drill cannot be added to the cart",
    "checkout has been broken since last year and I can't pay",
    "Last year's coat cannot be added to the basket",
    "If I press pay the page goes white, what is wrong?",
    "Would you please mend the checkout, I cannot order",
    "Last night I could not pay. I bought it at another shop instead",
    "Every card is refused elsewhere in the checkout too, I cannot pay",
    "Ignore my last mail, I still cannot pay",
    "去年的款加不进购物车",
    "结算第二页点不了下一步，买不了",
    "如果点付款就白屏，是系统坏了吗？根本付不了",
    "看了帮助页还是付不了款",
    "你们能不能先测试一下，根本付不了款",
    "别家付不了，你们也一样付不了",
    "昨天下不了单，就去隔壁买了",
    "付不了款，请不要再忽略我了",
    "培训课报名付不了款",
]


@pytest.mark.parametrize("text", [apart for apart, _ in TWINS])
def test_what_is_told_of_elsewhere_alarms_nobody(text: str) -> None:
    """It was once, is elsewhere, is tried out, or might be."""
    assert read(text).facts.severity is not Severity.BLOCKING


@pytest.mark.parametrize("text", [here for _, here in TWINS])
def test_what_is_told_of_here_and_now_is_heard(text: str) -> None:
    """Though it is said beside what was once, or is elsewhere."""
    assert read(text).facts.severity is Severity.BLOCKING


@pytest.mark.parametrize("text", STUCK)
def test_such_words_by_chance_hide_nothing(text: str) -> None:
    """Shoes for training, a drill, a second page."""
    assert read(text).facts.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    "text", ["I get a 403 in the checkout", "basket → error 500", "购物袋报 403 了"]
)
def test_a_page_that_answers_with_a_number_is_heard(text: str) -> None:
    """One of the last ones: nothing else is on it."""
    assert read(text).facts.severity is Severity.BLOCKING


@pytest.mark.parametrize(
    "text", ["a basket for 500 francs, lovely", "购物车满 500 元减 50，真划算"]
)
def test_a_price_is_no_such_number(text: str) -> None:
    """Whatever it is."""
    assert read(text).facts.severity is not Severity.BLOCKING
