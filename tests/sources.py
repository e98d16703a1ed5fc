"""Reads our own code and catalogues, so that tests can hold them against each other."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

ROOT = Path(__file__).parents[1]
PACKAGES = ("bot", "adapters", "storage", "schedules", "tests")
ERRORS = {"UserError", "UsageError", "NotFound", "NotAllowed", "FieldError"} | {
    "ConfigError",
    "DatabaseInUse",
}
SPEAKERS = {"t", "line"}


@dataclass(frozen=True, slots=True)
class Message:
    """One text of a catalogue."""

    key: str
    values: frozenset[str]
    mentions: frozenset[str]
    pattern: ftl.Pattern
    where: str


@dataclass(frozen=True, slots=True)
class Use:
    """One place in the code that says a text: `key` is a pattern of keys."""

    key: re.Pattern[str]
    given: frozenset[str] | None
    where: str


@cache
def python_files(*packages: str) -> tuple[Path, ...]:
    """Every Python file of these packages."""
    files = (path for name in packages for path in (ROOT / name).rglob("*.py"))
    return tuple(sorted(files))


@cache
def tree(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(path.read_text("utf-8"))


@cache
def catalogue(language: str) -> dict[str, Message]:
    """Every text of a language by its key. A key that is there twice is an error."""
    found: dict[str, Message] = {}
    for path in sorted((ROOT / "bot/locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path}: {entry.content}"
            if isinstance(entry, ftl.Message) and entry.value:
                message = _message(entry, entry.value, f"{language}/{path.name}")
                assert message.key not in found, f"{message.key} is there twice"
                found[message.key] = message
    return found


def _message(entry: ftl.Message, pattern: ftl.Pattern, where: str) -> Message:
    reader = _References()
    reader.visit(entry)
    return Message(
        entry.id.name,
        frozenset(reader.values),
        frozenset(reader.messages),
        pattern,
        f"{where}: {entry.id.name}",
    )


class _References(Visitor):
    def __init__(self) -> None:
        self.values: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802  # fluent names it
        self.values.add(node.id.name)

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802  # fluent names it
        self.messages.add(node.id.name)


@cache
def uses() -> tuple[Use, ...]:
    """Every call in the code that names a text, by a literal or an f-string."""
    return tuple(
        Use(key, _given(node), f"{path.relative_to(ROOT)}:{node.lineno}")
        for path in python_files("bot", "adapters", "storage")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and _says(node.func) and node.args
        if (key := key_pattern(node.args[0]))
    )


@cache
def key_like() -> tuple[re.Pattern[str], ...]:
    """Everything in the code that could name a text: tables and f-strings too."""
    return tuple(
        key
        for path in python_files("bot", "adapters", "storage")
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant | ast.JoinedStr | ast.BinOp)
        if (key := key_pattern(node))
    )


def key_pattern(node: ast.expr) -> re.Pattern[str] | None:
    """What keys an expression can be: `f"date-{why}"` is every key that begins so."""
    match node:
        case ast.Constant(value=str(text)) if re.fullmatch(r"[a-z][a-z0-9-]+", text):
            return re.compile(text)
        case ast.BinOp(left=ast.Constant(value=str(text)), op=ast.Add()):
            return re.compile(re.escape(text) + ".+") if _begins_key(text) else None
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *rest]):
            tail = "".join(map(_piece, rest))
            return re.compile(re.escape(text) + tail) if _begins_key(text) else None
    return None


def _begins_key(text: str) -> bool:
    return re.fullmatch(r"[a-z][a-z0-9]+-[a-z0-9-]*", text) is not None


def _piece(node: ast.expr) -> str:
    return re.escape(str(node.value)) if isinstance(node, ast.Constant) else ".+"


def _says(function: ast.expr) -> bool:
    match function:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name in SPEAKERS | ERRORS
    return False


def _given(call: ast.Call) -> frozenset[str] | None:
    """The values a call gives to the text; None if that cannot be read from it."""
    names = [keyword.arg for keyword in call.keywords]
    if None in names or len(call.args) > 1:
        return None
    return frozenset(name for name in names if name)


def functions() -> Iterator[tuple[str, int]]:
    """Every function with its length in lines."""
    for path in python_files(*PACKAGES):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                yield f"{path.relative_to(ROOT)}: {node.name}", length
