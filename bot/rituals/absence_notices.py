"""The messages about being away, each written when it is sent."""

from bot.cards import absence as cards
from bot.cards import absence_country as cards_country
from bot.cards import absence_hint as cards_hint
from bot.messages import Card
from bot.model.absence import Days, days_of
from bot.model.people import Absence
from bot.rituals.flow import Flow, Scene

flow = Flow()


@flow.notice("absence.told")
async def told(scene: Scene) -> Card | None:
    """That somebody marked the reader away, with the way to undo it."""
    absence = await scene.db.absences.get(scene.number("absence"))
    by = await _name(scene, "by")
    return cards.told(scene.t, by, _days(scene, absence), absence)


@flow.notice("absence.refused")
async def not_away(scene: Scene) -> Card | None:
    """That somebody is there after all."""
    return cards.refused(scene.t, await _name(scene, "person"), _days(scene))


@flow.notice("absence.hint")
async def hinted(scene: Scene) -> Card | None:
    """Whether the reader is away, as their status says; over, nobody asks."""
    days = _days(scene)
    if scene.reader is None or days.last < scene.reader.local(scene.now).date():
        return None
    return cards_hint.hint(scene.t, days)


@flow.notice("absence.news")
async def news(scene: Scene) -> Card | None:
    """Who is away, told to a place; where it was taken back, that."""
    absence = await scene.db.absences.get(scene.number("absence"))
    name = await _name(scene, "person")
    return cards.news(scene.t, name, _days(scene, absence), absence)


@flow.notice("absence.country")
async def country(scene: Scene) -> Card | None:
    """Whose public holidays are the reader's now."""
    if scene.reader is None:
        return None
    by = await _name(scene, "by")
    return cards_country.told(scene.t, by, scene.reader.own_country)


def _days(scene: Scene, absence: Absence | None = None) -> Days:
    """Those of the absence as it is now, else those that were told."""
    if absence:
        return days_of(absence)
    return Days.of(str(scene.args["first"]), str(scene.args["last"]))


async def _name(scene: Scene, arg: str) -> str:
    people = await scene.db.people.some([scene.number(arg)])
    return next((person.name for person in people.values()), "")
