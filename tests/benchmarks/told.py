"""A hundred thousand pieces of feedback as rows, made up of what customers say."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Table
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import Facts, Feedback, Voice
from bot.model.feedback.alike import KEPT, grams, rarest
from storage.feedback.rows import values, voice_values
from storage.tables.alike import feedback_gram_counts as counts
from storage.tables.alike import feedback_grams as table
from storage.tables.counters import counters
from storage.tables.feedback import feedback, feedback_voices
from storage.unit_of_work import SqlStore
from tests.benchmarks.filling import eased, settled, written

NOW = datetime(2026, 6, 10, 7, 30, tzinfo=UTC)
PIECE = 5_000  # rows of one statement
CLOSED = 5  # of so many one is still open
WHAT = {
    "en": (
        "teapot|mug|kettle|infuser|tin|tray|apron|gift box|tea sampler|honey jar|whisk"
        "|thermos|cup|saucer|strainer|spoon|candle|cushion|poster|notebook|voucher"
        "|parcel|invoice|account|order|coupon|newsletter|photo|review|address"
    ),
    "zh": (
        "茶壶|马克杯|电水壶|茶漏|茶罐|茶盘|围裙|礼盒|试饮装|蜂蜜|茶筅|保温杯|杯子|杯碟|滤网"
        "|茶匙|香薰|坐垫|海报|笔记本|优惠券|包裹|发票|账号|订单|红包|短信|图片|评价|地址"
    ),
}
HOW = {
    "en": (
        "arrived broken|is missing|cannot be opened|has the wrong colour|is too small"
        "|came three days late|smells strange|does not fit|leaks|was charged twice"
        "|cannot be returned|is not accepted|looks different|never came|has a scratch"
        "|is shown twice|disappeared|cannot be changed|is much too expensive|is empty"
        "|loads for minutes|shows an error|was cancelled without a word|is out of date"
    ),
    "zh": (
        "收到就碎了|少了一个|打不开|颜色不对|太小了|晚到三天|有异味|对不上|漏水|扣了两次钱"
        "|退不了|用不了|和图片不一样|一直没收到|有划痕|显示两次|不见了|改不了|太贵了|是空的"
        "|加载好几分钟|提示错误|被取消也没通知|过期了"
    ),
}
WHERE = {
    "en": (
        "in the app|on my phone|at the store in Lyon|since yesterday|after the update"
        "|on the product page|with express shipping|when paying by card|for the second"
        " time|although support promised|on Safari|in the mail|at the weekend"
        "|for a birthday|in my basket|on the tablet|with the discount|for our office"
    ),
    "zh": (
        "手机上|在App里|昨天开始|更新之后|商品页上|发顺丰也|刷卡的时候|第二次了|客服答应过"
        "|苹果手机上|邮件里|周末|生日用的|购物车里|平板上|打折之后|公司采购的|直播间买的"
    ),
}


@dataclass(frozen=True, slots=True)
class Grams:
    """Rows of the two tables of grams: each with its organization first."""

    rows: list[tuple[int, int, int]]
    counts: list[tuple[int, int, int]]


def texts(count: int, seed: int = 7) -> Iterator[str]:
    """Made-up words of customers, half of them Chinese."""
    pick = random.Random(seed)  # noqa: S311 - the same every time
    for number in range(count):
        language = "zh" if number % 2 else "en"
        first, second = (
            [pick.choice(words[language].split("|")) for words in (WHAT, HOW, WHERE)]
            for _ in range(2)
        )
        tail = "".join(pick.choices("abcdefghijklmnopqrstuvwxyz", k=6))
        if language == "zh":
            yield f"{first[2]}{first[0]}{first[1]}，{second[2]}{second[1]} {tail}"
        else:
            name = f"{tail.title()} from {second[2]}"
            yield f"The {first[0]} {first[1]} {first[2]}, {second[1]}, says {name}"


def in_grams(said: list[str]) -> Grams:
    """What is kept of each, as it would be if it had come by itself: the same for
    every database, so it is made once.
    """
    known: Counter[int] = Counter()
    rows: list[tuple[int, int, int]] = []
    for number, text in enumerate(said, 1):
        found = grams(text)
        known.update(found)
        rows += [(1, gram, number) for gram in rarest(found, known)[:KEPT]]
    return Grams(rows, [(1, gram, many) for gram, many in known.items()])


async def fill(store: SqlStore, said: list[str], kept: Grams) -> None:
    """Stores them all."""
    async with store() as db, eased(db.connection):
        await _write(db.connection, feedback, [*_feedback(len(said))])
        await _write(db.connection, feedback_voices, [*_voices(said)])
        await written(db.connection, table, kept.rows)
        await written(db.connection, counts, kept.counts)
        last = {"organization_id": 1, "name": "feedback", "last": len(said)}
        await _write(db.connection, counters, [last])
        await db.commit()
    await settled(store)


def _feedback(many: int) -> Iterator[dict[str, Any]]:
    for number in range(1, many + 1):
        at = NOW - timedelta(minutes=many - number)
        facts = values(Feedback(opened_at=at, facts=Facts()))
        state = "new" if number % CLOSED == 0 else "fixed"
        yield facts | {"organization_id": 1, "number": number, "state": state}


def _voices(said: list[str]) -> Iterator[dict[str, Any]]:
    for number, text in enumerate(said, 1):
        voice = voice_values(Voice(sender_id=None, text=text, said_at=NOW))
        yield voice | {"organization_id": 1, "feedback_id": number}


async def _write(
    connection: AsyncConnection, into: Table, rows: list[dict[str, Any]]
) -> None:
    for start in range(0, len(rows), PIECE):
        await connection.execute(into.insert(), rows[start : start + PIECE])
