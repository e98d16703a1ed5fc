"""A shop whose people thank each other, on Slack and on DingTalk."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from bot.model.kudos import Kudos
from tests.databases import Kind
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen

WINS, WALL = "#wins", "#光荣榜"


@dataclass(frozen=True, slots=True)
class Shop:
    """Anna (an admin), Bo and Li are on Slack; 王芳 and 李伟 on DingTalk."""

    team: Team
    anna: Member
    bo: Member
    li: Member
    wang: Member
    wei: Member
    gus: Member

    async def kudos(self, number: int = 1) -> Kudos:
        """The kudos by their number, as they are stored."""
        async with self.team.store() as db:
            found = await db.kudos.numbered(number)
        assert found is not None
        return found

    def told(self, who: Member) -> list[Seen]:
        """What somebody was told of thanks, the oldest first."""
        return [seen for seen in who.inbox if ":told:person:" in seen.key]

    def answer(self, who: Member) -> Seen:
        """The newest that only they can see, and that answers them."""
        alone = (who.ref, who.dm)
        return next(
            seen
            for seen in reversed(who.sees())
            if (seen.only in alone or seen.ref.place == who.dm)
            and (not seen.key or seen.key.startswith("answer:"))
        )

    def on(self, where: str) -> list[Seen]:
        """The kudos that a place shows."""
        place = self.team.places[where]
        return [
            seen
            for seen in self.team.chat.messages
            if seen.ref.place.unthreaded() == place
            and seen.only is None
            and "🎉" in seen.text
        ]


@asynccontextmanager
async def a_shop(kind: Kind = "sqlite", *, wall: bool = True) -> AsyncIterator[Shop]:
    """Monday, 10:00 in Berlin; #wins and 光荣榜 are one room, and the wall."""
    async with a_team(kind) as team:
        anna = team.person("Anna Berger", admin=True)
        bo, li = team.person("Bo Lin"), team.person("Li Mei")
        gus = team.person("Gus Gast", guest=True)
        wang, wei = (
            team.person(name, platform="dingtalk", language="zh", zone="Asia/Shanghai")
            for name in ("王芳", "李伟")
        )
        team.place(WINS)
        team.place("#bunker", private=True, of=(anna, bo))
        gang = team.place(WALL, platform="dingtalk")
        ops = team.place("#运营", platform="dingtalk")
        for ref in (gang, ops):
            there = team.chat.places[ref]
            team.chat.places[ref] = replace(
                there, private=True, listed=False, language="zh", zone="Asia/Shanghai"
            )
        await team.know_everyone()
        async with team.store() as db:
            await db.people.connect("dingtalk", "D1", "茶器")
            room = await db.rooms.make("Wins")
            room = await db.rooms.tie(room, team.places[WINS])
            await db.rooms.tie(room, gang)
            await db.commit()
        await team.waits(hours=2)
        if wall:
            await anna.says("kudos wall here", WINS)
        yield Shop(team, anna, bo, li, wang, wei, gus)
