"""One call of an API: its arguments, and what it may touch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from adapters.simulator.dingtalk.errors import ApiRefusal, OapiRefusal, Refusal
from adapters.simulator.wire import Json

if TYPE_CHECKING:
    from adapters.simulator.dingtalk.side import DingTalkSide


@dataclass(frozen=True, slots=True)
class Call:
    """A call that has passed the door; methods read their arguments from it."""

    ding: DingTalkSide
    arguments: Json
    path: dict[str, str]
    token: str = ""

    def text(self, name: str) -> str:
        """An argument of the new API as text, empty when it is missing."""
        value = self.arguments.get(name)
        return value if isinstance(value, str) else ""

    def needed(self, name: str, code: str) -> str:
        """An argument of the new API that must be text."""
        value = self.text(name)
        if not value:
            raise ApiRefusal(code, f"{name} is missing")
        return value

    def words(self, name: str, code: str) -> list[str]:
        """An argument of the new API that must be a list of texts."""
        value = self.arguments.get(name)
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise ApiRefusal(code, f"{name} is not a list of strings")
        return value

    def field(self, name: str) -> str:
        """An argument of the old API that must be there, number or text."""
        value = self.arguments.get(name)
        if value in (None, "") or isinstance(value, dict | list):
            raise OapiRefusal(40035, f"不合法的参数: {name}")
        return str(value)

    def number(self, name: str, default: int | None = None) -> int:
        """A number of the old API, which takes numerals in texts as well."""
        if default is not None and self.arguments.get(name) in (None, ""):
            return default
        try:
            return int(self.field(name))
        except ValueError:
            raise OapiRefusal(400002, f"参数错误: {name}") from None

    def window(self, default: int, most: int) -> tuple[int, int]:
        """How many of a list the call asks for; more than allowed is refused."""
        size = self.number("size", default)
        if not 0 < size <= most:
            raise OapiRefusal(400002, f"参数错误: size 1-{most}")
        return self.number(
            "cursor" if "cursor" in self.arguments else "offset", 0
        ), size


Handler = Callable[[Call], Json]


@dataclass(frozen=True, slots=True)
class Method:
    """One address of an API: who may call it, and whether the month pays for it."""

    verb: str
    path: str
    handler: Handler
    scope: str = ""
    billed: bool = True
    needs_token: bool = True
    takes: frozenset[str] = frozenset()


def method(
    verb: str,
    path: str,
    handler: Handler,
    scope: str = "",
    takes: str = "",
    *,
    billed: bool = True,
    needs_token: bool = True,
) -> Method:
    """A method with its known arguments as words."""
    known = frozenset(takes.split())
    return Method(verb, path, handler, scope, billed, needs_token, known)


@dataclass(frozen=True, slots=True)
class Manners:
    """What differs between the two APIs: where the token is, and how they refuse."""

    prefix: str
    header: str
    query: str
    no_token: Callable[[], Refusal]
    bad_token: Callable[[], Refusal]
    forbidden: Callable[[str], Refusal]
    throttled: Callable[[], Refusal]
    used_up: Callable[[], Refusal]
    busy: Callable[[int], Refusal]
    unknown: Callable[[str], Refusal]
    unreadable: Callable[[], Refusal]
