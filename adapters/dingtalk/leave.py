"""Who is on leave, as DingTalk's attendance knows: satisfies `bot.ports.leave.Leaves`
(facts §8.2).

Only what was asked for with DingTalk's own approval is there. Every call is billed.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from adapters.dingtalk import DINGTALK
from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.wire import instant, millis, number, text, truth
from adapters.wire import Wire, record, records
from bot.model.refs import UserRef
from bot.ports.leave import Leave

PEOPLE = 100  # a call
PAGE = 20
MIDNIGHT = time(0)
DAY = timedelta(days=1)


class DingTalkLeaves:
    """Asks for the leave of many people at once; days are those of `zone`."""

    def __init__(self, api: DingTalkApi, zone: ZoneInfo) -> None:
        self._api = api
        self._zone = zone

    async def between(
        self, users: Sequence[UserRef], start: datetime, end: datetime
    ) -> Sequence[Leave]:
        """See `bot.ports.leave.Leaves.between`."""
        wanted = {user.id: user for user in users if user.platform == DINGTALK}
        found: list[Leave] = []
        for ids in _chunks(list(wanted)):
            for status in await self._statuses(ids, start, end):
                leave = leave_of(status, wanted, self._zone)
                if leave and leave.start < end and leave.end > start:
                    found.append(leave)
        return found

    async def _statuses(
        self, ids: Sequence[str], start: datetime, end: datetime
    ) -> Sequence[Wire]:
        found: list[Wire] = []
        while True:
            asked = {
                "userid_list": ",".join(ids),
                "start_time": millis(start),
                "end_time": millis(end),
                "offset": len(found),
                "size": PAGE,
            }
            said = await self._api.old("topapi/attendance/getleavestatus", asked)
            page = record(said, "result")
            came = records(page, "leave_status")
            found += came
            if not came or not truth(page, "has_more"):
                return found


def leave_of(status: Wire, users: dict[str, UserRef], zone: ZoneInfo) -> Leave | None:
    """One leave; None for what has no shape or is nobody's we asked for."""
    start, end = instant(status, "start_time"), instant(status, "end_time")
    who = users.get(text(status, "userid"))
    if who is None or start is None or end is None:
        return None
    if _ends_with_its_last_day(status, start, end, zone):
        end = datetime.combine(end.astimezone(zone) + DAY, MIDNIGHT, zone)
    return Leave(who, start, end) if start < end else None


def _ends_with_its_last_day(
    status: Wire, start: datetime, end: datetime, zone: ZoneInfo
) -> bool:
    """Whether an end at midnight names the last day and not the moment after it.

    DingTalk writes both. The length decides: more than what lies between means that
    the last day is meant too.
    """
    whole_days = text(status, "duration_unit") == "percent_day"
    if not whole_days or end.astimezone(zone).time() != MIDNIGHT:
        return False
    length = (number(status, "duration_percent") or 0) / 100
    return length > (end - start) / DAY


def _chunks(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    return (ids[at : at + PEOPLE] for at in range(0, len(ids), PEOPLE))
