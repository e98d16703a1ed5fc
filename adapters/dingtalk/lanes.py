"""How fast DingTalk may be called by all of us together (facts §9.2).

Every replica keeps to so many calls a second by itself (`adapters.dingtalk.limits`).
"""

from collections.abc import Sequence

from adapters.dingtalk import DINGTALK
from adapters.dingtalk.directory import is_direct
from bot.model.lane import Call, Lane, Limit
from bot.model.refs import PlaceRef

CALLS = Limit(rate=15, burst=5)  # of twenty a second for each API
# one call says the same words to twenty people: they have to meet for that
PEOPLE = Limit(rate=15, burst=40, together=20)
IN_GROUP = Limit(rate=15 / 60, burst=5)  # twenty a minute, like a group's own robots
CARDS_IN_GROUP = Limit(rate=1, burst=5)


def lanes(place: PlaceRef, call: Call, *, cards: bool) -> Sequence[Lane]:
    """What a call counts in. What is whispered goes to a direct conversation."""
    tenant, id = place.tenant, place.id
    if call is Call.EDIT:
        return (Lane(DINGTALK, tenant, "edit", CALLS),) if cards else ()
    direct = call is Call.WHISPER or is_direct(place)
    if direct:
        name, limit = ("card", CALLS) if cards else ("people", PEOPLE)
        return (Lane(DINGTALK, tenant, name, limit),)
    name, limit = ("card", CARDS_IN_GROUP) if cards else ("group", IN_GROUP)
    return (
        Lane(DINGTALK, tenant, name, CALLS),
        Lane(DINGTALK, tenant, name, limit, place=id),
    )
