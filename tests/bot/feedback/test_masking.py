"""What nobody outside the room reads of a customer's words, and what they do."""

import time

import pytest

from bot.model.feedback import TEXT_LIMIT
from bot.model.feedback.masking import masked


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("加我微信 wxid_abc123，急", "加我微信 •••，急"),
        ("我是 wxid_9kq2m7x1，请回复", "我是 •••，请回复"),
        ("微信号：abc", "微信号：•••"),
        ("微信号是maria_li", "微信号是•••"),
        ("微信：marialiu 谢谢", "微信：••• 谢谢"),
        ("加vx abc12345", "加vx •••"),
        ("my WeChat ID is maria_88, please", "my WeChat ID is •••, please"),
        ("wechat: maria88", "wechat: •••"),
        ("QQ 12345678", "QQ •••"),
        ("QQ号：12345", "QQ号：•••"),
        ("我的qq是1234567890。", "我的qq是•••。"),
        ("IBAN DE89 3704 0044 0532 0130 00 please", "IBAN ••• please"),
        ("IBAN: DE89370400440532013001", "IBAN: •••"),
        ("refund to DE89370400440532013000.", "refund to •••."),
        ("退到 GB82 WEST 1234 5698 7654 32 谢谢", "退到 ••• 谢谢"),
        ("to NL91 ABNA 0417 1643 00 soon, it is due", "to ••• soon, it is due"),
        ("AT61 1904 3002 3457 3201 soon", "••• soon"),
        ("call +49 30 1234567", "call •••567"),
        ("电话13912345678", "电话•••678"),
        ("call 030 1234567 on 2026-11-22", "call •••567 on 2026-11-22"),
        ("06.12.34.56.78", "•••678"),
        ("maria@out.example", "•••@•••"),
        ("客户王先生说打不开", "客户王•••先生说打不开"),
        ("天猫客户李小明付款时一直转圈", "天猫客户李•••付款时一直转圈"),
        ("买家张伟说收到就碎了", "买家张•••说收到就碎了"),
        ("顾客陈丽，订单没到", "顾客陈•••，订单没到"),
        ("李小明女士投诉", "李•••女士投诉"),
        ("欧阳小姐要求退款", "欧•••小姐要求退款"),
        ("customer Maria Rossi cannot pay", "customer M••• R••• cannot pay"),
        ("Mrs. Miller waits", "Mrs. M••• waits"),
        ("Frau Müller wartet", "Frau M••• wartet"),
    ],
)
def test_what_tells_customers_apart_is_hidden(text: str, left: str) -> None:
    """Accounts entirely; of other long numbers the last digits stay."""
    assert masked(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "order 1001 and #A-20017 of T-12",
        "Customer Service is slow, says our customer",
        "先生们，女士鞋缺货",
        "客户付款时一直转圈",
        "客户方面的问题，客户要退款",
        "客户周末收不到货，客户高兴地说很好",
        "客户想买王牌套装，顾客不满",
        "会员余额不对，会员价没打折",
        "订单 1001 还没到",
        "order GB20261111000123 is late",
        "it came on 2026-11-22 at 15:38",
        "2026-11-22 15:38:01",
        "2026-11-22T15:38:00Z",
        "22.11.2026 10:30, 11/22/2026 and 2026/11/22",
        "on 22.11.26 10:30",
        "order 1001 2026-11-22",
        "2026年11月22日 15:38",
        "it cost ¥12999.00",
        "1 299 000.00 € is too much",
        "EUR 1.299.000,00",
        "价格 1299900 元",
        "12999.00 instead of 11999.00",
        "SKU 10293847 is torn",
        "货号：77812345 掉色",
        "QR-8812-XL and MM-2041234",
        "item no. 99120123",
        "WeChat: payment fails",
        "WeChat is down",
        "微信支付付不了款",
        "微信 App 打不开",
        "微信 iPhone15 打不开",
        "QQ 登录不了",
        "QQ 浏览器",
    ],
)
def test_what_is_nobodys_stays(text: str) -> None:
    """Orders as they are shown anyway, days, prices, products, and what chats do."""
    assert masked(text) == text


def test_the_longest_text_is_masked_in_time() -> None:
    """Whatever stands in it."""
    started = time.perf_counter()
    for part in ("DE89 3704 ", "1 ", "12.", "微信号", "1 234 ", "A1-", "wechat: a"):
        masked(part * (TEXT_LIMIT // len(part)))
    assert time.perf_counter() - started < 1
