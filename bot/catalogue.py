"""The texts of one language, from Project Fluent files."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

ENTRY = re.compile(r"^([a-zA-Z][\w-]*) *=", re.ASCII | re.MULTILINE)


class Catalogue:
    """Each text is read when it is first said: to read all of a language takes half a
    second, for which everybody would have to wait, and ten megabytes; a company hears
    one in five. So no text can refer to another.
    """

    def __init__(self, folder: Path, locale: str) -> None:
        self._read = FluentBundle([locale.replace("_", "-")], use_isolating=False)
        self._unread = dict(
            entry
            for path in sorted(folder.glob("*.ftl"))
            for entry in entries(path.read_text("utf-8"))
        )

    def say(self, key: str, values: Mapping[str, object]) -> str:
        """The text with these values. Raises KeyError where there is none, or a value
        is missing, and ValueError where it cannot be read.
        """
        if key in self._unread:
            self._add(key)
        message = self._read.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, wrong = self._read.format_pattern(message.value, dict(values))
        if wrong:
            raise KeyError(f"{key}: {wrong[0]}")
        return str(text)

    def _add(self, key: str) -> None:
        resource = FluentResource(self._unread[key])
        if junk := [entry for entry in resource.body if isinstance(entry, Junk)]:
            raise ValueError(f"{key}: {junk[0].content}")
        self._read.add_resource(resource)
        del self._unread[key]


def entries(source: str) -> Iterator[tuple[str, str]]:
    """Each text of a file with its key: what belongs to it is indented."""
    found = list(ENTRY.finditer(source))
    ends = [each.start() for each in found[1:]] + [len(source)]
    for each, end in zip(found, ends, strict=True):
        yield each[1], source[each.start() : end]
