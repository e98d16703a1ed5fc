"""What admins see of the webhook that hears of blockers."""

from bot.messages import (
    Audience,
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Code,
    Confirm,
    Facts,
    Line,
    Note,
    Reply,
    Tone,
)
from bot.model.blocker.hook import Hook, HookCall
from bot.ports import Translate

KNOWN = ("inside", "unknown-host", "timeout", "connection", "tls", "not-https")


def made(t: Translate, hook: Hook, *, renewed: bool = False) -> Reply:
    """A new one with its secret, which nobody sees again."""
    key = "blocker-hook-renewed" if renewed else "blocker-hook-made"
    title = t.line(key, host=Bold(hook.host))
    rows: tuple[tuple[str, Line], ...] = (
        (t("blocker-hook-secret"), (Code(hook.secret),)),
    )
    notes = ("blocker-hook-once", "blocker-hook-signing", "blocker-hook-test-goes")
    said = (Note(t.line(note)) for note in notes)
    blocks: tuple[Block, ...] = (Facts(rows), *said)
    return Reply(Card(title, blocks, Tone.GOOD), Audience.ONLY_YOU)


def shown(t: Translate, hook: Hook, owner: str, last: HookCall | None) -> Reply:
    """Where it goes, whose it is, how the last call went, and what can be done."""
    rows: list[tuple[str, Line]] = [
        (t("blocker-hook-goes"), (Code(hook.host),)),
        (t("blocker-hook-owner"), (owner,)),
    ]
    if last:
        when = t.moment(last.at)
        state = t.line(f"blocker-hook-{last.state}", answer=answer(t, last.answer))
        rows.append((t("blocker-hook-last"), (when, " · ", *state)))
    off = Button(
        t("blocker-hook-button-off"), "blocker.hook-off", "", ButtonStyle.DANGER,
        Confirm(
            t("blocker-hook-off-sure"),
            t("blocker-hook-off-means"),
            t("blocker-hook-button-off"),
            t("button-cancel"),
        ),
    )  # fmt: skip
    test = Button(t("blocker-hook-button-test"), "blocker.hook-test")
    title = t.line("blocker-hook-title")
    blocks = (Facts(tuple(rows)), Buttons((test, off)))
    return Reply(Card(title, blocks), Audience.ONLY_YOU)


def testing(t: Translate, hook: Hook) -> Reply:
    """A test is on its way."""
    line = t.line("blocker-hook-testing", host=hook.host)
    return Reply(Card(line), Audience.ONLY_YOU)


def gone(t: Translate) -> Reply:
    """There is none any more."""
    return Reply(
        Card(t.line("blocker-hook-dropped"), tone=Tone.GOOD), Audience.ONLY_YOU
    )


def tested(t: Translate, host: str, said: str, *, well: bool) -> Card:
    """How a test went."""
    if not well:
        return _missed(t, "blocker-hook-test-failed", host, said)
    title = t.line("blocker-hook-went-well", host=host, answer=said)
    return Card(title, tone=Tone.GOOD)


def given_up(t: Translate, host: str, said: str) -> Card:
    """Something did not arrive, and is not tried again."""
    return _missed(t, "blocker-hook-given-up", host, said)


def _missed(t: Translate, key: str, host: str, said: str) -> Card:
    title = t.line(key, host=host, answer=answer(t, said))
    blocks = (Note(t.line("blocker-hook-inside-how")),) if said == "inside" else ()
    return Card(title, blocks, Tone.WARNING)


def answer(t: Translate, said: str) -> str:
    """What came back, in words where it was no HTTP status."""
    return t(f"blocker-hook-why-{said}") if said in KNOWN and said else said
