"""What the repository of people promises."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.model.link import MessageKind
from bot.model.people import Hours, Place, Profile, ReminderStyle, Role
from bot.model.refs import PlaceRef, UserRef
from storage.unit_of_work import SqlStore

ANN = Profile(UserRef("slack", "T1", "U1"), "Ann", "ann", "ann@tea.example")
BO = Profile(UserRef("dingtalk", "D1", "2$x"), "王波", "", None)
SHOP = PlaceRef("slack", "T1", "C1")


async def test_a_workspace_is_made_on_first_sight(store: SqlStore) -> None:
    """The second time it is the same one."""
    async with store() as db:
        first = await db.people.connect("slack", "T1", "Tea")
        assert await db.people.connect("slack", "T1", "") == first
        assert (await db.people.connect("slack", "T1", "Tea House")).name == "Tea House"
        assert (await db.people.connect("slack", "T1", "")).name == "Tea House"
        assert (await db.people.connect("slack", "T2", "Other")).id != first.id


async def test_a_person_is_made_on_first_sight(store: SqlStore) -> None:
    """With the profile's facts, and the organization's where it is silent."""
    async with store() as db:
        ann = await db.people.meet(replace(ANN, zone="Asia/Shanghai", language="zh-CN"))
        bo = await db.people.meet(BO)
    assert (ann.name, ann.email, ann.zone, ann.language) == (
        "Ann", "ann@tea.example", "Asia/Shanghai", "zh",
    )  # fmt: skip
    assert (bo.zone, bo.language, bo.role) == ("Europe/Berlin", "en", Role.MEMBER)


async def test_the_same_account_is_the_same_person(store: SqlStore) -> None:
    """Meeting again makes nobody new, and brings the facts up to date."""
    async with store() as db:
        first = await db.people.meet(ANN)
        assert await db.people.meet(ANN) == first
        second = await db.people.meet(replace(ANN, name="Ann Li", zone="Asia/Tokyo"))
        assert (second.id, second.name, second.zone) == (
            first.id,
            "Ann Li",
            "Asia/Tokyo",
        )
        assert await db.people.everyone() == [second]


async def test_the_same_address_elsewhere_is_the_same_person(store: SqlStore) -> None:
    """At first sight, whatever its case; the person keeps their name."""
    async with store() as db:
        ann = await db.people.meet(replace(ANN, zone="Asia/Tokyo"))
        same = await db.people.meet(replace(BO, email="ANN@Tea.Example", zone="UTC"))
        assert same == replace(ann, also=("王波",))
        assert await db.people.everyone() == [same]
        theirs = await db.people.accounts(ann.id)
        assert [account.ref for account in theirs] == [ANN.ref, BO.ref]


async def test_the_same_staff_id_elsewhere_is_the_same_person(store: SqlStore) -> None:
    """A company numbers each human once; what they have set stays."""
    async with store() as db:
        ann = await db.people.meet(replace(ANN, staff_id="E0042"))
        await db.people.save(replace(ann, own_zone="Europe/Paris"))
        same = await db.people.meet(replace(BO, staff_id="e0042", admin=True))
        assert (same.id, same.name, same.zone) == (ann.id, "Ann", "Europe/Paris")
        assert same.role is Role.ADMIN, "who may it on one platform, may it"
        again = await db.people.meet(replace(ANN, staff_id="E0042"))
        assert again.role is Role.ADMIN


@pytest.mark.parametrize(
    "newcomer",
    [
        replace(BO, email=ANN.email, guest=True),
        replace(BO, email=ANN.email, bot=True),
        replace(BO, email=ANN.email, active=False),
        replace(ANN, ref=UserRef("slack", "T1", "U2")),
        replace(BO, email=""),
        BO,
    ],
    ids=["guest", "bot", "gone", "same workspace", "empty", "none"],
)
async def test_nobody_else_is_taken_for_them(
    store: SqlStore, newcomer: Profile
) -> None:
    """Guests and bots never join, nor does a second account of one workspace."""
    async with store() as db:
        ann = await db.people.meet(ANN)
        assert (await db.people.meet(newcomer)).id != ann.id


async def test_a_guest_is_joined_by_nobody(store: SqlStore) -> None:
    """They may be linked by an admin."""
    async with store() as db:
        guest = await db.people.meet(replace(ANN, guest=True))
        assert (await db.people.meet(replace(BO, email=ANN.email))).id != guest.id


async def test_an_address_of_two_says_nothing(store: SqlStore) -> None:
    """info@ may be anybody's: nobody is joined by guessing."""
    async with store() as db:
        await db.people.meet(ANN)
        await db.people.meet(replace(ANN, ref=UserRef("slack", "T1", "U2")))
        bo = await db.people.meet(replace(BO, email=ANN.email))
        assert len(await db.people.everyone()) == 3
        assert bo.name == "王波"


