"""Where people are at home: what was told wins over what is only usual somewhere."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import update

from bot.model.people import Account, Person, Profile
from bot.model.refs import UserRef
from storage.tables.people import people
from storage.unit_of_work import SqlStore, SqlUnitOfWork

COMPANY = ("Europe/Berlin", "en")
LISBON, SHANGHAI = ("Europe/Lisbon", "en"), ("Asia/Shanghai", "zh")
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
BARE = Profile(UserRef("slack", "T1", "U1"), "Grace", email="g@tea.example")
TOLD = replace(BARE, zone="Europe/Lisbon", language="en-GB")
YA = Profile(UserRef("dingtalk", "D1", "ya"), "陈雅")
USUAL = replace(YA, zone="Asia/Shanghai", language="zh", usual=True)
SAME = replace(USUAL, email=TOLD.email)
BRANCH = replace(TOLD, ref=UserRef("slack", "T2", "U7"), email=None, zone="Asia/Tokyo")
AGENCY = replace(BRANCH, ref=UserRef("slack", "T3", "U8"), zone="Asia/Seoul")
BOTH = pytest.mark.parametrize("met", [(TOLD, SAME), (SAME, TOLD)], ids=["told", "not"])


def home(person: Person) -> tuple[str, str]:
    """Where they live and what they read."""
    return person.zone, person.language


async def one_of(db: SqlUnitOfWork, *profiles: Profile) -> Person:
    """One person with these accounts, linked in this order."""
    first, *others = [await db.people.meet(profile) for profile in profiles]
    for other in others:
        await db.links.merge(first.id, other.id)
    return await db.people.get(first.id)


async def account(db: SqlUnitOfWork, person: Person, profile: Profile) -> Account:
    """The account of theirs that this profile is of."""
    theirs = await db.people.accounts_of([person.id])
    return next(each for each in theirs if each.ref == profile.ref)


async def test_what_is_usual_counts_for_who_has_nothing_else(store: SqlStore) -> None:
    """On DingTalk alone one lives in China; on Slack alone, nothing is assumed."""
    async with store() as db:
        assert home(await db.people.meet(USUAL)) == SHANGHAI
        assert home(await db.people.meet(TOLD)) == LISBON
        bare = replace(BARE, ref=UserRef("slack", "T1", "U2"))
        assert home(await db.people.meet(bare)) == COMPANY


@pytest.mark.parametrize("kept", [TOLD, USUAL], ids=["told stays", "usual stays"])
@pytest.mark.parametrize("met", [(TOLD, USUAL), (USUAL, TOLD)], ids=["told", "usual"])
async def test_a_link_gives_the_told_home(
    store: SqlStore, met: tuple[Profile, ...], kept: Profile
) -> None:
    """Whoever was met first, whoever gave the code; and readings change nothing."""
    async with store() as db:
        by_ref = {each.ref: await db.people.meet(each) for each in met}
        stays = by_ref.pop(kept.ref)
        [goes] = by_ref.values()
        await db.links.merge(stays.id, goes.id)
        one = await db.people.get(stays.id)
        assert (home(one), one.name) == (LISBON, kept.name)
        for profile in (USUAL, TOLD, USUAL):
            assert home(await db.people.meet(profile)) == LISBON


@BOTH
async def test_an_address_gives_the_told_home(
    store: SqlStore, met: tuple[Profile, Profile]
) -> None:
    """The second account joins at first sight, whichever it is."""
    async with store() as db:
        first, second = [await db.people.meet(profile) for profile in met]
        assert first.id == second.id
        assert home(second) == LISBON


@BOTH
async def test_the_unlinked_have_their_own_home_back(
    store: SqlStore, met: tuple[Profile, Profile]
) -> None:
    """Whichever of the two goes."""
    for goes in met:
        async with store() as db:
            await db.people.meet(met[0])
            one = await db.people.meet(met[1])
            leaving = await account(db, one, goes)
            alone = await db.links.unlink(leaving.id)
            left = await db.people.get(one.id)
            homes = {goes.ref: home(alone)}
            [stays] = [each for each in met if each.ref != goes.ref]
            homes[stays.ref] = home(left)
        assert homes == {TOLD.ref: LISBON, USUAL.ref: SHANGHAI}


@BOTH
async def test_who_moves_is_followed(
    store: SqlStore, met: tuple[Profile, Profile]
) -> None:
    """Also where the account that says so is not the main one; their choice wins."""
    async with store() as db:
        for profile in met:
            await db.people.meet(profile)
        moved = replace(TOLD, zone="Asia/Tokyo", language="zh-CN")
        one = await db.people.meet(moved)
        assert home(one) == ("Asia/Tokyo", "zh")
        await db.people.save(replace(one, own_zone="Asia/Seoul", own_language="en"))
        assert home(await db.people.meet(TOLD)) == ("Asia/Seoul", "en")


async def test_what_one_says_fills_in_what_another_does_not(store: SqlStore) -> None:
    """Each fact by itself; a usual one only where nobody was told and it leads."""
    async with store() as db:
        one = await one_of(db, USUAL, replace(BARE, zone="Europe/Lisbon"))
        assert home(one) == ("Europe/Lisbon", "zh")
        assert home(await db.people.meet(replace(BARE, language="en"))) == LISBON
    async with store() as db:
        assert home(await one_of(db, BARE, USUAL)) == COMPANY
    async with store() as db:
        assert home(await one_of(db, USUAL, BARE)) == SHANGHAI


async def test_of_several_told_the_main_one_counts(store: SqlStore) -> None:
    """Then the one seen last; who left a chat lives where they still are."""
    async with store() as db:
        await one_of(db, TOLD, BRANCH, USUAL)
        assert home(await db.people.meet(BRANCH)) == LISBON
    async with store() as db:
        one = await one_of(db, USUAL, TOLD, BRANCH, AGENCY)
        assert one.zone == "Europe/Lisbon", "the oldest"
        await db.people.seen(BRANCH.ref, NOON - timedelta(hours=3))
        await db.people.seen(AGENCY.ref, NOON)
        assert (await db.people.meet(AGENCY)).zone == "Asia/Seoul"
        gone = await db.people.meet(replace(AGENCY, active=False))
        assert gone.zone == "Asia/Tokyo"
        await db.people.meet(replace(BRANCH, active=False))
        left = await db.people.meet(replace(TOLD, active=False))
        assert home(left)[0] != "Asia/Shanghai", "nobody moves by leaving a chat"


async def test_what_is_told_and_what_is_usual_are_not_mixed(store: SqlStore) -> None:
    """An account may turn from one into the other; a bare name is no news."""
    async with store() as db:
        await one_of(db, replace(USUAL, usual=False), TOLD)
        assert home(await db.people.meet(replace(USUAL, usual=False))) == SHANGHAI
        assert home(await db.people.meet(USUAL)) == LISBON
        assert home(await db.people.meet(YA)) == LISBON
        now = await db.people.meet(replace(YA, zone="Asia/Urumqi"))
        assert home(now) == ("Asia/Urumqi", "en"), "its zone is told; zh was usual"


async def test_who_was_misplaced_by_an_older_version_comes_home(
    store: SqlStore,
) -> None:
    """The next reading of the directory that tells it is enough."""
    async with store() as db:
        one = await one_of(db, USUAL, TOLD)
        wrong = {"profile_zone": "Asia/Shanghai", "profile_language": "zh"}
        whole = update(people).where(people.c.id == one.id)
        await db.connection.execute(whole.values(**wrong))
        assert home(await db.people.meet(USUAL)) == SHANGHAI
        assert home(await db.people.meet(TOLD)) == LISBON
