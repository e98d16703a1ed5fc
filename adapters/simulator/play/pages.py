"""A form on a page of its own, read and sent as a browser does it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urljoin, urlsplit

import aiohttp

from adapters.simulator.guard import refuse_outside
from adapters.simulator.play.fields import Field, Kind

KINDS = {
    "number": Kind.NUMBER,
    "date": Kind.DATE,
    "time": Kind.TIME,
    "text": Kind.LINE,
    "radio": Kind.CHOICE,
    "checkbox": Kind.CHOICE,
}


class Reader(HTMLParser):
    """Keep the fields of a page and the address that it is sent to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.held: dict[str, list[str]] = {}
        self.action: str | None = None
        self._select = self._area = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take up whatever can be filled in."""
        found = {name: value or "" for name, value in attrs}
        name = found.get("name", "")
        match tag:
            case "form":
                self.action = found.get("action", "")
            case "input" if name:
                self._input(name, found)
            case "textarea" if name:
                self._area = name
                self._keep(Field(name, Kind.LINES, required="required" in found))
            case "select" if name:
                self._select = name
                self._keep(Field(name, Kind.CHOICE, required="required" in found))
            case "option" if self._select and found.get("value"):
                self._offer(self._select, found, "selected" in found)

    def handle_data(self, data: str) -> None:
        """What stands in a text area is a first value."""
        if self._area and data.strip():
            self.held.setdefault(self._area, []).append(data.removeprefix("\n"))

    def handle_endtag(self, tag: str) -> None:
        """A text area or a select ends."""
        self._area = "" if tag == "textarea" else self._area
        self._select = "" if tag == "select" else self._select

    def _input(self, name: str, found: dict[str, str]) -> None:
        wire = found.get("type", "text")
        if wire == "hidden":
            self.held[name] = [found.get("value", "")]
            return
        kind = KINDS.get(wire, Kind.STRANGE)
        if kind is Kind.CHOICE:
            known = self.fields.get(name) or Field(
                name, kind, required="required" in found, many=wire == "checkbox"
            )
            self._keep(known)
            self._offer(name, found, "checked" in found)
            return
        self._keep(
            Field(
                name,
                kind,
                required="required" in found,
                least=_bound(found.get("min")),
                most=_bound(found.get("max")),
            )
        )
        if found.get("value"):
            self.held[name] = [found["value"]]

    def _keep(self, one: Field) -> None:
        self.fields[one.name] = one

    def _offer(self, name: str, found: dict[str, str], chosen: bool) -> None:
        value, known = found.get("value", ""), self.fields[name]
        self.fields[name] = replace(known, options=(*known.options, value))
        if chosen:
            self.held.setdefault(name, []).append(value)


@dataclass
class PageSheet:
    """A page with a form, in a browser of its own."""

    url: str
    reader: Reader
    jar: aiohttp.CookieJar
    fields: list[Field] = field(default_factory=list)

    def __post_init__(self) -> None:
        """The fields, with those full that the page came with."""
        held = self.reader.held
        self.fields = [
            replace(one, held=" ".join(held.get(one.name, ())))
            for one in self.reader.fields.values()
        ]

    async def send(self, values: Mapping[str, Any]) -> set[str] | None:
        """Send what stands there and what was filled in; a form again means no."""
        everything: dict[str, Any] = {**self.reader.held, **values}
        pairs = [
            (name, str(one))
            for name, given in everything.items()
            for one in (given if isinstance(given, list) else [given])
        ]
        where = urljoin(self.url, self.reader.action or "")
        async with (
            aiohttp.ClientSession(cookie_jar=self.jar) as session,
            session.post(where, data=pairs) as answer,
        ):
            again = Reader(await answer.text())
        return set() if again.fields else None

    async def leave(self) -> None:
        """A page is simply left."""


async def opened(url: str) -> PageSheet | None:
    """The form behind an address of this machine; None if there is none."""
    try:
        refuse_outside(url)
    except ValueError:
        return None
    jar = aiohttp.CookieJar(unsafe=urlsplit(url).hostname != "localhost")
    async with (
        aiohttp.ClientSession(cookie_jar=jar) as session,
        session.get(url) as answer,
    ):
        reader, there = Reader(await answer.text()), str(answer.url)
    return PageSheet(there, reader, jar) if reader.fields else None


def _bound(text: str | None) -> float | None:
    try:
        return float(text or "")
    except ValueError:
        return None
