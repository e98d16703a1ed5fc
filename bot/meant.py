"""Asking who was meant, and carrying on with what was typed."""

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.arguments import ACCOUNT
from bot.calls import link
from bot.cards import meant as cards
from bot.context import Context
from bot.errors import Unclear
from bot.events import Commanded, Event, Pressed, Said
from bot.messages import Audience, Reply
from bot.model.draft import FormDraft, Opener
from bot.model.interview import Answer
from bot.model.refs import PlaceRef, UserRef
from bot.ports import UnitOfWork

OPENER = Opener(cards.PICK)  # one question at a time, the newest
FRESH = timedelta(minutes=2)  # in which a number that is typed answers it
NUMBER = re.compile(r"\s*([1-9])\s*")
Words = Commanded | Said


async def ask(ctx: Context, wrong: Unclear) -> Reply | None:
    """Asks which person it is, and keeps the words; None for what was not typed."""
    event = ctx.event
    if not isinstance(event, Words) or (span := _find(event.text, wrong.name)) is None:
        return None
    known = await ctx.db.people.some(wrong.people)
    kept = _kept(event, wrong, span)
    await ctx.db.drafts.keep(FormDraft(ctx.person.id, OPENER, kept, ctx.now))
    people = [known[id] for id in wrong.people if id in known]
    card = cards.which(ctx.t, wrong.name, people, event.id)
    return Reply(card, Audience.ONLY_YOU)


def may_answer(event: Event) -> bool:
    """Whether it is worth looking if a question is open."""
    match event:
        case Pressed(action=action):
            return action == cards.PICK
        case Commanded(text=text) | Said(text=text):
            return NUMBER.fullmatch(text) is not None
        case _:
            return False


async def carried_on(db: UnitOfWork, event: Event, now: datetime) -> Words | None:
    """The words that were kept, as if typed now, with the person chosen in them."""
    asker = (await db.people.known([event.who])).get(event.who)
    draft = await db.drafts.of(asker.id, OPENER) if asker else None
    chosen = _chosen(event, draft, now) if draft else None
    if draft is None or chosen is None:
        return None
    known = await db.people.some((chosen,))
    if chosen not in known:
        return None
    id = await _account(db, known[chosen].id, event.who)
    return _said(event, draft.values, id)


async def forget(db: UnitOfWork, person_id: int) -> None:
    """The question is answered."""
    await db.drafts.forget(person_id, OPENER)


def _find(text: str, name: str) -> tuple[int, int] | None:
    """Where the name stands: behind an @, else alone; never in a link."""
    bare = ACCOUNT.sub(lambda match: "\0" * len(match.group()), text)
    letters = r"\s*".join(re.escape(letter) for letter in name if not letter.isspace())
    for lead in ("[@＠]", "(?<![A-Za-z0-9_])"):
        whole = re.compile(f"{lead}{letters}(?![A-Za-z0-9_])", re.IGNORECASE)
        if found := whole.search(bare):
            return found.span()
    return None


def _kept(event: Words, wrong: Unclear, span: tuple[int, int]) -> dict[str, Answer]:
    where = event.where
    return {
        "asked": event.id,
        "before": event.text[: span[0]],
        "after": event.text[span[1] :],
        "name": wrong.name,
        "people": tuple(str(id) for id in wrong.people),
        "alone": "yes" if isinstance(event, Said) else "",
        "direct": "yes" if event.direct else "",
        "place": where.id if where else "",
        "thread": (where.thread or "") if where else "",
        "mentions": tuple(ref.id for ref in event.mentions),
        "quoted": event.quoted,
    }


def _chosen(event: Event, draft: FormDraft, now: datetime) -> int | None:
    people = _several(draft.values, "people")
    match event:
        case Pressed(value=value):
            id, _, asked = value.partition(" ")
            right = id in people and asked == _one(draft.values, "asked")
            return int(id) if right else None
        case Commanded(text=text) | Said(text=text) if now - draft.at <= FRESH:
            number = int(text)
            return int(people[number - 1]) if number <= len(people) else None
        case _:
            return None


async def _account(db: UnitOfWork, person_id: int, beside: UserRef) -> str:
    """Their account where it was typed; one who has none is linked as a person."""
    for account in await db.people.accounts(person_id):
        ref = account.ref
        if (ref.platform, ref.tenant) == (beside.platform, beside.tenant):
            return ref.id
    return f"person:{person_id}"


def _said(event: Event, kept: Mapping[str, Answer], id: str) -> Words:
    who, place = event.who, _one(kept, "place")
    thread = _one(kept, "thread") or None
    where = PlaceRef(who.platform, who.tenant, place, thread) if place else None
    whole = link(id, _one(kept, "name"))
    kind = Said if _one(kept, "alone") else Commanded
    return kind(
        id=event.id,
        at=event.at,
        who=who,
        where=where,
        handle=event.handle,
        name_hint=event.name_hint,
        direct=bool(_one(kept, "direct")),
        text=f"{_one(kept, 'before')}{whole}{_one(kept, 'after')}",
        mentions=tuple(
            UserRef(who.platform, who.tenant, each)
            for each in _several(kept, "mentions")
        ),
        quoted=_one(kept, "quoted"),
    )


def _one(kept: Mapping[str, Answer], name: str) -> str:
    value = kept.get(name)
    return value if isinstance(value, str) else ""


def _several(kept: Mapping[str, Answer], name: str) -> tuple[str, ...]:
    value = kept.get(name)
    return value if isinstance(value, tuple) else ()
