"""Notes out of messages, feedback and whole sentences."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime

import pytest

from adapters.dingtalk.inbound import parse_message
from bot.events import Shortcut
from bot.model.retro import Note
from tests.adapters.dingtalk import bodies
from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    """#wins and 光荣榜 are one room."""
    async with a_shop(wall=False) as made:
        yield made


async def waiting(shop: Shop) -> list[Note]:
    """Everything that waits, whoever wrote it."""
    async with shop.team.store() as db:
        people = await db.people.everyone()
        found = [note for who in people for note in await db.retros.own(who.id)]
    return sorted(found, key=lambda note: note.number)


async def test_a_message_is_added_with_its_link(shop: Shop) -> None:
    """Its words stand in the form; the room is the one it was said in."""
    await shop.bo.uses("retro.from_message", "The labels came late again", WINS)
    fields = {field.name: getattr(field, "value", "") for field in shop.bo.form.fields}
    assert fields == {"kind": "bad", "text": "The labels came late again"}
    assert await shop.bo.fills(kind="good") == {}
    (note,) = await waiting(shop)
    assert (note.text, note.kind) == ("The labels came late again", "good")
    assert note.place == shop.team.places[WINS]
    await shop.bo.uses("retro.from_message", "x" * 3_000, WINS)
    assert await shop.bo.fills() == {}
    assert len((await waiting(shop))[1].text) == 1_000


async def test_feedback_is_added_without_the_customers_data(shop: Shop) -> None:
    """From its button, and typed; who may not work on it may not."""
    await shop.anna.says("feedback checkout is dead, jane@shop.com cannot pay")
    await shop.anna.says("feedback show 1")
    await shop.anna.presses("Add to retro")
    assert await shop.anna.fills() == {}
    (note,) = await waiting(shop)
    assert note.text.startswith("F-1: checkout is dead, •••")
    assert "jane" not in note.text
    told = await shop.bo.says("feedback retro 1")
    assert told
    assert "checkout" not in told.text
    assert len(await waiting(shop)) == 1


@pytest.mark.parametrize(
    "words", ["加入复盘", "转复盘。", "／加入回顾", "Add to retro"]
)
def test_a_quoted_message_is_added(words: str) -> None:
    """The same as the shortcut on a message elsewhere."""
    event = parse_message(
        bodies.replying(words, {"text": "面单晚到"}), "ding1", datetime.now(UTC)
    )
    assert isinstance(event, Shortcut)
    assert (event.name, event.text) == ("retro.from_message", "面单晚到")


SAID = (
    ("retro went well: the banner", "good", "the banner"),
    ("retro: bad: late labels", "bad", "late labels"),
    ("retro start: shorter meetings", "idea", "shorter meetings"),
    ("retro stop: meetings on Fridays", "bad", "meetings on Fridays"),
    ("for the retro: ship on Sundays", "idea", "ship on Sundays"),
    ("add the late labels to the next retro", "idea", "the late labels"),
    ("put this in the retro: slow VPN", "idea", "slow VPN"),
    ("复盘做得不好：打包慢", "bad", "打包慢"),
    ("回顾 做得好：客户很满意", "good", "客户很满意"),
    ("把打包慢加入复盘", "idea", "打包慢"),
    ("下次复盘说一下周日发货", "idea", "周日发货"),
    ("复盘 为什么面单总是晚到？", "idea", "为什么面单总是晚到？"),
)
ASKED = (
    "retro", "when is the next retro?", "what's in the retro?", "复盘有多少条",
    "我的复盘",
)  # fmt: skip


async def test_a_sentence_is_a_note(shop: Shop) -> None:
    """As people say it, in both languages; for the only room they are in."""
    for typed, _, _ in SAID:
        await shop.bo.says(typed)
    found = [(note.kind, note.text) for note in await waiting(shop)]
    assert found == [(kind, text) for _, kind, text in SAID]


async def test_a_question_shows_what_waits(shop: Shop) -> None:
    """And is no note."""
    await shop.wang.says("复盘 打包慢", WALL)
    for typed in ASKED:
        seen = await shop.bo.says(typed)
        assert seen
        assert "Wins: 1 note waits" in seen.text, typed
    assert len(await waiting(shop)) == 1
