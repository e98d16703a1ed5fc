"""What who starts a stand-up by hand hears: who is asked now, and who later."""

from datetime import datetime

from bot.messages import Block, Bold, Button, Buttons, Card, Paragraph, Tone
from bot.model.standup import Standup
from bot.model.standup.days import DayPlan
from bot.ports import Translate


def run(
    t: Translate,
    standup: Standup,
    plan: DayPlan | None,
    now: datetime,
    *,
    everyone: bool,
) -> Card:
    """It opens; without a plan nobody knows yet who is there."""
    name = Bold(standup.name)
    if everyone:
        return Card(t.line("standup-run-all", name=name), tone=Tone.GOOD)
    if plan is None:
        return Card(t.line("standup-run", name=name), tone=Tone.GOOD)
    there = [each.at for each in plan.invitations if not each.away]
    later = [at for at in there if at and at > now]
    asked = sum(at is not None and at <= now for at in there)
    key = "standup-run-now" if asked else "standup-run-later"
    first = t.moment(min(later)) if later else ""
    line = t.line(key, name=name, count=asked or len(later), first=first)
    notes = []
    if later and asked:
        notes.append(t.line("standup-run-wait", count=len(later), first=first))
    if left_out := there.count(None):
        notes.append(t.line("standup-run-not-today", count=left_out))
    blocks: list[Block] = [Paragraph(note) for note in notes]
    if later or left_out:
        blocks.append(Buttons((_all(t, standup),)))
    return Card(line, tuple(blocks), Tone.GOOD)


def rest(t: Translate, standup: Standup, count: int) -> Card:
    """Those are asked now who would have been asked later."""
    line = t.line("standup-run-rest", name=Bold(standup.name), count=count)
    return Card(line, tone=Tone.GOOD)


def _all(t: Translate, standup: Standup) -> Button:
    return Button(t("standup-button-run-all"), "standup.run_all", str(standup.id))
