"""What who sees to people is shown of somebody who came, went or was moved."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.onboarding import passage as cards
from bot.messages import Card
from bot.model.onboarding import Kind
from bot.model.onboarding.passage import Passage, Was
from bot.model.people import Person
from bot.model.team import TeamFacts
from bot.ports import Translate, UnitOfWork
from bot.rituals.onboarding.handing import Handing
from bot.rituals.onboarding.passage import Proposal, decides, likely_pair, proposed


async def asked(t: Translate, tools: Handing, passage: Passage) -> Card | None:
    """The question as it is by now, for who reads it: `tools.by`."""
    db = tools.db
    person = await db.people.get(passage.person_id)
    if passage.closed_at is not None:
        return await _decided(t, db, passage, person)
    if not await decides(db, tools.by, person):
        return None
    if passage.kind is Kind.LEAVE:
        return cards.went(t, passage, await replace(tools, leaver=person).held())
    if passage.kind is Kind.CHANGE:
        return await _moved(t, db, passage, person)
    accounts = await db.people.accounts_of([person.id])
    if not accounts:
        return None
    seen = cards.Newcomer(
        passage,
        person.name,
        accounts[-1].ref.platform,
        _named(await proposed(db, person, tools.now)),
        await likely_pair(db, person),
    )
    return cards.came(t, seen, may_link=tools.by.is_admin)


async def waiting(db: UnitOfWork, reader: Person) -> Sequence[tuple[Passage, str]]:
    """Who came or went and is not decided about, as far as it is the reader's."""
    found = await db.onboarding.passages.open()
    people = await db.people.some([each.person_id for each in found])
    return [
        (each, people[each.person_id].name)
        for each in found
        if each.person_id in people
        if await decides(db, reader, people[each.person_id])
    ]


async def _moved(
    t: Translate, db: UnitOfWork, passage: Passage, person: Person
) -> Card:
    """What is different by now, and what ended with it."""
    was = passage.was or Was()
    ids = (was.manager_id or 0, person.manager_id or 0)
    names = await db.people.some([id for id in ids if id])
    title = (await db.team.facts()).get(person.id, TeamFacts()).title
    before, after = (names[id].name if id in names else "" for id in ids)
    seen = cards.Moved(passage, person, was, (before, after), title)
    return cards.moved(t, seen)


async def _decided(
    t: Translate, db: UnitOfWork, passage: Passage, person: Person
) -> Card:
    by = await db.people.some([passage.closed_by] if passage.closed_by else [])
    name = next((each.name for each in by.values()), "")
    journey = await db.onboarding.of(person.id, passage.kind)
    begun = journey is not None and journey.made_at >= passage.at
    return cards.decided(t, passage, person.name, name, begun=begun)


def _named(found: Proposal) -> cards.Start:
    def name(person: Person | None) -> str:
        return person.name if person else ""

    return cards.Start(
        found.track, found.day, name(found.manager), name(found.buddy), name(found.tech)
    )
