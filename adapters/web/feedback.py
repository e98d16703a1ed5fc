"""`POST /feedback/in/<door>`: a shop's own systems bring what customers say.

It is stored before the answer goes out: 202 for what is new, 200 for what was there,
409 for other words under a name that was there.
"""

from collections.abc import Mapping

from aiohttp import web

from adapters.web import feedback_body
from adapters.web.signed_door import SignedDoor, answer
from bot.ports import Clock
from bot.ports.intake import DoorKeeper, Kept

OTHER = "this webhook-id came before with another text, which stays; send it anew"


def routes(doors: DoorKeeper, clock: Clock) -> list[web.RouteDef]:
    """The doors' addresses."""
    return [web.post("/feedback/in/{door}", FeedbackDoor(doors, clock).door.enter)]


class FeedbackDoor:
    """Takes what is signed, and says what became of it."""

    def __init__(self, doors: DoorKeeper, clock: Clock) -> None:
        self._doors = doors
        self._clock = clock
        self.door = SignedDoor("feedback", doors.secrets, clock, self._take)

    async def _take(self, door: str, name: str, raw: bytes) -> web.Response | None:
        body = feedback_body.read(raw)
        if not isinstance(body, feedback_body.Body):
            self.door.log(door, sorted(body))
            return answer(422, {"error": "some fields are wrong", "fields": body})
        kept = await self._doors.take(door, body.parcel(name, self._clock.now()))
        return None if kept is None else _kept(kept, body.unknown())


def _kept(kept: Kept, unknown: Mapping[str, str]) -> web.Response:
    if not kept.number:
        return answer(200, {"feedback": None, "passed_over": "announcement"})
    if kept.differs:  # a success would hide that these words are nowhere
        return answer(409, {"error": OTHER, "feedback": f"F-{kept.number}"})
    said: dict[str, object] = {"feedback": f"F-{kept.number}"}
    if kept.cut:
        said["cut"] = kept.cut
    if unknown:
        said["unknown"] = unknown
    return answer(200 if kept.again else 202, said)
