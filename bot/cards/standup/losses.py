"""What the owner of a stand-up reads when it has lost its place, or people of it."""

from bot.cards.standup import words as said
from bot.cards.standup.forms import Section
from bot.messages import Bold, Button, Buttons, Card, Paragraph, Tone
from bot.model.standup import Standup
from bot.ports import Translate


def lost_place(t: Translate, standup: Standup, place: str, platform: str) -> Card:
    """Nobody reads there what people say; what to do about it."""
    line = t.line("standup-lost-place", name=Bold(standup.name), place=place)
    why = t.line(f"standup-lost-place-{platform}", place=place)
    return Card(line, (Paragraph(why), _ways(t, standup, "place")), Tone.WARNING)


def lost_people(
    t: Translate, standup: Standup, names: tuple[str, ...], left: int
) -> Card:
    """Who is asked no more; with nobody left, that it asks nobody."""
    who = said.people(t, names)
    line = t.line("standup-lost-people", name=Bold(standup.name), names=who)
    rest = Paragraph(t.line("standup-lost-rest", count=left))
    tone = Tone.NEUTRAL if left else Tone.WARNING
    return Card(line, (rest, _ways(t, standup, "people")), tone)


def _ways(t: Translate, standup: Standup, what: str) -> Buttons:
    number = str(standup.id)
    edit = Button(
        t(f"standup-button-lost-{what}"), "standup.edit", f"{number}:{Section.PEOPLE}"
    )
    show = Button(t("standup-button-show"), "standup.show", number)
    return Buttons(
        (edit, show, Button(t("standup-button-pause"), "standup.pause", number))
    )
