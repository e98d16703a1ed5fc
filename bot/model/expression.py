"""Expressions that sentences are held against: hundreds, made when first asked."""

import re
from collections.abc import Iterator
from typing import Any, ClassVar, cast
from weakref import WeakSet

_ASKED = ("finditer", "findall", "fullmatch", "match", "search", "split", "sub", "subn")


class _Unmade:
    """Stands for an expression until somebody asks it; then it is as fast as one."""

    waiting: ClassVar[WeakSet["_Unmade"]] = WeakSet()

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern, self.flags = pattern, flags
        self.waiting.add(self)

    def make(self) -> re.Pattern[str]:
        """Compiles it; from now on its questions go straight to what was made."""
        made = re.compile(self.pattern, self.flags)
        self.waiting.discard(self)
        self.__dict__ |= {name: getattr(made, name) for name in _ASKED}
        return made

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copies and prints looks for, not a question
            raise AttributeError(name)
        return getattr(self.make(), name)


def expression(text: str, flags: int = 0) -> re.Pattern[str]:
    """An expression to ask like any other; compiling all of them would be a good part
    of the start. For those of modules: what is made for one sentence is made at once,
    and so is one that a match is asked for (`match.re is ...`).
    """
    return cast("re.Pattern[str]", _Unmade(text, flags))


def make_the_rest() -> Iterator[None]:
    """Makes those that nobody has asked yet, one with each step."""
    while _Unmade.waiting:
        _Unmade.waiting.pop().make()
        yield