async def test_a_later_address_joins_nobody(store: SqlStore) -> None:
    """Only first sight does; later they are asked."""
    async with store() as db:
        ann, bo = await db.people.meet(ANN), await db.people.meet(BO)
        again = await db.people.meet(replace(BO, email=ANN.email))
        assert again.id == bo.id != ann.id


async def test_two_accounts_do_not_quarrel_about_the_facts(store: SqlStore) -> None:
    """The first one names the person; the other one fills in what is missing."""
    async with store() as db:
        await db.people.meet(replace(ANN, language="en"))
        other = replace(BO, email=ANN.email, zone="Asia/Shanghai", language="zh")
        for profile in (other, replace(ANN, language="en"), other):
            met = await db.people.meet(profile)
        assert (met.name, met.zone, met.language) == ("Ann", "Asia/Shanghai", "en")


async def test_who_leaves_one_side_stays_on_the_other(store: SqlStore) -> None:
    """Away for good is who has no account left."""
    async with store() as db:
        ann = await db.people.meet(ANN)
        await db.people.meet(replace(BO, email=ANN.email))
        half = await db.people.meet(replace(ANN, active=False))
        assert half.active
        theirs = await db.people.accounts(ann.id)
        assert [account.ref for account in theirs] == [BO.ref]
        gone = await db.people.meet(replace(BO, email=ANN.email, active=False))
        assert not gone.active
        assert not await db.people.everyone()


async def test_departments_come_from_the_platform_until_somebody_chooses(
    store: SqlStore,
) -> None:
    """In our words where we know them; what a person chose is left alone."""
    told = replace(BO, departments=("市场部", "茶馆"))
    async with store() as db:
        bo = await db.people.meet(told)
        assert bo.departments == ("marketing", "茶馆")
        moved = await db.people.meet(replace(told, departments=("仓库",)))
        assert moved.departments == ("warehouse",)
        await db.people.save(replace(moved, own_language="en"))
        assert (await db.people.meet(told)).departments == ("marketing", "茶馆")
        await db.people.save(replace(moved, departments=("data",)))
        assert (await db.people.meet(told)).departments == ("data",)
        assert (await db.people.meet(BO)).departments == ("data",)


async def test_the_manager_is_known_whoever_is_met_first(store: SqlStore) -> None:
    """Platforms list people in any order."""
    boss = Profile(UserRef("dingtalk", "D1", "boss"), "张总")
    async with store() as db:
        bo = await db.people.meet(replace(BO, manager=boss.ref))
        assert bo.manager_id is None
        met = await db.people.meet(boss)
        assert (await db.people.get(bo.id)).manager_id == met.id
        late = replace(ANN, manager=BO.ref)
        assert (await db.people.meet(late)).manager_id == bo.id
        moved = await db.people.meet(replace(late, manager=boss.ref))
        assert moved.manager_id == met.id


