"""What is told when a message could not reach somebody or some place for good.

`end` is how that came, where nobody refused it: "waited" for hours without an answer,
"doubt" whether it arrived. `shows` offers the list of everything that failed.
"""

from bot.messages import Block, Bold, Button, Buttons, Card, Line, Paragraph, Tone
from bot.ports import Translate


def to_person(
    t: Translate, what: str, name: str, platform: str, end: str, *, shows: bool
) -> Card:
    """Who did not get it, and what helps."""
    told = "failed-maybe-person" if end == "doubt" else "failed-to-person"
    line = t.line(told, what=t(f"failed-{what}"), name=Bold(name))
    if end:
        return _card(t, line, f"failed-{end}", shows=shows)
    key = f"failed-person-{platform}" if platform else "failed-person-nowhere"
    return _card(t, line, key, shows=shows)


def to_place(
    t: Translate, what: str, name: str, platform: str, end: str, *, shows: bool
) -> Card:
    """Where it did not arrive, and what helps."""
    called = Bold(name or t("standup-place"))
    told = "failed-maybe-place" if end == "doubt" else "failed-to-place"
    line = t.line(told, what=t(f"failed-{what}"), place=called)
    key = f"failed-{end}" if end else f"failed-place-{platform}"
    return _card(t, line, key, shows=shows)


def _card(t: Translate, line: Line, key: str, *, shows: bool) -> Card:
    blocks: list[Block] = [Paragraph(t.line(key))]
    if shows:
        more = Button(t("delivery-button-failed"), "delivery.failed")
        blocks.append(Buttons((more,)))
    return Card(line, tuple(blocks), Tone.WARNING)
