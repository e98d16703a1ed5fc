"""What people see of one day of a stand-up: prompt, thread, answers, wrap-up."""

from collections.abc import Sequence

from bot.cards.blocker.words import day_lines, own_items
from bot.cards.standup import answers as written
from bot.cards.standup import readers
from bot.cards.standup import words as said
from bot.cards.standup.counts import calling, counts
from bot.cards.standup.day import DayView as DayView
from bot.cards.standup.day import Shown as Shown
from bot.cards.standup.view import StandupView
from bot.messages import (
    Block,
    Bold,
    Button,
    Buttons,
    ButtonStyle,
    Card,
    Divider,
    Line,
    Moment,
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
    Participant,
    ParticipantState,
    Standup,
)
from bot.model.standup.pool import asked_next
from bot.ports import Translate

DOT = " · "
PREVIEW = "preview-"  # before the number of what is only looked at


def title(t: Translate, view: DayView) -> Line:
    """📋 and the stand-up's name with the day."""
    day = t.day(view.occurrence.day)
    return t.line("standup-title", name=Bold(view.standup.name), day=day)


def thread(t: Translate, view: DayView) -> Card:
    """The day's message: counts while it is open, the wrap-up when it is closed."""
    blocks: list[Block] = [Paragraph(_sum(t, view)), *day_lines(view.blockers, t)]
    if view.open:
        close = said.close_moment(t, view.occurrence, view.now)
        blocks.append(Note(t.line("standup-thread-until", close=close)))
        blocks.append(Buttons((_fill(t, view.occurrence),)))
    blocks += _everybody(t, view)
    blocks += _nameless(t, view)
    subject = view.occurrence.subject
    return Card(title(t, view), tuple(blocks), subject=subject, at_once=not view.open)


def digest(t: Translate, view: DayView) -> Card:
    """The wrap-up with everybody's answers, for who reads it by direct message."""
    blocks: list[Block] = [Paragraph(_sum(t, view)), *day_lines(view.blockers, t)]
    blocks += _everybody(t, view)
    blocks += _nameless(t, view)
    return Card(title(t, view), tuple(blocks), subject=view.occurrence.subject)


def called(t: Translate, view: DayView) -> Card | None:
    """Calls who is missing, where the wrap-up is an edit that calls nobody."""
    missing = calling(t, view)
    return Card(missing) if missing else None


def _everybody(t: Translate, view: DayView) -> list[Block]:
    """Everybody's answers, as far as the view has them."""
    blocks: list[Block] = []
    for each in view.participants if view.answers else ():
        if each.said:
            blocks.append(Divider())
            blocks.append(Paragraph(_byline(t, view, each)))
            blocks.extend(_answers(t, view, each))
    return blocks


def _nameless(t: Translate, view: DayView) -> list[Block]:
    """What was said without a name, apart from what has one."""
    if view.sealed is None:
        return []
    found = written.nameless(
        t, view.occurrence.questions, view.sealed, explain=view.first
    )
    return [Divider(), *found] if found else []


def answer(t: Translate, view: DayView, who: Participant) -> Card:
    """What one person said, for the day's thread."""
    return Card(_byline(t, view, who), _answers(t, view, who))


def answer_alone(t: Translate, view: DayView, who: Participant) -> Card:
    """The same, where the day's message never came."""
    said = (Paragraph(_byline(t, view, who)), *_answers(t, view, who))
    return Card(title(t, view), said)


def late_answer(t: Translate, view: DayView, who: Participant) -> Card:
    """A late answer, where what was said of the day cannot be changed any more."""
    day = t.day(view.occurrence.day)
    named = t.line("standup-title-late", name=Bold(view.standup.name), day=day)
    return Card(named, (Paragraph(_byline(t, view, who)), *_answers(t, view, who)))


def prompt(
    t: Translate, view: DayView, who: Participant, *, late: bool, forms: bool = True
) -> Card:
    """The message to one person: a question first, then what became of it.

    `late` says whether a late answer would still be taken. Where there are no `forms`,
    one button is enough: it asks in the conversation.
    """
    match who.state:
        case ParticipantState.ASKED | ParticipantState.WAITING if view.open:
            return Card(title(t, view), _request(t, view, forms=forms))
        case ParticipantState.SKIPPED if view.open:
            undo = Button(t("button-undo"), "standup.unskip", str(view.occurrence.id))
            said_so = Paragraph(t.line("standup-skipped"))
            return Card(title(t, view), (said_so, Buttons((undo,))))
        case ParticipantState.AWAY if view.open:
            fill = Buttons((_fill(t, view.occurrence),))
            away = Paragraph(t.line("standup-you-are-away"))
            return Card(title(t, view), (away, fill))
        case _ if who.said:
            mine = own_items(view.blockers, t, who.person_id)
            return Card(title(t, view), (*saved(t, view, who), *mine), Tone.GOOD)
        case _:
            return Card(title(t, view), _unanswered(t, view, who, late=late))


