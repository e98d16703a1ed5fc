"""What the repository of links promises: codes, pairs, one person of two and back."""

import asyncio
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.errors import Conflict
from bot.model.delivery import DeliveryState, Draft
from bot.model.link import digest, new_code
from bot.model.people import Account, Person, Profile, Role
from bot.model.refs import UserRef
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
SOON = NOW + timedelta(minutes=10)
GRACE = Profile(UserRef("slack", "T1", "U1"), "Grace Chen", "grace", "g@tea.example")
YA = Profile(UserRef("dingtalk", "D1", "ya"), "陈雅", zone="Asia/Shanghai")


async def both(db: SqlUnitOfWork) -> tuple[Person, Person]:
    """Grace on Slack and 陈雅 on DingTalk, not yet one."""
    return await db.people.meet(GRACE), await db.people.meet(YA)


async def account(db: SqlUnitOfWork, person: Person) -> Account:
    """A person's only account."""
    [found] = await db.people.accounts(person.id)
    return found


async def test_a_code_is_found_by_its_digest(store: SqlStore) -> None:
    """Until it is used; a new one ends the last one that was not."""
    async with store() as db:
        grace, _ = await both(db)
        mine, first, second = await account(db, grace), new_code(), new_code()
        await db.links.offer(mine, digest(first), NOW, SOON)
        await db.links.offer(mine, digest(second), NOW, SOON)
        assert await db.links.offered(digest(first)) is None
        code = await db.links.offered(digest(second))
        assert code is not None
        assert (code.person_id, code.account_id) == (grace.id, mine.id)
        assert code.works(NOW)
        assert not code.works(SOON)
        await db.links.use(code, NOW)
        used = await db.links.offered(digest(second))
        assert used is not None
        assert not used.works(NOW)
        await db.links.offer(mine, digest(first), NOW + timedelta(days=2), SOON)
        assert await db.links.offered(digest(second)) is None, "old ones are forgotten"


async def test_wrong_tries_are_counted(store: SqlStore) -> None:
    """Of each person, since an instant."""
    async with store() as db:
        grace, ya = await both(db)
        for minutes in (0, 30, 59):
            await db.links.tried(grace.id, NOW + timedelta(minutes=minutes))
        assert await db.links.tries(grace.id, NOW) == 2
        assert await db.links.tries(grace.id, NOW - timedelta(minutes=1)) == 3
        assert await db.links.tries(ya.id, NOW - timedelta(minutes=1)) == 0


async def test_one_person_of_two(store: SqlStore) -> None:
    """Both accounts are theirs, and the old id still finds them."""
    async with store() as db:
        grace, ya = await both(db)
        await db.people.save(
            replace(ya, own_language="zh", departments=("content",), role=Role.ADMIN)
        )
        await db.people.save(replace(grace, departments=("data",)))
        await db.links.merge(grace.id, ya.id)
        one = await db.people.get(grace.id)
        assert (one.name, one.also, one.language) == ("Grace Chen", ("陈雅",), "zh")
        assert one.departments == ("content", "data")
        assert one.zone == "Asia/Shanghai", "Slack told none"
        assert await db.people.get(ya.id) == one
        assert await db.people.some([grace.id, ya.id]) == {grace.id: one, ya.id: one}
        assert await db.people.everyone() == [one]
        known = await db.people.known([GRACE.ref, YA.ref])
        assert known == {GRACE.ref: one, YA.ref: one}
        assert await db.people.meet(YA) == await db.people.get(grace.id)


async def test_who_was_merged_leads_those_they_led(store: SqlStore) -> None:
    """And nobody leads themselves."""
    bo = Profile(UserRef("dingtalk", "D1", "bo"), "Bo", manager=YA.ref)
    async with store() as db:
        grace, ya = await both(db)
        met = await db.people.meet(bo)
        await db.people.meet(replace(GRACE, manager=YA.ref))
        await db.links.merge(grace.id, ya.id)
        assert (await db.people.get(met.id)).manager_id == grace.id
        assert (await db.people.get(grace.id)).manager_id is None


