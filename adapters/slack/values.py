"""What was chosen or typed in one Block Kit element, and in a whole form."""

from adapters.wire import Wire, find, record, records, string
from bot.events import FieldValue, Values

ONE = (
    "value",
    "selected_user",
    "selected_conversation",
    "selected_channel",
    "selected_date",
    "selected_time",
)
MANY = ("selected_users", "selected_conversations", "selected_channels")


def values_of(view: Wire) -> Values:
    """Every field of a form by its name, as `bot.events.Filled` promises."""
    return {
        name: _value(next(iter(record(block).values()), None))
        for name, block in record(view, "state", "values").items()
    }


def hidden_in(kept: Wire) -> dict[str, FieldValue]:
    """What stood in the fields that a form asks no longer: it is still remembered."""
    return {
        name: tuple(map(str, value)) if isinstance(value, list) else str(value)
        for name, value in record(kept, "hidden").items()
        if isinstance(value, list | str)
    }


def picked(action: Wire) -> str:
    """What a button or picker stands for: several are joined by commas."""
    value = _value(action)
    return ",".join(value) if isinstance(value, tuple) else value or ""


def _value(element: object) -> FieldValue:
    for name in MANY:
        if isinstance(chosen := find(element, name), list):
            return tuple(id for id in chosen if isinstance(id, str))
    if isinstance(find(element, "selected_options"), list):
        options = records(element, "selected_options")
        return tuple(string(option, "value") for option in options)
    if option := record(element, "selected_option"):
        return string(option, "value")
    return next((text for name in ONE if (text := string(element, name))), None)
