"""What people see of one day of a stand-up: prompt, thread, answers, wrap-up."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.cards import standup_words as said
from bot.messages import (
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Divider,
    Line,
    MomentStyle,
    Note,
    Option,
    Paragraph,
    Picker,
    Span,
    Tone,
)
from bot.model.standup import (
    Occurrence,
    OccurrenceState,
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup_tally import Tally, tally
from bot.ports import Translate

DOT = " · "


@dataclass(frozen=True, slots=True)
class DayView:
    """One day as it is now. `names` are people's, `place` is where it is posted, or "".

    `answers` are those of participants, by their id.
    """

    standup: Standup
    occurrence: Occurrence
    participants: Sequence[Participant]
    names: Mapping[int, str]
    now: datetime
    place: str = ""
    answers: Mapping[int, tuple[str, ...]] | None = None

    @property
    def open(self) -> bool:
        """Whether answers still count."""
        return not self.occurrence.over(self.now)

    @property
    def cancelled(self) -> bool:
        """Whether nobody was asked that day."""
        return self.occurrence.state is OccurrenceState.CANCELLED


def title(t: Translate, view: DayView) -> Line:
    """📋 and the stand-up's name with the day."""
    day = t.day(view.occurrence.day)
    return t.line("standup-title", name=Bold(view.standup.name), day=day)


def thread(t: Translate, view: DayView) -> Card:
    """The day's message: counts while it is open, the wrap-up when it is closed."""
    blocks: list[Block] = [Paragraph(_counts(t, view))]
    if view.open:
        close = said.close_moment(t, view.occurrence, view.now)
        blocks.append(Note(t.line("standup-thread-until", close=close)))
        blocks.append(Buttons((_fill(t, view.occurrence),)))
    blocks += _everybody(t, view)
    subject = view.occurrence.subject
    return Card(title(t, view), tuple(blocks), subject=subject, at_once=not view.open)


def digest(t: Translate, view: DayView) -> Card:
    """The wrap-up with everybody's answers, for who reads it by direct message."""
    blocks: list[Block] = [Paragraph(_counts(t, view)), *_everybody(t, view)]
    return Card(title(t, view), tuple(blocks), subject=view.occurrence.subject)


def _everybody(t: Translate, view: DayView) -> list[Block]:
    """Everybody's answers, as far as the view has them."""
    blocks: list[Block] = []
    for each in view.participants if view.answers else ():
        if each.said:
            blocks.append(Divider())
            blocks.append(Paragraph(_byline(t, view, each)))
            blocks.extend(_answers(t, view, each))
    return blocks


def answer(t: Translate, view: DayView, who: Participant) -> Card:
    """What one person said, for the day's thread."""
    return Card(_byline(t, view, who), _answers(t, view, who))


def prompt(t: Translate, view: DayView, who: Participant, *, late: bool) -> Card:
    """The message to one person: a question first, then what became of it.

    `late` says whether a late answer would still be taken.
    """
    match who.state:
        case ParticipantState.ASKED | ParticipantState.WAITING if view.open:
            return Card(title(t, view), _request(t, view))
        case ParticipantState.SKIPPED if view.open:
            undo = Button(t("button-undo"), "standup.unskip", str(view.occurrence.id))
            said_so = Paragraph(t.line("standup-skipped"))
            return Card(title(t, view), (said_so, Buttons((undo,))))
        case ParticipantState.AWAY if view.open:
            fill = Buttons((_fill(t, view.occurrence),))
            away = Paragraph(t.line("standup-you-are-away"))
            return Card(title(t, view), (away, fill))
        case _ if who.said:
            return Card(title(t, view), saved(t, view, who), Tone.GOOD)
        case _:
            return Card(title(t, view), _unanswered(t, view, who, late=late))


def saved(t: Translate, view: DayView, who: Participant) -> tuple[Block, ...]:
    """Where the answer went, and until when it may be changed."""
    if view.place:
        where = t("standup-saved-posted", place=view.place)
    else:
        owner = view.names.get(view.standup.owner_id, "")
        where = t("standup-saved-kept", place=owner)
    if not view.open:
        key = "standup-saved-late" if who.late else "standup-saved-closed"
        return (Paragraph(t.line(key, where=where)),)
    close = said.close_moment(t, view.occurrence, view.now)
    edit = Button(t("standup-edit-answer"), "standup.fill", str(view.occurrence.id))
    line = t.line("standup-saved", where=where, close=close)
    return (Paragraph(line), Buttons((edit,)))


def reminder(t: Translate, view: DayView) -> Card:
    """What, until when, one button."""
    close = said.close_moment(t, view.occurrence, view.now)
    line = t.line("standup-reminder", name=Bold(view.standup.name), close=close)
    return Card(line, (Buttons((_fill(t, view.occurrence),)),))


def together(t: Translate, view: DayView, names: Sequence[Span]) -> Card:
    """One reminder for several people, by name."""
    comma, close = t("standup-comma"), said.close_moment(t, view.occurrence, view.now)
    called: Line = ()
    for name in names:
        called = (*called, *((comma,) if called else ()), name)
    line = t.line(
        "standup-together",
        name=Bold(view.standup.name),
        count=len(names),
        names=called,
        close=close,
    )
    return Card(line, (Buttons((_fill(t, view.occurrence),)),))


