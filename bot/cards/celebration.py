"""What people see of celebrations: the wall's morning, and one's own days."""

from collections.abc import Sequence
from datetime import date

from bot.messages import (
    Audience,
    Bullets,
    Button,
    Card,
    DateField,
    Form,
    Reply,
    Tone,
)
from bot.model.celebration import OwnDays, Party
from bot.ports import Translate

BORN = 2000  # a year that had every day


def wall(t: Translate, found: Sequence[tuple[Party, str]]) -> Card:
    """Everybody who has something to celebrate; nobody's age."""
    lines = tuple(
        t.line(f"celebration-{party.occasion.value}", who=name, years=party.years)
        for party, name in found
    )
    return Card(t.line("celebration-wall"), (Bullets(lines),), Tone.GOOD)


def form(t: Translate, own: OwnDays) -> Form:
    """One's own days; left empty, they are forgotten."""
    return Form(
        name="celebration.own",
        title=t("celebration-form"),
        fields=(
            DateField(
                name="birthday",
                label=t("celebration-field-birthday"),
                hint=t("celebration-field-birthday-hint"),
                value=_day(own.birthday),
                required=False,
            ),
            DateField(
                name="started",
                label=t("celebration-field-started"),
                value=own.started,
                required=False,
            ),
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("celebration-button"), "celebration.own"),
        intro=t.line("celebration-form-how"),
    )


def kept(t: Translate, own: OwnDays) -> Reply:
    """What is celebrated from now on."""
    told = own.birthday or own.started
    line = t.line("celebration-kept" if told else "celebration-off")
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)


def _day(birthday: str) -> date | None:
    return date.fromisoformat(f"{BORN}-{birthday}") if birthday else None