async def test_chains_of_merges_end_at_one(store: SqlStore) -> None:
    """Every old id is the one who is left."""
    third = Profile(UserRef("slack", "T2", "U9"), "G. Chen")
    async with store() as db:
        grace, ya = await both(db)
        other = await db.people.meet(third)
        await db.links.merge(ya.id, other.id)
        await db.links.merge(grace.id, ya.id)
        one = await db.people.get(grace.id)
        assert await db.people.get(other.id) == one
        assert await db.people.get(ya.id) == one
        assert len(await db.people.accounts(grace.id)) == 3


async def test_two_accounts_of_one_workspace_are_two_people(store: SqlStore) -> None:
    """And nobody is merged with themselves, or twice."""
    async with store() as db:
        grace, ya = await both(db)
        twin = await db.people.meet(replace(GRACE, ref=UserRef("slack", "T1", "U2")))
        await db.commit()
        for kept, lost in ((grace, twin), (grace, grace)):
            with pytest.raises(Conflict):
                await db.links.merge(kept.id, lost.id)
        await db.links.merge(grace.id, ya.id)
        with pytest.raises(Conflict):
            await db.links.merge(grace.id, ya.id)
        with pytest.raises(Conflict):
            await db.links.merge(twin.id, ya.id)


async def test_two_at_once_make_one_person(store: SqlStore) -> None:
    """Whoever comes second is told; nobody is in two persons."""
    async with store() as db:
        grace, ya = await both(db)
        await db.commit()

    async def merge(kept: Person, lost: Person) -> bool:
        try:
            async with store() as db:
                await db.links.merge(kept.id, lost.id)
                await db.commit()
        except Conflict:
            return False
        return True

    done = await asyncio.gather(merge(grace, ya), merge(ya, grace))
    assert sorted(done) == [False, True]
    async with store.reading() as db:
        [one] = await db.people.everyone()
        assert len(await db.people.accounts(one.id)) == 2


async def test_two_accounts_met_at_once_are_one_person(store: SqlStore) -> None:
    """Both platforms tell of everybody when the bot starts."""

    async def meet(profile: Profile) -> int:
        async with store() as db:
            person = await db.people.meet(profile)
            await db.commit()
            return person.id

    there = replace(YA, email=GRACE.email)
    one, other = await asyncio.gather(meet(GRACE), meet(there))
    assert one == other


async def test_a_code_is_used_by_one_of_two(store: SqlStore) -> None:
    """It is held from the first look until the commit."""
    async with store() as db:
        grace, _ = await both(db)
        await db.links.offer(await account(db, grace), "d", NOW, SOON)
        await db.commit()

    async def use() -> bool:
        async with store() as db:
            code = await db.links.offered("d")
            assert code is not None
            if not code.works(NOW):
                return False
            await db.links.use(code, NOW)
            await db.commit()
            return True

    assert sorted(await asyncio.gather(use(), use())) == [False, True]


async def test_what_is_written_meanwhile_follows(store: SqlStore) -> None:
    """Somebody may be writing for who goes in the very instant of the merge."""
    async with store() as db:
        grace, ya = await both(db)
        await db.links.merge(grace.id, ya.id)
        await db.absences.add(ya.id, date(2026, 3, 4), date(2026, 3, 5), "")
        await db.links.follow(ya.id)
        assert await db.absences.of(grace.id, date(2026, 3, 1))
        await db.links.follow(grace.id)  # who stayed goes nowhere
        assert await db.absences.of(grace.id, date(2026, 3, 1))


async def test_days_away_twice_are_away_once(store: SqlStore) -> None:
    """Overlapping ones become one with both reasons; others stay."""
    days = [date(2026, 3, day) for day in range(1, 20)]
    async with store() as db:
        grace, ya = await both(db)
        await db.absences.add(grace.id, days[2], days[5], "sea")
        await db.absences.add(ya.id, days[4], days[8], "海边")
        await db.absences.add(ya.id, days[7], days[9], "sea")
        await db.absences.add(ya.id, days[12], days[13], "")
        await db.links.merge(grace.id, ya.id)
        found = await db.absences.of(grace.id, days[0])
    assert [(each.first, each.last, each.reason) for each in found] == [
        (days[2], days[9], "sea / 海边"),
        (days[12], days[13], ""),
    ]


