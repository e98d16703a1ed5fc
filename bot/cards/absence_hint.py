"""What people see where their status says that they are away."""

from bot.cards.absence_there import days_said
from bot.messages import Button, Buttons, ButtonStyle, Card, Note
from bot.model.absence import Days
from bot.ports import Translate


def hint(t: Translate, days: Days) -> Card:
    """Asks once whether they are."""
    value = f"{days.first}:{days.last}"
    yes = Button(t("away-hint-yes"), "people.hinted", value, style=ButtonStyle.PRIMARY)
    no = Button(t("away-hint-no"), "people.hinted")
    title = t.line("away-hint", days=days_said(t, days))
    return Card(title, (Note(t.line("away-hint-means")), Buttons((yes, no))))


def not_away(t: Translate) -> Card:
    """They are there, whatever their status says."""
    return Card(t.line("away-hint-refused"))
