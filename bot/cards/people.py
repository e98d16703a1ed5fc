"""What people see of themselves: their settings."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.messages import (
    AnyField,
    Audience,
    Block,
    Button,
    Buttons,
    Card,
    ChoiceField,
    ChoicesField,
    Form,
    Note,
    Option,
    Reply,
    TextField,
    TimeField,
    Tone,
)
from bot.model.people import FormStyle, Hours, Person, ReminderStyle
from bot.model.zone import zone_name, zone_shown
from bot.ports import Translate


def settings_form(
    t: Translate, person: Person, where: tuple[ChoiceField, ...] = ()
) -> Form:
    """Everything a person can set for themselves (PEERS 3.2, App Home); `where` they
    want to be written is asked of who has accounts on several platforms.
    """
    return Form(
        name="people.settings",
        title=t("settings-title"),
        fields=(
            ChoiceField(
                name="language",
                label=t("settings-language"),
                options=(Option("English", "en"), Option("中文", "zh")),
                value=person.language,
            ),
            TextField(
                name="zone",
                label=t("settings-zone"),
                value=zone_shown(person.zone),
                hint=t("settings-zone-hint"),
                limit=60,
            ),
            *_hours_fields(t, person.hours),
            *_style_fields(t, person),
            *where,
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("settings-button"), "people.settings"),
    )


def zones(t: Translate, person: Person, others: Sequence[str], now: datetime) -> Reply:
    """The person's zone with its time, and those they are likely to move to."""

    def shown(zone: str) -> str:
        there = now.astimezone(ZoneInfo(zone))
        return f"{zone_name(zone, t.language)} {t.clock(there.time())}"

    title = t.line("settings-zone-now", zone=shown(person.zone))
    buttons = tuple(Button(shown(zone), "people.zone", zone) for zone in others)
    blocks: tuple[Block, ...] = (Note(t.line("settings-zone-type")),)
    blocks = (Buttons(buttons), *blocks) if buttons else blocks
    return Reply(Card(title, blocks), Audience.ONLY_YOU)


def _style_fields(t: Translate, person: Person) -> tuple[AnyField, ...]:
    return (
        ChoiceField(
            name="reminders",
            label=t("settings-reminders"),
            options=tuple(
                Option(t(f"reminders-{each}"), each)
                for each in ReminderStyle
                if each.at_most(person.most_reminders) is each
            ),
            value=person.reminded,
            hint=_ceiling(t, person.most_reminders),
        ),
        ChoiceField(
            name="forms",
            label=t("settings-forms"),
            options=tuple(Option(t(f"forms-{s}"), s) for s in FormStyle),
            value=person.forms,
            hint=t("settings-forms-hint"),
        ),
    )


def _ceiling(t: Translate, most: ReminderStyle) -> str:
    """That the company allows no more, where it does not."""
    if most is ReminderStyle.ACTIVE:
        return ""
    return t("settings-reminders-most", most=t(f"company-most-{most}"))


def _hours_fields(t: Translate, hours: Hours) -> tuple[AnyField, ...]:
    return (
        TimeField(name="start", label=t("settings-start"), value=hours.start),
        TimeField(name="end", label=t("settings-end"), value=hours.end),
        ChoicesField(
            name="days",
            label=t("settings-days"),
            options=tuple(Option(t(f"weekday-{n}"), str(n)) for n in range(7)),
            values=tuple(str(day) for day in sorted(hours.days)),
        ),
    )


def settings_saved(t: Translate, person: Person) -> Reply:
    """Says what is in force now, in the language just chosen."""
    title = t.line(
        "settings-saved",
        language={"en": "English", "zh": "中文"}[person.language],
        zone=zone_shown(person.zone),
        start=t.clock(person.hours.start),
        end=t.clock(person.hours.end),
    )
    forms = Note(t.line("settings-saved-forms", how=t(f"forms-{person.forms}")))
    style = t(f"reminders-{person.reminded}")
    reminders = Note(t.line("settings-saved-reminders", how=style))
    return Reply(Card(title, (reminders, forms), Tone.GOOD), Audience.ONLY_YOU)
