"""Doors: admins open them, and nobody else ever reads their secrets."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text

from storage.secrets.sealing import forget_unreadable, rotate, seal
from storage.secrets.vault import LOCKED, Vault
from storage.unit_of_work import SqlStore
from tests.bot.feedback.desk import TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        yield made


async def kept(store: SqlStore) -> list[str]:
    """The secrets as the database holds them."""
    async with store.reading() as db:
        wanted = text("SELECT value FROM feedback_door_secrets ORDER BY id")
        return [str(row.value) for row in await db.connection.execute(wanted)]


async def test_an_admin_opens_a_door(desk: Desk) -> None:
    """Its address and secret are told once, and to nobody else."""
    seen = await desk.anna.says("feedback door new Magento", TRIAGE)
    assert seen
    assert seen.only == desk.anna.ref
    assert "whsec_" in seen.text
    assert "/feedback/in/" in seen.text
    assert "SHOPCREW_PUBLIC_URL" in seen.text  # nobody could reach it yet
    seen = await desk.anna.says("feedback door list")
    assert seen
    assert "Magento" in seen.text
    assert "Anna Berger" in seen.text
    assert "nothing came yet" in seen.text
    assert "whsec_" not in seen.text


async def test_the_same_in_chinese(desk: Desk) -> None:
    """With the same words around it."""
    seen = await desk.wang.says("反馈 入口 新建 有赞")
    assert seen
    assert "whsec_" not in seen.text
    await desk.anna.says("settings language zh")
    seen = await desk.anna.says("反馈 入口 新建 有赞")
    assert seen
    assert "入口“有赞”已开通" in seen.text
    seen = await desk.anna.says("反馈入口")
    assert seen
    assert "共有 1 个入口" in seen.text


@pytest.mark.parametrize("typed", ["new X", "list", "renew Magento", "drop Magento"])
async def test_nobody_else_may(desk: Desk, typed: str) -> None:
    """Neither by words nor by a button of somebody's."""
    await desk.anna.says("feedback door new Magento")
    before = await kept(desk.team.store)
    seen = await desk.sofia.says(f"feedback door {typed}")
    assert seen
    assert "/feedback/in/" not in seen.text
    assert await kept(desk.team.store) == before


async def test_a_name_is_given_once(desk: Desk) -> None:
    """Whatever its case; a wrong one is answered with those there are."""
    await desk.anna.says("feedback door new Magento")
    seen = await desk.anna.says("feedback door new magento")
    assert seen
    assert "There is a door called magento already" in seen.text
    for typed, told in (
        ("new", "Which system is it for?"),
        (f"new {'x' * 61}", "This has 61 characters"),
        ("renew Shopify", "There is: Magento."),
        ("drop", "Which system is it for?"),
    ):
        seen = await desk.anna.says(f"feedback door {typed}")
        assert seen
        assert told in seen.text, typed
    assert len(await kept(desk.team.store)) == 1


async def test_the_buttons_of_the_list(desk: Desk) -> None:
    """A new secret; and closed, with what came kept."""
    await desk.anna.says("feedback door new Magento")
    listed = await desk.anna.says("feedback door list")
    seen = await desk.anna.presses("New secret", listed)
    assert seen
    assert "Magento has a new secret" in seen.text
    assert "24 hours" in seen.text
    assert len(await kept(desk.team.store)) == 2
    seen = await desk.anna.presses("Close", listed)
    assert seen
    assert "The door Magento is closed" in seen.text
    assert await kept(desk.team.store) == []
    seen = await desk.anna.presses("New secret", listed)
    assert seen
    assert "This door is closed" in seen.text


async def test_secrets_are_encrypted_where_they_are_kept(desk: Desk) -> None:
    """Under the owner's key, which can be replaced; without any key they are erased."""
    desk.team.store.vault = Vault(["first"])
    await desk.anna.says("feedback door new Magento")
    (locked,) = await kept(desk.team.store)
    assert locked.startswith(LOCKED)
    both = Vault(["second", "first"])
    assert await rotate(desk.team.store.database, both) >= 1
    (again,) = await kept(desk.team.store)
    assert again != locked
    assert Vault(["second"]).opened(again).startswith("whsec_")
    assert await forget_unreadable(desk.team.store.database, Vault(["third"])) >= 1
    assert await kept(desk.team.store) == []


async def test_what_was_plain_is_locked_at_the_start(desk: Desk) -> None:
    """As tokens are."""
    await desk.anna.says("feedback door new Magento")
    (plain,) = await kept(desk.team.store)
    assert plain.startswith("whsec_")
    await seal(desk.team.store.database, Vault(["first"]))
    (locked,) = await kept(desk.team.store)
    assert locked.startswith(LOCKED)
