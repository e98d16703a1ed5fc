"""Who is who: looked up by everybody, said by admins, imported after a look."""

from collections.abc import AsyncIterator

import pytest

from tests.bot.area.firm import Firm, a_firm
from tests.bot.links.people import changes
from tests.databases import KINDS, Kind

SET = "team set @Li manager @Anna departments marketing,data kind remote role CRM"
LIST = """team import
Name;Abteilung;Vorgesetzter;Rolle;kind
Bo Lin;it;Anna Berger;;remote
Nobody Here;it;;;
王芳;仓库, 客服;;店长;office
Anna Berger;;Li Mei;;
Li Mei;;Anna Berger;;
Bo Lin;it;;;
x;y;z;;remote;more
;it;;;
Gus Gast;;;;sideways"""


@pytest.fixture(params=KINDS)
async def firm(request: pytest.FixtureRequest) -> AsyncIterator[Firm]:
    """On both databases."""
    kind: Kind = request.param
    async with a_firm(kind) as made:
        yield made


async def test_people_are_looked_up_by_department(firm: Firm) -> None:
    """Role, local time, away or not; in the reader's language."""
    await firm.shop.anna.says(SET)
    await firm.shop.wei.says("请假 今天")
    said = await firm.says(firm.shop.wang, "团队")
    assert "谁是谁：6 人" in said
    assert "Li Mei · CRM\n10:00（柏林） · 远程" in said
    assert "17:00（上海） · 请假至 3月2日周一" in said
    said = await firm.says(firm.shop.bo, "team marketing")
    assert "Li Mei" in said
    assert "Bo Lin" not in said
    assert "no department “lunch" in await firm.says(firm.shop.bo, "team lunch")


async def test_one_person_and_how_to_reach_them(firm: Firm) -> None:
    """With what they answer for."""
    await firm.shop.anna.says(SET)
    await firm.shop.anna.says("team head marketing @Li")
    said = await firm.says(firm.shop.bo, "team show @Li")
    for line in (
        "Role: CRM", "Departments: Data and Marketing", "Heads: Marketing",
        "Manager: Anna Berger", "Works: remotely", "Their time: 10:00 (Berlin)",
        "Answers for: refunds DE", "Slack: @li", "li@tea.example",
    ):  # fmt: skip
        assert line in said
    assert "Deputy for: refunds DE" in await firm.says(firm.shop.bo, "team show")


async def test_guests_and_outsiders_see_only_whom_they_meet(firm: Firm) -> None:
    """Those they share a place with, as far as that is known."""
    for typed in ("team", "团队"):
        said = await firm.says(firm.shop.gus, typed)
        assert "Gus Gast" in said
        assert "Bo Lin" not in said
    said = await firm.says(firm.shop.gus, "team show @Li")
    assert "nobody you can look up" in said
    await firm.shop.anna.says("team set @李伟 kind outside")
    await firm.shop.wei.says("今天", "#运营")
    await firm.shop.wang.says("今天", "#运营")
    said = await firm.says(firm.shop.wei, "团队")
    assert "王芳" in said
    assert "Bo Lin" not in said
    assert "访客和外部人员不能查看" in await firm.says(firm.shop.wei, "谁负责退款")


async def test_a_ring_of_managers_is_refused_by_name(firm: Firm) -> None:
    """Whoever would close it."""
    anna = firm.shop.anna
    await anna.says("team set @Li manager @Anna")
    await anna.says("team set @Bo manager @Li")
    said = await firm.says(anna, "team set @Anna manager @Bo")
    assert "Anna Berger → Bo Lin → Li Mei → Anna Berger" in said
    assert "own manager" in await firm.says(anna, "team set @Bo manager @Bo")
    await anna.says("team set @Li manager none")
    assert "up to date" in await firm.says(anna, "team set @Anna manager @Bo")


async def test_only_admins_say_who_is_who(firm: Firm) -> None:
    """Nothing changes for anybody else; what is unclear is said so."""
    for typed in (SET, "team head marketing @Bo", LIST):
        assert "Only an admin" in await firm.says(firm.shop.bo, typed)
    for typed, wrong in (
        ("team set @Bo kind sideways", "I do not know “sideways”"),
        ("team set @Bo foo bar", "I do not understand “foo bar”"),
        ("team set @Bo", "What shall I say"),
        ("team set kind remote", "Of whom?"),
        ("team head marketing", "Who heads it?"),
        ("team head zeppelins @Bo", "no department “zeppelins”"),
    ):
        assert wrong in await firm.says(firm.shop.anna, typed)
    async with firm.shop.team.store() as db:
        assert await db.team.facts() == {}
        assert await db.team.heads() == {}