def saved(t: Translate, view: DayView, who: Participant) -> tuple[Block, ...]:
    """Where the answer went, and until when it may be changed."""
    where = readers.after(t, view)
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


def reminded(t: Translate, view: DayView) -> Card:
    """What is left of a reminder that nobody answered."""
    return Card(t.line("standup-reminder-over", name=Bold(view.standup.name)))


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


def sample(t: Translate, view: StandupView, *, forms: bool = True) -> Card:
    """Exactly what people get, for who wants to see it before they do."""
    standup = view.standup
    fill = _primary(t, "standup.sample", standup.id)
    close = said.next_close(t, standup)
    key = "standup-prompt" if isinstance(close, Moment) else "standup-prompt-until"
    blocks: list[Block] = [Paragraph(t.line(key, close=close))]
    blocks.append(Note(readers.before(t, standup, view.place, view.known)))
    chat = _chat(t, f"standup.sample|{standup.id}")
    ways = (fill, chat) if forms else (fill,)
    blocks += [Buttons((*ways, *_pretended(t, standup)))]
    blocks += [Divider(), Note(t.line("standup-preview-note"))]
    return Card(said.next_title(t, standup), tuple(blocks))


def sample_answer(
    t: Translate, standup: Standup, answers: tuple[str, ...], name: str
) -> Card:
    """How the answers of a preview would look; nobody else sees it."""
    said_so = written.answers(t, asked_next(standup), answers)
    blocks: list[Block] = [*said_so]
    blocks.append(Note(t.line("standup-preview-done")))
    return Card((Bold(name),), tuple(blocks))


def _request(t: Translate, view: DayView, *, forms: bool) -> tuple[Block, ...]:
    close = said.close_moment(t, view.occurrence, view.now)
    blocks: list[Block] = [Paragraph(t.line("standup-prompt", close=close))]
    blocks.append(Note(readers.before(t, view.standup, view.place, view.names)))
    number = str(view.occurrence.id)
    skip = Button(t("standup-skip"), "standup.skip", number)
    ways = (_chat(t, f"standup.fill|{number}"),) if forms else ()
    more = _more(t, number)
    return (*blocks, Buttons((_fill(t, view.occurrence), *ways, skip, more)))


def _chat(t: Translate, opener: str) -> Button:
    return Button(t("standup-chat"), "interview.start", opener)


def _more(t: Translate, of: str) -> Picker:
    later, away = t("standup-more-later"), t("standup-more-away")
    options = (Option(later, f"later:{of}"), Option(away, f"away:{of}"))
    return Picker("standup.more", t("standup-more"), options, compact=True)


def _pretended(t: Translate, standup: Standup) -> tuple[Button | Picker, ...]:
    """What else there is to press, which does nothing in a preview."""
    number = f"{PREVIEW}{standup.id}"
    skip = Button(t("standup-skip"), "standup.more", f"skip:{number}")
    return skip, _more(t, number)


def pretended(t: Translate) -> Card:
    """That something was pressed in a preview."""
    return Card(t.line("standup-preview-pressed"))


def _unanswered(
    t: Translate, view: DayView, who: Participant, *, late: bool
) -> tuple[Block, ...]:
    excused = who.state in (ParticipantState.AWAY, ParticipantState.SKIPPED)
    key = "standup-closed-away" if excused else "standup-closed-missed"
    key = "standup-closed-optional" if who.optional else key
    closed = Paragraph(t.line(key))
    if not late:
        return (closed,)
    fill = Buttons((_fill(t, view.occurrence, primary=False),))
    return (closed, Note(t.line("standup-closed-late")), fill)


def _fill(t: Translate, occurrence: Occurrence, *, primary: bool = True) -> Button:
    if primary:
        return _primary(t, "standup.fill", occurrence.id)
    return Button(t("standup-fill"), "standup.fill", str(occurrence.id))


def _primary(t: Translate, action: str, number: int) -> Button:
    return Button(t("standup-fill"), action, str(number), ButtonStyle.PRIMARY)


def _sum(t: Translate, view: DayView) -> Line:
    """The day in one line: who answered, and how they feel."""
    if view.mood is None:
        return counts(t, view)
    return (*counts(t, view), DOT, written.mood(t, view.mood))


def _byline(t: Translate, view: DayView, who: Participant) -> Line:
    line: Line = (Bold(view.names.get(who.person_id, "")),)
    if who.answered_at:
        today = who.answered_at.astimezone(t.zone).date() == view.occurrence.day
        clock = MomentStyle.TIME if today and not who.late else MomentStyle.DATE_TIME
        line += (DOT, t.moment(who.answered_at, clock))
    if who.edited:
        line += (DOT, t("standup-edited"))
    if who.late:
        line += (DOT, Bold(t("standup-late")))
    return line


def _answers(t: Translate, view: DayView, who: Participant) -> tuple[Block, ...]:
    texts = (view.answers or {}).get(who.id, ())
    found = written.answers(t, view.occurrence.questions, texts)
    if not found and who.sealed:
        return (Note(t.line("standup-sealed-only")),)
    return found
