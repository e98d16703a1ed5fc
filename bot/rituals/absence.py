"""What follows when somebody is away: who is told, and where (PEERS B02, B16)."""

from collections.abc import Sequence

from bot.cards import absence as cards
from bot.messages import Card
from bot.model.absence import Days
from bot.model.delivery import Draft
from bot.model.people import Absence, Person
from bot.model.standup import Standup
from bot.model.standup.policy import AwayNews
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene
from bot.rituals.room import post

flow = Flow()


def subject(absence_id: int) -> str:
    """The name under which messages about an absence are found."""
    return f"absence:{absence_id}"


async def announce(db: UnitOfWork, absence: Absence, person: Person) -> None:
    """Tells the places that wish to know, each once; and who was marked away by
    somebody else.
    """
    if absence.by_id not in (None, person.id):
        await _tell(db, absence, "absence.told", person.id, by=absence.by_id or 0)
    days = Days(absence.first, absence.last)
    wanting = await _wanting(db, absence, person, days)
    for place in dict.fromkeys(each.place for each in wanting if each.place):
        draft = Draft(
            key=f"absence:{absence.id}:news:{place.platform}:{place.tenant}:{place.id}",
            kind="absence.news",
            args=_args(absence, person.id),
            place=place,
            subject=subject(absence.id),
        )
        await post(db, draft)


async def refused(db: UnitOfWork, absence: Absence, person: Person) -> None:
    """Who marked somebody away hears that they are there after all."""
    if absence.by_id not in (None, person.id):
        await _tell(db, absence, "absence.refused", absence.by_id or 0, by=person.id)


async def _tell(
    db: UnitOfWork, absence: Absence, kind: str, reader_id: int, *, by: int
) -> None:
    await db.deliveries.add(
        Draft(
            key=f"{subject(absence.id)}:{kind}:person:{reader_id}",
            kind=kind,
            args={**_args(absence, absence.person_id), "by": by},
            person_id=reader_id,
            subject=subject(absence.id),
        )
    )


def _args(absence: Absence, person_id: int) -> dict[str, int | str]:
    return {
        "absence": absence.id,
        "person": person_id,
        "first": absence.first.isoformat(),
        "last": absence.last.isoformat(),
    }


async def _wanting(
    db: UnitOfWork, absence: Absence, person: Person, days: Days
) -> Sequence[Standup]:
    """The stand-ups whose place hears of it: they ask the person."""
    listed = await db.standups.listed(person.id)
    return [
        each
        for each in await db.standups.all()
        if each.active
        and each.place
        and absence.standup_id in (None, each.id)
        and each.asks(person, listed=each.id in listed)
        and _worth(each.policy.away_news, days)
    ]


def _worth(news: AwayNews, days: Days) -> bool:
    return news is AwayNews.ALL or (news is AwayNews.LONG and not days.one)


@flow.notice("absence.told")
async def told(scene: Scene) -> Card | None:
    """That somebody marked the reader away, with the way to undo it."""
    absence = await scene.db.absences.get(scene.number("absence"))
    by = await _name(scene, "by")
    return cards.told(scene.t, by, _days(scene), absence)


@flow.notice("absence.refused")
async def not_away(scene: Scene) -> Card | None:
    """That somebody is there after all."""
    return cards.refused(scene.t, await _name(scene, "person"), _days(scene))


@flow.notice("absence.news")
async def news(scene: Scene) -> Card | None:
    """Who is away, told to a place; where it was taken back, that."""
    absence = await scene.db.absences.get(scene.number("absence"))
    name = await _name(scene, "person")
    return cards.news(scene.t, name, _days(scene), absence)


def _days(scene: Scene) -> Days:
    return Days.of(str(scene.args["first"]), str(scene.args["last"]))


async def _name(scene: Scene, arg: str) -> str:
    people = await scene.db.people.some([scene.number(arg)])
    return next((person.name for person in people.values()), "")