async def test_who_the_company_says_leads_stays(firm: Firm) -> None:
    """Whatever a platform tells later."""
    team = firm.shop.team
    await firm.shop.anna.says("team set @Li manager @Anna")
    await changes(team, firm.shop.li, "Ev-lead", manager=firm.shop.bo.ref)
    await changes(team, firm.shop.wei, "Ev-lead-2", manager=firm.shop.wang.ref)
    assert "Manager: Anna Berger" in await firm.says(firm.shop.bo, "team show @Li")
    assert "Manager: 王芳" in await firm.says(firm.shop.bo, "team show 李伟")


async def test_a_list_is_compared_before_it_is_applied(firm: Firm) -> None:
    """Broken lines by number and reason; nothing changes until Apply (P16)."""
    anna = firm.shop.anna
    said = await firm.says(anna, LIST)
    for line in (
        "Line 3: I do not know “Nobody Here”",
        "Line 5: That would be a ring: Anna Berger → Li Mei → Anna Berger",
        "Line 7: Bo Lin is on a line before",
        "Line 8: more cells than columns: x;y;z;;remote;more",
        "Line 9: no name and no address",
        "Line 10: works neither in the office",
        "Bo Lin – Departments: (nothing) → IT; Manager: (nothing) → Anna Berger",
        "王芳 – Departments: (nothing) → Customer service, Warehouse",
        "Li Mei – Manager: (nothing) → Anna Berger",
    ):
        assert line in said, line
    seen = anna.last()
    before = await firm.says(firm.shop.bo, "team show")
    assert "IT" not in before
    await anna.presses("Apply", seen)
    after = await firm.says(firm.shop.bo, "team show")
    assert "Departments: IT" in after
    assert "Manager: Anna Berger" in after
    assert "Works: remotely" in after
    again = await anna.presses("Apply", seen)
    assert again
    assert "applied or let go already" in again.text
    assert "This changes nothing" in await firm.says(
        anna, "team import\nname,dept\nBo Lin,it"
    )


async def test_what_is_no_list_is_said_kindly(firm: Firm) -> None:
    """By command and in the form; what was let go is gone."""
    anna = firm.shop.anna
    assert "names the columns" in await firm.says(anna, "team import\nfoo")
    await anna.says("team import")
    wrong = await anna.fills(lines="a,b\nc,d")
    assert "must name the columns" in wrong["lines"]
    assert await anna.fills(lines="email,role\nbo@tea.example,Lead") == {}
    seen = anna.last()
    assert seen
    assert "Bo Lin – Role: (nothing) → Lead" in seen.text
    await anna.presses("Leave it", seen)
    assert "Lead" not in await firm.says(firm.shop.bo, "team show")


async def test_who_works_outside_reads_nothing_of_the_company(firm: Firm) -> None:
    """Neither thanks of others, nor awards, areas and checklists, in any language."""
    anna, bo = firm.shop.anna, firm.shop.bo
    await anna.says("kudos wall here", "#wins")
    await anna.says("kudos @Li for the zeppelin", "#wins")
    await anna.says("award new Star monthly")
    await anna.says("team set @Bo kind outside")
    for who in (bo, firm.shop.gus):
        assert "zeppelin" not in await firm.says(who, "kudos list")
        for typed in ("award", "award ledger", "area list", "onboarding template"):
            said = await firm.says(who, typed)
            assert "people of the company" in said or "from outside" in said
    assert "zeppelin" in await firm.says(firm.shop.li, "kudos list")


async def test_who_may_what_is_the_same_on_both_chats(firm: Firm) -> None:
    """Admins are named to everybody, guests are shown as such (P09)."""
    for who, typed, told in (
        (firm.shop.bo, "who is an admin?", "Anna Berger"),
        (firm.shop.wang, "谁是管理员？", "Anna Berger"),
        (firm.shop.bo, "team show @Anna", "May: change what belongs to everybody"),
        (firm.shop.anna, "team show @Gus", "as a guest"),
    ):
        said = await firm.says(who, typed)
        assert told in said, typed
    assert "Li Mei" not in await firm.says(firm.shop.bo, "team admins")
    assert "May:" not in await firm.says(firm.shop.bo, "team show @Li")
