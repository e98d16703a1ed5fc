"""Two people who edit at once: what changed under a form, and whose words stay.

A form carries a mark of every field as it opened. If what it would show now differs,
somebody was faster: their changes are told, and one's own words stay.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import replace

from bot.context import Context
from bot.events import FieldValue, Values
from bot.filling import in_words, names_in, several, values_of, with_values
from bot.messages import Bold, Form, Line

MARK = 6  # hexadecimal digits


def marked(form: Form, which: str) -> Form:
    """The form with what it is about, and its marks."""
    marks = ",".join(f"{name}={_mark(v)}" for name, v in values_of(form).items())
    return replace(form, state=f"{which}:{marks}")


def unmarked(state: str) -> tuple[str, Mapping[str, str]]:
    """What a form was about, and the marks of its fields."""
    which, _, marks = state.partition(":")
    return which, dict(each.split("=", 1) for each in marks.split(",") if "=" in each)


async def overtaken(
    ctx: Context, now: Form, values: Values, marks: Mapping[str, str]
) -> Form | None:
    """The form as it is `now` with the words of who sends it, where somebody else
    changed it since it opened; None where nobody did.
    """
    standing = values_of(now)
    theirs = {
        name: value
        for name, value in standing.items()
        if name in marks and marks[name] != _mark(value)
    }
    if not theirs:
        return None
    mine = {
        name: value
        for name, value in values.items()
        if name not in theirs or marks.get(name) != _mark(value)
    }
    return replace(with_values(now, mine), intro=await _told(ctx, now, theirs))


async def _told(ctx: Context, now: Form, theirs: Values) -> Line:
    """What the other one changed."""
    names = await names_in(ctx, now, theirs)
    said = dict(in_words(ctx.t, now, theirs, names))
    changed = [field.label for field in now.fields if field.name in theirs]
    line: Line = ctx.t.line("standup-changed-meanwhile")
    for label in changed:
        text = " / ".join(said.get(label, "").splitlines()) or ctx.t("standup-empty")
        line = (*line, "\n", Bold(label), ": ", text)
    return line


def _mark(value: FieldValue) -> str:
    lines = (line.strip() for part in several(value) for line in part.splitlines())
    plain = "\n".join(line for line in lines if line)
    return hashlib.sha256(plain.encode("utf-8", "replace")).hexdigest()[:MARK]
