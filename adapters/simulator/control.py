"""The JSON control interface: for the page, for tests, and for the curious."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from aiohttp import web

from adapters.simulator.side import Press, Side
from adapters.simulator.slack.errors import SlackError
from adapters.simulator.wire import ControlError, Json

if TYPE_CHECKING:
    from adapters.simulator.simulator import Simulator

PAGE = Path(__file__).parent / "page"
KEEPALIVE_SECONDS = 15.0
Act = Callable[[Side, str, Json], Awaitable[Json]]


class Control:
    """Serve the page and the control routes over all platforms' sides."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    def routes(self) -> list[web.RouteDef]:
        """All control routes, without the `/simulator` prefix."""
        acts: dict[str, Act] = {
            "say": _say,
            "press": _press,
            "suggest": _suggest,
            "submit": _submit,
            "close": _close,
            "home": _home,
            "shortcut": _shortcut,
            "react": _react,
            "join": _join,
        }
        reads = {
            "app": self._app,
            "people": self._people,
            "places": self._places,
            "messages": self._messages,
            "view": self._view,
            "clock": self._clock,
            "play": self._playing,
            "requests": self._requests,
        }
        return [
            web.get("", self._to_page),
            web.get("/", self._page),
            web.get("/page/{file:.+}", self._file),
            web.get("/stream", self._stream),
            *(web.get(f"/{name}", _reading(read)) for name, read in reads.items()),
            *(web.post(f"/{name}", self._acting(act)) for name, act in acts.items()),
            web.post("/clock", _taking(self._move)),
            web.post("/play", _taking(self._play)),
            web.post("/fault", _taking(self._fault)),
        ]

    async def _to_page(self, request: web.Request) -> web.Response:
        raise web.HTTPFound(f"{request.path}/")

    async def _page(self, request: web.Request) -> web.StreamResponse:
        return _static("index.html")

    async def _file(self, request: web.Request) -> web.StreamResponse:
        return _static(request.match_info["file"])

    def _app(self, query: Json) -> Json:
        return self._side(query).app()

    def _people(self, query: Json) -> Json:
        sides = self._simulator.sides
        return {"people": [person for side in sides for person in side.people()]}

    def _places(self, query: Json) -> Json:
        person = query.get("as")
        sides = self._simulator.sides
        chosen = [self._side_of(person, query)] if person else sides
        return {"places": [p for side in chosen for p in side.places(person)]}

    def _messages(self, query: Json) -> Json:
        person, place, since = query.get("as"), query.get("in"), query.get("since")
        chosen = self._simulator.sides
        if person:
            chosen = [self._side_of(person, query)]
        elif place:
            chosen = [side for side in chosen if _has_place(side, place)] or chosen[:1]
        found = [m for side in chosen for m in side.messages(person, place, since)]
        return {"messages": sorted(found, key=lambda m: str(m["at"]))}

    def _view(self, query: Json) -> Json:
        person = _word(query, "as")
        return self._side_of(person, query).view(person)

    def _clock(self, query: Json) -> Json:
        return {"now": self._simulator.clock.now().isoformat()}

    def _playing(self, query: Json) -> Json:
        return self._simulator.play.shown()

    def _requests(self, query: Json) -> Json:
        method = query.get("method")
        sides = self._simulator.sides
        return {"requests": [call for side in sides for call in side.requests(method)]}

    async def _move(self, body: Json) -> Json:
        return await self._simulator.move(body)

    async def _play(self, body: Json) -> Json:
        play = self._simulator.play
        return play.steer(body) if "do" in body else play.begin(body)

    async def _fault(self, body: Json) -> Json:
        return await self._side(body).fault(body)

    def _side(self, wish: Json) -> Side:
        """The platform that is asked for, by default the first."""
        platform = wish.get("platform", self._simulator.sides[0].platform)
        for side in self._simulator.sides:
            if side.platform == platform:
                return side
        raise ControlError(f"there is no platform {platform!r}")

    def _side_of(self, person: str, wish: Json) -> Side:
        """Where the person lives; `platform` says which of two that share a name."""
        if "platform" in wish:
            return self._side(wish)
        return self._simulator.side_of(person)

    def _acting(self, act: Act) -> Callable[[web.Request], Awaitable[web.Response]]:
        async def acted(body: Json) -> Json:
            person = _word(body, "as")
            return await act(self._side_of(person, body), person, body)

        return _taking(acted)

    async def _stream(self, request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(
            headers={"Content-Type": "text/event-stream", "Cache-Control": "no-store"}
        )
        await response.prepare(request)
        # A visitor who closes the page ends this whenever they like.
        with suppress(ConnectionResetError):
            await self._tell(response)
        return response

    async def _tell(self, response: web.StreamResponse) -> None:
        revisions = self._simulator.revisions
        seen = -1
        while not self._simulator.stopping:
            if revisions.number != seen:
                seen = revisions.number
                await response.write(f'data: {{"revision": {seen}}}\n\n'.encode())
            else:
                await response.write(b": still here\n\n")
            await revisions.beyond(seen, KEEPALIVE_SECONDS)


async def _say(side: Side, person: str, body: Json) -> Json:
    """Words, or a `file` with its `name` and `content`, with words or without."""
    place, text, file = _word(body, "in"), body.get("text"), body.get("file")
    if isinstance(file, dict):
        content = str(file.get("content") or "").encode()
        words = text if isinstance(text, str) else ""
        return await side.send(person, place, _word(file, "name"), content, words)
    if not isinstance(text, str):
        raise ControlError("text is missing")
    return await side.say(person, place, text, body.get("thread"))


async def _press(side: Side, person: str, body: Json) -> Json:
    return await side.press(person, _click(body))


async def _suggest(side: Side, person: str, body: Json) -> Json:
    return {"ok": True, "options": await side.suggest(person, _click(body))}


async def _submit(side: Side, person: str, body: Json) -> Json:
    values = _values(body)
    if message := body.get("message"):
        return await side.press(person, Press("form", message, values=values))
    return await side.submit(person, values)


async def _close(side: Side, person: str, body: Json) -> Json:
    return await side.close(person, all_views=bool(body.get("all")))


async def _home(side: Side, person: str, body: Json) -> Json:
    return await side.home(person, str(body.get("tab", "home")))


async def _shortcut(side: Side, person: str, body: Json) -> Json:
    name = body.get("callback_id") or _word(body, "name")
    return await side.shortcut(person, str(name), body.get("message"))


async def _react(side: Side, person: str, body: Json) -> Json:
    return await side.react(person, _word(body, "message"), _word(body, "name"))


async def _join(side: Side, person: str, body: Json) -> Json:
    return await side.join(person, _word(body, "in"))


def _click(body: Json) -> Press:
    return Press(
        _word(body, "button"),
        body.get("message"),
        body.get("view"),
        body.get("value"),
        body.get("block"),
        _values(body),
    )


def _values(body: Json) -> Json:
    values = body.get("values", {})
    if not isinstance(values, dict):
        raise ControlError("values must be an object of field and value")
    return values


def _word(body: Json, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise ControlError(f"{name!r} is missing")
    return value


def _has_place(side: Side, place: str) -> bool:
    name = place.removeprefix("#")
    return any(name in (known["id"], known["name"]) for known in side.places(None))


def _reading(
    read: Callable[[Json], Json],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        query = {key: value for key, value in request.query.items() if value}
        return _told(lambda: read(query))

    return handle


def _taking(
    act: Callable[[Json], Awaitable[Json]],
) -> Callable[[web.Request], Awaitable[web.Response]]:
    async def handle(request: web.Request) -> web.Response:
        try:
            body = json.loads(await request.text() or "{}")
            if not isinstance(body, dict):
                raise ControlError("the body must be a JSON object")
            answer = await act(body)
        except (ControlError, SlackError, ValueError) as wrong:
            return _refused(str(wrong))
        return web.json_response(answer)

    return handle


def _told(read: Callable[[], Any]) -> web.Response:
    try:
        return web.json_response(read())
    except (ControlError, SlackError, ValueError) as wrong:
        return _refused(str(wrong))


def _refused(sentence: str) -> web.Response:
    return web.json_response({"ok": False, "error": sentence}, status=400)


def _static(name: str) -> web.StreamResponse:
    # Only what a listing of the folder and its folders names, so no path leads outside.
    if name not in {file.relative_to(PAGE).as_posix() for file in _page_files()}:
        return web.json_response({"ok": False, "error": "no such file"}, status=404)
    return web.FileResponse(PAGE / name, headers={"Cache-Control": "no-cache"})


def _page_files() -> list[Path]:
    found = [*PAGE.glob("*.*"), *PAGE.glob("*/*.*")]
    return [file for file in found if file.is_file() and not file.is_symlink()]
