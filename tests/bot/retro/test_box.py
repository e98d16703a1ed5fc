"""Notes wait in silence and are read together, without names (PEERS E02, E05, E06)."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.events import Pressed
from bot.messages import Option
from tests.bot.kudos.shop import WALL, WINS, Shop, a_shop
from tests.databases import KINDS, Kind
from tests.driver import Member


@pytest.fixture(params=KINDS)
async def shop(request: pytest.FixtureRequest) -> AsyncIterator[Shop]:
    """On both databases; #wins and 光荣榜 are one room."""
    kind: Kind = request.param
    async with a_shop(kind, wall=False) as made:
        yield made


async def answered(who: Member, text: str, where: str | None = None) -> str:
    """What only they are shown."""
    seen = await who.says(text, where)
    assert seen
    assert seen.only == who.ref or seen.ref.place == who.dm
    return seen.text


def read(shop: Shop, where: str) -> list[str]:
    """What everybody reads in a place."""
    place = shop.team.places[where]
    return [
        seen.text
        for seen in shop.team.chat.messages
        if seen.ref.place.unthreaded() == place and seen.only is None
    ]


async def opened(shop: Shop) -> None:
    """Anna opens what waits in #wins."""
    await shop.anna.says("retro open", WINS)
    await shop.anna.presses("Open now")


async def test_notes_of_both_chats_open_at_once_without_names(shop: Shop) -> None:
    """By kind, in both places, each in its own language; who wrote what is gone."""
    assert "Went well" in await answered(shop.bo, "retro good: the banner", WINS)
    assert "待改进" in await answered(shop.wang, "复盘 待改进：面单晚到", WALL)
    assert "Wins" in await answered(shop.bo, "retro the tea was cold")
    assert read(shop, WINS) == read(shop, WALL) == []
    asked = await answered(shop.anna, "retro open", WINS)
    assert "3 notes by 2 people wait" in asked
    assert "may guess who" in asked
    await shop.anna.presses("Open now")
    (here,), (there,) = read(shop, WINS), read(shop, WALL)
    words = [
        "Went well",
        "banner",
        "Went badly",
        "面单晚到",
        "Idea",
        "the tea was cold",
    ]
    found = [here.index(word) for word in words]
    assert found == sorted(found)
    assert "3 notes by 2 people" in here
    assert "2 人写了 3 条" in there
    assert not any(name in here + there for name in ("Bo Lin", "王芳", "N-1"))
    async with shop.team.store() as db:
        notes = await db.retros.notes(1)
    assert [note.author_id for note in notes] == [None, None, None]


async def test_nobody_reads_what_waits_but_who_wrote_it(shop: Shop) -> None:
    """Not even an admin: they see how many; another's number is none of theirs."""
    await shop.bo.says("retro bad: Anna talks too long", WINS)
    for typed in ("retro", "retro mine", "retro list", "retro show", "retro open"):
        told = await answered(shop.anna, typed, WINS)
        assert "too long" not in told
    assert "1 note waits" in await answered(shop.anna, "retro", WINS)
    for typed in ("retro drop N-1", "retro edit 1", "retro edit N-1 all is well"):
        assert "no N-1 of yours" in await answered(shop.anna, typed)
    assert "too long" in await answered(shop.bo, "retro")


async def test_one_changes_and_takes_out_ones_own(shop: Shop) -> None:
    """Until it is opened; what is taken out twice is gone."""
    await shop.bo.says("retro the labels were late", WINS)
    await shop.bo.presses("Went badly")
    assert "Went badly" in await answered(shop.bo, "retro")
    assert "Idea" in await answered(shop.bo, "retro edit N-1 idea")
    await shop.bo.says("retro edit 1")
    assert "say it" in (await shop.bo.fills(text=" "))["text"]
    assert await shop.bo.fills(text="three days late", kind="bad") == {}
    told = await answered(shop.bo, "retro")
    assert "three days late" in told
    assert "taken out" in await answered(shop.bo, "retro drop N-1")
    assert "no N-1 of yours" in await answered(shop.bo, "retro drop N-1")
    await shop.bo.says("retro good: banner", WINS)
    await opened(shop)
    assert "no N-2 of yours" in await answered(shop.bo, "retro edit 2 worse")


async def test_what_came_of_one_begins_the_next(shop: Shop) -> None:
    """With its state, wherever it was made; what was finished before is left out."""
    await shop.bo.says("retro bad: late labels", WINS)
    await opened(shop)
    made = await shop.anna.says("retro action call the carrier @Bo due:friday", WINS)
    assert made
    assert "Comes out of retrospective 1" in made.text
    await shop.wang.says("复盘 行动 换面单 @李伟", WALL)
    assert "call the carrier" in await answered(shop.bo, "retro show 1")
    await shop.bo.says("task done 1")
    for _ in range(2):
        await shop.team.waits(hours=1)
        await shop.bo.says("retro idea: ship on Sundays", WINS)
        await opened(shop)
    second, third = read(shop, WINS)[-2:]
    assert "✅ T-1 call the carrier · Bo Lin" in second
    assert "换面单 · 李伟" in second
    assert "T-1" not in third
    assert "换面单" in third


