"""What admins see of work that is not tried any more."""

from bot.messages import Button, Buttons, Card, Code, Item, Paragraph, Tone
from bot.model.given_up import GivenUp
from bot.ports import Translate

NAMED = ("standup", "task", "blocker", "feedback")


def told(t: Translate, subject: str) -> Card:
    """The message that says so."""
    more = Button(t("delivery-button-failed"), "delivery.failed")
    body = (Paragraph(t.line("given-up-helps")), Buttons((more,)))
    return Card(t.line("given-up-title", what=_what(t, subject)), body, Tone.WARNING)


def item(t: Translate, lost: GivenUp) -> Item:
    """One of the list of what failed."""
    since = t.moment(lost.since)
    note = t.line("given-up-since", when=since, count=lost.attempts)
    again = Button(t("delivery-button-retry"), "delivery.retry", f"job:{lost.id}")
    return Item((_what(t, lost.subject),), (*note, " ", Code(lost.error)), (again,))


def _what(t: Translate, subject: str) -> str:
    return t(f"given-up-{subject if subject in NAMED else 'any'}")
