"""A thousand at once: all are kept, none twice, and people are answered meanwhile."""

import asyncio
import json
from time import monotonic

import pytest

from tests.adapters.web.gate import Gate, a_gate, signed
from tests.databases import KINDS, Kind

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(600)]
MANY = 1000


async def knock(gate: Gate, number: int) -> tuple[int, str]:
    """One request; nothing is waited for but its answer."""
    id, body = f"ticket-{number}", json.dumps({"text": f"Cup {number} is broken"})
    stamp = str(int(gate.desk.team.clock.now().timestamp()))
    headers = {
        "webhook-id": id,
        "webhook-timestamp": stamp,
        "webhook-signature": signed(gate.secret, id, stamp, body.encode()),
    }
    url = gate.server.make_url(gate.path)
    async with gate.session.post(url, data=body.encode(), headers=headers) as got:
        return got.status, (await got.json())["feedback"]


@pytest.mark.parametrize("kind", KINDS)
async def test_a_thousand_at_once_are_all_kept_once(kind: Kind) -> None:
    """A tenth of them comes twice, as from a sender that lost its patience."""
    async with a_gate(kind) as gate:
        began = monotonic()
        numbers = [*range(MANY), *range(0, MANY, 10)]
        answers = await asyncio.gather(*(knock(gate, number) for number in numbers))
        took = monotonic() - began
        assert sorted({status for status, _ in answers}) == [200, 202]
        assert len({name for _, name in answers}) == MANY
        assert sum(status == 202 for status, _ in answers) == MANY
        async with gate.desk.team.store.reading() as db:
            stored = await db.feedback.where(limit=2 * MANY)
        assert len(stored) == MANY
        assert len({each.text for each in stored}) == MANY
        print(f"{kind}: {len(numbers)} in {took:.1f} s")  # noqa: T201 a figure
