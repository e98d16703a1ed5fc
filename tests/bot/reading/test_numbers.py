"""Order numbers and products, and what only looks like them."""

import pytest

from bot.reading import read


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("order 20017 is late", "20017"),
        ("Order no. 20017: late", "20017"),
        ("order number is #A-20017, late", "A-20017"),
        ("Bestellung 20017 fehlt", "20017"),
        ("commande n° 20017", "20017"),
        ("#20017", "20017"),
        ("订单号：882001734", "882001734"),
        ("訂單編號 882001734 沒到", "882001734"),
        ("单号是882001734", "882001734"),
        ("302-1234567-7654321 never came", "302-1234567-7654321"),
        ("4088123412341234 还没发", "4088123412341234"),
    ],
)
def test_an_order_is_found(text: str, order: str) -> None:
    """However people write that it is one."""
    assert read(text).order == order


@pytest.mark.parametrize(
    "text",
    [
        "call me: 13912345678",
        "ring +44 20 7946 0018",
        "运单号 8820017345",
        "it cost 1200 and came on 12.05.2024",
        "I ordered 2 of 3",
        "in order to pay I need 100 clicks",
        "",
    ],
)
def test_what_is_no_order_is_left_alone(text: str) -> None:
    """Telephones, the courier's numbers, prices, days."""
    assert not read(text).order


@pytest.mark.parametrize(
    ("text", "sku"),
    [
        ("sku ab-77: broken", "AB-77"),
        ("item no. 99120, torn", "99120"),
        ("the QR-8812-XL shrank", "QR-8812-XL"),
        ("货号 7781 掉色", "7781"),
        ("款號：MM-204 有破洞", "MM-204"),
        ("order GH-20017, product GH-301 is torn", "GH-301"),
        ("3 cups broke, SKU CUP-RED", "CUP-RED"),
        ("SKU：TEA_POT.BLUE 掉漆", "TEA_POT.BLUE"),
        ("the sku is wrong on the page", ""),
    ],
)
def test_a_product_is_found(text: str, sku: str) -> None:
    """By what stands before it, or by its looks."""
    assert read(text).facts.sku == sku


@pytest.mark.parametrize(
    "text", ["see T-12 and F-3", "my COVID-19 mask", "an item of 3", "USB-3 cable"]
)
def test_what_is_no_product_is_left_alone(text: str) -> None:
    """Our own numbers, and what everybody counts."""
    assert not read(text).facts.sku


def test_what_a_screen_says_of_itself_is_no_product() -> None:
    """Nor what makes it cheaper."""
    assert read("error code PMT-4012 on the final step").facts.sku == ""
    assert read("报错 ERR-500，付不了款").facts.sku == ""
    assert read("code SPRING-10 is refused for TP-220").facts.sku == "TP-220"
