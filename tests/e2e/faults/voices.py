"""How people reach the bot: typed lines, pressed buttons, sent forms, over both wires.

An event that nobody acknowledges comes again; what a person did in a client does not:
they see that it failed, and do it again themselves (facts/slack.md §3, §8;
facts/dingtalk.md §1.8).
"""

import asyncio
import itertools
import json
import re
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import unquote

from tests.e2e.faults.clock import SharedClock
from tests.e2e.faults.company import BOT, CHANNEL, CORP, GROUP, SLACK, TEAM, Mate
from tests.e2e.faults.dingtalk import DingTalk, buttons_of, robot_message
from tests.e2e.faults.ledger import Json, Ledger, Said, actions_in
from tests.e2e.faults.slack import Slack
from tests.e2e.faults.streams import CARDS, MESSAGES
from tests.e2e.faults.weather import Weather

TRIES = 60
Bring = Callable[[], Coroutine[Any, Any, Json | None]]
SEND = "dtmd://dingtalkclient/sendMessage?content="
MEANT = re.compile(r"\{([a-z][a-z0-9.-]*)(?: ([^}]*))?\}\s*$")


@dataclass(frozen=True, slots=True)
class Control:
    """A button that somebody can press."""

    action: str
    value: str


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of one thing that somebody did: was it acknowledged, at once, and by
    which key is its answer known, if it is one that lasts.
    """

    acked: bool
    key: str
    tries: int = 1
    answer: Json | None = None


class Voices:
    """Everybody's hands."""

    def __init__(
        self,
        slack: Slack,
        dingtalk: DingTalk,
        ledger: Ledger,
        weather: Weather,
        clock: SharedClock,
    ) -> None:
        self.slack = slack
        self.dingtalk = dingtalk
        self._ledger = ledger
        self._weather = weather
        self._clock = clock
        self._numbers = itertools.count(1)
        self._later: set[asyncio.Task[Json | None]] = set()

    async def command(self, mate: Mate, text: str, place: str) -> Sent:
        """Types `/crew …`; Slack tells at once whether somebody heard it."""
        trigger = f"{mate.id}:{next(self._numbers)}"
        direct = place == mate.dm
        heard = await self.slack.sockets.bring(
            "slash_commands",
            {
                "command": "/crew",
                "text": text,
                "team_id": TEAM,
                "channel_id": place,
                "channel_name": "directmessage" if direct else "shop",
                "user_id": mate.id,
                "user_name": mate.name.lower(),
                "trigger_id": trigger,
                "response_url": f"{self.slack.url}/slack/hook/{trigger}",
            },
        )
        return Sent(heard is not None, f"answer:{TEAM}:{trigger}")

    async def say(self, mate: Mate, text: str) -> Sent:
        """Types a line in the conversation with the bot; it comes until it is taken."""
        number = next(self._numbers)
        if mate.platform == SLACK:
            id, ts = f"Ev{number:08d}", self.slack.stamp()
            body = _event(mate, text, id, ts)
            bring = partial(self.slack.sockets.bring, "events_api", body)
            return await self._insist(f"answer:{TEAM}:{id}", bring)
        id = f"msg{number:08d}=="
        place = GROUP if text.startswith(GROUP) else mate.dm
        millis = int(self._clock.now().timestamp() * 1000)
        body = robot_message(mate, text, id, millis)
        body["sessionWebhook"] = self.dingtalk.webhook(place)
        bring = partial(self.dingtalk.streams.bring, MESSAGES, body, f"f{id}")
        return await self._insist(f"answer:{CORP}:{id}", bring)

    async def press(self, mate: Mate, said: Said, control: Control) -> Sent:
        """Presses a button of a message."""
        if mate.platform == SLACK:
            return await self._press_block(mate, said, control)
        if not said.key:
            value = f" {control.value}" if control.value else ""
            return await self.say(mate, f"OK {{{control.action}{value}}}")
        id = f"{control.action}|{control.value}"
        pressed = {"actionIds": [id], "params": {"action": id}}
        data = {
            "type": "actionCallback",
            "outTrackId": said.id,
            "corpId": CORP,
            "userId": mate.id,
            "spaceType": "IM",
            "spaceId": said.place,
            "content": json.dumps({"cardPrivateData": pressed}),
        }
        frame = f"card{next(self._numbers)}"
        heard = await self.dingtalk.streams.bring(CARDS, data, frame)
        return Sent(heard is not None, "", answer=heard)

    async def submit(self, mate: Mate, words: str) -> Sent:
        """Sends the form that is open, with these words in every field."""
        view = self.slack.views[mate.id]
        fields = [one for one in view["blocks"] if one["type"] == "input"]
        values = {
            one["block_id"]: {
                one["element"]["action_id"]: {"type": "x", "value": words}
            }
            for one in fields
        }
        sent = {**view, "state": {"values": values}, "app_installed_team_id": TEAM}
        body = _interaction(mate, "view_submission", view=sent)
        heard = await self.slack.sockets.bring("interactive", body)
        return Sent(heard is not None, "", answer=heard)

    def controls(self, said: Said) -> list[Control]:
        """What can be pressed on a message now."""
        _, body = self._ledger.now_shown(said)
        if said.platform == SLACK:
            found = actions_in(body.get("blocks"))
            return [_control(one) for one in found if one.get("type") == "button"]
        if said.key:
            return [Control(*_parts(id)) for id in buttons_of(body)]
        links = (str(url) for name, url in body.items() if "URL" in name)
        typed = (unquote(url.removeprefix(SEND)) for url in links if SEND in url)
        meant = (MEANT.search(words) for words in typed)
        return [Control(one[1], unquote(one[2] or "")) for one in meant if one]

    async def _press_block(self, mate: Mate, said: Said, control: Control) -> Sent:
        self.slack.views.pop(mate.id, None)
        action = {
            "type": "button",
            "action_id": control.action,
            "block_id": "b1",
            "value": control.value,
            "action_ts": self.slack.stamp(),
        }
        where = {"message_ts": said.id, "channel_id": said.place, "type": "message"}
        where |= {"thread_ts": said.thread} if said.thread else {}
        body = _interaction(
            mate,
            "block_actions",
            container=where,
            channel={"id": said.place, "name": _name(said.place)},
            message={"ts": said.id},
            actions=[action],
            trigger_id=f"{mate.id}:{next(self._numbers)}",
            response_url=f"{self.slack.url}/slack/hook/{mate.id}",
        )
        heard = await self.slack.sockets.bring("interactive", body)
        return Sent(heard is not None, "")

    async def _insist(self, key: str, bring: Bring) -> Sent:
        await asyncio.sleep(self._weather.delay())
        for tries in range(1, TRIES + 1):
            if await bring() is not None:
                if self._weather.comes_twice():
                    again = asyncio.create_task(bring())
                    self._later.add(again)
                    again.add_done_callback(self._later.discard)
                return Sent(acked=True, key=key, tries=tries)
            await asyncio.sleep(min(0.3 * tries, 2.0))
        return Sent(acked=False, key=key, tries=TRIES)


def _event(mate: Mate, text: str, id: str, ts: str) -> Json:
    said = {"type": "message", "channel": mate.dm, "channel_type": "im", "text": text}
    told = {"team_id": TEAM, "user_id": BOT, "is_bot": True}
    return {
        "type": "event_callback",
        "team_id": TEAM,
        "event_id": id,
        "event": {**said, "user": mate.id, "ts": ts, "event_ts": ts, "team": TEAM},
        "authorizations": [told],
    }


def _interaction(mate: Mate, kind: str, **own: object) -> Json:
    user = {"id": mate.id, "username": mate.name.lower(), "team_id": TEAM}
    return {"type": kind, "user": user, "team": {"id": TEAM, "domain": "tea"}, **own}


def _control(action: Json) -> Control:
    return Control(str(action["action_id"]), str(action.get("value", "")))


def _parts(id: str) -> tuple[str, str]:
    action, _, value = id.partition("|")
    return action, value


def _name(place: str) -> str:
    return "shop" if place == CHANNEL else "directmessage"