def sample(t: Translate, standup: Standup, place: str) -> Card:
    """Exactly what people get, for who wants to see it before they do."""
    fill = _primary(t, "standup.sample", standup.id)
    blocks: list[Block] = [Paragraph(t.line("standup-prompt-sample"))]
    if standup.place:
        where = place or t("standup-place")
        blocks.append(Note(t.line("standup-prompt-place", place=where)))
    blocks += [Buttons((fill,)), Divider(), Note(t.line("standup-preview-note"))]
    name = Bold(standup.name)
    return Card(t.line("standup-title-bare", name=name), tuple(blocks))


def sample_answer(
    t: Translate, standup: Standup, answers: tuple[str, ...], name: str
) -> Card:
    """How the answers of a preview would look; nobody else sees it."""
    pairs = zip(standup.questions, answers, strict=False)
    blocks: list[Block] = [
        Paragraph((Bold(said.question(t, asked)), "\n", text))
        for asked, text in pairs
        if text
    ]
    blocks.append(Note(t.line("standup-preview-done")))
    return Card((Bold(name),), tuple(blocks))


def _request(t: Translate, view: DayView) -> tuple[Block, ...]:
    close = said.close_moment(t, view.occurrence, view.now)
    blocks: list[Block] = [Paragraph(t.line("standup-prompt", close=close))]
    if view.place:
        blocks.append(Note(t.line("standup-prompt-place", place=view.place)))
    else:
        blocks.append(Note(t.line("standup-prompt-private", names=_readers(t, view))))
    number = str(view.occurrence.id)
    more = Picker(
        "standup.more",
        t("standup-more"),
        (
            Option(t("standup-more-later"), f"later:{number}"),
            Option(t("standup-more-away"), f"away:{number}"),
        ),
        compact=True,
    )
    skip = Button(t("standup-skip"), "standup.skip", number)
    chat = Button(t("standup-chat"), "interview.start", f"standup.fill|{number}")
    return (*blocks, Buttons((_fill(t, view.occurrence), chat, skip, more)))


def _unanswered(
    t: Translate, view: DayView, who: Participant, *, late: bool
) -> tuple[Block, ...]:
    excused = who.state in (ParticipantState.AWAY, ParticipantState.SKIPPED)
    key = "standup-closed-away" if excused else "standup-closed-missed"
    closed = Paragraph(t.line(key))
    if not late:
        return (closed,)
    fill = Buttons((_fill(t, view.occurrence, primary=False),))
    return (closed, Note(t.line("standup-closed-late")), fill)


def _readers(t: Translate, view: DayView) -> str:
    """Who reads the answers where there is no place."""
    readers = dict.fromkeys((view.standup.owner_id, *view.standup.observers))
    return said.people(t, tuple(view.names.get(person, "") for person in readers))


def _fill(t: Translate, occurrence: Occurrence, *, primary: bool = True) -> Button:
    if primary:
        return _primary(t, "standup.fill", occurrence.id)
    return Button(t("standup-fill"), "standup.fill", str(occurrence.id))


def _primary(t: Translate, action: str, number: int) -> Button:
    return Button(t("standup-fill"), action, str(number), ButtonStyle.PRIMARY)


def _counts(t: Translate, view: DayView) -> Line:
    if view.cancelled:
        return t.line("standup-cancelled")
    count = tally(view.occurrence, view.participants)
    return (DOT.join(_parts(t, view, count)),)


def _parts(t: Translate, view: DayView, count: Tally) -> list[str]:
    def names(people: tuple[int, ...]) -> str:
        known = (view.names.get(person, "") for person in people)
        return said.people(t, tuple(name for name in known if name))

    closed = view.occurrence.state is OccurrenceState.CLOSED
    parts = [t("standup-count-in", done=len(count.answered), all=count.all)]
    if count.away:
        away = names(count.away)
        parts.append(t("standup-count-away", count=len(count.away), names=away))
    if count.missing and closed:
        parts.append(t("standup-count-missing", names=names(count.missing)))
    if count.unasked:
        parts.append(t("standup-count-unasked", names=names(count.unasked)))
    return parts


def _byline(t: Translate, view: DayView, who: Participant) -> Line:
    line: Line = (Bold(view.names.get(who.person_id, "")),)
    if who.answered_at:
        line += (DOT, t.moment(who.answered_at, MomentStyle.TIME))
    if who.edited:
        line += (DOT, t("standup-edited"))
    if who.late:
        line += (DOT, Bold(t("standup-late")))
    return line


def _answers(t: Translate, view: DayView, who: Participant) -> tuple[Block, ...]:
    texts = (view.answers or {}).get(who.id, ())
    pairs = zip(view.occurrence.questions, texts, strict=False)
    return tuple(
        Paragraph((Bold(said.question(t, asked)), "\n", text))
        for asked, text in pairs
        if text
    )