async def test_people_are_written_where_they_were_last(store: SqlStore) -> None:
    """Where they want it wins; else where they typed; else where there is a dm."""
    now = datetime(2026, 3, 2, 9, tzinfo=UTC)
    async with store() as db:
        ann = await db.people.meet(ANN)
        await db.people.meet(replace(BO, email=ANN.email))

        async def first(kind: MessageKind = MessageKind.ANY) -> str:
            theirs = await db.people.accounts(ann.id, kind)
            return theirs[0].ref.platform

        assert await first() == "slack"
        await db.people.remember_dm(BO.ref, PlaceRef("dingtalk", "D1", "d"))
        assert await first() == "dingtalk"
        await db.people.seen(ANN.ref, now)
        assert await first() == "slack"
        await db.people.seen(BO.ref, now + timedelta(minutes=1))
        assert await first() == "dingtalk"
        await db.people.seen(ANN.ref, now + timedelta(minutes=2))
        assert await first() == "dingtalk", "it is written down once an hour"
        await db.links.wish(ann.id, {MessageKind.TASK: "slack"})
        assert await first(MessageKind.TASK) == "slack"
        assert await first(MessageKind.STANDUP) == "dingtalk"
        await db.links.wish(ann.id, {MessageKind.ANY: "slack"})
        assert await first(MessageKind.STANDUP) == "slack"
        await db.links.wish(ann.id, {MessageKind.STANDUP: "dingtalk"})
        assert await first(MessageKind.STANDUP) == "dingtalk"
        kinds = dict.fromkeys(MessageKind)
        await db.links.wish(ann.id, kinds)
        assert await db.links.wishes(ann.id) == {}


async def test_what_a_profile_does_not_say_stays(store: SqlStore) -> None:
    """Absent facts are no news."""
    async with store() as db:
        await db.people.meet(replace(ANN, zone="Asia/Tokyo", language="zh"))
        again = await db.people.meet(replace(ANN, name="", email=None))
    assert (again.name, again.email, again.zone, again.language) == (
        "Ann", "ann@tea.example", "Asia/Tokyo", "zh",
    )  # fmt: skip


async def test_what_the_person_chose_wins(store: SqlStore) -> None:
    """A platform's profile does not change a person's own zone and language."""
    async with store() as db:
        ann = await db.people.meet(replace(ANN, zone="Asia/Tokyo", language="en"))
        chosen = replace(ann, own_zone="Europe/Paris", own_language="zh")
        await db.people.save(replace(chosen, own_country="AT"))
        again = await db.people.meet(replace(ANN, zone="Asia/Seoul", language="en"))
        assert (again.zone, again.language) == ("Europe/Paris", "zh")
        assert again.own_country == "AT"
        await db.people.save(replace(again, own_zone=None, own_language=None))
        back = await db.people.get(ann.id)
    assert (back.zone, back.language) == ("Asia/Seoul", "en")


async def test_a_role_follows_the_platform_but_an_owner_stays(store: SqlStore) -> None:
    """Admins of the platform are admins here, until they are no more."""
    async with store() as db:
        assert (await db.people.meet(replace(ANN, admin=True))).role is Role.ADMIN
        assert (await db.people.meet(replace(ANN, guest=True))).role is Role.GUEST
        ann = await db.people.meet(ANN)
        assert ann.role is Role.MEMBER
        await db.people.save(replace(ann, role=Role.OWNER))
        assert (await db.people.meet(replace(ANN, guest=True))).role is Role.OWNER


async def test_everything_a_person_set_is_kept(store: SqlStore) -> None:
    """Saved and read back, it is the same value."""
    async with store() as db:
        ann = await db.people.meet(ANN)
        changed = replace(
            ann,
            hours=Hours(time(8, 30), time(16, 45), frozenset({0, 2, 6})),
            reminders=ReminderStyle.LIGHT,
            departments=("content", "marketing"),
        )
        await db.people.save(changed)
        assert await db.people.get(ann.id) == changed
        assert await db.people.some([ann.id, ann.id, 404]) == {ann.id: changed}
        await db.people.save(replace(changed, departments=("data",)))
        assert (await db.people.get(ann.id)).departments == ("data",)


