"""What people see of themselves: absence and settings."""

from datetime import date

from bot.messages import (
    AnyField,
    Audience,
    Button,
    Buttons,
    Card,
    ChoiceField,
    ChoicesField,
    DateField,
    Form,
    Note,
    Option,
    Paragraph,
    Reply,
    TextField,
    TimeField,
    Tone,
)
from bot.model.absence import Days
from bot.model.people import FormStyle, Hours, Person, ReminderStyle
from bot.ports import Translate


def away_form(t: Translate, today: date) -> Form:
    """From when, until when, and why if they like to say."""
    return Form(
        name="people.away",
        title=t("away-form-title"),
        fields=(
            DateField(name="first", label=t("away-first"), value=today),
            DateField(name="last", label=t("away-last"), value=today),
            TextField(
                name="reason",
                label=t("away-reason"),
                hint=t("away-reason-hint"),
                required=False,
                limit=200,
            ),
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("away-button"), "people.away"),
    )


def away(t: Translate, days: Days, back: date, reason: str, today: date) -> Reply:
    """Confirms an absence, naming the day they are back (PEERS B01)."""
    title = t.line(
        "away-set-one" if days.first == days.last else "away-set",
        first=t.day(days.first),
        last=t.day(days.last),
        back=t.day(back),
    )
    why = (Paragraph(t.line("away-why", reason=reason)),) if reason else ()
    undo = Buttons((_end(t, days, today),))
    return Reply(Card(title, (*why, undo), Tone.GOOD), Audience.ONLY_YOU)


def _end(t: Translate, days: Days, today: date) -> Button:
    """Coming back, or not going at all."""
    if days.first <= today:
        return Button(t("back-button"), "people.back")
    return Button(t("away-cancel"), "people.back", days.first.isoformat())


def back(t: Translate) -> Reply:
    """Welcomes them back."""
    return Reply(Card(t.line("back-set"), tone=Tone.GOOD), Audience.ONLY_YOU)


def stays(t: Translate, first: date) -> Reply:
    """The days away that began on `first`, or would have, are taken back."""
    title = t.line("away-cancelled", first=t.day(first))
    return Reply(Card(title, tone=Tone.GOOD), Audience.ONLY_YOU)


def not_away(t: Translate, coming: Days | None, today: date) -> Reply:
    """They are not away; the days that come can be taken back."""
    if coming is None:
        return Reply(Card(t.line("back-not-away")), Audience.ONLY_YOU)
    title = t.line(
        "back-coming-one" if coming.first == coming.last else "back-coming",
        first=t.day(coming.first),
        last=t.day(coming.last),
    )
    cancel = Buttons((_end(t, coming, today),))
    return Reply(Card(title, (cancel,)), Audience.ONLY_YOU)


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
                value=person.zone,
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


def _style_fields(t: Translate, person: Person) -> tuple[AnyField, ...]:
    return (
        ChoiceField(
            name="reminders",
            label=t("settings-reminders"),
            options=tuple(Option(t(f"reminders-{s}"), s) for s in ReminderStyle),
            value=person.reminders,
        ),
        ChoiceField(
            name="forms",
            label=t("settings-forms"),
            options=tuple(Option(t(f"forms-{s}"), s) for s in FormStyle),
            value=person.forms,
            hint=t("settings-forms-hint"),
        ),
    )


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
        zone=person.zone,
        start=t.clock(person.hours.start),
        end=t.clock(person.hours.end),
    )
    forms = Note(t.line("settings-saved-forms", how=t(f"forms-{person.forms}")))
    return Reply(Card(title, (forms,), Tone.GOOD), Audience.ONLY_YOU)