async def test_nothing_is_said_twice(store: SqlStore) -> None:
    """What waits and was said already expires; what was said lives on as a mirror."""

    def draft(key: str, person: Person) -> Draft:
        subject = f"bundle:{person.id}"
        key = f"task:1:{key}:person:{person.id}"
        return Draft(
            key, "task.soon", {"task": 1}, person_id=person.id, subject=subject
        )

    async with store() as db:
        grace, ya = await both(db)
        for key, people in {
            "both": (grace, ya),
            "sent": (grace, ya),
            "hers": (ya,),
        }.items():
            for person in people:
                await db.deliveries.add(draft(key, person))
        sent = await db.deliveries.get(f"task:1:sent:person:{ya.id}")
        assert sent is not None
        await db.deliveries.mark(sent, DeliveryState.SENT, NOW, shown=1)
        await db.links.merge(grace.id, ya.id)
        states = {}
        for key in ("both", "sent", "hers"):
            for person in (grace, ya):
                found = await db.deliveries.get(f"task:1:{key}:person:{person.id}")
                if found:
                    assert found.draft.person_id == grace.id
                    assert found.draft.subject == f"bundle:{grace.id}"
                    states[key, person.id] = (found.state.value, found.draft.origin)
    mirror = f"task:1:sent:person:{grace.id}"
    assert states == {
        ("both", grace.id): ("pending", None),
        ("both", ya.id): ("expired", f"task:1:both:person:{grace.id}"),
        ("sent", grace.id): ("pending", None),
        ("sent", ya.id): ("sent", mirror),
        ("hers", grace.id): ("pending", None),
    }


async def test_an_unlinked_account_is_a_person_of_its_own(store: SqlStore) -> None:
    """Made of its last profile; what was theirs stays with who they were."""
    async with store() as db:
        grace, ya = await both(db)
        await db.links.merge(grace.id, ya.id)
        await db.absences.add(grace.id, date(2026, 3, 4), date(2026, 3, 5), "")
        theirs = await db.people.accounts_of([grace.id])
        alone = await db.links.unlink(theirs[1].id)
        assert (alone.name, alone.zone) == ("陈雅", "Asia/Shanghai")
        assert alone.id not in (grace.id, ya.id)
        assert (await db.people.get(grace.id)).also == ()
        assert not await db.absences.of(alone.id, date(2026, 3, 1))
        assert await db.people.meet(YA) == alone
        with pytest.raises(Conflict):
            await db.links.unlink(theirs[1].id)


async def test_who_loses_the_account_that_named_them_has_another_name(
    store: SqlStore,
) -> None:
    """They are called as the account they have left."""
    async with store() as db:
        grace, ya = await both(db)
        await db.links.merge(grace.id, ya.id)
        theirs = await db.people.accounts_of([grace.id])
        alone = await db.links.unlink(theirs[0].id)
        assert (alone.name, alone.email) == ("Grace Chen", "g@tea.example")
        left = await db.people.get(grace.id)
        assert (left.name, left.zone) == ("陈雅", "Asia/Shanghai")
        assert (await db.people.meet(YA)).name == "陈雅"


async def test_the_same_address_later_is_a_pair(store: SqlStore) -> None:
    """Guests are not in it, nor those who were parted."""
    async with store() as db:
        grace, ya = await both(db)
        assert await db.links.same() == []
        await db.people.meet(replace(YA, email="G@Tea.Example"))
        [(one, other)] = await db.links.same()
        assert (one.person_id, other.person_id) == (grace.id, ya.id)
        await db.links.merge(grace.id, ya.id)
        assert await db.links.same() == []
        await db.links.unlink(other.id)
        assert await db.links.same() == []
        assert await db.links.separate() == [(one.id, other.id)]


async def test_a_guest_is_no_pair(store: SqlStore) -> None:
    """Whatever address they have."""
    async with store() as db:
        await both(db)
        await db.people.meet(replace(YA, email=GRACE.email, guest=True))
        assert await db.links.same() == []


async def test_who_is_said_to_be_two_stays_two(store: SqlStore) -> None:
    """Until somebody links them all the same."""
    async with store() as db:
        grace, ya = await both(db)
        await db.people.meet(replace(YA, email=GRACE.email))
        await db.links.part(grace.id, ya.id)
        await db.links.part(ya.id, grace.id)
        assert await db.links.same() == []
        await db.links.merge(grace.id, ya.id)
        assert len(await db.people.accounts(grace.id)) == 2
