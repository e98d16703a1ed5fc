"""The room for feedback in the morning: a digest on working days, a report on the first
of the week (PEERS H21, H22, H26).
"""

from dataclasses import replace
from datetime import datetime

from bot.cards.feedback import digest as cards
from bot.cards.feedback import report as cards_report
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.feedback import Feedback
from bot.model.feedback.figures import (
    ROADMAP,
    SKUS,
    Figures,
    Period,
    figures,
    roadmap,
)
from bot.model.feedback.rhythm import (
    FRESH,
    MORNING,
    WEEK,
    monday,
    morning_before,
    next_morning,
    opens_week,
)
from bot.model.moments import instant
from bot.model.people import Organization
from bot.model.refs import PlaceRef
from bot.ports import Calendar, UnitOfWork
from bot.rituals.feedback.news import at_once
from bot.rituals.feedback.views import views
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.room import post
from bot.rituals.workdays import working, zone_of

DIGEST = "feedback.digest"
MANY = 500
flow = Flow()


@flow.job(DIGEST)
async def morning(world: World, organization_id: int) -> None:
    """Writes to the room what its morning is for, and plans the next one. The first
    one after an upgrade may be on any day and at any hour.
    """
    async with world.store() as db:
        triage = await db.feedback.rules.triage()
        if triage is None:
            return
        organization, now = await db.people.organization(), world.clock.now()
        zone = await zone_of(db, organization, triage)
        works = working(world.calendar, organization, zone)
        today = now.astimezone(zone).date()
        at = instant(today, MORNING, zone)
        news = Period(morning_before(today, zone, works), at)
        if works(today):
            await _post(db, triage, "feedback.digest", news, at)
        if works(today) and opens_week(today, works):
            week = Period(monday(today - WEEK, zone), monday(today, zone))
            await _post(db, triage, "feedback.report", week, at)
        await plan(db, world.calendar, organization, now)
        await db.commit()


async def plan(
    db: UnitOfWork, calendar: Calendar, organization: Organization, now: datetime
) -> None:
    """The room hears of its feedback on its next working morning."""
    triage = await db.feedback.rules.triage()
    if triage is None:
        return
    zone = await zone_of(db, organization, triage)
    works = working(calendar, organization, zone)
    if at := next_morning(now, zone, works):
        await db.jobs.put(DIGEST, {organization.id: at})


@flow.notice("feedback.digest")
async def digest(scene: Scene) -> Card | None:
    """What happened since the last morning; nothing, if nothing did and nothing
    waits.
    """
    told = await morning_of(scene.db, _period(scene))
    bundled = scene.place is not None and not await at_once(scene.db, scene.place)
    return cards.digest(scene.t, told, bundled=bundled) if told else None


async def morning_of(db: UnitOfWork, asked: Period) -> cards.Morning:
    """What happened in a time, and what waits now."""
    found = db.feedback.figures
    return cards.Morning(
        *[
            await views(db, those, whole=True)
            for those in (
                await db.feedback.where(since=asked.since, until=asked.until),
                await found.waiting(MANY),
                await found.overdue(MANY),
                await found.ended(asked.since, asked.until, MANY),
            )
        ]
    )


@flow.notice("feedback.report")
async def report(scene: Scene) -> Card | None:
    """The week that is over, beside the one before; nothing, if nobody said
    anything in either.
    """
    counted = await counted_of(scene.db, _period(scene))
    if not counted.steps:
        return None
    mend = await mend_next(scene.db)
    shown = await views(scene.db, mend, whole=True)
    return cards_report.report(scene.t, counted, shown, desk=True)


async def counted_of(db: UnitOfWork, period: Period) -> Figures:
    """A period in numbers, with everything that its picture shows."""
    found = db.feedback.figures
    skus = await found.skus(period.since, period.until, SKUS)
    voices = await found.heard(period.cuts, skus)
    closing = await found.closing(period.since, period.until)
    scores = await db.feedback.scores.within(period.since, period.until)
    return figures(period, voices, replace(closing, scores=scores))


async def mend_next(db: UnitOfWork) -> tuple[Feedback, ...]:
    """What is open, in the order in which it is worth to be mended."""
    return roadmap(await db.feedback.figures.weightiest(ROADMAP))


async def _post(
    db: UnitOfWork, triage: PlaceRef, kind: str, of: Period, at: datetime
) -> None:
    """Once for each morning, in every place of the room; what is late is let go."""
    draft = Draft(
        key=f"{kind}:{at.isoformat()}:{triage.platform}:{triage.tenant}:{triage.id}",
        kind=kind,
        args={"since": of.since.isoformat(), "until": of.until.isoformat()},
        place=triage.unthreaded(),
        due=at,
        expires=at + FRESH,
    )
    await post(db, draft)


def _period(scene: Scene) -> Period:
    since, until = (str(scene.args[name]) for name in ("since", "until"))
    return Period(datetime.fromisoformat(since), datetime.fromisoformat(until))