async def test_who_left_is_known_but_not_of_everyone(store: SqlStore) -> None:
    """A deactivated account takes the person out until it is active again."""
    async with store() as db:
        ann = await db.people.meet(ANN)
        assert not (await db.people.meet(replace(ANN, active=False))).active
        assert not await db.people.everyone()
        assert not await db.people.accounts(ann.id)
        assert ANN.ref in await db.people.known([ANN.ref])
        assert (await db.people.meet(ANN)).active
        assert await db.people.everyone() == [ann]


async def test_everyone_is_sorted_by_name(store: SqlStore) -> None:
    """In the same order on both databases, capitals or not."""
    async with store() as db:
        for number, name in enumerate(["zoe", "Bo", "ann", "Álvaro", "王波"]):
            ref = UserRef("slack", "T1", f"U{number}")
            await db.people.meet(Profile(ref, name))
        names = [person.name for person in await db.people.everyone()]
    assert names == ["ann", "Bo", "zoe", "Álvaro", "王波"]


async def test_known_finds_those_we_know(store: SqlStore) -> None:
    """Accounts of several workspaces at once; unknown ones are left out."""
    async with store() as db:
        ann = await db.people.meet(ANN)
        bo = await db.people.meet(BO)
        stranger = UserRef("slack", "T2", "U1")
        found = await db.people.known([ANN.ref, BO.ref, stranger])
        assert found == {ANN.ref: ann, BO.ref: bo}
        assert await db.people.known([]) == {}


async def test_an_account_keeps_its_direct_conversation(store: SqlStore) -> None:
    """Once known, messages need not ask the platform for it."""
    dm = PlaceRef("slack", "T1", "D7")
    async with store() as db:
        ann = await db.people.meet(ANN)
        [account] = await db.people.accounts(ann.id)
        assert (account.ref, account.handle, account.dm) == (ANN.ref, "ann", None)
        await db.people.remember_dm(ANN.ref, replace(dm, thread="1.2"))
        [account] = await db.people.accounts(ann.id)
        assert account.dm == dm


async def test_a_place_is_known_by_its_newest_facts(store: SqlStore) -> None:
    """By reference in any thread, and by its name without '#', case folded."""
    place = Place(SHOP, "Shop-Team", private=True)
    async with store() as db:
        assert await db.people.place(SHOP) is None
        await db.people.remember_place(Place(SHOP, "old"))
        await db.people.remember_place(place)
        assert await db.people.place(replace(SHOP, thread="1.2")) == place
        assert await db.people.place_named("#shop-team") == place
        assert await db.people.place_named("ＳＨＯＰ-Team") == place
        assert await db.people.place_named("old") is None


async def test_a_direct_conversation_has_no_name_to_find(store: SqlStore) -> None:
    """Whoever types #ann means a channel."""
    async with store() as db:
        await db.people.remember_place(Place(SHOP, "ann", direct=True))
        assert await db.people.place_named("ann") is None


HOSTILE = {
    "nul\x00nul": "nul\ufffdnul",
    "half \ud83d pair": "half \ufffd pair",
    "'; DROP TABLE people; --": "'; DROP TABLE people; --",
    "<@U1> *x* \u202e茶": "<@U1> *x* \u202e茶",
}


@pytest.mark.parametrize(("typed", "kept"), HOSTILE.items())
async def test_any_text_can_be_kept(store: SqlStore, typed: str, kept: str) -> None:
    """What no database can hold is marked; everything else is as it was typed."""
    async with store() as db:
        met = await db.people.meet(replace(ANN, name=typed, handle=typed))
        assert met.name == kept
        assert await db.people.meet(replace(ANN, name=typed, handle=typed)) == met
