"""What was said in stand-ups, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from bot.cards.standup import answers as standup_answers
from bot.cards.standup import words as said
from bot.messages import (
    Block,
    Bold,
    Button,
    Buttons,
    Card,
    Heading,
    Line,
    Note,
    Paragraph,
)
from bot.model.question import LEAST
from bot.model.standup import Occurrence, OccurrenceState, same_name
from bot.model.standup.history import DayEnd, Entry, Fate, Page
from bot.ports import Translate

DOT = " · "
BRIEF = 400  # letters of an answer, where there are several people's
AROUND = 120  # letters before what was looked for


@dataclass(frozen=True, slots=True)
class HistoryView:
    """A page with what was looked for. `newer` and `older` are what the buttons hold;
    `several` stand-ups may be in it.
    """

    page: Page
    about: Line
    words: str = ""
    newer: str = ""
    older: str = ""
    several: bool = False


def history(t: Translate, view: HistoryView) -> Card:
    """The page, for who asked for it and nobody else."""
    title = t.line("history-title", about=view.about)
    if not view.page.entries:
        return Card(title, (Paragraph(t.line("history-none")), *_buttons(t, view)))
    blocks: list[Block] = []
    by_day = groupby(view.page.entries, key=lambda each: each.occurrence.id)
    for _, entries in by_day:
        blocks += _day(t, view, list(entries))
    return Card(title, (*blocks, *_buttons(t, view)))


def _day(
    t: Translate, view: HistoryView, entries: Sequence[Entry | DayEnd]
) -> list[Block]:
    first = entries[0]
    name = f"{first.standup.name}{DOT}" if view.several else ""
    blocks: list[Block] = [Heading(f"{name}{t.day(first.occurrence.day)}")]
    alone = len(view.page.entries) == 1
    for each in entries:
        match each:
            case Entry():
                blocks.append(Paragraph(_entry(t, each, view.words, brief=not alone)))
            case DayEnd():
                blocks += _end(t, each)
    return blocks


def _entry(t: Translate, one: Entry, words: str, *, brief: bool) -> Line:
    """ "Anna Berger · late", and every answer behind its question."""
    line: Line = (Bold(one.name),)
    if one.fate is not Fate.ANSWERED:
        line = (*line, DOT, t(f"history-fate-{one.fate}"))
    if one.participant.edited:
        line = (*line, DOT, t("standup-edited"))
    return (*line, *_answers(t, one.occurrence, one.texts, words, brief=brief))


def _answers(
    t: Translate,
    occurrence: Occurrence,
    texts: Sequence[str],
    words: str,
    *,
    brief: bool,
) -> Line:
    if texts and not any(texts):
        return (DOT, t("standup-sealed-only"))
    line: Line = ()
    for asked, text in zip(occurrence.questions, texts, strict=False):
        if not text:
            continue
        shown = standup_answers.shown(t, asked, text)
        shown = excerpt(shown, words) if brief else shown
        line = (*line, "\n", f"{_opening(t, said.question(t, asked))}{shown}")
    return line


def _opening(t: Translate, question: str) -> str:
    """The question before its answer: one that asks needs no colon."""
    if question.endswith(("?", "？", ":", "：")):
        return f"{question} " if question.isascii() else question
    return t("history-question", question=question)


def excerpt(text: str, words: str) -> str:
    """What an overview has room for: around the words, where some are looked for."""
    if len(text) <= BRIEF:
        return text
    at = max(_found(text, words) - AROUND, 0)
    at = min(at, len(text) - BRIEF)
    part = text[at : at + BRIEF].strip()
    before, after = "…" if at else "", "…" if at + BRIEF < len(text) else ""
    return f"{before}{part}{after}"


def _found(text: str, words: str) -> int:
    """Where about the words stand: folding may change how long a text is."""
    return max(same_name(text).find(same_name(words)), 0) if words else 0


def _end(t: Translate, end: DayEnd) -> list[Block]:
    blocks: list[Block] = []
    if end.occurrence.state is OccurrenceState.CANCELLED:
        blocks.append(Note((t("standup-cancelled"),)))
    parts = [
        t("history-silent", fate=t(f"history-fate-{fate}"), names=said.people(t, names))
        for fate in Fate
        if (names := end.silent.get(fate))
    ]
    if parts:
        blocks.append(Note((DOT.join(parts),)))
    questions = tuple(
        asked
        if len(end.sealed.get(number, ())) >= LEAST
        else replace(asked, anonymous=False)  # nothing is said of so few
        for number, asked in enumerate(end.occurrence.questions)
    )
    return [*blocks, *standup_answers.nameless(t, questions, end.sealed)]


def _buttons(t: Translate, view: HistoryView) -> tuple[Block, ...]:
    newer = Button(t("history-newer"), "standup.history", view.newer)
    older = Button(t("history-older"), "standup.history", view.older)
    shown = [
        button for button, there in ((newer, view.newer), (older, view.older)) if there
    ]
    return (Buttons(tuple(shown)),) if shown else ()
