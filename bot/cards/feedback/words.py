"""The pieces every feedback card is made of: its line, its facts, its buttons."""

from bot.cards.feedback import file_words
from bot.cards.retro.words import button as into_retro
from bot.cards.risk.words import make as make_risk
from bot.cards.task.words import joined
from bot.messages import (
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Facts,
    Line,
    Link,
    Option,
    Picker,
    Quote,
)
from bot.model.feedback import Feedback, Severity, State, Step, Voice
from bot.model.feedback.hiding import hidden, hidden_words
from bot.model.feedback.masking import masked_name, masked_number
from bot.model.feedback.routing import alarms
from bot.model.market import market_name
from bot.model.risk import OriginKind
from bot.ports import Translate

MORE = ("plan", "wait", "decline", "note", "approval", "correct")
BRIEF = 120  # characters of the words that a line shows
READ = ("en", "zh")  # languages that the words themselves tell


def brief(text: str) -> str:
    """The first line, as far as a line has room for it."""
    first = text.split("\n", 1)[0]
    return first if len(first) <= BRIEF else f"{first[: BRIEF - 1].rstrip()}…"


def title(feedback: Feedback, t: Translate, *, whole: bool) -> Line:
    """Its sign, number and words, in one line."""
    text = feedback.text if whole else hidden(feedback, feedback.text)
    return t.line(
        "feedback-title",
        sign=sign(feedback),
        id=feedback.short,
        text=brief(text),
    )


def sign(feedback: Feedback) -> str:
    """How it stands at a glance."""
    if feedback.state.answered:
        return "✅" if feedback.state is not State.DECLINED else "🚫"
    return {
        Severity.BLOCKING: "🔴",
        Severity.HIGH: "🟠",
        Severity.NORMAL: "🟡",
        Severity.LOW: "⚪",
    }[feedback.facts.severity]


def note(feedback: Feedback, t: Translate, owner: str = "") -> Line:
    """Where it hurts, how much, what it is about, how far it is: "Cart · high ·
    problem · TP-100 · new".
    """
    facts = feedback.facts
    parts: list[Line] = [
        (t(f"feedback-step-{facts.step.value}"),),
        (t(f"feedback-severity-{facts.severity.value}"),),
        (t(f"feedback-kind-{facts.kind.value}"),),
        *([(facts.sku,)] if facts.sku else []),
        (Bold(t(f"feedback-state-{feedback.state.value}")),),
    ]
    if owner:
        parts.append((owner,))
    if (count := len(feedback.voices)) > 1:
        parts.append((t("feedback-voices", count=count),))
    return joined(parts)


def read(feedback: Feedback, t: Translate) -> Line:
    """All that was read from the words, with how somebody feels and the language."""
    said = [note(feedback, t), (t(f"feedback-sentiment-{feedback.facts.sentiment}"),)]
    if (language := feedback.voices[0].language) in READ:
        said.append((t(f"feedback-in-{language}"),))
    return joined(said)


def customer(voice: Voice, t: Translate, *, whole: bool) -> Block | None:
    """Who said it, of what, where; masked for who is not in triage."""
    name = voice.customer if whole else masked_name(voice.customer)
    order = voice.order if whole else masked_number(voice.order)
    outlet = t(f"feedback-outlet-{voice.outlet.value}") if voice.outlet else ""
    rows: list[tuple[str, Line]] = [
        (t(f"feedback-label-{label}"), (value,))
        for label, value in (
            ("customer", name),
            ("order", order),
            ("outlet", outlet),
            ("market", market_name(voice.market, t.language)),
        )
        if value
    ]
    if voice.permalink and whole:
        link = Link(voice.permalink, t("feedback-original"))
        rows.append((t("feedback-label-original"), (link,)))
    if voice.files and whole:
        rows.append((t("feedback-label-files"), file_words.line(voice, t)))
    elif voice.files:  # whoever may not read whose they are is told that there are some
        rows.append((t("feedback-label-files"), (f"📎 {len(voice.files)}",)))
    return Facts(tuple(rows)) if rows else None


def says_all(feedback: Feedback) -> bool:
    """Whether its line has room for all that the first customer said."""
    return brief(feedback.text) == feedback.text


def quote(voice: Voice, *, whole: bool) -> Quote:
    """The customer's own words."""
    return Quote(voice.text if whole else hidden_words(voice))


def correct(feedback: Feedback, t: Translate) -> Button:
    """Opens the form with everything that was read."""
    number = str(feedback.number)
    return Button(t("feedback-button-correct"), "feedback.correct", number)


def pickers(feedback: Feedback, t: Translate) -> Buttons:
    """What was read, to be corrected in one tap."""
    number = feedback.number
    steps = tuple(
        Option(t(f"feedback-step-{each.value}"), f"{number}:{each.value}")
        for each in Step
    )
    severities = tuple(
        Option(t(f"feedback-severity-{each.value}"), f"{number}:{each.value}")
        for each in Severity
    )
    facts = feedback.facts
    return Buttons(
        (
            Picker(
                "feedback.step",
                t("feedback-label-step"),
                steps,
                f"{number}:{facts.step.value}",
            ),
            Picker(
                "feedback.severity",
                t("feedback-label-severity"),
                severities,
                f"{number}:{facts.severity.value}",
            ),
        )
    )


def buttons(
    feedback: Feedback,
    t: Translate,
    *,
    full: bool = False,
    correcting: bool = False,
    risk: int = 0,
) -> Buttons:
    """What those who work on it can do; also to correct what was read by its form,
    where a chat has no menus, and for what no menu offers.
    """
    number = str(feedback.number)

    def button(name: str, style: ButtonStyle = ButtonStyle.PLAIN) -> Button:
        return Button(t(f"feedback-button-{name}"), f"feedback.{name}", number, style)

    if feedback.state.answered:
        return Buttons((button("reopen"), button("show")))
    first = "take" if feedback.owner_id is None else "fixed"
    found = [button(first, ButtonStyle.PRIMARY)]
    found += [button(name) for name in ("start", "fixed", "reply") if name != first]
    found += [button(name) for name in MORE if full]
    if (full or alarms(feedback)) and feedback.task_id is None:
        found.append(button("task"))
    if (full or alarms(feedback)) and not risk:
        found.append(make_risk(t, OriginKind.FEEDBACK, feedback.number))
    if full:
        found.append(into_retro(t, "from", "from", str(feedback.number)))
    if not full:
        found += [button(name) for name in ("correct",) if correcting]
        found.append(button("show"))
    if feedback.state is State.WORKING:
        found = [each for each in found if each.action != "feedback.start"]
    return Buttons(tuple(found))
