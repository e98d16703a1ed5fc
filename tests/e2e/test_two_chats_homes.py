"""Somebody of DingTalk turns out to be somebody in Lisbon, over both real wires."""

import pytest

from adapters.simulator.company import Employee
from bot.model.people import Person
from bot.model.refs import UserRef
from tests.databases import KINDS, Kind, fresh_url
from tests.e2e.two_chats import DM, EVENING, GROUP, LI, TwoChats, said, two_chats

pytestmark = pytest.mark.heavy

ELSEWHERE = "U0LIWEI1"
LI_WEI = Employee(ELSEWHERE, "liwei", "Li Wei", tz="Europe/Lisbon", locale="en-GB")


async def homes(chats: TwoChats) -> dict[str, tuple[str, str]]:
    """Where both accounts' people live, and what they read."""
    refs = {
        ELSEWHERE: UserRef(
            "slack", chats.simulator.slack.workspace.company.team_id, ELSEWHERE
        ),
        LI: UserRef(
            "dingtalk", chats.simulator.dingtalk.organization.company.corp_id, LI
        ),
    }
    async with chats.house.store.reading() as db:
        known: dict[UserRef, Person] = await db.people.known(list(refs.values()))
    return {who: (known[ref].zone, known[ref].language) for who, ref in refs.items()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("gives", "takes"), [(ELSEWHERE, LI), (LI, ELSEWHERE)])
async def test_slack_tells_where_somebody_of_dingtalk_lives(
    kind: Kind, gives: str, takes: str
) -> None:
    """Whoever gives the code; readings, a move and a parting are followed."""
    lisbon, shanghai = ("Europe/Lisbon", "en"), ("Asia/Shanghai", "zh")
    tokyo = ("Asia/Tokyo", "en")
    async with (
        fresh_url(kind) as url,
        two_chats(url, EVENING, more=(LI_WEI,)) as chats,
    ):
        assert await homes(chats) == {ELSEWHERE: lisbon, LI: shanghai}
        await chats.say(gives, DM, "link")
        code = said(chats.last(gives, DM)).split("link ")[1].split()[0]
        await chats.say(takes, DM, f"link {code}")
        assert await homes(chats) == {ELSEWHERE: lisbon, LI: lisbon}
        await chats.say(LI, DM, "link")
        assert "(DingTalk)" in said(chats.last(LI, DM))
        await chats.say(LI, GROUP, "@店小二 任务 新增 盘点 明天")
        assert "截止" in said(chats.last(LI, GROUP, "盘点"))
        await chats.close()
        await chats.reopen()
        assert await homes(chats) == {ELSEWHERE: lisbon, LI: lisbon}
        chats.simulator.slack.change_person(ELSEWHERE, tz="Asia/Tokyo")
        await chats.settle()
        assert await homes(chats) == {ELSEWHERE: tokyo, LI: tokyo}
        await chats.say(LI, DM, "unlink slack")
        assert await homes(chats) == {ELSEWHERE: tokyo, LI: shanghai}
        await chats.say(LI, DM, "link")
        assert "关联" in said(chats.last(LI, DM))
