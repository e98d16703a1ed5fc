"""What people see of leave that a platform told of."""

from bot.messages import Button, Buttons, Card, Note, Tone
from bot.model.absence import Days
from bot.model.leave import ToldLeave
from bot.ports import Translate


def away(t: Translate, leave: ToldLeave) -> Card:
    """Says it once, with the way to say that it is not so."""
    no = Button(t("leave-button-refuse"), "leave.refuse", str(leave.id))
    blocks = (Note(t.line("leave-away-means")), Buttons((no,)))
    key = "leave-away-one" if leave.days.one else "leave-away"
    return _said(t, key, leave.platform, leave.days, *blocks)


def there(t: Translate, leave: ToldLeave) -> Card:
    """They are there, whatever the platform says."""
    yes = Button(t("leave-button-accept"), "leave.accept", str(leave.id))
    key = "leave-there-one" if leave.days.one else "leave-there"
    return _said(t, key, leave.platform, leave.days, Buttons((yes,)))


def over(t: Translate, platform: str, days: Days) -> Card:
    """The platform says so no more."""
    return _said(t, "leave-over-one" if days.one else "leave-over", platform, days)


def _said(
    t: Translate, key: str, platform: str, days: Days, *blocks: Note | Buttons
) -> Card:
    title = t.line(
        key,
        platform=t(f"platform-{platform}"),
        first=t.day(days.first),
        last=t.day(days.last),
    )
    return Card(title, blocks, Tone.NEUTRAL)
