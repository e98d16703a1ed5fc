"""How often rooms hear of feedback, as people type it: feedback room #it rhythm hourly.

A customer's words may begin like it ("room spray smells bad"): what names no rhythm is
passed on as those.
"""

import re
from collections.abc import Sequence

from bot.arguments import Arguments, fold
from bot.cards.feedback import bundle as cards
from bot.cards.feedback.bundle import RoomRhythm
from bot.commands.feedback.add import add
from bot.commands.feedback.at_hand import passed_on, pressed, words_typed
from bot.commands.feedback.routes import HERE, place_of
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.feedback.rhythm import Rhythm
from bot.model.refs import PlaceRef
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.feedback.news import rhythm_of
from bot.rituals.feedback.sight import triages
from bot.rituals.room import whole

commands = Commands()
TRY = "feedback-try-rhythm"
SHOWN = 80
NAMED = re.compile(r"\brhythms?\b|推送节奏|节奏|频率", re.IGNORECASE)
BESIDE = re.compile(
    r"\b(?:hears?|gets?|feedbacks?|set|to|is|room|every ?thing)\b|[:：=→]|->|设为|改为"
    r"|改成|为|推送|接收|反馈|群|\bplease\b|\bpls\b|请|麻烦|一下|吧|的|了",
    re.IGNORECASE,
)
SAID: dict[Rhythm, str] = {
    Rhythm.AT_ONCE: r"at once|at-once|immediately|instant(?:ly)?|straight away|live"
    r"|real ?time|as (?:it|they) comes?|one by one|立即|立刻|马上|实时|即时|随到随发"
    r"|逐条",
    Rhythm.HOURLY: r"hourly|(?:every|each|once an?|per) hour|每(?:个)?小时(?:一次)?"
    r"|每(?:个)?钟头|(?:一)?小时一次",
    Rhythm.TWICE: r"twice(?: (?:a|per) day| daily)?|two times (?:a|per) day|2x? ?a day"
    r"|morning and (?:after ?noon|evening)|(?:每|一)[天日](?:两|二|2) ?次"
    r"|早晚(?:各一次)?",
    Rhythm.MORNING: r"(?:(?:in|on) )?(?:the |every |each )?mornings?|daily"
    r"|(?:once a|every|each) day|(?:每|一)[天日](?:早上|早晨|上午|一次)?|早上|早晨",
}
READ = {
    rhythm: re.compile(rf"(?:{said})", re.IGNORECASE) for rhythm, said in SAID.items()
}


@commands.command(
    *ways("room", "rooms", "rhythm", zh=("节奏", "群", "房间", "群节奏", "推送节奏"))
)
async def room(ctx: Context, args: Arguments) -> Reply:
    """How often a channel hears of feedback: at once, hourly, twice a day, mornings."""
    look = Arguments(args.typed, args.now)
    tagged, typed = bool(look.tags()), HERE.sub(" ", look.rest())
    rhythm = _rhythm(fold(typed))
    rest = _rest(fold(typed), rhythm)
    if rest and not tagged and not NAMED.search(words_typed(ctx)):
        return await add(ctx, Arguments(words_typed(ctx), ctx.now))
    if rhythm is None and not rest and HERE.search(args.typed):
        raise UsageError(
            "feedback-room-here", try_this=ctx.t("feedback-try-triage"),
            how=ctx.typed(ctx.t("feedback-try-room-here"), among=True),
        )  # fmt: skip
    if rhythm is None and not rest:
        return await _listed(ctx)
    _check_right(ctx)
    if rhythm is None or rest:
        raise UsageError(
            "feedback-rhythm-unknown",
            try_this=ctx.t(TRY),
            ways=passed_on(ctx),
            typed=tidy(NAMED.sub(" ", typed))[:SHOWN],
        )
    place, _ = await place_of(ctx, args)
    here = ctx.here[0] if ctx.here else None
    chosen = place or here or await ctx.db.feedback.rules.triage()
    if chosen is None:
        raise UsageError("feedback-rhythm-where", try_this=ctx.t(TRY))
    return await _kept(ctx, chosen, rhythm)


@commands.button("feedback.rhythm")
async def press_rhythm(ctx: Context, value: str) -> Reply:
    """The same, from the list: a rhythm, and the rule whose room it is for."""
    _check_right(ctx)
    said, _, key = value.partition(":")
    known = {each.value: each for each in Rhythm}
    chosen = dict(await _places(ctx)).get(str(pressed(key)))
    if said not in known or chosen is None:
        raise NotFound("feedback-rhythm-gone", try_this="feedback room")
    await ctx.db.feedback.rooms.keep_to(await whole(ctx.db, chosen), known[said])
    listed = await _listed(ctx)
    return Reply(listed.body, Audience.REPLACE)


async def _kept(ctx: Context, place: PlaceRef, rhythm: Rhythm) -> Reply:
    room = await whole(ctx.db, place)
    await ctx.db.feedback.rooms.keep_to(room, rhythm)
    known = await ctx.db.people.places(room)
    name = known[place].name if place in known else ctx.t("feedback-route-unnamed")
    return Reply(cards.kept(ctx.t, name, rhythm), Audience.ONLY_YOU)


async def _listed(ctx: Context) -> Reply:
    """Every room that hears of feedback, for admins and those who triage."""
    may = ctx.person.is_admin
    if not may and not await triages(ctx.db, ctx.person, ctx.here):
        raise NotAllowed("feedback-routes-closed")
    found: list[RoomRhythm] = []
    places = await _places(ctx)
    known = await ctx.db.people.places([place for _, place in places])
    for key, place in places:
        room = await whole(ctx.db, place)
        name = known[place].name if place in known else ctx.t("feedback-route-unnamed")
        found.append(RoomRhythm(name, key, await rhythm_of(ctx.db, room)))
    how = ctx.typed(ctx.t(TRY))
    triage = ctx.typed(ctx.t("feedback-try-triage"), among=True)
    return cards.rhythms(found, ctx.t, how, triage, may=may)


async def _places(ctx: Context) -> Sequence[tuple[str, PlaceRef]]:
    """The first place of each room that hears, by the id of its rule; 0 is the room
    for triage.
    """
    triage = await ctx.db.feedback.rules.triage()
    named = [("0", triage)] if triage else []
    rules = await ctx.db.feedback.rules.routes()
    named += [(str(rule.id), rule.place) for rule in rules if rule.place]
    seen: set[PlaceRef] = set()
    found: list[tuple[str, PlaceRef]] = []
    for key, place in named:
        if place not in seen:
            found.append((key, place))
            seen.update(await whole(ctx.db, place))
    return found


def _rhythm(said: str) -> Rhythm | None:
    """The rhythm in the words: the one that is named at the greatest length."""
    lengths = {
        rhythm: max(len(match[0]) for match in matches)
        for rhythm, pattern in READ.items()
        if (matches := list(pattern.finditer(said)))
    }
    return max(lengths, key=lambda rhythm: lengths[rhythm], default=None)


def _rest(said: str, rhythm: Rhythm | None) -> str:
    """What the words say beside a rhythm."""
    without = READ[rhythm].sub(" ", said, count=1) if rhythm else said
    return BESIDE.sub(" ", NAMED.sub(" ", without)).strip(" ,，、;；。.!！")


def _check_right(ctx: Context) -> None:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
