"""Checklists as people read and write them: one thing a line."""

from collections.abc import Mapping, Sequence

from bot.messages import (
    Audience,
    Block,
    Bullets,
    Button,
    Buttons,
    Card,
    Code,
    Form,
    Item,
    Paragraph,
    Reply,
    TextField,
    Tone,
)
from bot.model.onboarding import Line
from bot.model.onboarding.tracks import EVERYBODY, KINDS, READY_TEXTS, Track
from bot.ports import Translate


def called(t: Translate, track: str) -> str:
    """A checklist's name in the reader's language."""
    if track in (EVERYBODY, *KINDS):
        return t(f"onboarding-track-{track}")
    if track in {"customer-service", "warehouse", "marketing", "e-commerce", "it"}:
        return t(f"department-{track}")
    return track


def ready_texts(t: Translate) -> Mapping[str, str]:
    """What comes with us, by its words in this language."""
    return {t(f"onboarding-item-{name}"): name for name in READY_TEXTS}


def listing(t: Translate, tracks: Sequence[Track], *, admin: bool) -> Reply:
    """Every checklist there is."""
    blocks: list[Block] = [
        Item(
            t.line(
                "onboarding-track-line",
                name=called(t, each.name),
                count=len(each.lines),
            ),
            buttons=(
                Button(t("onboarding-button-show"), "onboarding.template", each.name),
            ),
        )
        for each in tracks
    ]
    if admin:
        how = t("onboarding-try-template")
        blocks.append(Paragraph(t.line("onboarding-track-new", example=Code(how))))
    return Reply(Card(t.line("onboarding-tracks"), tuple(blocks)), Audience.ONLY_YOU)


def shown(t: Translate, track: Track, *, admin: bool) -> Reply:
    """One checklist, line by line."""
    lines = tuple((_written(t, each),) for each in track.lines)
    blocks: tuple[Block, ...] = (Bullets(lines),)
    if admin:
        label = t("onboarding-button-change")
        blocks += (Buttons((Button(label, "onboarding.change", track.name),)),)
    title = t.line("onboarding-track-title", name=called(t, track.name))
    return Reply(Card(title, blocks), Audience.ONLY_YOU)


def form(t: Translate, track: Track) -> Form:
    """Its lines as text; emptied, what came with us is back."""
    return Form(
        name="onboarding.change",
        title=t("onboarding-track-form"),
        fields=(
            TextField(
                name="lines",
                label=called(t, track.name),
                hint=t("onboarding-track-hint"),
                multiline=True,
                required=False,
                limit=3000,
                value="\n".join(_written(t, each) for each in track.lines),
            ),
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("onboarding-button-change"), "onboarding.change", track.name),
        state=track.name,
    )


def kept(t: Translate, track: Track) -> Reply:
    """That it counts for those who begin from now on."""
    key = "onboarding-track-kept" if track.lines else "onboarding-track-back"
    line = t.line(key, name=called(t, track.name))
    return Reply(Card(line, tone=Tone.GOOD), Audience.ONLY_YOU)


def _written(t: Translate, line: Line) -> str:
    """As it can be typed again: "-3 it: Open the accounts"."""
    said = t(f"onboarding-item-{line.ready}") if line.ready else line.text
    part = t(f"onboarding-part-{line.part.value}")
    return f"{line.after:+d} {part}: {said} {line.link}".strip()
