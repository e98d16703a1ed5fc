"""What admins see of the doors by which feedback comes from outside."""

from collections.abc import Sequence

from bot.messages import (
    Bold,
    Button,
    ButtonStyle,
    Card,
    Code,
    Confirm,
    Facts,
    Item,
    Line,
    Note,
    Tone,
)
from bot.model.feedback.door import Brings, Door
from bot.ports import Translate
from bot.ports.doors import Traffic

SIGNING = {
    Brings.FEEDBACK: "feedback-door-signing",
    Brings.MEASURES: "measures-door-signing",
}
Seen = tuple[Door, str, Traffic]  # a door, whose it is, what came through


def opened(t: Translate, door: Door, secret: str, pages: str) -> Card:
    """A new door with its secret, which nobody sees again."""
    return _told(
        t, t.line("feedback-door-new", name=Bold(door.name)), door, secret, pages
    )


def renewed(t: Translate, door: Door, secret: str, pages: str) -> Card:
    """A new secret; the one before works a day longer."""
    title = t.line("feedback-door-renewed", name=Bold(door.name))
    return _told(t, title, door, secret, pages, t.line("feedback-door-overlap"))


def dropped(t: Translate, door: Door) -> Card:
    """It is gone; what came through it stays."""
    return Card(t.line("feedback-door-dropped", name=Bold(door.name)), tone=Tone.GOOD)


def listed(t: Translate, doors: Sequence[Seen], pages: str) -> Card:
    """Every door, what came through it, and what can be done with it."""
    title = t.line("feedback-door-list", count=len(doors))
    items = tuple(_item(t, *each, pages) for each in doors)
    return Card(title, (*items, Note(t.line("feedback-door-how"))))


def _told(
    t: Translate, title: Line, door: Door, secret: str, pages: str, *notes: Line
) -> Card:
    rows: tuple[tuple[str, Line], ...] = (
        (t("feedback-door-address"), (Code(_address(door, pages)),)),
        (t("feedback-door-secret"), (Code(secret),)),
    )
    once = t.line("feedback-door-once")
    if not pages:
        notes += (t.line("feedback-door-nowhere"),)
    notes = (once, *notes, t.line(SIGNING[door.brings]))
    return Card(title, (Facts(rows), *map(Note, notes)), Tone.GOOD)


def _item(t: Translate, door: Door, owner: str, traffic: Traffic, pages: str) -> Item:
    came = t.line("feedback-door-none")
    if traffic.last:
        last = t.moment(traffic.last)
        came = t.line("feedback-door-came", count=traffic.count, last=last)
    note: Line = (owner, " · ", *came, "\n", Code(_address(door, pages)))
    renew = Button(t("feedback-door-button-renew"), "feedback.door-renew", door.key)
    drop = Button(
        t("feedback-door-button-drop"), "feedback.door-drop", door.key,
        ButtonStyle.DANGER,
        Confirm(
            t("feedback-door-drop-sure", name=door.name),
            t("feedback-door-drop-means"),
            t("feedback-door-button-drop"),
            t("feedback-door-keep"),
        ),
    )  # fmt: skip
    return Item((Bold(door.name),), note, (renew, drop))


def _address(door: Door, pages: str) -> str:
    return f"{pages}/{door.path}"
