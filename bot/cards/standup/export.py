"""What people said as rows that they take away: one answer a row (PEERS A36)."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.cards.standup import words as said
from bot.cards.standup.questions import options
from bot.messages import (
    Attachment,
    Bold,
    Button,
    Card,
    ChoiceField,
    DateField,
    Form,
    Note,
    Option,
    Tone,
)
from bot.model.absence import Days
from bot.model.draft import Opener
from bot.model.question import LEAST, AnswerKind, Question, parts
from bot.model.sheet import FileKind, Sheet
from bot.model.standup import Standup
from bot.model.standup.history import EVER, DayEnd, Entry, Fate
from bot.ports import Translate

COLUMNS = ("run", "date", "person", "question", "answer", "late", "edited", "state")
Row = tuple[str, ...]


def sheet(
    t: Translate, standup: Standup, lines: Sequence[Entry | DayEnd], kind: FileKind
) -> Sheet:
    """The rows of these days, the oldest first, in the reader's language."""
    head = tuple(t(f"export-column-{name}") for name in COLUMNS)
    rows = tuple(row for line in lines for row in _rows(t, line))
    days = [line.occurrence.day for line in lines]
    name = f"{standup.name} {_span(days)}" if days else standup.name
    return Sheet(name, kind, head, rows)


def _span(days: Sequence[date]) -> str:
    first, last = min(days).isoformat(), max(days).isoformat()
    return first if first == last else f"{first} – {last}"


def _rows(t: Translate, line: Entry | DayEnd) -> Iterator[Row]:
    match line:
        case Entry():
            yield from _of_person(t, line)
        case DayEnd():
            yield from _nameless(t, line)


def _of_person(t: Translate, entry: Entry) -> Iterator[Row]:
    """A row for each answer; one for who gave none."""
    day, who = entry.occurrence.day.isoformat(), entry.participant
    marks = (
        _yes(t, given=who.late),
        _yes(t, given=who.edited),
        t(f"history-fate-{entry.fate}"),
    )
    given = [
        (said.question(t, asked), _answer(t, asked, text))
        for asked, text in zip(entry.occurrence.questions, entry.texts, strict=False)
        if text
    ]
    for question, text in given or [("", "")]:
        yield (entry.standup.name, day, entry.name, question, text, *marks)


def _nameless(t: Translate, end: DayEnd) -> Iterator[Row]:
    """What was said without a name, in no order, where enough people did (A25)."""
    day, nobody = end.occurrence.day.isoformat(), t("export-anonymous")
    marks = ("", "", t(f"history-fate-{Fate.ANSWERED}"))
    for number, asked in enumerate(end.occurrence.questions):
        texts = end.sealed.get(number, ())
        if not asked.anonymous or len(texts) < LEAST:
            continue
        question = said.question(t, asked)
        for text in sorted(texts):
            shown = _answer(t, asked, text)
            yield (end.standup.name, day, nobody, question, shown, *marks)


def _answer(t: Translate, asked: Question, text: str) -> str:
    """As a table has it: a scale is its number, several options stand on one line."""
    match asked.answer:
        case AnswerKind.YES_NO:
            labels = {option.value: option.label for option in options(t, asked)}
            return labels.get(text, text)
        case AnswerKind.CHOICES:
            return "; ".join(parts(text))
        case _:
            return text


def _yes(t: Translate, *, given: bool) -> str:
    return t("standup-answer-yes") if given else t("standup-answer-no")


def exported(t: Translate, standup: Standup, file: Sheet, opener: Opener) -> Card:
    """The file, and what is in it."""
    line = t.line("export-title", name=Bold(standup.name), count=len(file.rows))
    note = Note(t.line("export-note"))
    return Card(line, (Attachment(file, opener), note), Tone.GOOD)


def form(
    t: Translate, standup: Standup, kind: FileKind, days: Days | None, value: str
) -> Form:
    """What kind of file, of which days; an end that is open is left empty."""
    return Form(
        name="standup.export",
        title=t("export-form-title"),
        intro=(standup.name,),
        fields=(kind_field(t, kind), *day_fields(t, days or EVER)),
        submit=t("export-submit"),
        cancel=t("button-cancel"),
        reopen=Button(t("export-button"), "standup.export", value),
        state=str(standup.id),
    )


def kind_field(t: Translate, kind: FileKind) -> ChoiceField:
    """What kind of file."""
    kinds = tuple(Option(t(f"export-kind-{each}"), each.value) for each in FileKind)
    return ChoiceField(
        name="kind", label=t("export-kind"), options=kinds, value=kind.value
    )


def day_fields(t: Translate, days: Days = EVER) -> tuple[DateField, DateField]:
    """From which day to which; an end that is open is left empty."""
    first = DateField(
        name="first",
        label=t("export-first"),
        required=False,
        hint=t("export-days-hint"),
        value=days.first if days.first != EVER.first else None,
    )
    last = DateField(
        name="last",
        label=t("export-last"),
        required=False,
        value=days.last if days.last != EVER.last else None,
    )
    return first, last
