"""What people see of an award: a call, a shortlist, who won; nobody's votes."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.messages import (
    Attachment,
    Audience,
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Item,
    Line,
    Note,
    Paragraph,
    Quote,
    Reply,
    Tone,
)
from bot.model.award import CHOOSING, Award, Round, Stage
from bot.model.draft import Opener
from bot.model.sheet import FileKind, Sheet
from bot.ports import Translate

REASONS = 3
BRIEF = 160
COLUMNS = ("award", "period", "person", "votes", "decided", "ended", "reasons")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody who may get it, and why others think so."""

    person_id: int
    name: str
    reasons: tuple[str, ...]
    nominators: int
    active: bool = True
    won: bool = False
    votes: int | None = None


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round with everybody in it by name."""

    award: Award
    round: Round
    candidates: tuple[Candidate, ...]

    @property
    def name(self) -> str:
        """The award, and its period."""
        return " · ".join(filter(None, (self.award.name, self.round.period)))

    @property
    def winner(self) -> Candidate | None:
        """Who got it."""
        return next((each for each in self.candidates if each.won), None)

    @property
    def proposed(self) -> Candidate | None:
        """Who was chosen, and waits to be approved."""
        wanted = self.round.proposed_id
        return next(
            (each for each in self.candidates if each.person_id == wanted), None
        )


def call(view: RoundView, t: Translate) -> Card:
    """Everybody may nominate."""
    open_ = view.round.stage is Stage.NOMINATING
    key = "award-call-until" if open_ else f"award-stage-{view.round.stage.value}"
    blocks: list[Block] = [Paragraph(t.line(key, when=t.moment(view.round.due_at)))]
    if open_:
        blocks.append(Buttons((_button(view, t, "nominate"),)))
    title = t.line("award-call", name=view.name)
    return Card(title, tuple(blocks), subject=view.round.subject)


def vote(view: RoundView, t: Translate) -> Card:
    """The shortlist, in no order of merit."""
    open_ = view.round.stage is Stage.VOTING
    blocks: list[Block] = []
    for each in view.candidates:
        blocks.append(Paragraph((Bold(each.name),)))
        blocks += [Quote(_brief(reason)) for reason in each.reasons[:REASONS]]
    key = "award-vote-until" if open_ else f"award-stage-{view.round.stage.value}"
    blocks.append(Note(t.line(key, when=t.moment(view.round.due_at))))
    if open_:
        blocks.append(Buttons((_button(view, t, "vote"),)))
    title = t.line("award-vote", name=view.name)
    return Card(title, tuple(blocks), subject=view.round.subject)


def won(view: RoundView, t: Translate) -> Card:
    """Who got it, and why; not by how many."""
    winner = view.winner
    reasons = winner.reasons if winner else ()
    title = t.line("award-won", name=view.name, who=winner.name if winner else "")
    blocks = tuple(Quote(_brief(reason)) for reason in reasons[:REASONS])
    return Card(title, blocks, Tone.GOOD, subject=view.round.subject)


def choose(view: RoundView, t: Translate) -> Card:
    """For those who shortlist."""
    blocks = (
        Paragraph(t.line("award-choose-how", count=len(view.candidates))),
        Buttons((_button(view, t, "shortlist"),)),
    )
    title = t.line("award-choose", name=view.name)
    return Card(title, blocks, subject=view.round.subject)


def tied(view: RoundView, t: Translate) -> Card:
    """For those who decide."""
    blocks = (
        Paragraph(t.line("award-tied-how")),
        Buttons((_button(view, t, "decide"),)),
    )
    return Card(t.line("award-tied", name=view.name), blocks, Tone.WARNING)


def approve(view: RoundView, t: Translate) -> Card:
    """For who has to say yes before anybody hears of it."""
    chosen = view.proposed
    reasons = chosen.reasons if chosen else ()
    value = str(view.round.id)
    yes, no = (f"award-button-{name}" for name in ("approve", "decline"))
    blocks: tuple[Block, ...] = (
        *(Quote(_brief(reason)) for reason in reasons[:REASONS]),
        Note(t.line("award-approve-how")),
        Buttons(
            (
                Button(t(yes), "award.approve", value, ButtonStyle.PRIMARY),
                Button(t(no), "award.decline", value),
            )
        ),
    )
    who = chosen.name if chosen else ""
    return Card(t.line("award-approve", name=view.name, who=who), blocks)


def stuck(view: RoundView, t: Translate) -> Card:
    """For who nominated somebody, when nothing happens."""
    button = Button(t("award-button-again"), "award.again", str(view.round.id))
    title = t.line("award-stuck", name=view.name, count=CHOOSING.days)
    return Card(title, (Paragraph(t.line("award-stuck-how")), Buttons((button,))))


def not_given(view: RoundView, t: Translate) -> Card:
    """For who took part, when nobody gets it."""
    blocks = (Paragraph(t.line("award-not-given-how")),)
    return Card(t.line("award-not-given", name=view.name), blocks)


def yours(view: RoundView, t: Translate) -> Card:
    """For who got it."""
    reasons = view.winner.reasons if view.winner else ()
    blocks = tuple(Quote(_brief(reason)) for reason in reasons[:REASONS])
    return Card(t.line("award-yours", name=view.name), blocks, Tone.GOOD)


def not_yours(view: RoundView, t: Translate) -> Card:
    """For who was on the shortlist: kind, and only for them."""
    blocks = (Paragraph(t.line("award-not-yours-how")),)
    return Card(t.line("award-not-yours", name=view.name), blocks)


def thanks(view: RoundView, t: Translate) -> Card:
    """For who nominated somebody else: neutral words (L13)."""
    return Card(t.line("award-thanks", name=view.name))


def overview(views: Sequence[RoundView], t: Translate, *, admin: bool) -> Reply:
    """What can be done now."""
    blocks: list[Block] = []
    for each in views:
        stage = each.round.stage.value
        when = t.moment(each.round.due_at)
        note = t.line(f"award-stage-{stage}", when=when)
        names = {"nominating": "nominate", "voting": "vote"}
        admins = {"nominating": "shortlist", "choosing": "shortlist", "tied": "decide"}
        decides = admin and each.round.proposed_id is None
        wanted = [names.get(stage), admins.get(stage) if decides else None]
        buttons = tuple(_button(each, t, name) for name in wanted if name)
        blocks.append(Item((Bold(each.name),), note, buttons))
    if not blocks:
        blocks.append(Paragraph(t.line("award-none")))
    return Reply(Card(t.line("award-title"), tuple(blocks)), Audience.ONLY_YOU)


def ledger(views: Sequence[RoundView], t: Translate, *, admin: bool) -> Reply:
    """Who got what; the votes only for admins, in the file."""
    blocks: list[Block] = [
        Paragraph(t.line("award-ledger-line", name=each.name, who=each.winner.name))
        for each in views
        if each.winner
    ]
    if not blocks:
        blocks.append(Paragraph(t.line("award-ledger-none")))
    elif admin:
        button = Button(t("award-button-export"), "award.export", FileKind.XLSX.value)
        blocks.append(Buttons((button,)))
    return Reply(Card(t.line("award-ledger"), tuple(blocks)), Audience.ONLY_YOU)


def sheet(
    t: Translate, views: Sequence[RoundView], deciders: dict[int, str], kind: FileKind
) -> Sheet:
    """A row for everybody on a shortlist, the oldest round first: counts, no votes."""
    head = tuple(t(f"award-column-{name}") for name in COLUMNS)
    rows = tuple(
        (
            view.award.name,
            view.round.period,
            ("🏆 " if each.won else "") + each.name,
            "" if each.votes is None else str(each.votes),
            deciders.get(view.round.decided_by or 0, "") if each.won else "",
            _day(t, view.round),
            "\n".join(each.reasons),
        )
        for view in views
        for each in view.candidates
    )
    return Sheet(t("award-ledger"), kind, head, rows)


def exported(t: Translate, file: Sheet) -> Reply:
    """The file."""
    line = t.line("award-exported", count=len(file.rows))
    opener = Opener("award.export", file.kind.value)
    return Reply(Card(line, (Attachment(file, opener),), Tone.GOOD), Audience.ONLY_YOU)


def done(line: Line, note: Line = ()) -> Reply:
    """A short confirmation for one's own eyes."""
    blocks = (Note(note),) if note else ()
    return Reply(Card(line, blocks, tone=Tone.GOOD), Audience.ONLY_YOU)


def _button(view: RoundView, t: Translate, name: str) -> Button:
    label, round_id = t(f"award-button-{name}"), str(view.round.id)
    return Button(label, f"award.{name}", round_id, ButtonStyle.PRIMARY)


def _brief(text: str) -> str:
    return text if len(text) <= BRIEF else f"{text[: BRIEF - 1].rstrip()}…"


def _day(t: Translate, round: Round) -> str:
    return f"{round.ended_at.astimezone(t.zone):%Y-%m-%d}" if round.ended_at else ""
