"""G12: a stand-up of many, against the chat's own pace and against its limits."""

import asyncio
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass

from slack_sdk.web.async_client import AsyncWebClient

from tests.benchmarks.company import PATIENCE, Company, a_company
from tests.benchmarks.databases import NAMES
from tests.benchmarks.goals import Row, noted
from tests.benchmarks.machine import cpu, percentile
from tests.benchmarks.sizes import Sizes
from tests.benchmarks.slack import Wire
from tests.benchmarks.wire import CHANNEL, TOKEN, person
from tests.databases import KINDS, Kind

DELAY = 0.08  # seconds until Slack answers
AT_ONCE = 16
GAP = 0.2  # 300 messages a minute
BURST = 5
PROBES = 6


@dataclass(frozen=True, slots=True)
class Limited:
    """A fan-out under limits: seconds, refusals, and what commands felt meanwhile."""

    seconds: float
    refused: int
    idle: float
    ack: float
    reply: float


@dataclass(frozen=True, slots=True)
class Found:
    """What one database brought."""

    cost: float  # CPU seconds of a message
    limited: Limited
    note: str = ""  # what went wrong


async def measure(sizes: Sizes) -> list[Row]:
    """Every row of this goal."""
    found, theirs = dict[Kind, Found](), 0.0
    for kind in KINDS:
        async with a_company(kind, sizes.prompts) as company:
            await company.has_standup("Warm")
            await company.asked("Warm")
            theirs = theirs or await _stock(company.slack, sizes.messages)
            cost = await _cost(company)
            limited = await _limited(company)
            found[kind] = Found(cost, limited, company.note)
    return list(rows(found, theirs, sizes))


async def _stock(slack: Wire, count: int) -> float:
    """CPU seconds of a message by the stock client, sixteen at once."""
    await slack.manners(delay=DELAY)
    client = AsyncWebClient(token=TOKEN, base_url=slack.api)
    left, used = iter(range(count)), cpu(os.getpid())

    async def send() -> None:
        for number in left:
            text = "Good morning! What will you do today?"
            blocks = [{"type": "section", "text": {"type": "mrkdwn", "text": text}}] * 4
            await client.chat_postMessage(
                channel=person(number), text=text, blocks=blocks
            )

    await asyncio.gather(*(send() for _ in range(AT_ONCE)))
    await slack.manners()
    return (cpu(os.getpid()) - used) / count


async def _cost(company: Company) -> float:
    """CPU seconds of a prompt, up to Slack, with the day it belongs to."""
    await company.has_standup("Free")
    await company.settled()
    used = company.server.cpu
    await company.asked("Free")
    return (company.server.cpu - used) / company.people


async def _limited(company: Company) -> Limited:
    await company.has_standup("Strict")
    idle = await company.say(*["help"] * PROBES)
    await company.settled()
    before = await company.slack.counts()
    await company.slack.manners(gap=GAP, burst=BURST)
    asking = asyncio.create_task(company.asked("Strict"))
    await asyncio.sleep(2 * GAP)
    acks, replies = list[float](), list[float]()
    for _ in range(PROBES):
        ack, reply = await _answered(company)
        acks.append(ack)
        replies.append(reply)
    await asking
    # the answers to the probes took their share of the limit
    until = before["posted"] + company.people + PROBES
    company.late += not await company.slack.until_posted(until, PATIENCE)
    told = await company.slack.counts()
    times = [at for at, _ in told["times"]]
    await company.slack.manners()
    return Limited(
        max(times) - min(times),
        told["429"] - before["429"],
        percentile(idle.waits, 0.99),
        percentile(acks, 0.99),
        max(replies),
    )


async def _answered(company: Company) -> tuple[float, float]:
    """How long a command in the channel waits to be acknowledged, and answered."""
    said = await _in_channel(company.slack)
    started = time.time()
    load = await company.say("task add Check the banner while everybody is asked")
    until = time.monotonic() + 20
    while time.monotonic() < until:
        there = await _in_channel(company.slack)
        if len(there) > len(said):
            return load.waits[0], there[-1] - started
        await asyncio.sleep(0.02)
    return load.waits[0], time.time() - started


async def _in_channel(slack: Wire) -> list[float]:
    times = (await slack.counts())["times"]
    return [at for at, channel in times if channel == CHANNEL]


def rows(found: dict[Kind, Found], theirs: float, sizes: Sizes) -> Iterator[Row]:
    """The figures as rows."""
    paced = "not measured: the product keeps Slack's pace by itself"
    yield Row(
        "G12", "share of the ideal rate, 80 ms, c=16", None, 0.93, "x", True, paced
    )
    for kind, ours in found.items():
        yield from noted(_on(NAMES[kind], ours, theirs, sizes), ours.note)


def _on(on: str, ours: Found, theirs: float, sizes: Sizes) -> Iterator[Row]:
    """What one database's fan-out says."""
    strict, quota = ours.limited, (sizes.prompts + PROBES) * GAP
    note = f"{ours.cost * 1e6:.0f} µs, stock {theirs * 1e6:.0f} µs"
    what = f"CPU of a prompt ÷ stock AsyncWebClient, {on}"
    yield Row("G12", what, ours.cost / theirs, 0.65, note=note)
    note = f"scaled: {sizes.prompts} prompts"
    what = f"time ÷ what 300 a minute allow, {on}"
    yield Row("G12", what, strict.seconds / quota, 1.1, note=note)
    refused = strict.refused / (sizes.prompts + PROBES)
    yield Row("G12", f"429 provoked, of all messages, {on}", refused, 0.01, "")
    yield Row("G12", f"ack p99 meanwhile ÷ idle, {on}", strict.ack / strict.idle, 2)
    waits = strict.reply / GAP
    yield Row("G12", f"an answer meanwhile, in turns of the limit, {on}", waits, 2, "")
