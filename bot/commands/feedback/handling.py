"""Who sees to one step of the journey: "who handles checkout?", 谁负责结账."""

from bot.arguments import fold
from bot.cards.feedback import routes as cards
from bot.commands.feedback.wanted import PLACES
from bot.context import Context
from bot.messages import Reply
from bot.model.feedback import RoutingRule, Step
from bot.model.people import Role
from bot.rituals.feedback.routes import stands_in
from bot.rituals.feedback.sight import triages

LED = ("the ", "our ")
ENDS = (" feedback", " complaints", "的反馈", "的投诉", "反馈", "投诉", "问题")


async def handling(ctx: Context, typed: str, *, ruled: bool = False) -> Reply | None:
    """The rules that feedback of this step meets; None where no step is named, or, if
    it is to be `ruled`, no rule names it. Rooms are told to those who may see the
    rules, people to every colleague.
    """
    step = _step(typed)
    if step is None or ctx.person.role is Role.GUEST:
        return None
    rules = [
        each
        for each in await ctx.db.feedback.rules.routes()
        if each.step in (None, step)
    ]
    if ruled and not rules:
        return None
    whole = ctx.person.is_admin or await triages(ctx.db, ctx.person, ctx.here)
    known = await ctx.db.people.places(
        [each.place for each in rules if each.place and whole]
    )
    places = {ref: place.name for ref, place in known.items()}
    people = {id: await stands_in(ctx.db, id, ctx.now) for id in _named(rules)}
    called = {id: person.name for id, person in people.items() if person.active}
    return cards.of_step(ctx.t, step, rules, places, called)


def _step(typed: str) -> Step | None:
    said = fold(typed).strip(" ?？。.")
    for each in LED:
        said = said.removeprefix(each)
    for each in ENDS:
        said = said.removesuffix(each).strip()
    return PLACES.get(said)


def _named(rules: list[RoutingRule]) -> set[int]:
    return {each.person_id for each in rules if each.person_id}
