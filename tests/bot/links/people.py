"""How to look at people who may be one."""

import re
from dataclasses import replace
from datetime import timedelta

from bot.events import ProfileChanged
from bot.model.people import Person
from tests.driver import Member, Team
from tests.fakes.chat import Seen

CODE = re.compile(r"link ([A-Z0-9]{8})")


def text(seen: Seen | None) -> str:
    """What somebody reads."""
    assert seen is not None
    return seen.text


async def code_of(member: Member) -> str:
    """A code they were given."""
    found = CODE.search(text(await member.says("link")))
    assert found
    return found.group(1)


async def person_of(team: Team, member: Member) -> Person:
    """Who is behind an account."""
    async with team.store.reading() as db:
        return (await db.people.known([member.ref]))[member.ref]


async def joined(team: Team, one: Member, other: Member) -> bool:
    """Whether two accounts are one person's."""
    return (await person_of(team, one)).id == (await person_of(team, other)).id


async def link(one: Member, other: Member) -> None:
    """Links them by a code of the first."""
    assert "link-" not in text(await other.says(f"link {await code_of(one)}"))


def filled(member: Member, words: str) -> dict[str, str]:
    return {field.name: words for field in member.form.fields}


async def changes(team: Team, member: Member, id: str, **facts: object) -> None:
    """The platform tells that somebody's profile changed."""
    profile = replace(team.chat.profiles[member.ref], **facts)  # type: ignore[arg-type]
    team.chat.profiles[member.ref] = profile
    event = ProfileChanged(id=id, at=team.clock.now(), who=member.ref, profile=profile)
    await team.receive(event)
    team.clock.set(team.clock.now() + timedelta(seconds=1))
