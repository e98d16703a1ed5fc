"""What happened to feedback, a line each, in the words of who reads it."""

import re
from collections.abc import Mapping

from bot.cards.feedback.approval import story_text
from bot.messages import Line
from bot.model.feedback import Kind, Sentiment, Severity, Step, Update, UpdateKind
from bot.ports import Translate

# What is told of the same in other words, where nobody of us did it.
NOBODYS = {
    UpdateKind.OPENED: "arrived", UpdateKind.NOTE: "kept", UpdateKind.SAID: "wrote",
}  # fmt: skip
NAMED = {"step": Step, "severity": Severity, "sentiment": Sentiment, "kind": Kind}
_FACTS = "step|severity|sentiment|kind|sku|market"
CHANGE = re.compile(  # as it is kept: "severity: low → high, sku: – → CUP-1"
    rf"(?P<fact>{_FACTS}): (?P<old>.*?) → (?P<new>.*?)(?=, (?:{_FACTS}): |$)"
)


def story_line(update: Update, t: Translate, people: Mapping[int, str]) -> Line:
    """When it was, who did what."""
    kind = update.kind.value
    owned = update.kind is UpdateKind.OWNED and update.text.isdigit()
    if owned and update.text == str(update.person_id):
        kind = "took"
    if update.person_id is None:
        kind = NOBODYS.get(update.kind, kind)
    text = _text(update, t)
    if update.kind is UpdateKind.APPROVAL:
        kind, text = story_text(update.text, t)
    return t.line(
        f"feedback-story-{kind}",
        when=t.moment(update.at),
        who=people.get(update.person_id or 0, ""),
        whom=people.get(int(update.text), "") if owned else "",
        text=text,
    )


def _text(update: Update, t: Translate) -> str:
    """What is kept in a word of ours is shown in the reader's."""
    match update.kind:
        case UpdateKind.STATE:
            return t(f"feedback-state-{update.text}")
        case UpdateKind.SOLVED:
            said = "solved" if update.text == "yes" else "unsolved"
            return t(f"feedback-button-{said}")
        case UpdateKind.CORRECTED:
            changes = [_change(match, t) for match in CHANGE.finditer(update.text)]
            return t.items(tuple(changes)) if changes else update.text
        case _:
            return update.text


def _change(match: re.Match[str], t: Translate) -> str:
    fact = match["fact"]
    old, new = (_value(fact, match[end], t) for end in ("old", "new"))
    label = t(f"feedback-label-{fact}")
    return t("feedback-story-change", label=label, old=old, new=new)


def _value(fact: str, kept: str, t: Translate) -> str:
    known = fact in NAMED and kept in list(NAMED[fact])
    return t(f"feedback-{fact}-{kept}") if known else kept
