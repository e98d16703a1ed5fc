"""Feedback goes where the rules say, and what stops sales goes there at once."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import datetime

import pytest

from tests.bot.feedback.desk import STORE, TRIAGE, Desk, a_desk
from tests.databases import KINDS, Kind
from tests.driver import Member
from tests.fakes.chat import Seen

CALL = "+49 30 1234567"


@pytest.fixture(params=KINDS)
async def desk(request: pytest.FixtureRequest) -> AsyncIterator[Desk]:
    """On both databases; with a channel for who runs the shop."""
    kind: Kind = request.param
    async with a_desk(kind) as made:
        await made.opens_store()
        yield made


async def ruled(desk: Desk, rule: str) -> Seen:
    """A rule of Anna's, and what she sees then."""
    seen = await desk.anna.says(f"feedback route {rule}")
    assert seen
    return seen


async def works_for(desk: Desk, who: Member, boss: Member, department: str) -> None:
    """Their platform says who leads them, and where they work."""
    profiles = desk.team.chat.profiles
    facts = {"manager": boss.ref, "departments": (department,)}
    profiles[who.ref] = replace(profiles[who.ref], **facts)  # type: ignore[arg-type]
    await desk.team.know_everyone()


def told(who: Member, kind: str) -> list[Seen]:
    """What somebody was told of that kind."""
    return [seen for seen in who.inbox if f":{kind}:new:" in seen.key]


def shown(desk: Desk, where: str = STORE) -> list[str]:
    """The cards in a place."""
    return [seen.text for seen in desk.anna.sees(where) if ":card:" in seen.key]


async def test_a_rule_is_one_sentence(desk: Desk) -> None:
    """In either language, in any order; it is shown as it was understood."""
    seen = await ruled(
        desk,
        "cart,checkout !high market:DE sku:CUP "
        f'words:"broken, 破损" → {STORE} @Jonas dept:it',
    )
    assert "Cart, high or worse, market Germany, products CUP…" in seen.text
    assert "says “broken or 破损” → #store-it, IT and Jonas Weber" in seen.text
    assert "Checkout, high or worse" in seen.text
    again = await desk.anna.says(f"反馈 分派 购物车、支付 !阻断 市场:CN → {STORE}")
    assert again
    assert "Cart, keeps customers from buying and market China" in again.text


async def test_it_goes_where_the_first_rule_says(desk: Desk) -> None:
    """And to no other place."""
    desk.team.place("#returns")
    await ruled(desk, "returns → #returns")
    await ruled(desk, f"all → {STORE}")
    await desk.sofia.says("feedback how do I return a cup? step:returns", "#general")
    assert "F-1" in shown(desk, "#returns")[0]
    assert shown(desk) == []
    await desk.sofia.says("feedback nothing is found step:search", "#general")
    assert "F-2" in shown(desk)[0]


@pytest.mark.parametrize(
    ("rule", "said", "goes"),
    [
        ("quality", "the cup arrived broken step:quality", True),
        ("quality", "nothing is found step:search", False),
        ("!high", "nothing can be bought !blocking", True),
        ("!high", "nothing is found !normal", False),
        ("market:de", "no cups market:DE", True),
        ("market:DE", "no cups market:FR", False),
        ("sku:CUP", "no handle sku:cup-17", True),
        ("sku:CUP", "no handle sku:POT-1", False),
        ("words:rusty", "the tin is RUSTY inside", True),
        ("words:tin", "I am getting nothing", False),
        ("词:生锈", "铁罐生锈了", True),
    ],
)
async def test_a_rule_fits_what_it_speaks_of(
    desk: Desk, rule: str, said: str, goes: bool
) -> None:
    """By step, severity and worse, market, products that begin so, words."""
    await ruled(desk, f"{rule} → {STORE}")
    await desk.sofia.says(f"feedback {said}", "#general")
    assert bool(shown(desk)) is goes


async def test_customers_stay_hidden_there(desk: Desk) -> None:
    """Whoever is there may see to it, without their names and numbers (H27)."""
    await ruled(desk, f"all → {STORE}")
    said = f"feedback no cups left, call {CALL} customer:Maria"
    await desk.sofia.says(said, "#general")
    (card,) = shown(desk)
    assert "no cups left" in card
    assert CALL not in card
    assert "Maria" not in card
    await desk.sofia.says("feedback take 1")
    assert (await desk.item()).owner_id is None
    eve = desk.team.person("Eve Moss")
    await eve.presses("Take", eve.last(STORE))
    assert (await desk.item()).owner_id is not None


async def test_a_guest_there_only_looks(desk: Desk) -> None:
    """They are in the channel, not in the company."""
    gus = desk.team.person("Gus Gast", guest=True)
    await ruled(desk, f"all → {STORE}")
    await desk.sofia.says("feedback no cups left", "#general")
    await gus.presses("Take", gus.last(STORE))
    assert (await desk.item()).owner_id is None


