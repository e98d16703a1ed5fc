"""What is asked of who put the sign of thanks on a message."""

from bot.messages import Button, Buttons, ButtonStyle, Card, Note
from bot.model.people import Person
from bot.ports import Translate


def asked(t: Translate, author: Person, place: str, sign: str) -> Card:
    """One sentence is what is missing."""
    title = t.line("kudos-reacted", who=author.name)
    value = f"{author.id} {place}"
    give = Button(
        t("kudos-button-what-for"), "kudos.what-for", value, ButtonStyle.PRIMARY
    )
    note = Note(t.line("kudos-reacted-note", sign=f":{sign}:"))
    return Card(title, (Buttons((give,)), note))
