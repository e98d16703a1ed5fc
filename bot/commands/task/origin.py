"""Where a form was opened: kept in the form, so that its task belongs there."""

import json
from dataclasses import dataclass, replace
from typing import Any

from bot.commands.task.at_hand import own_chat
from bot.context import Context
from bot.events import Commanded, Event, Said, Shortcut
from bot.model.files import AT_MOST, KEEP_LIMIT, NAME_LIMIT, FileLink, Keeping
from bot.model.people import Place
from bot.model.refs import PlaceRef
from bot.model.text import tidy

ROOM = 1500  # characters; a form's state is 3,000 at most on Slack, ours included


@dataclass(frozen=True, slots=True)
class Origin:
    """The place, the thread to answer in, and the message a task was made from with
    its files.
    """

    place: Place | None = None
    thread: str | None = None
    permalink: str = ""
    files: tuple[FileLink, ...] = ()

    def write(self) -> str:
        """The text that travels with the form; files beyond its room stay with the
        message, which is linked.
        """
        said: dict[str, Any] = {"link": self.permalink}
        if self.place is not None:
            said |= {
                "place": self.place.ref.id,
                "private": self.place.private,
                "direct": self.place.direct,
                "thread": self.thread,
            }
        said["files"] = [[f.name, f.url, f.key, f.size] for f in self.files]
        while said["files"] and len(json.dumps(said)) > ROOM:
            said["files"].pop()
        return json.dumps(said)

    @property
    def linked(self) -> tuple[FileLink, ...]:
        """The files that have an address."""
        return tuple(file for file in self.files if file.url)

    @property
    def room(self) -> PlaceRef | None:
        """Where the task's card is shown: nowhere for what came from one's own chat."""
        if self.place is None or self.place.direct:
            return None
        return replace(self.place.ref, thread=self.thread)


def origin_of(ctx: Context) -> Origin:
    """Where this event happens."""
    event = ctx.event
    if isinstance(event, Shortcut) and event.message and ctx.place:
        thread = event.message.place.thread or event.message.id
        return Origin(ctx.place, thread, event.permalink, files_of(event))
    if ctx.place is None or own_chat(ctx):
        return Origin(ctx.place, files=files_of(event))
    inside = event.where.thread if event.where else None
    return Origin(ctx.place, inside, files=files_of(event))


def files_of(event: Event) -> tuple[FileLink, ...]:
    """What came along, in words or with a message."""
    if not isinstance(event, Commanded | Said | Shortcut):
        return ()
    sent = event.files[:AT_MOST]
    return tuple(_file(file.name, file.url, file.key, file.size) for file in sent)


async def filled_origin(ctx: Context, state: str) -> Origin:
    """Where a form was opened, as far as its state may be believed.

    Where forms come back from a client, anybody can write one: a place where they are
    not is none of theirs, and their task stays where they are.
    """
    said = read_origin(ctx, state)
    if said.place is None:
        return said
    if place := await _theirs(ctx, said.place.ref):
        return replace(said, place=place)
    if ctx.place is not None:
        return origin_of(ctx)
    return Origin(replace(said.place, private=True, direct=True))


async def _theirs(ctx: Context, ref: PlaceRef) -> Place | None:
    """The place as it is known, if this person is in it or everybody may be."""
    if ctx.place is not None and ctx.place.ref.unthreaded() == ref:
        return ctx.place
    known = await ctx.db.people.place(ref) or Place(ref, "", private=True)
    if known.direct:
        return None
    public = not known.private
    inside = public or ctx.person.id in await ctx.db.people.seen_in(ref)
    return known if inside else None


def read_origin(ctx: Context, state: str) -> Origin:
    """What `Origin.write` wrote; nowhere for anything else."""
    try:
        said: dict[str, Any] = json.loads(state)
        place = None
        if isinstance(said.get("place"), str):
            ref = ctx.place_ref(tidy(said["place"]))
            place = Place(ref, "", bool(said.get("private")), bool(said.get("direct")))
        thread = said.get("thread")
        files = (_file(*file) for file in said.get("files", ()))
        return Origin(
            place,
            tidy(thread) if isinstance(thread, str) else None,
            tidy(str(said.get("link", ""))),
            tuple(files)[:AT_MOST],
        )
    except (ValueError, AttributeError, TypeError, RecursionError):
        return Origin()


def _file(name: str, url: str, key: str = "", size: int = 0) -> FileLink:
    """It is fetched where its platform gives it and there is room for it."""
    state = Keeping.AWAITED if key else Keeping.LINKED
    return FileLink(
        tidy(str(name))[:NAME_LIMIT] or tidy(str(url)),
        tidy(str(url)),
        tidy(str(key)),
        int(size),
        Keeping.TOO_LARGE if int(size) > KEEP_LIMIT else state,
    )
