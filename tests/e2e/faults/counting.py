"""What is counted of one run: at the chats, and in the database afterwards.

Two oracles: what people did and were told "got it" for has to have happened once; and
every delivery that the database calls sent has to stand in its chat, once.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, select

from adapters.dingtalk.tracks import CARD, track
from bot.model.refs import MessageRef, PlaceRef
from storage.tables.deliveries import deliveries, delivery_attempts
from storage.tables.standups import answers
from storage.tables.tasks import tasks
from tests.e2e.faults.company import CORP, DINGTALK, MATES, SLACK
from tests.e2e.faults.crowd import Act
from tests.e2e.faults.deeds import DEEDS
from tests.e2e.faults.ledger import Ledger, Said
from tests.e2e.faults.stage import Stage

LISTENERS = 2  # the old connection while it says its last, and the new one
PATIENCE = 120.0  # seconds until what is owed counts as late
ASKED = re.compile(r"standup:\d+:(\d{4}-\d\d-\d\d):ask:person:(\d+)")
OURS = re.compile(r"x\d+x|📋 Daily · ")
ANSWER = "answer:"
MAYBE = re.compile("I was interrupted and cannot tell[^.]*[.]|我刚才被中断了[^。]*。")
LIST = re.compile("Tasks:|任务：")
AGAIN = re.compile(f"task add|{LIST.pattern}")
Rows = Sequence[Row[Any]]


@dataclass
class Counts:
    """One line of the table. `marked` are those of which the receipt says that nobody
    knows; `why` names what was counted as broken.
    """

    events: int = 0
    messages: int = 0
    lost: int = 0
    doubled: int = 0
    marked: int = 0
    late: int = 0
    disorder: int = 0
    stale: int = 0
    impossible: int = 0
    slowest: float = 0.0
    why: list[str] = field(default_factory=list)

    def blame(self, what: str, how_many: int = 1, *, why: str) -> None:
        """Counts something that must not be."""
        setattr(self, what, getattr(self, what) + how_many)
        self.why.append(f"{what}: {why}")


async def count(stage: Stage) -> Counts:
    """Counts everything; the run must have settled."""
    counts = Counts(stage.crowd.events, len(stage.ledger.said))
    sent = await stage.books.rows(select(deliveries).order_by(deliveries.c.id))
    doubtful = await _in_doubt(stage)
    await _tasks(stage, counts, sent)
    _questions(stage.ledger, counts, stage.crowd.questions)
    await _answers(stage, counts)
    await _closings(stage, counts)
    await _deeds(stage, counts, sent)
    _deliveries(stage.ledger, counts, sent, cards=stage.cards)
    _asked(stage, counts, sent)
    _said_twice(stage.ledger, counts, doubtful)
    _threads(stage.ledger, counts)
    if (most := stage.dingtalk.streams.most) > LISTENERS:
        counts.blame("impossible", why=f"{most} listeners to DingTalk at a time")
    for state, many in (await stage.books.must_not_be(stage.clock.now())).items():
        counts.blame("impossible", many, why=state)
    return counts


async def _in_doubt(stage: Stage) -> int:
    """How many attempts are on receipts of which nobody knows whether they arrived."""
    unclear = (delivery_attempts.c.outcome == "in_doubt") | (
        delivery_attempts.c.error == "in_doubt"
    )
    return await stage.books.number(select(delivery_attempts.c.id).where(unclear))


async def _tasks(stage: Stage, counts: Counts, sent: Rows) -> None:
    """What somebody typed and was told "got it" for is one task, with one answer."""
    found = await stage.books.rows(select(tasks.c.title, tasks.c.number, tasks.c.id))
    titles = Counter(row.title for row in found)
    by_key = {row.key: row for row in sent}
    ids = {row.title: row.id for row in found}
    if stage.alone and not stage.weather.overtaken:
        _in_order(stage, counts, {row.title: row.number for row in found})
    for act in stage.crowd.tasks:
        made = titles[act.words]
        if made > 1:
            counts.blame("doubled", made - 1, why=f"worked twice: {act.words}")
        if not act.sent.acked:
            continue
        if not made:
            counts.blame("lost", why=f"acknowledged, no task: {act.words}")
            continue
        _answered(stage.ledger, counts, act, by_key.get(act.sent.key))
        if act.owner and act.owner is not act.who:
            key = f"task:{ids[act.words]}:assigned:new:person:"
            if not any(row.key.startswith(key) for row in sent):
                counts.blame("lost", why=f"nobody was told of {act.words}")


def _in_order(stage: Stage, counts: Counts, numbers: Mapping[str, int]) -> None:
    """What one person typed one after the other was worked on in that order. Replicas
    promise it only as long as they live.
    """
    last: dict[str, int] = {}
    for act in stage.crowd.tasks:
        number = numbers.get(act.words, 0)
        if act.sent.acked and act.sent.tries == 1 and number:
            if number < last.get(act.who.id, 0):
                counts.blame("disorder", why=f"{act.words} came after the next one")
            last[act.who.id] = max(number, last.get(act.who.id, 0))


def _answered(ledger: Ledger, counts: Counts, act: Act, row: Row[Any] | None) -> None:
    came = [said for said in ledger.places[act.place] if _answers_to(said, act)]
    if not came:
        if row is not None and row.error == "in_doubt":
            counts.marked += 1
        else:
            state = f"{row.state} {row.error}" if row is not None else "no row"
            counts.blame("lost", why=f"no answer to {act.words} ({state})")
        return
    waited = came[0].real - act.heard
    counts.slowest = max(counts.slowest, waited)
    if waited > PATIENCE:
        counts.blame("late", why=f"{waited:.0f} s for {act.words}")


def _answer_to(ledger: Ledger, act: Act) -> str:
    came = (said.text for said in ledger.places[act.place] if _answers_to(said, act))
    return next(came, "")


def _answers_to(said: Said, act: Act) -> bool:
    if said.platform == SLACK:
        return said.key == act.sent.key
    place = PlaceRef(DINGTALK, CORP, act.place)
    return said.key == track(place, act.sent.key) or (
        not said.key and act.words in said.text
    )


async def _answers(stage: Stage, counts: Counts) -> None:
    """What somebody answered in a form that closed is kept, once."""
    kept = Counter(row.text for row in await stage.books.rows(select(answers.c.text)))
    for act in stage.crowd.answers:
        if kept[act.words] == 0:
            counts.blame("lost", why=f"{act.who.name}'s answer {act.words}")


async def _closings(stage: Stage, counts: Counts) -> None:
    """What was ticked off is done, and its message shows it."""
    found = await stage.books.rows(select(tasks.c.number, tasks.c.state))
    states = {str(row.number): row.state for row in found}
    for number, said in stage.crowd.closed:
        if states.get(number) != "done":
            counts.blame("lost", why=f"T-{number} was ticked off: {states.get(number)}")
        elif said.platform == SLACK or said.key:
            pressed = stage.crowd.voices.controls(said)
            if any(control.action == "task.done" for control in pressed):
                counts.blame("stale", why=f"T-{number} in {said.place}")


async def _deeds(stage: Stage, counts: Counts, sent: Rows) -> None:
    """What else somebody was told "got it" for is kept once, and answered; whom it
    names heard of it, or will in their working hours. In the midst of a stand-up in the
    chat a sentence may be an answer to that.
    """
    by_key = {row.key: row for row in sent}
    answered = [row.text for row in await stage.books.rows(select(answers.c.text))]
    held = sum(row.hold == "quiet" or row.error == "in_doubt" for row in sent)
    for deed in DEEDS:
        texts = [row[0] for row in await stage.books.rows(select(deed.kept))]
        for act in (act for one, act in stage.crowd.done if one is deed):
            kept = sum(act.words in text for text in texts)
            if kept > 1:
                counts.blame("doubled", kept - 1, why=f"worked twice: {act.words}")
            if not act.sent.acked:
                continue
            if any(act.words in text for text in answered):
                continue
            if not kept:
                said = _answer_to(stage.ledger, act)
                why = f"acknowledged, not in {deed.kept}, but told: {said[:80]}"
                counts.blame("lost", why=why)
            _answered(stage.ledger, counts, act, by_key.get(act.sent.key))
            told = act.owner and any(stage.ledger.in_place(act.owner.dm, act.words))
            if deed.tells and not told and (held := held - 1) < 0:
                counts.blame("lost", why=f"{deed.kept}: not told of {act.words}")


def _questions(ledger: Ledger, counts: Counts, asked: Sequence[Act]) -> None:
    """Each that was acknowledged has its answer; where no key tells which, there are as
    many answers as questions.
    """
    unkeyed: Counter[str] = Counter()
    for act in asked:
        said = ledger.places[act.place]
        if any(_answers_to(one, act) for one in said) or not act.sent.acked:
            continue
        unkeyed[act.place] += 1
        lists = sum(not one.key and bool(LIST.search(one.text)) for one in said)
        if unkeyed[act.place] > lists:
            counts.blame("lost", why=f"no answer to a question in {act.place}")


def _deliveries(ledger: Ledger, counts: Counts, sent: Rows, *, cards: bool) -> None:
    """What the database calls sent stands in its chat; what stands there is in the
    database.
    """
    slack = (one for one in ledger.said if one.platform == SLACK)
    by_key = Counter(one.key for one in slack if one.key)
    known = set()
    for row in sent:
        known.add(row.key)
        message: MessageRef | None = row.message
        match row.state:
            case "sent" if message and message.place.platform == SLACK:
                if not by_key[row.key]:
                    counts.blame("lost", why=f"sent, not in Slack: {row.key}")
            case "sent" if message and message.id.startswith(CARD):
                shown = (message.place.id, message.id.removeprefix(CARD))
                if shown not in ledger.shown:
                    counts.blame("lost", why=f"sent, no card: {row.key}")
            case "sent" if cards and message is None and not by_key[row.key]:
                counts.blame("lost", why=f"sent, and nowhere: {row.key}")
            case "failed" if row.error == "in_doubt":
                counts.marked += not row.key.startswith(ANSWER)
            case "failed":
                counts.blame("lost", why=f"failed, {row.error}: {row.key}")
            case "expired" if row.kind in OWED and not row.shown:
                counts.blame("lost", why=f"expired: {row.key}")
    for key, many in by_key.items():
        if many > 1:
            counts.blame("doubled", many - 1, why=f"{many} × {key}")
        if key not in known and not key.startswith(ANSWER):  # forgotten once it is said
            counts.blame("impossible", why=f"said, and not in the database: {key}")


OWED = frozenset({"standup.prompt", "standup.thread", "task.assigned", "task.card"})


def _asked(stage: Stage, counts: Counts, sent: Rows) -> None:
    """On every day everybody was asked."""
    asked = Counter(
        match[1]
        for row in sent
        if row.state in ("sent", "pending") and (match := ASKED.fullmatch(row.key))
    )
    for day in stage.days:
        lacking = len(MATES) - asked[day.date().isoformat()]
        if lacking > 0:
            counts.blame("lost", lacking, why=f"{lacking} not asked on {day.date()}")


def _said_twice(ledger: Ledger, counts: Counts, doubtful: int) -> None:
    """The same words twice in one place; what cannot be looked up may be, as often as
    a receipt says that nobody knows, or where it says so of itself.
    """
    same: defaultdict[tuple[str, str, bool], list[bool]] = defaultdict(list)
    for said in _telling(ledger):
        told = MAYBE.search(said.text) is not None
        text = MAYBE.sub("", said.text).strip()
        same[said.place, text, bool(said.key)].append(told)
    for (place, text, looked_up), tellings in same.items():
        many = len(tellings) - 1
        if looked_up and many:
            counts.blame("doubled", many, why=f"{place}: {text[:60]}")
        elif many:
            counts.marked += many
            doubtful -= many - min(many, sum(tellings))
        if many and doubtful < 0:
            why = f"said twice, and no receipt tells: {text[:60]}"
            counts.blame("doubled", -doubtful, why=why)
            doubtful = 0


def _telling(ledger: Ledger) -> Iterator[Said]:
    """What has words of its own, a title of the crowd's or a day of the stand-up, and
    is no answer that people can ask for again.
    """
    for said in ledger.said:
        private = said.platform == SLACK and not said.key
        if OURS.search(said.text) and not private and not AGAIN.search(said.text):
            yield said


def _threads(ledger: Ledger, counts: Counts) -> None:
    """No message in a thread comes before the one that begins it."""
    first: dict[tuple[str, str], int] = {}
    for said in ledger.said:
        first.setdefault((said.place, said.id), said.number)
        if said.thread and first.get((said.place, said.thread)) is None:
            counts.blame("disorder", why=f"before its thread: {said.key}")
