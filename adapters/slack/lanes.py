"""How fast Slack may be called (facts §10).

Slack counts by the minute: what is allowed at once is taken off what is allowed in the
long run, so that no minute of ours is more than Slack allows in one.
"""

from collections.abc import Sequence

from adapters.slack import SLACK
from bot.model.lane import Call, Lane, Limit
from bot.model.refs import PlaceRef

# "Several hundred a minute" in a workspace. Only two at once: answers wait for nobody,
# and find room for some beside what is sent to many.
POSTS = Limit(rate=290 / 60, burst=2)
IN_PLACE = Limit(rate=1, burst=3)  # one a second in a channel, short bursts allowed
EDITS = Limit(rate=40 / 60, burst=10)  # chat.update is of tier 3: 50 a minute


def lanes(place: PlaceRef, call: Call) -> Sequence[Lane]:
    """What a call in this place counts in. An ephemeral message is of tier 4, or goes
    through the address of a click: it is never the narrow part.
    """
    tenant, id = place.tenant, place.id
    if call is Call.EDIT:
        return (Lane(SLACK, tenant, "edit", EDITS),)
    if call is Call.WHISPER and not id.startswith("D"):
        return ()
    return (
        Lane(SLACK, tenant, "post", POSTS),
        Lane(SLACK, tenant, "post", IN_PLACE, place=id),
    )
