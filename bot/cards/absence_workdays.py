"""What people see when they said on which days they work."""

from collections.abc import Sequence

from bot.messages import Audience, Card, Note, Reply, Tone
from bot.ports import Translate


def working_days(t: Translate, days: Sequence[int]) -> Reply:
    """The days, and what follows from them."""
    said = t.items(tuple(t(f"weekday-{day}") for day in days))
    note = Note(t.line("settings-days-means"))
    title = t.line("settings-days-set", days=said)
    return Reply(Card(title, (note,), Tone.GOOD), Audience.ONLY_YOU)
