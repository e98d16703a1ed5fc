"""Whole names and values are kept, with quotes around them or without."""

import pytest

from tests.driver import a_team

SAID = [  # what is typed, the customer, and what they say
    ("cart empty customer:Maria Rossi order:1001", "Maria Rossi", "cart empty"),
    ("customer:Maria Rossi the cart is empty", "Maria Rossi", "the cart is empty"),
    ("customer: Maria de la Cruz cannot pay", "Maria de la Cruz", "cannot pay"),
    ("customer:Maria The cart is empty", "Maria", "The cart is empty"),
    ('customer:"Maria Rossi" cannot pay', "Maria Rossi", "cannot pay"),
    ("cannot pay customer:Maria SKU:CUP-1", "Maria", "cannot pay"),
    ("客户：王 小明 结账打不开", "王 小明", "结账打不开"),
    ("客户：王小明 结账打不开", "王小明", "结账打不开"),
    ("客户：购物车打不开", "", "购物车打不开"),
    ("cannot pay, customer Maria Rossi, order:1001", "Maria Rossi", "cannot pay"),
    ("购物车打不开，客户李女士", "李女士", "购物车打不开"),
    ("客户李女士说打不开", "", "客户李女士说打不开"),
    ("our customer Maria cannot pay", "", "our customer Maria cannot pay"),
]


@pytest.mark.parametrize(("typed", "name", "text"), SAID)
async def test_who_the_customer_is(typed: str, name: str, text: str) -> None:
    """Up to what they say; a sentence is no name."""
    async with a_team() as team:
        await team.person("Anna Berger", admin=True).says(f"feedback {typed}")
        async with team.store.reading() as db:
            item = await db.feedback.numbered(1)
            assert item is not None
            (voice,) = await db.feedback.voices([item.id])
        assert voice.customer == name
        assert voice.text.strip(" ,，") == text


VALUES = [  # what is typed, and the market, the product and the words that are left
    ("it is slow market:United Kingdom", "GB", "", "it is slow"),
    ("market:United Kingdom it is slow", "GB", "", "it is slow"),
    ("market:Germany Checkout is slow", "DE", "", "Checkout is slow"),
    ("it broke sku:AB 12 market:DE", "DE", "AB 12", "it broke"),
    ("sku:AB 12 pieces broke", "", "AB", "12 pieces broke"),
    ("结账报错 市场：中国 香港", "HK", "", "结账报错"),
    ("市场：中国 香港货到晚了", "CN", "", "香港货到晚了"),
    ("it is slow channel:TikTok Shop", "", "", "it is slow (TikTok Shop)"),
    ("it is slow channel:Tmall", "", "", "it is slow"),
]


@pytest.mark.parametrize(("typed", "market", "sku", "text"), VALUES)
async def test_values_of_several_words(
    typed: str, market: str, sku: str, text: str
) -> None:
    """Where they are one for certain; what is not stays with what they say."""
    async with a_team() as team:
        await team.person("Anna Berger", admin=True).says(f"feedback {typed}")
        async with team.store.reading() as db:
            item = await db.feedback.numbered(1)
            assert item is not None
            (voice,) = await db.feedback.voices([item.id])
        assert (voice.market, voice.text) == (market, text)
        assert item.facts.sku == sku
