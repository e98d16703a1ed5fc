"""Small checks that compose: each looks at one value and reports with a pointer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Report:
    """The faults found so far, in Slack's wording, and where they are checked."""

    surface: str
    messages: list[str] = field(default_factory=list)

    def add(self, sentence: str, pointer: str) -> None:
        """Note one fault."""
        self.messages.append(f"[ERROR] {sentence} [json-pointer:{pointer}]")


Check = Callable[[Any, str, Report], None]


def string(longest: int, shortest: int = 1) -> Check:
    """A string with a length in range."""

    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, str):
            report.add("must provide a string", at)
        elif len(value) < shortest:
            report.add(f"must be more than {shortest - 1} characters", at)
        elif len(value) > longest:
            report.add(f"must be less than {longest + 1} characters", at)

    return check


def matching(pattern: str, what: str) -> Check:
    """A string of a certain form."""
    compiled = re.compile(pattern)

    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, str) or not compiled.fullmatch(value):
            report.add(f"must be {what}", at)

    return check


def boolean(value: Any, at: str, report: Report) -> None:
    """True or false."""
    if not isinstance(value, bool):
        report.add("must be a boolean", at)


def integer(lowest: int, highest: int) -> Check:
    """A whole number in range."""

    def check(value: Any, at: str, report: Report) -> None:
        if isinstance(value, bool) or not isinstance(value, int):
            report.add("must be an integer", at)
        elif not lowest <= value <= highest:
            report.add(f"must be between {lowest} and {highest}", at)

    return check


def one_of(*allowed: str) -> Check:
    """One of a few words."""

    def check(value: Any, at: str, report: Report) -> None:
        if value not in allowed:
            report.add(f"must be one of: {', '.join(allowed)}", at)

    return check


def array(item: Check, most: int, least: int = 1) -> Check:
    """A list with a length in range, each item checked."""

    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, list):
            report.add("must be an array", at)
            return
        if len(value) < least:
            report.add(f"no fewer than {least} items allowed", at)
        if len(value) > most:
            report.add(f"no more than {most} items allowed", at)
        for number, child in enumerate(value[:most]):
            item(child, f"{at}/{number}", report)

    return check


def anything(value: Any, at: str, report: Report) -> None:
    """Whatever it is, it is not looked into."""


def record(fields: Mapping[str, Check], required: str = "") -> Check:
    """An object with these fields only, the required ones present."""
    needed = required.split()

    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must be an object", at)
            return
        for name in needed:
            if value.get(name) is None:
                report.add(f"missing required field: {name}", at)
        for name, child in value.items():
            if name not in fields:
                report.add(f"invalid additional property: {name}", at)
            elif child is not None or name in needed:
                fields[name](child, f"{at}/{name}", report)

    return check


def text(longest: int, *kinds: str, shortest: int = 1) -> Check:
    """A text object: plain_text or mrkdwn (both unless kinds say otherwise)."""
    allowed = kinds or ("plain_text", "mrkdwn")
    words = string(longest, shortest)

    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must be an object", at)
            return
        kind = value.get("type")
        if kind not in allowed:
            report.add(f"unsupported type: {kind}", f"{at}/type")
            return
        extra = {"emoji": boolean} if kind == "plain_text" else {"verbatim": boolean}
        fields = {"type": anything, "text": words, **extra}
        record(fields, "type text")(value, at, report)

    return check


def typed(kinds: Mapping[str, Check]) -> Check:
    """An object whose `type` picks the check; an unlisted one is unsupported."""

    def check(value: Any, at: str, report: Report) -> None:
        if not isinstance(value, dict):
            report.add("must be an object", at)
            return
        kind = str(value.get("type"))
        if kind in kinds:
            kinds[kind](value, at, report)
        else:
            report.add(f"unsupported type: {kind}", f"{at}/type")

    return check


def both(*checks: Check) -> Check:
    """The checks in order; a later one may rely on what an earlier one made sure."""

    def check(value: Any, at: str, report: Report) -> None:
        before = len(report.messages)
        for one in checks:
            if len(report.messages) == before:
                one(value, at, report)

    return check


def any_of(names: str) -> Check:
    """At least one of these fields is there."""
    wanted = names.split()

    def check(value: Any, at: str, report: Report) -> None:
        if isinstance(value, dict) and not any(value.get(name) for name in wanted):
            report.add(f"must define at least one of: {', '.join(wanted)}", at)

    return check
