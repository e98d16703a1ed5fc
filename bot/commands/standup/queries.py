"""What is looked for in the history of stand-ups, typed or held by a button."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.arguments import QUOTED, Arguments, Who, as_read, fold
from bot.commands.standup.find import number
from bot.commands.standup.spans import take_span
from bot.context import ME, Context
from bot.model.absence import Days
from bot.model.expression import expression
from bot.model.people import Person
from bot.model.standup import Standup, StandupState, same_name
from bot.model.standup.history import WORDS, Cursor, Place, Query

FILLER = expression(
    r"^(?:(?:of|from|by|for|about|in|with|and|的|里|中|关于|提到|包含)(?![A-Za-z])\s*"
    r"|['’]s\b|[,，、:：]\s*)+|(?:的|['’]s|[,，、:：])+$",
    re.IGNORECASE,
)
NUMBER = expression(r"#(\d{1,9})(?!\d)")


async def read_query(
    ctx: Context, args: Arguments, standups: Sequence[Standup]
) -> Query:
    """A stand-up, a person, days and words, in any order; each may be left out."""
    whos = args.people()
    text = args.rest()
    quoted: list[str] = []
    names = {same_name(each.name) for each in standups}
    for match in QUOTED.finditer(text):
        inside = _inside(match)
        if same_name(inside) in names:
            text = text.replace(match[0], f" {inside} ")
        else:
            text, quoted = text.replace(match[0], " "), [*quoted, inside]
    standup, text = leading(_bare(text), standups)
    days, text = take_span(text, ctx.local)
    if standup is None:
        standup, text = _standup(ctx, _bare(text), standups)
    person = await ctx.find_person(whos[0]) if whos else None
    if person is None:
        person, text = await _person(ctx, _bare(text))
    words = " ".join((*quoted, _bare(text))).strip()
    return Query(
        standup.id if standup else None,
        person.id if person else None,
        days,
        words[:WORDS],
    )


def _inside(match: re.Match[str]) -> str:
    return next(part for part in match.groups() if part is not None)


def _bare(text: str) -> str:
    """The words without those that only join them."""
    tidied = " ".join(text.split())
    while tidied != (less := FILLER.sub("", tidied).strip()):
        tidied = less
    return tidied


def _standup(
    ctx: Context, text: str, standups: Sequence[Standup]
) -> tuple[Standup | None, str]:
    """The stand-up that the words begin or end with, by name or number; the longest
    name counts, and of one name the living one. The beginning of one name will do.
    """
    if match := NUMBER.search(text):
        for each in standups:
            if each.id == int(match[1]):
                return each, text[: match.start()] + text[match.end() :]
    typed = same_name(text)
    for each in sorted(standups, key=lambda one: -len(one.name)):
        name = same_name(each.name)
        if (rest := _without(typed, name)) is not None:
            return each, rest
    begun = [each for each in standups if _begins(each, typed)]
    if len(begun) == 1:
        return begun[0], ""
    here = [each for each in standups if each.place and each.place in ctx.here]
    return (here[0] if len(here) == 1 else None), text


def leading(text: str, standups: Sequence[Standup]) -> tuple[Standup | None, str]:
    """The stand-up whose whole name the words begin with, and the words behind: one
    called Noon or Monday is no time.
    """
    for each in sorted(standups, key=lambda one: -len(one.name)):
        name = r"\s+".join(re.escape(part) for part in each.name.split())
        edge = r"(?!\w)" if each.name[-1:].isascii() else ""
        if found := re.match(rf"{name}{edge}", text, re.IGNORECASE):
            return each, text[found.end() :]
    return None, text


def _begins(standup: Standup, typed: str) -> bool:
    """Whether the words are how its name begins, as every other verb takes it."""
    living = standup.state is not StandupState.ARCHIVED
    return bool(typed) and living and same_name(standup.name).startswith(typed)


def _without(text: str, name: str) -> str | None:
    """The words beside the name, which is a word of its own; None if it is not
    there.
    """
    edge = r"(?![a-z0-9_])" if name[-1:].isascii() else ""
    start = r"(?<![a-z0-9_])" if name[:1].isascii() else ""
    found = re.search(f"{start}{re.escape(name)}{edge}", text)
    if found is None:
        return None
    return f"{text[: found.start()]} {text[found.end() :]}"


async def _person(ctx: Context, text: str) -> tuple[Person | None, str]:
    """Somebody whose name the words begin with, though nobody was mentioned."""
    parts = text.split()
    if parts and fold(parts[0]) in ME:
        return ctx.person, " ".join(parts[1:])
    everyone = await ctx.db.people.everyone()
    for count in range(min(len(parts), 4), 0, -1):
        name = fold(" ".join(parts[:count]))
        if any(name in _names(person) for person in everyone):
            found = await ctx.find_person(Who(" ".join(parts[:count])))
            return found, " ".join(parts[count:])
    return None, text


def _names(person: Person) -> set[str]:
    """What a person is called: whole names, first names, and without spaces."""
    called = [fold(name) for name in (person.name, *person.also) if name]
    first = {name.split()[0] for name in called if name.split()}
    return {*called, *first, *(name.replace(" ", "") for name in called)}


def held(query: Query, cursor: Cursor | None = None) -> str:
    """What a button holds of it."""
    days = query.days
    side = (">" if cursor.newer else "<") + str(cursor.place) if cursor else ""
    parts = (
        str(query.standup_id or 0),
        str(query.person_id or 0),
        days.first.isoformat() if days else "",
        days.last.isoformat() if days else "",
        side,
        query.words,
    )
    return "|".join(parts)


def of_value(value: str) -> tuple[Query, Cursor | None]:
    """What a button holds: of anything else, everything."""
    parts = (*value.split("|", 5), "", "", "", "", "", "")
    query = Query(number(parts[0]) or None, number(parts[1]) or None)
    query = replace(query, words=as_read(parts[5])[:WORDS])
    try:
        if parts[2]:
            first, last = date.fromisoformat(parts[2]), date.fromisoformat(parts[3])
            query = replace(query, days=Days(first, last))
        if parts[4][:1] in ("<", ">") and len(parts[4]) > 1:
            place = Place.read(parts[4][1:])
            return query, Cursor(place, newer=parts[4][0] == ">")
    except ValueError:
        pass
    return query, None
