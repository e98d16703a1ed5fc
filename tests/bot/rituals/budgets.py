"""A shop on DingTalk's free edition, with one colleague on Slack."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

from bot.messages import plain
from bot.model.budget import Budget, Quota
from bot.model.people import Place
from bot.rituals.delivery.budget import set_quota
from tests.databases import Kind
from tests.driver import TENANTS, Member, Team, a_team
from tests.fakes.chat import Seen

DINGTALK = "dingtalk"
MONTH = "2026-03"
SHANGHAI = "Asia/Shanghai"
# Eleven of 22 working days are over; 09:00 in Shanghai, 02:00 in Berlin.
TUESDAY = datetime(2026, 3, 17, 1, 0, tzinfo=UTC)


@asynccontextmanager
async def a_shop(kind: Kind = "sqlite", now: datetime = TUESDAY) -> AsyncIterator[Team]:
    """王芳 leads 李雷, 赵敏 and 陈晨 in Hangzhou; Anna leads in Berlin, on Slack."""
    async with a_team(kind, now=now) as team:
        team.person("Anna Berger", admin=True)
        for name in ("王芳", "李雷", "赵敏", "陈晨"):
            team.person(
                name,
                platform=DINGTALK,
                zone=SHANGHAI,
                language="zh",
                admin=name == "王芳",
            )
        on_dingtalk = [m for m in team.people.values() if m.ref.platform == DINGTALK]
        group = team.place("#店铺", platform=DINGTALK, of=tuple(on_dingtalk))
        team.chat.places[group] = Place(group, "店铺", language="zh", zone=SHANGHAI)
        await team.know_everyone()
        async with team.store() as db:
            await db.people.connect(DINGTALK, TENANTS[DINGTALK], "茶馆")
            await set_quota(db, DINGTALK, TENANTS[DINGTALK], Quota(5000, 3000))
            await db.commit()
        yield team


async def spend(team: Team, calls: int = 0, pushes: int = 0) -> None:
    """The adapter counts; a minute later it is written down."""
    meter = team.crew.tally.meter(DINGTALK, TENANTS[DINGTALK])
    for _ in range(calls):
        meter("/v1.0/robot/oToMessages/batchSend")
    for _ in range(pushes):
        meter("pushes")
    await team.waits(minutes=1)


async def counted(team: Team, month: str = MONTH) -> dict[str, int]:
    """What is written down."""
    async with team.store.reading() as db:
        return dict(await db.usage.of(DINGTALK, TENANTS[DINGTALK], month))


async def budget_of(team: Team) -> Budget:
    """The one budget there is."""
    async with team.store.reading() as db:
        (budget,) = await db.usage.budgets()
    return budget


def told(who: Member, part: str) -> list[Seen]:
    """The messages about the budget with this part in their key."""
    return [seen for seen in who.inbox if f":{part}:person:" in seen.key]


def title(seen: Seen) -> str:
    """The first line of a message."""
    return plain(seen.card.title)