async def test_two_who_open_at_once_open_it_once(shop: Shop) -> None:
    """The other is told that it is in the room."""
    async with shop.team.store() as db:
        found = await db.people.known([shop.bo.ref, shop.wang.ref])
        for ref in (shop.bo.ref, shop.wang.ref):
            await db.team.head("service" if ref == shop.bo.ref else "it", found[ref].id)
        await db.commit()
    await shop.li.says("retro good: banner", WINS)
    receive = shop.team.crew.dispatcher.accept
    values = ((shop.bo, WINS), (shop.wang, WALL))
    await asyncio.gather(
        *(
            receive(
                Pressed(
                    **who._event(),
                    where=who.dm,
                    action="retro.open",
                    value="/".join((ref.platform, ref.tenant, ref.id)),
                )
            )
            for who, where in values
            for ref in [shop.team.places[where]]
        )
    )
    await shop.team.crew.pulse.settle()
    assert len(read(shop, WINS)) == len(read(shop, WALL)) == 1
    told = "".join(s.text for who in (shop.bo, shop.wang) for s in who.inbox)
    assert ("Nothing waits" in told) != ("没有待公布" in told)


async def test_who_leads_nobody_opens_nothing(shop: Shop) -> None:
    """Neither do members of another place, nor a guest."""
    await shop.bo.says("retro good: banner", WINS)
    for who in (shop.bo, shop.gus):
        assert "open a retrospective" in await answered(who, "retro open", WINS)
    for typed in ("let's do a retro now", "start the retro for wins", "我们开始复盘吧"):
        assert "1 note by 1 person" in await answered(shop.anna, typed)
    nothing = await answered(shop.anna, "retro open", "#bunker")
    assert "Nothing waits" in nothing


async def test_a_note_without_a_room_asks_for_one(shop: Shop) -> None:
    """Where there is one, that is it; a guest who is in none is told where to type."""
    assert "For which room" in await answered(shop.gus, "retro add it is cold in here")
    assert "no such room" in await answered(shop.bo, "retro hello there #nowhere")
    async with shop.team.store() as db:
        ops = await db.rooms.make("Ops")
        await db.rooms.tie(ops, shop.team.places["#general"])
        await db.commit()
    await shop.bo.says("retro bad: the tea was cold")
    fields = {field.name: field for field in shop.bo.form.fields}
    options: tuple[Option, ...] = getattr(fields["room"], "options", ())
    assert [option.label for option in options] == ["Ops", "Wins"]
    assert await shop.bo.fills(room=options[0].value) == {}
    assert "Ops" in await answered(shop.bo, "retro")
    named = await answered(shop.bo, "retro the tea was hot #Wins")
    assert "next retrospective of Wins" in named


async def test_a_private_room_takes_nothing_from_outside(shop: Shop) -> None:
    """Whatever a form or a button says."""
    bunker = shop.team.places["#bunker"]
    value = f"{bunker.platform}/{bunker.tenant}/{bunker.id}"
    assert "no such room" in await answered(shop.li, f"retro hi all <#{bunker.id}|b>")
    await shop.li.says("retro add")
    wrong = await shop.li.fills(text="hello", room=value)
    assert wrong == {} or "no such room" in wrong["room"]
    async with shop.team.store() as db:
        assert await db.retros.waiting([bunker]) == {}


async def test_a_note_outlives_who_wrote_it(shop: Shop) -> None:
    """Who left is counted, and named no more than others."""
    await shop.bo.says("retro bad: late labels", WINS)
    async with shop.team.store() as db:
        (bo,) = (await db.people.known([shop.bo.ref])).values()
        await db.people.save(replace(bo, active=False))
        await db.commit()
    await opened(shop)
    (here,) = read(shop, WINS)
    assert "1 note by 1 person" in here
    assert "late labels" in here


async def test_too_much_and_too_little_is_said_kindly(shop: Shop) -> None:
    """Nothing typed is lost."""
    long = await answered(shop.bo, f"retro add {'x' * 1_001}", WINS)
    assert "1,001 characters; 1,000 is the most" in long
    assert "xxx" in long
    assert "do not know that word" in await answered(shop.bo, "retro foo")
    await shop.bo.says("retro add", WINS)
    assert set(await shop.bo.fills(text="\u200b")) == {"text"}


async def test_many_notes_come_whole_in_several_messages(shop: Shop) -> None:
    """Nothing is cut; one who reads later turns the pages."""
    for number in range(12):
        await shop.bo.says(f"retro idea: {number:02} {'tea ' * 240}", WINS)
    await opened(shop)
    pages = read(shop, WINS)
    assert len(pages) > 1
    assert "2 of 3" in pages[1]
    assert all(f"{number:02} tea" in "".join(pages) for number in range(12))
    assert "00 tea" in await answered(shop.bo, "retro show 1")
    later = await shop.bo.presses("More")
    assert later
    assert "2 of 3" in later.text
