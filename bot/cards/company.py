"""What an admin sets for the whole company."""

from bot.messages import Bold, Button, Buttons, ButtonStyle, Card, Note, Paragraph
from bot.model.people import ReminderStyle
from bot.ports import Translate


def company(t: Translate, most: ReminderStyle) -> Card:
    """How often anybody is reminded at most, with a button for each choice."""
    buttons = tuple(
        Button(
            t(f"company-most-{style}"),
            "company.reminders",
            style.value,
            ButtonStyle.PRIMARY if style is most else ButtonStyle.PLAIN,
        )
        for style in ReminderStyle
    )
    now = t.line("company-reminders", most=Bold(t(f"company-most-{most}")))
    return Card(
        t.line("company-title"),
        (Paragraph(now), Buttons(buttons), Note(t.line("company-note"))),
    )
