"""The pieces every risk card is made of: its line, its facts, its buttons."""

from bot.cards.task.words import joined
from bot.messages import Button, Buttons, ButtonStyle, Facts, Line, Option
from bot.model.risk import HIGHEST, LOWEST, Category, Level, OriginKind, RiskView
from bot.ports import Translate

# A mark that is told apart without its colour, beside the word (M02).
MARKS = {
    Level.VERY_LOW: "○",
    Level.LOW: "◔",
    Level.MEDIUM: "◑",
    Level.HIGH: "◕",
    Level.VERY_HIGH: "●",
}
OVER = "✅"
BRIEF = 140  # characters of a scenario that a line shows


def brief(text: str) -> str:
    """As much of it as a line has room for."""
    return text if len(text) <= BRIEF else f"{text[: BRIEF - 1].rstrip()}…"


def title(view: RiskView, t: Translate) -> Line:
    """Its mark, number and scenario, in one line."""
    risk = view.risk
    mark = MARKS[risk.level] if risk.open else OVER
    return t.line("risk-title", mark=mark, id=risk.short, text=risk.scenario)


def level(t: Translate, of: Level) -> str:
    """The level in a word."""
    return t(f"risk-level-{of.value}")


def category(t: Translate, of: Category) -> str:
    """The category in a word."""
    return t(f"risk-category-{of.value}")


def rated(view: RiskView, t: Translate) -> str:
    """ "High · 12 (3 × 4)"."""
    risk = view.risk
    return t(
        "risk-rated",
        level=level(t, risk.level),
        score=risk.score,
        likelihood=risk.likelihood,
        impact=risk.impact,
    )


def facts(view: RiskView, t: Translate) -> Line:
    """How grave, of what kind, whose, until when, in one line."""
    risk = view.risk
    parts: list[Line] = [
        (rated(view, t),),
        (category(t, risk.category),),
        (view.owner,),
    ]
    if risk.due and risk.open:
        parts.append((t("risk-due", day=t.day(risk.due)),))
    if view.origin:
        parts.append((view.origin,))
    if risk.private:
        parts.append((t("risk-private"),))
    return joined(parts)


def everything(view: RiskView, t: Translate) -> Facts:
    """Every fact of it, each with its name."""
    risk = view.risk
    rows: list[tuple[str, Line]] = [
        (t("risk-label-level"), (f"{MARKS[risk.level]} {rated(view, t)}",)),
        (t("risk-label-likelihood"), (scaled(t, "likelihood", risk.likelihood),)),
        (t("risk-label-impact"), (scaled(t, "impact", risk.impact),)),
        (t("risk-label-category"), (category(t, risk.category),)),
        (t("risk-label-owner"), (view.owner,)),
        (t("risk-label-reporter"), (view.reporter,)),
        (t("risk-label-mitigation"), (risk.mitigation or t("risk-none-yet"),)),
    ]
    if risk.due:
        rows.append((t("risk-label-due"), (t.day(risk.due),)))
    if view.origin:
        rows.append((t("risk-label-origin"), (view.origin,)))
    if risk.private:
        rows.append((t("risk-label-readers"), (t("risk-readers-some"),)))
    return Facts(tuple(rows))


def scaled(t: Translate, scale: str, value: int) -> str:
    """A number of a scale with its word: "4 – likely"."""
    return t("risk-scaled", number=value, word=t(f"risk-{scale}-{value}"))


def scale(t: Translate, name: str) -> tuple[Option, ...]:
    """Every number of a scale, to choose from."""
    numbers = range(LOWEST, HIGHEST + 1)
    return tuple(Option(scaled(t, name, each), str(each)) for each in numbers)


def buttons(view: RiskView, t: Translate, *, full: bool = False) -> Buttons:
    """What can be pressed; `full` where everything about it is shown already."""
    risk = view.risk

    def button(name: str, style: ButtonStyle = ButtonStyle.PLAIN) -> Button:
        label = t(f"risk-button-{name}")
        return Button(label, f"risk.{name}", str(risk.number), style)

    show = () if full else (button("show"),)
    if not risk.open:
        undo = Button(t("button-undo"), "risk.reopen", str(risk.number))
        return Buttons((undo, *show, *_origin(view, t, full=full)))
    found = (button("change", ButtonStyle.PRIMARY), button("close"))
    return Buttons((*found, *show, *_origin(view, t, full=full)))


def make(t: Translate, kind: OriginKind, number: int) -> Button:
    """Makes a risk of something, or shows the one that was made of it."""
    return Button(t("risk-button-make"), "risk.from", f"{kind.value}:{number}")


def _origin(view: RiskView, t: Translate, *, full: bool) -> tuple[Button, ...]:
    """Shows what it grew out of; whether they may see it is asked there."""
    action = {
        OriginKind.FEEDBACK: "feedback.show",
        OriginKind.BLOCKER: "blocker.show",
        OriginKind.TASK: "task.open",
    }
    if not full or not view.origin or view.risk.origin is None:
        return ()
    label = t("risk-button-origin", id=view.origin)
    number = view.origin.partition("-")[2]
    return (Button(label, action[view.risk.origin.kind], number),)