async def test_a_corrected_one_goes_where_it_belongs_now(desk: Desk) -> None:
    """Once in each place, however often it is corrected."""
    await ruled(desk, f"returns → {STORE}")
    await desk.sofia.says("feedback it is all wrong step:other", "#general")
    assert shown(desk) == []
    for step in ("returns", "cart", "returns"):
        card = [s for s in desk.jonas.sees(TRIAGE) if ":card:" in s.key][-1]
        await desk.jonas.presses("Where", card, f"1:{step}")
    assert len(shown(desk)) == 1


async def test_it_comes_to_both_chats_at_once(desk: Desk) -> None:
    """A room is one place: each of its groups shows it once (Q02)."""
    gang = desk.team.place("#gang", platform="dingtalk")
    await desk.anna.says("room tie shop", STORE)
    async with desk.team.store() as db:
        room = await db.rooms.make("shop")
        await db.rooms.tie(room, gang)
        await db.commit()
    await ruled(desk, f"all → {STORE}")
    await desk.sofia.says("feedback no cups left", "#general")
    assert len(shown(desk)) == 1
    groups = [seen for seen in desk.wang.sees("#gang") if ":card:" in seen.key]
    assert [("F-1" in seen.text) for seen in groups] == [True]


async def test_where_it_is_triaged_it_is_shown_once(desk: Desk) -> None:
    """A rule for the same room adds nothing, whichever of its places it names."""
    for place in (TRIAGE, STORE):
        await desk.anna.says("room tie voice", place)
        await ruled(desk, f"all → {place}")
    await desk.anna.says("feedback triage here", STORE)
    await desk.sofia.says("feedback no cups left", "#general")
    assert [len(shown(desk, place)) for place in (TRIAGE, STORE)] == [1, 1]


async def test_who_is_on_duty_is_told_once(desk: Desk) -> None:
    """And may see to it from there."""
    await ruled(desk, "all → @王芳")
    await desk.sofia.says("feedback no cups left", "#general")
    (seen,) = told(desk.wang, "routed")
    assert "📥 F-1 由您处理" in seen.text
    await desk.jonas.says("feedback note 1 sold out", TRIAGE)
    await desk.wang.presses("认领", seen)
    assert (await desk.item()).owner_id is not None
    assert len(told(desk.wang, "routed")) == 1


async def test_while_they_are_away_their_manager_is_told(desk: Desk) -> None:
    """Nobody's holiday keeps a customer waiting."""
    await works_for(desk, desk.jonas, desk.anna, "IT")
    await desk.jonas.says("away today")
    await ruled(desk, "all → @Jonas")
    await desk.sofia.says("feedback no cups left", "#general")
    await desk.team.waits(hours=2)
    assert told(desk.jonas, "routed") == []
    assert "F-1 is yours" in told(desk.anna, "routed")[0].text


async def test_what_stops_sales_is_told_at_once(desk: Desk) -> None:
    """In the rooms of e-commerce and IT, to the manager on duty, with a task at hand,
    whatever rule comes first.
    """
    await desk.anna.says("away today")
    await ruled(desk, "all → @Jonas")
    await ruled(desk, f"returns → {STORE} dept:电商")
    boss = desk.team.person("Boss Lang", admin=True)
    await desk.team.know_everyone()
    await desk.sofia.says("feedback cart is empty after login !blocking", "#general")
    assert "F-1" in shown(desk)[0]
    card = desk.sofia.sees(STORE)[-1]
    assert "Make a task" in {each.label for each in card.controls}
    for who in (boss, desk.jonas):
        (seen,) = told(who, "alarm")
        assert "🚨 F-1 stands between customers and their order" in seen.text
        assert "Make a task" in {each.label for each in seen.controls}
        assert seen.card.urgent
    assert told(desk.anna, "alarm") == []
    await boss.presses("Make a task", told(boss, "alarm")[0])
    assert (await desk.item()).task_id is not None


async def test_who_leads_the_shop_comes_before_the_admins(desk: Desk) -> None:
    """While they are at work; after hours who comes first."""
    leader = desk.team.person("Lea Shop", zone="Asia/Shanghai")
    await works_for(desk, desk.jonas, leader, "E-commerce")
    await desk.sofia.says("feedback cart is empty after login !blocking", "#general")
    assert len(told(leader, "alarm")) == 1
    assert told(desk.anna, "alarm") == []
    await desk.team.until(datetime.fromisoformat("2026-03-02T17:00+01:00"))
    await desk.sofia.says("feedback checkout hangs for everyone !blocking", "#general")
    assert len(told(leader, "alarm")) == 1
    assert len(told(desk.anna, "alarm")) == 1


