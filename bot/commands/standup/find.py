"""Which stand-up is meant, and who may change it."""

from collections.abc import Collection, Sequence

from rapidfuzz import process

from bot.arguments import Arguments
from bot.commands.standup.values import brief
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError, Way
from bot.model.standup import Standup, StandupState, same_name

CLOSE_ENOUGH = 60
SHOWN = 10
CHANGING = frozenset(
    {"archive", "cancel", "edit", "owner", "pause", "resume", "run", "uncancel"}
)
PRESSED = {
    verb: f"standup.{verb}"
    for verb in (
        "cancel",
        "copy",
        "edit",
        "export",
        "join",
        "pause",
        "preview",
        "report",
        "resume",
        "run",
        "show",
        "uncancel",
    )
} | {
    "archive": "standup.archiving",
}  # buttons that do what a command does


async def by_name(ctx: Context, args: Arguments, verb: str, more: str = "") -> Standup:
    """The stand-up named, or numbered; without a name the only one that is here, or at
    all. Several are offered as buttons that go on (PEERS A28), with `more` behind the
    number in their values.
    """
    everything = await seen(ctx)
    typed = same_name(args.rest())
    if not everything:
        raise NotFound("standup-none", try_this=_example(ctx))
    if not typed:
        here = [each for each in everything if each.place in ctx.here]
        fitting = [each for each in here or everything if _fits(ctx, each, verb)]
        for only in (here, everything, fitting):
            if len(only) == 1:
                return only[0]
        raise _which(ctx, fitting or here or everything, verb, more)
    exact = [each for each in everything if same_name(each.name) == typed]
    begins = [each for each in everything if same_name(each.name).startswith(typed)]
    found = exact or [e for e in everything if typed.lstrip("#") == str(e.id)] or begins
    if len(found) == 1:
        return found[0]
    if found:
        raise _which(ctx, found, verb, more)
    raise _unknown(ctx, args.rest(), everything)


def called(standup: Standup, args: Arguments) -> bool:
    """Whether it is meant: by the beginning of its name, or by its number as lists show
    it (PEERS A28).
    """
    typed = same_name(args.rest())
    return same_name(standup.name).startswith(typed) or typed == f"#{standup.id}"


def _fits(ctx: Context, standup: Standup, verb: str) -> bool:
    """Whether the command would do something to it."""
    if verb in CHANGING and not standup.may_change(ctx.person):
        return False
    if verb == "uncancel":
        return bool(standup.skipped)
    return verb != ("resume" if standup.active else "pause")


def _which(ctx: Context, found: Sequence[Standup], verb: str, more: str) -> UsageError:
    """Which one is meant: a button each, where there is one for the command."""
    action = PRESSED.get(verb, "")
    ways = tuple(
        Way(each.name, action, f"{each.id}{more}") for each in found[:SHOWN] if action
    )
    return UsageError(
        "standup-which",
        try_this=f"standup {verb} {found[0].name}" if not ways else "",
        ways=ways,
        names=_names(ctx, found),
    )


def _unknown(ctx: Context, typed: str, known: Sequence[Standup]) -> NotFound:
    names = [each.name for each in known]
    close = process.extract(typed, names, limit=3, score_cutoff=CLOSE_ENOUGH)
    if not close:
        return NotFound("standup-unknown", try_this="standup list", name=brief(typed))
    meant = ctx.t.either(tuple(f"“{name}”" for name, _, _ in close))
    return NotFound("standup-unknown-close", name=brief(typed), close=meant)


async def by_number(ctx: Context, value: str) -> Standup:
    """The stand-up a button is about."""
    found = await ctx.db.standups.hold(number(value))
    if found is None or found.state is StandupState.ARCHIVED:
        raise gone(ctx)
    if not await visible(ctx, [found]):
        raise gone(ctx)
    return found


def gone(ctx: Context) -> NotFound:
    """There is no such stand-up, or none that they may know of."""
    return NotFound("standup-gone", try_this="standup list")


async def seen(ctx: Context) -> list[Standup]:
    """Every stand-up that the person may know of, by name."""
    return await visible(ctx, await ctx.db.standups.all())


async def visible(
    ctx: Context, standups: Sequence[Standup], listed: Collection[int] | None = None
) -> list[Standup]:
    """Those of them that the person may know of, from where they are. `listed` are
    those on whose latest day they were, where that is known.
    """
    places = await ctx.db.people.places([each.place for each in standups if each.place])
    if listed is None:
        listed = await ctx.db.standups.listed(ctx.person.id)
    return [
        each
        for each in standups
        if each.seen_by(
            ctx.person,
            places.get(each.place) if each.place else None,
            listed=each.id in listed,
            here=each.place in ctx.here,
        )
    ]


async def taken(ctx: Context, name: str, but: int = 0) -> bool:
    """Whether another stand-up has the name."""
    everything = await ctx.db.standups.all()
    return any(
        same_name(each.name) == same_name(name) for each in everything if each.id != but
    )


def number(value: str) -> int:
    """The id in a button's value or a form's state; 0 is nobody's."""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 16 else 0


async def changeable(ctx: Context, standup: Standup) -> Standup:
    """The same, held until the commit. Raises NotAllowed for who may not change it."""
    if not standup.may_change(ctx.person):
        raise await _not_theirs(ctx, standup)
    held = await ctx.db.standups.hold(standup.id)
    return held or standup


async def _not_theirs(ctx: Context, standup: Standup) -> NotAllowed:
    """Who can change it: those of them who have not left."""
    may = (standup.owner_id, *standup.admins)
    known = await ctx.db.people.some(may)
    names = tuple(known[p].name for p in may if p in known and known[p].active)
    if not names:
        return NotAllowed("standup-not-yours-left", name=standup.name)
    owner = ", ".join(names)
    return NotAllowed("standup-not-yours", name=standup.name, owner=owner)


def _names(ctx: Context, standups: Sequence[Standup]) -> str:
    return ctx.t.either(tuple(f"“{each.name}”" for each in standups[:SHOWN]))


def _example(ctx: Context) -> str:
    return ctx.t("help-example-standup")
