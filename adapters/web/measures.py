"""`POST /measures/in/<door>`: a shop's own systems bring values of measures.

They are stored before the answer goes out: 202 where something is new, 200 where all of
it was there, 422 where nothing can be taken. Each value that cannot is named.
"""

from aiohttp import web

from adapters.web import measures_body
from adapters.web.signed_door import SignedDoor, answer
from bot.ports import Clock
from bot.ports.measure_intake import MeasureDoors, Taken


def routes(doors: MeasureDoors, clock: Clock) -> list[web.RouteDef]:
    """The doors' addresses."""
    return [web.post("/measures/in/{door}", MeasuresDoor(doors, clock).door.enter)]


class MeasuresDoor:
    """Takes what is signed, and says what became of it, line by line."""

    def __init__(self, doors: MeasureDoors, clock: Clock) -> None:
        self._doors = doors
        self.door = SignedDoor("measures", doors.secrets, clock, self._take)

    async def _take(self, door: str, name: str, raw: bytes) -> web.Response | None:
        body = measures_body.read(raw)
        if not isinstance(body, measures_body.Body):
            self.door.log(door, sorted(body))
            return answer(422, {"error": "some fields are wrong", "fields": body})
        taken = await self._doors.take(door, body.parcel(name))
        if taken is None:
            return None
        if taken.refused:
            self.door.log(door, [line for line, _ in taken.refused])
        return _told(taken)


def _told(taken: Taken) -> web.Response:
    said: dict[str, object] = {
        "new": taken.new,
        "corrected": taken.corrected,
        "again": taken.again,
    }
    if taken.late:
        said["late"] = [{"line": line, "days": days} for line, days in taken.late]
    if taken.refused:
        said["errors"] = [{"line": line, "error": why} for line, why in taken.refused]
    if taken.new or taken.corrected:
        return answer(202, said)
    return answer(200 if taken.again else 422, said)
