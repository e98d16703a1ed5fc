"""What one sentence says of a risk: its scenario, its rating, its owner, its day."""

import re
from dataclasses import dataclass, field
from datetime import date

from bot import dates
from bot.arguments import QUOTED, Arguments
from bot.commands.risk import labels
from bot.commands.risk.at_hand import check_owner
from bot.commands.risk.labels import either
from bot.commands.risk.reader import ANY, OPENS, SCALES, Reader, check_text
from bot.commands.task.make import FAR
from bot.commands.task.wish import WITHIN, check_due
from bot.context import ME, Context
from bot.errors import UsageError
from bot.model.expression import expression
from bot.model.people import Person
from bot.model.risk import SCENARIO_LIMIT, Category, Risk
from bot.model.text import tidy

READERS = {"private": True, "私密": True, "保密": True, "public": False, "公开": False}
EMPTY = expression(r"[(（][\s,，;；、]*[)）]")
UNSAID = expression(rf"{OPENS}(?P<label>{ANY})\s?[:：=]\s*@?\s*(?:$|[,，;；])", re.I)
STRANGE = expression(
    rf"{OPENS}(?:[a-z]+|[\u4e00-\u9fff]{{1,6}})[:：=]\s?\S+"
    rf"|^(?:{ANY})(?![A-Za-z0-9_])",
    re.IGNORECASE,
)
NO_DAY = expression(
    rf"{OPENS}(?:{either(labels.DUE)})\s?[:：]?\s*(?:none|never|no date|无|没有|不限)"
    r"(?!\w)",
    re.IGNORECASE,
)
LABELLED = expression(rf"{OPENS}(?:{either(labels.SCENARIO)})\s?[:：]\s*", re.I)
NAMED = expression(
    rf"{OPENS}(?P<label>{either(labels.OWNER)})\s?[:：]\s*(?![@＠<\s])", re.IGNORECASE
)
BEGINS = expression(
    rf"^\s*(?P<label>{either(labels.MITIGATION)})(?:\s+|(?=[\u4e00-\u9fff]))",
    re.IGNORECASE,
)
UNMARKED = expression(rf"{OPENS}(?P<label>{either(labels.OWNER)})\s*", re.IGNORECASE)
# "log a risk that …", "high likelihood of …"
THAT = expression(r"^(?:that|of)(?=\s)", re.IGNORECASE)
SPOKEN_DUE = expression(
    rf"{OPENS}(?P<label>{either(labels.DUE)})(?:\s+(?:on|by|date))?\s*(?![:：])"
    r"(?=\S)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What was typed; None for what was not spoken of. `no_day` takes the day away,
    `named` says that the scenario was said to be one.
    """

    scenario: str = ""
    category: Category | None = None
    owner: Person | None = None
    scales: dict[str, int] = field(default_factory=dict)
    mitigation: str | None = None
    due: date | None = None
    no_day: bool = False
    private: bool | None = None
    named: bool = False

    @property
    def rated(self) -> bool:
        """Whether both its likelihood and its impact were said."""
        return len(self.scales) == len(SCALES)

    def changed(self, risk: Risk) -> dict[str, object]:
        """What of a risk was spoken of, by the names of its fields."""
        said: dict[str, object] = dict(self.scales)
        if self.scenario:
            said["scenario"] = self.scenario
        if self.category:
            said["category"] = self.category
        if self.owner:
            said["owner_id"] = self.owner.id
        if self.mitigation is not None:
            said["mitigation"] = self.mitigation
        if self.due or self.no_day:
            said["due"] = self.due
        if self.private is not None:
            said["private"] = self.private
        return said


async def read_said(ctx: Context, typed: str) -> Said:
    """Everything the words hold. Raises UsageError for what cannot be."""
    whole = QUOTED.match(typed.strip())
    reader = Reader(typed.strip()[whole.end() :] if whole else typed)
    mitigation = reader.mitigation()
    category = reader.category(ctx)
    private = reader.private()
    scales = reader.scales()
    no_day = reader.take(NO_DAY) is not None
    named = reader.take(LABELLED) is not None or whole is not None
    text = await _owner_marked(ctx, reader.text)
    args = Arguments(await ctx.apart(_due_marked(ctx, text)), ctx.local)
    owner = await _owner(ctx, args)
    found = args.found_due(*labels.DUE) if _is_marked(text, ctx) else None
    if found:
        check_due(found.due, ctx.local, found.text)
        if found.due.day - ctx.today > FAR:
            raise UsageError("date-impossible", typed=found.text)
    quoted = next(filter(None, whole.groups()), "") if whole else ""
    rest = tidy(await ctx.readable(f"{quoted} {args.rest()}"))
    if unsaid := UNSAID.search(rest):
        raise UsageError("risk-value-missing", label=unsaid["label"])
    scenario = THAT.sub("", EMPTY.sub("", rest)).strip(" ,，;；、:：")
    if (shared := READERS.get(scenario.casefold())) is not None and not named:
        private, scenario = shared, ""
    return Said(
        scenario=check_text(scenario, SCENARIO_LIMIT),
        category=category,
        owner=owner,
        scales=scales,
        mitigation=await ctx.readable(mitigation) if mitigation else mitigation,
        due=found.due.day if found else None,
        no_day=no_day,
        private=private,
        named=named,
    )


def marked_mitigation(typed: str) -> str:
    """The words of an edit that begins with "mitigation" and no mark behind it."""
    return BEGINS.sub(r"\g<label>: ", typed)


def check_words(said: Said, example: str) -> None:
    """Refuses words that look like something else than a new scenario, where one is
    there already: nobody loses what was written by a slip.
    """
    strange = STRANGE.search(said.scenario)
    if strange and not said.named:
        raise UsageError("risk-words-unknown", try_this=example, typed=strange[0])


async def _owner_marked(ctx: Context, text: str) -> str:
    """The words with "owner: Kai" and "owner me" as mentions."""
    marked = NAMED.sub(r"\g<label>:@", text)
    if marked != text or not UNMARKED.search(text):
        return marked
    people = await ctx.db.people.everyone()
    names = {name for each in people for name in (each.name, *each.also) if name}
    known = either((*names, *ME))
    spoken = rf"{UNMARKED.pattern}(?=(?:{known})(?![A-Za-z0-9_]))"
    return re.sub(spoken, r"\g<label>:@", text, flags=re.IGNORECASE)


async def _owner(ctx: Context, args: Arguments) -> Person | None:
    """Who sees to it: named as its owner, else the only one who is named at all."""
    whos = args.people_after(*labels.OWNER)
    named = whos or args.people(within=WITHIN)
    people = await ctx.find_people(named)
    if len(people) > 1:
        names = ctx.t.items(tuple(person.name for person in people))
        raise UsageError("risk-two-owners", names=names)
    return await check_owner(ctx, people[0]) if people else None


def _due_marked(ctx: Context, text: str) -> str:
    """The words with "due friday" as "due:friday"; "due to rain" is no day."""
    match = _spoken_due(text, ctx)
    if match is None:
        return text
    return f"{text[: match.start()]}{match['label']}:{text[match.end() :]}"


def _spoken_due(text: str, ctx: Context) -> re.Match[str] | None:
    for match in SPOKEN_DUE.finditer(text):
        after = text[match.end() :]
        try:
            found = dates.find(after, ctx.local)
        except dates.NotADate:
            continue
        if found and not after[: found[0].start].strip():
            return match
    return None


def _is_marked(text: str, ctx: Context) -> bool:
    """Whether a day is named as the one when it is due: a scenario has days, too."""
    marked = re.search(rf"{OPENS}(?:{either(labels.DUE)})\s?[:：]", text, re.I)
    return marked is not None or _spoken_due(text, ctx) is not None
