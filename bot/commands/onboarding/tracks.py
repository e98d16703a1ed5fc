"""The checklists of the company: looked at by everybody, written by admins."""

import re
from urllib.parse import urlsplit

from bot.arguments import Arguments
from bot.cards.onboarding import tracks as cards
from bot.commands.onboarding.at_hand import LANGUAGES, find_track, named_track, tracks
from bot.commands.onboarding.ways import ways
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.onboarding import (
    FARTHEST,
    LINES_LIMIT,
    NAME_LIMIT,
    TEXT_LIMIT,
    Line,
    Part,
)
from bot.model.onboarding.tracks import READY, Track
from bot.model.text import shows, tidy
from bot.registry import Commands
from bot.sight import restricted

commands = Commands()
LINE = re.compile(
    r"(?P<after>[+\-－–−]?\s*\d{1,3})\s+(?P<part>[^\s:：]+)\s*[:：]\s*(?P<text>.*)"
)
LINK = re.compile(
    r"<?(?P<link>(?:[a-z][a-z0-9+.-]*://|(?:javascript|data|file|mailto|vbscript):)"
    r"[^\s<>|，。；]*)(?:\|[^>]*)?>?",
    re.IGNORECASE,
)
OF = re.compile(r"^(?:for|of) (?:the )?", re.IGNORECASE)
MINUS = "－–−"


@commands.command(
    *ways("template", "templates", "template show", "plan", zh=("模板", "模板 查看")),
    "training plan",
    "training plans",
    "培训计划",
)
async def template(ctx: Context, args: Arguments) -> Reply:
    """Shows the checklists, or one: onboarding template warehouse."""
    await _let_in(ctx)
    admin = ctx.person.is_admin
    if not args:
        found = await tracks(ctx)
        return cards.listing(ctx.t, tuple(found.values()), admin=admin)
    track = await named_track(ctx, OF.sub("", args.rest()))
    return cards.shown(ctx.t, track, admin=admin)


@commands.button("onboarding.template")
async def press_template(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    await _let_in(ctx)
    track = await named_track(ctx, value)
    return cards.shown(ctx.t, track, admin=ctx.person.is_admin)


@commands.command(*ways("template change", zh=("模板 修改",)))
async def change(ctx: Context, args: Arguments) -> Reply:
    """Writes a checklist, line by line, or a new one (admin)."""
    return await _form(ctx, args.rest())


@commands.button("onboarding.change")
async def press_change(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _form(ctx, value)


@commands.form("onboarding.change")
async def fill_change(ctx: Context, values: Values, state: str) -> Reply:
    """Keeps the lines; who began already keeps theirs."""
    _check(ctx)
    name = _name(state)
    lines = _lines(ctx, str(values.get("lines") or ""))
    known = READY.get(name)
    same = known is not None and lines == known.lines
    await ctx.db.onboarding.keep_track(Track(name, () if same else lines, own=True))
    return cards.kept(ctx.t, Track(name, lines))


async def _let_in(ctx: Context) -> None:
    if await restricted(ctx.db, ctx.person):
        raise NotAllowed("onboarding-tracks-inside")


def _check(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("onboarding-track-admins")


def _name(typed: str) -> str:
    name = tidy(typed)
    if not shows(name) or len(name) > NAME_LIMIT:
        raise UsageError("onboarding-track-name", limit=NAME_LIMIT)
    return name


async def _form(ctx: Context, typed: str) -> Reply:
    _check(ctx)
    found = await find_track(ctx, typed)
    return Reply(cards.form(ctx.t, found or Track(_name(typed), (), own=True)))


def _lines(ctx: Context, text: str) -> tuple[Line, ...]:
    """The lines as typed; one of ours stays ours, in whichever language it is.

    Raises FieldErrors with the first that is not understood.
    """
    typed = [line.strip() for line in text.splitlines() if line.strip()]
    if len(typed) > LINES_LIMIT:
        raise _wrong("onboarding-lines-many", limit=LINES_LIMIT)
    speak = [ctx.words(language, ctx.person.zone) for language in LANGUAGES]
    ours = {said: name for t in speak for said, name in cards.ready_texts(t).items()}
    parts = {
        word.casefold(): part
        for part in Part
        for word in (part.value, *(t(f"onboarding-part-{part.value}") for t in speak))
    }
    return tuple(_line(each, parts, ours) for each in typed)


def _line(typed: str, parts: dict[str, Part], ours: dict[str, str]) -> Line:
    match = LINE.fullmatch(typed)
    part = parts.get(match["part"].casefold()) if match else None
    if match is None or part is None or not shows(match["text"]):
        raise _wrong("onboarding-line-wrong", line=typed[:80])
    after = int(re.sub(f"[{MINUS}]", "-", match["after"]).replace(" ", ""))
    if abs(after) > FARTHEST:
        raise _wrong("onboarding-line-far", line=typed[:80], limit=FARTHEST)
    text, link = _apart(match["text"], typed)
    if len(text) > TEXT_LIMIT:
        raise _wrong("onboarding-line-long", line=typed[:80], limit=TEXT_LIMIT)
    if ready := ours.get(text):
        return Line(part, after, ready=ready, link=link)
    return Line(part, after, text, link=link)


def _apart(text: str, typed: str) -> tuple[str, str]:
    """What there is to do, and the one address in it. Raises FieldErrors for one that
    does not lead to a page, or for several.
    """
    found = [match["link"] for match in LINK.finditer(text)]
    link = found[0] if found else ""
    if len(found) > 1:
        raise _wrong("onboarding-line-links", line=typed[:80])
    if link and not _is_page(link):
        raise _wrong("onboarding-line-link", line=typed[:80], link=link[:80])
    said = tidy(LINK.sub(" ", text)).rstrip(":：,，")
    if not shows(said):
        raise _wrong("onboarding-line-wrong", line=typed[:80])
    return said, link


def _is_page(link: str) -> bool:
    """Whether a browser may open it, and nothing secret is in it."""
    try:
        parts = urlsplit(link)
        host = parts.hostname or ""
    except ValueError:
        return False
    plain = parts.scheme.lower() in ("http", "https") and parts.username is None
    return plain and "." in host and not host.startswith(".") and len(link) <= 500


def _wrong(key: str, **values: object) -> FieldErrors:
    return FieldErrors({"lines": FieldError(key, values)})
