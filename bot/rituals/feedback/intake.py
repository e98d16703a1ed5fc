"""Feedback from outside: a shop's own systems and e-mail bring what customers say.

It is read as typed words are, and goes the same way. What there is no room for is
named in a note; the same thing is stored once, however often it comes.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards import feedback as cards
from bot.errors import Conflict
from bot.messages import Card
from bot.model.feedback import (
    FIELD_LIMIT,
    TEXT_LIMIT,
    Facts,
    Feedback,
    Outlet,
    UpdateKind,
    Voice,
)
from bot.model.feedback.marker import announces
from bot.model.files import AT_MOST, NAME_LIMIT, FileLink
from bot.model.market import market_of
from bot.model.text import shows, tidy, tidy_lines
from bot.ports import Translate, UnitOfWork
from bot.ports.intake import Kept, Parcel
from bot.reading import Reading, lexicon, read
from bot.rituals.feedback.ending import hear
from bot.rituals.feedback.files import enclose
from bot.rituals.feedback.likely import home
from bot.rituals.feedback.taught import taught
from bot.rituals.feedback.views import views
from bot.rituals.feedback.work import FeedbackWork
from bot.rituals.flow import Flow, Scene, World

flow = Flow()
ADDRESS = re.compile(r"[^\s<>@\"]{1,64}@[^\s<>@\"]{1,190}")


@dataclass(frozen=True, slots=True)
class Senders:
    """Who of us sent it, and for whom; `strangers` are addresses of nobody here."""

    sender_id: int | None = None
    behalf_id: int | None = None
    strangers: tuple[str, ...] = ()


async def take(world: World, parcel: Parcel) -> Kept:
    """Stores what came, once, and has it shown to those who triage."""
    try:
        async with world.store() as db:
            if known := await _known(db, parcel):
                return known
            kept = await _store(world, db, parcel)
            await db.commit()
    except Conflict:  # it came twice at the same time
        async with world.store.reading() as db:
            if known := await _known(db, parcel):
                return known
        raise
    return kept


@flow.notice("feedback.arrived")
async def arrived(scene: Scene) -> Card | None:
    """What who sent it by other ways than a chat is told: what was read."""
    feedback = await scene.db.feedback.get(scene.number("feedback"))
    if feedback is None or scene.reader is None:
        return None
    if scene.reader.id not in feedback.senders:
        return None
    own = scene.reader.id
    (view,) = await views(scene.db, [feedback], whole=True, voices_of=own)
    return cards.received(view, scene.t)


async def _known(db: UnitOfWork, parcel: Parcel) -> Kept | None:
    found = await db.feedback.known(parcel.source.value, parcel.external)
    said = await db.feedback.log.known(f"{parcel.source.value}:{parcel.external}")
    if said is not None:
        found = await db.feedback.get(said)
    if found is None:
        return None
    return Kept(found.number, again=True, differs=_differs(found, parcel))


def _differs(known: Feedback, parcel: Parcel) -> bool:
    """Whether it came before with other words than it has now."""
    said = tidy_lines(parcel.text)
    text, _ = worded(said, parcel.channel)
    return shows(said) and any(
        (voice.source, voice.external) == (parcel.source, parcel.external)
        and voice.text != text
        for voice in known.voices
    )


async def _store(world: World, db: UnitOfWork, parcel: Parcel) -> Kept:
    organization = await db.people.organization()
    t = world.words(organization.language, organization.zone)
    said, now = tidy_lines(parcel.text), world.clock.now()
    if not shows(said):
        said = t("feedback-intake-empty")
    text, cut = worded(said, parcel.channel)
    senders = await _senders(db, parcel)
    if senders.sender_id and announces(said):
        return Kept(0)
    work = FeedbackWork(db, organization, now)
    if old := await _answered(db, parcel, senders):
        return await _more(work, t, old, replace(parcel, text=text), senders, cut)
    found = read(said, await taught(world.lessons, db, now))
    voice = voice_of(replace(parcel, text=text), found, senders, now)
    new = Feedback(
        opened_at=now,
        facts=facts_of(parcel, found),
        proposed=found.facts,
        voices=(voice,),
    )
    stored = await work.open(new, senders.sender_id, awaited=False)
    await enclose(work, stored, parcel.enclosed)
    if note := left_out(t, parcel, cut):
        await work.record(stored, None, UpdateKind.NOTE, note)
    hears = senders.sender_id or senders.behalf_id
    if hears is not None:
        await work.ask(stored, "arrived", (hears,), by=0, once="new")
    return Kept(stored.number, cut=cut)


async def _answered(
    db: UnitOfWork, parcel: Parcel, senders: Senders
) -> Feedback | None:
    """What it says more of, if it is theirs who sent that, or of its customer."""
    found = await db.feedback.numbered(parcel.answers) if parcel.answers else None
    if found is None:
        return None
    found = await home(db, found)
    if senders.sender_id in found.senders:
        return found
    theirs = {address.casefold() for address in ADDRESS.findall(parcel.customer)}
    known = {
        address.casefold()
        for voice in found.voices
        for address in ADDRESS.findall(voice.customer)
    }
    return None if theirs.isdisjoint(known) else found


async def _more(
    work: FeedbackWork,
    t: Translate,
    old: Feedback,
    parcel: Parcel,
    senders: Senders,
    cut: int,
) -> Kept:
    """More words on what is known: they go with it, and are no second one."""
    added = tidy_lines(parcel.added)
    words = shortened(added, TEXT_LIMIT)[0] if shows(added) else parcel.text
    after = await hear(
        work, old, senders.sender_id, words,
        source=parcel.source, external=parcel.external,
    )  # fmt: skip
    await enclose(work, after, parcel.enclosed)
    if note := left_out(t, parcel, cut):
        await work.record(after, None, UpdateKind.NOTE, note)
    return Kept(after.number, cut=cut)


async def _senders(db: UnitOfWork, parcel: Parcel) -> Senders:
    """Those of us whom the addresses name."""
    named = (parcel.author, parcel.behalf)
    sender, behalf = [
        await db.doors.person_at(address) if address else None for address in named
    ]
    found = zip(named, (sender, behalf), strict=True)
    strangers = tuple(address for address, person in found if address and not person)
    return Senders(sender, behalf if behalf != sender else None, strangers)


def voice_of(parcel: Parcel, found: Reading, senders: Senders, now: datetime) -> Voice:
    """Whose words they are; a stranger's address is the customer's."""
    customer = parcel.customer or next(iter(senders.strangers), "")
    return Voice(
        sender_id=senders.sender_id,
        behalf_id=senders.behalf_id,
        text=parcel.text,
        said_at=parcel.said_at or now,
        source=parcel.source,
        external=parcel.external,
        customer=_small(customer),
        order=_small(parcel.order) or found.order,
        outlet=outlet_of(parcel.channel) if parcel.channel else found.outlet,
        market=market_of(_small(parcel.market)),
        language=parcel.language.split("-")[0].lower() or found.language,
        private=True,
        permalink=parcel.url,
        files=tuple(
            FileLink(tidy(file.name)[:NAME_LIMIT] or file.url, file.url)
            for file in parcel.files[:AT_MOST]
        ),
    )


def facts_of(parcel: Parcel, found: Reading) -> Facts:
    """What it is about: what was said beside the words, else what was read."""
    return replace(
        found.facts,
        step=parcel.step or found.facts.step,
        severity=parcel.severity or found.facts.severity,
        kind=parcel.kind or found.facts.kind,
        sentiment=parcel.sentiment or found.facts.sentiment,
        sku=_small(parcel.sku).upper() or found.facts.sku,
        market=market_of(_small(parcel.market)),
    )


def outlet_of(channel: str) -> Outlet:
    """The sales channel by any of its names."""
    said = tidy(channel).casefold()
    for outlet, words in lexicon.OUTLETS.items():
        if said in (outlet.value, *words.split("|")):
            return outlet
    return Outlet.OTHER


def worded(said: str, channel: str) -> tuple[str, int]:
    """The words as they are kept, and how many characters there was no room for."""
    return shortened(said + beside(channel), TEXT_LIMIT)


def beside(channel: str) -> str:
    """A shop that has no name here stays in the words."""
    named = tidy(channel)
    unknown = named and outlet_of(named) is Outlet.OTHER
    return f" ({named})" if unknown and named.casefold() != "other" else ""


def shortened(text: str, limit: int) -> tuple[str, int]:
    """As much of it as there is room for, and how many characters there was none."""
    if len(text) <= limit:
        return text, 0
    kept = text[: limit - 1]
    return kept + "…", len(text) - len(kept)


def left_out(t: Translate, parcel: Parcel, cut: int) -> str:
    """What of it is not kept, for those who work on it; nothing is lost silently."""
    lines = []
    if cut:
        lines.append(t("feedback-intake-cut", count=cut))
    if parcel.unread:
        lines.append(t("feedback-intake-unread", count=parcel.unread // 1024 + 1))
    if parcel.left_out:
        lines.append(t("feedback-intake-files", files=t.items(parcel.left_out)))
    return "\n".join(lines)


def _small(text: str) -> str:
    return tidy(text)[:FIELD_LIMIT]
