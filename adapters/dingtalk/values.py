"""What a person chose and typed in a form of a card, as `bot.events.Filled` has it.

Beside their fields a form carries one hidden one: its name, its state, its button, and
who is meant by the names it was shown with, signed (`adapters.dingtalk.seals`).
"""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from adapters.dingtalk.wire import as_json, read_json, text, texts
from adapters.wire import Wire, find, record, records
from bot.events import FieldValue, Values

HIDDEN = "shopcrew"  # the hidden field
CLOCK = re.compile(r"(?:\d{4}-\d\d-\d\d[ T])?(\d{1,2}):(\d\d)(?::\d\d)?")
DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:[ T].*)?")
BETWEEN = re.compile(r"\s*[,，、;；\n]\s*")


@dataclass(frozen=True, slots=True)
class Kept:
    """What travels with a form. `people`, `days` and `times` are names of fields;
    of people, those that take several are in `many`, and `known` are ids by name. What
    was given in `sealed` ones is not shown again once it was taken.
    """

    form: str
    state: str = ""
    reopen: str = ""
    submit: str = ""
    people: tuple[str, ...] = ()
    many: tuple[str, ...] = ()
    days: tuple[str, ...] = ()
    times: tuple[str, ...] = ()
    sealed: tuple[str, ...] = ()
    known: Mapping[str, str] = field(default_factory=dict)

    def write(self) -> str:
        """The text of the hidden field."""
        return as_json({name: value for name, value in asdict(self).items() if value})


def read_kept(written: str) -> Kept | None:
    """What a form carried, signed or not; None for a form that is not ours."""
    said = read_json(written[: written.rfind("}") + 1])
    if not text(said, "form"):
        return None
    return Kept(
        form=text(said, "form"),
        state=text(said, "state"),
        reopen=text(said, "reopen"),
        submit=text(said, "submit"),
        people=texts(said, "people"),
        many=texts(said, "many"),
        days=texts(said, "days"),
        times=texts(said, "times"),
        sealed=texts(said, "sealed"),
        known={name: text(id) for name, id in record(said, "known").items()},
    )


def carried(sent: Wire, shown: object) -> str:
    """The hidden field: as it was sent, else as it was shown."""
    return text(sent, HIDDEN) or hidden_in(shown)


def hidden_in(shown: object) -> str:
    """The hidden field of a form as it was shown."""
    fields = (f for f in records(shown, "fields") if text(f, "name") == HIDDEN)
    return text(next(fields, None), "defaultValue")


def values_of(sent: Wire, kept: Kept) -> Values:
    """Every field of the form by its name."""
    return {name: _read(name, sent, kept) for name in sent if name != HIDDEN}


def _read(name: str, sent: Wire, kept: Kept) -> FieldValue:
    given = find(sent, name)
    if isinstance(given, dict):
        given = given.get("value")
    if isinstance(given, list):
        return tuple(one for each in given if (one := text(each)))
    typed = _plain(given)
    if name in kept.people:
        ids = [kept.known.get(one.lstrip("@＠"), one) for one in BETWEEN.split(typed)]
        return tuple(filter(None, ids)) if name in kept.many else ids[0] or None
    if name in kept.days:
        day = DAY.fullmatch(typed.strip())
        return day[1] if day else typed or None
    if name in kept.times:
        clock = CLOCK.fullmatch(typed.strip())
        return f"{int(clock[1]):02}:{clock[2]}" if clock else typed or None
    return typed or None


def _plain(given: object) -> str:
    match given:
        case bool():
            return str(given).lower()
        case float():
            return str(int(given)) if given.is_integer() else str(given)
        case _:
            return text({"is": given}, "is")
