"""Command paths, buttons, forms and shortcuts, each with the one handler it has.

A path, button or form declared twice stops the start. The longest path wins.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.arguments import Arguments, fold
from bot.context import Context
from bot.events import Event, Shortcut, Values
from bot.messages import Reply

CommandHandler = Callable[[Context, Arguments], Awaitable[Reply | None]]
ButtonHandler = Callable[[Context, str], Awaitable[Reply | None]]
FormHandler = Callable[[Context, Values, str], Awaitable[Reply | None]]
ShortcutHandler = Callable[[Context, Shortcut], Awaitable[Reply | None]]
EventHandler = Callable[[Context], Awaitable[Reply | None]]
H = TypeVar("H", bound=Callable[..., Awaitable[Reply | None]])
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Command:
    """One thing people type: `path` in English, `also` in other words, in Chinese.

    Its help line has the catalogue key `help-<path-with-dashes>`. `among` says that it
    means something in a place with others only.
    """

    path: str
    also: tuple[str, ...]
    handler: CommandHandler
    admin: bool = False
    among: bool = False

    @property
    def help_key(self) -> str:
        """The catalogue key of the line that explains it."""
        return "help-" + self.path.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class ShortcutEntry:
    """A shortcut of the platform's own menu; `label` is its name there (at most 24
    characters).
    """

    name: str
    label: str
    description: str
    on_message: bool
    handler: ShortcutHandler


@dataclass(slots=True)
class Commands:
    """A table of everything one subject answers to; tables include tables."""

    commands: dict[str, Command] = field(default_factory=dict)
    buttons: dict[str, ButtonHandler] = field(default_factory=dict)
    forms: dict[str, FormHandler] = field(default_factory=dict)
    shortcuts: dict[str, ShortcutEntry] = field(default_factory=dict)
    events: dict[type[Event], EventHandler] = field(default_factory=dict)
    _paths: dict[str, Command] = field(default_factory=dict)
    _glued: dict[str, list[str]] = field(default_factory=dict)  # by first letter
    _longest: int = 0  # words of a path

    def command(
        self, path: str, *also: str, admin: bool = False, among: bool = False
    ) -> Callable[[H], H]:
        """Declares a command under its English path and every other way to say it."""

        def declare(handler: H) -> H:
            self._add(Command(path, also, handler, admin, among))
            return handler

        return declare

    def button(self, action: str) -> Callable[[H], H]:
        """Declares who answers a button or picker: `async (ctx, value)`."""
        return _declare(self.buttons, action)

    def form(self, name: str) -> Callable[[H], H]:
        """Declares who takes a form's answers: `async (ctx, values, state)`."""
        return _declare(self.forms, name)

    def shortcut(
        self, name: str, label: str, description: str, *, on_message: bool
    ) -> Callable[[ShortcutHandler], ShortcutHandler]:
        """Declares a shortcut of the platform's menu."""

        def declare(handler: ShortcutHandler) -> ShortcutHandler:
            entry = ShortcutEntry(name, label, description, on_message, handler)
            _put(self.shortcuts, name, entry)
            return handler

        return declare

    def on(self, event: type[Event]) -> Callable[[EventHandler], EventHandler]:
        """Declares who answers an event that names no handler of its own."""

        def declare(handler: EventHandler) -> EventHandler:
            if event in self.events:
                raise ValueError(f"{event.__name__} is declared twice")
            self.events[event] = handler
            return handler

        return declare

    def include(self, other: "Commands") -> None:
        """Takes over everything another table declares."""
        for command in other.commands.values():
            self._add(command)
        for action, button in other.buttons.items():
            _put(self.buttons, action, button)
        for name, form in other.forms.items():
            _put(self.forms, name, form)
        for name, shortcut in other.shortcuts.items():
            _put(self.shortcuts, name, shortcut)
        for event, handler in other.events.items():
            self.on(event)(handler)

    def find(self, text: str) -> tuple[Command, str] | None:
        """The command whose path the text begins with, and the rest; the longest wins.

        Chinese words need no space after them: 任务新增检查 is 任务 新增 检查.
        """
        spaced, glued = self._find_spaced(text), self._find_glued(text)
        longest = max((spaced, glued), key=lambda path: len(path.replace(" ", "")))
        if not longest:
            return None
        if longest == spaced:
            return self._paths[spaced], _after(text, spaced.count(" ") + 1)
        return self._paths[glued], _strip_glued(text, glued) or ""

    def _find_spaced(self, text: str) -> str:
        words = text.split()
        for length in range(min(self._longest, len(words)), 0, -1):
            head = fold(" ".join(words[:length]))
            for path in (head, head.rstrip(":")):
                if path in self._paths:
                    return path
        return ""

    def _find_glued(self, text: str) -> str:
        """The Chinese path; a last word of one letter would be found in others."""
        chinese = self._glued.get(fold(text.lstrip()[:1]), ())
        found = [path for path in chinese if _strip_glued(text, path) is not None]
        return max(found, key=len, default="")

    def paths(self) -> Sequence[str]:
        """Every way to say every command, for "did you mean"."""
        return tuple(self._paths)

    def among(self, text: str) -> bool:
        """Whether the words are a command for a place with others only."""
        found = self.find(text)
        return found is not None and found[0].among

    def spoken(self, path: str, language: str) -> str:
        """The path as it is said in a language: the first way that language has."""
        also = self.commands[path].also if path in self.commands else ()
        chinese = (way for way in also if not way.isascii())
        return next(chinese, path) if language == "zh" else path

    def _add(self, command: Command) -> None:
        _put(self.commands, command.path, command)
        for path in map(fold, (command.path, *command.also)):
            _put(self._paths, path, command)
            self._longest = max(self._longest, path.count(" ") + 1)
            if not path.isascii() and len(path.split()[-1]) > 1:
                self._glued.setdefault(path[0], []).append(path)


def _after(text: str, words: int) -> str:
    parts = text.split(maxsplit=words)
    return parts[words] if len(parts) > words else ""


def _strip_glued(text: str, path: str) -> str | None:
    """What follows `path` in `text`, spaces inside the path not mattering; None if it
    does not.
    """
    wanted = path.replace(" ", "")
    matched = 0
    for position, letter in enumerate(text):
        if matched == len(wanted):
            return text[position:].strip().lstrip("：:，, ")
        if letter.isspace():
            continue
        if fold(letter) != wanted[matched]:
            return None
        matched += 1
    return "" if matched == len(wanted) else None


def _declare(table: dict[str, Any], name: str) -> Callable[[H], H]:
    def declare(handler: H) -> H:
        _put(table, name, handler)
        return handler

    return declare


def _put(table: dict[str, T], name: str, value: T) -> None:
    if name in table:
        raise ValueError(f"{name!r} is declared twice")
    table[name] = value