async def test_in_the_middle_of_the_night_it_is_told_nevertheless(desk: Desk) -> None:
    """Nothing is sold until somebody wakes up."""
    await desk.team.until(datetime.fromisoformat("2026-03-03T03:00+01:00"))
    await desk.sofia.says("feedback cart is empty after login !blocking", "#general")
    assert len(told(desk.anna, "alarm")) == 1


async def test_what_can_wait_waits_for_the_morning(desk: Desk) -> None:
    """Who is on duty sleeps."""
    await ruled(desk, "all → @Jonas")
    await desk.team.until(datetime.fromisoformat("2026-03-03T03:00+01:00"))
    await desk.sofia.says("feedback please offer gold paper", "#general")
    assert told(desk.jonas, "routed") == []
    await desk.team.until(datetime.fromisoformat("2026-03-03T09:01+01:00"))
    assert len(told(desk.jonas, "routed")) == 1


async def test_a_rule_is_dropped_by_its_number(desk: Desk) -> None:
    """The others move up."""
    await ruled(desk, f"cart → {STORE}")
    await ruled(desk, f"returns → {STORE}")
    seen = await desk.anna.says("feedback route drop 1")
    assert seen
    assert "Returns → #store-it" in seen.text
    seen = await desk.anna.says("反馈 分派 删除 1")
    assert seen
    assert "There are no rules yet" in seen.text
    seen = await desk.anna.says("feedback route drop 1")
    assert seen
    assert "the number of a rule" in seen.text


async def test_here_is_where_it_is_typed(desk: Desk) -> None:
    """In a channel; alone it means nothing."""
    seen = await desk.anna.says("feedback route cart → here", STORE)
    assert seen
    assert "Cart → #store-it" in seen.text
    seen = await desk.anna.says("feedback route cart → here")
    assert seen
    assert "works in a channel or group only" in seen.text


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("", "which feedback goes where"),
        ("cart", "where it goes"),
        ("basketball → #store-it", "I do not know “basketball”"),
        ("cart → #store-it #general", "one channel for each rule"),
        ("cart → #nowhere", "#nowhere"),
        ("cart → #store-it dept:moon", "the department “moon”"),
        ("cart → @Nobody", "Nobody"),
        ("cart → @Jonas @Sofia", "name one person"),
        ("words:" + '"' + ", ".join(map(str, range(40))) + '" → #store-it', "30 is"),
    ],
)
async def test_what_is_no_rule_is_told(desk: Desk, typed: str, answer: str) -> None:
    """Kindly, with an example; nothing is kept."""
    seen = await ruled(desk, typed)
    assert answer in seen.text
    async with desk.team.store() as db:
        assert await db.feedback.rules.routes() == []


async def test_rules_are_made_by_admins_and_read_by_who_triages(desk: Desk) -> None:
    """Nobody else learns which channels there are."""
    await ruled(desk, f"cart → {STORE}")
    seen = await desk.jonas.says("feedback routes")
    assert seen
    assert "Cart → #store-it" in seen.text
    for typed in (
        "feedback routes",
        "feedback route drop 1",
        "feedback route all → here",
    ):
        seen = await desk.sofia.says(typed)
        assert seen
        assert STORE not in seen.text
    async with desk.team.store() as db:
        assert len(await db.feedback.rules.routes()) == 1


async def test_money_taken_wrongly_is_told_at_once_too(desk: Desk) -> None:
    """What is bad between the cart and the payment; what is bad elsewhere is not."""
    await desk.sofia.says("feedback charged wrongly step:payment !high", "#general")
    assert len(told(desk.anna, "alarm")) == 1
    await desk.sofia.says("feedback the glass cuts step:quality !high", "#general")
    assert len(told(desk.anna, "alarm")) == 1


async def test_a_rule_is_dropped_from_the_list(desk: Desk) -> None:
    """By an admin, with one press; those in the room only read the list."""
    await ruled(desk, f"returns → {STORE}")
    await ruled(desk, f"cart → {STORE}")
    read = await desk.jonas.says("feedback routes", TRIAGE)
    assert read
    assert "Rule 2" in read.text
    assert "Drop" not in read.text
    listed = await desk.anna.says("feedback routes")
    assert listed
    seen = await desk.anna.presses("Drop", listed)
    assert seen
    assert "Returns" not in seen.text
    assert "Cart → #store-it" in seen.text
    again = await desk.anna.presses("Drop", listed)
    assert again
    assert "Cart → #store-it" in again.text


async def test_more_rules_than_a_card_holds_are_still_listed(desk: Desk) -> None:
    """The first of them with buttons, all with their numbers."""
    for number in range(25):
        await ruled(desk, f"sku:CUP{number} → {STORE}")
    seen = await desk.anna.says("feedback routes")
    assert seen
    assert "Rule 25 · products CUP24… → #store-it" in seen.text
