"""A thousand values at once: all are kept, none twice."""

import asyncio
import json
from datetime import date, timedelta

import pytest

from tests.adapters.web.gate import Gate, a_gate, signed
from tests.databases import KINDS, Kind

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(600)]
MEASURES, DAYS = 10, 100
LAST = date(2026, 3, 1)


async def knock(gate: Gate, number: int) -> tuple[int, dict[str, int]]:
    """One request; nothing is waited for but its answer."""
    measure, day = divmod(number, DAYS)
    period = (LAST - timedelta(days=day)).isoformat()
    value = {"measure": f"Parcels {measure}", "period": period, "value": number}
    body = json.dumps({"values": [value]}).encode()
    stamp, id = str(int(gate.desk.team.clock.now().timestamp())), f"value-{number}"
    headers = {
        "webhook-id": id,
        "webhook-timestamp": stamp,
        "webhook-signature": signed(gate.secret, id, stamp, body),
    }
    url = gate.server.make_url(gate.path)
    async with gate.session.post(url, data=body, headers=headers) as got:
        return got.status, await got.json()


@pytest.mark.parametrize("kind", KINDS)
async def test_a_thousand_values_at_once_are_all_kept_once(kind: Kind) -> None:
    """A tenth of them comes twice; each period has its own value and no other."""
    async with a_gate(kind, opens="measure door new") as gate:
        for number in range(MEASURES):
            await gate.desk.anna.says(f'measure new "Parcels {number}" daily')
        many = MEASURES * DAYS
        numbers = [*range(many), *range(0, many, 10)]
        answers = await asyncio.gather(*(knock(gate, number) for number in numbers))
        assert {status for status, _ in answers} == {200, 202}
        assert sum(said["new"] for _, said in answers) == many
        assert sum(said["again"] for _, said in answers) == many // 10
        async with gate.desk.team.store.reading() as db:
            kept = [
                (measure.name, value.first, value.value)
                for measure in await db.measures.living()
                for value in await db.measures.values.of(measure.id)
            ]
        assert len(kept) == len({(name, first) for name, first, _ in kept}) == many
        assert {int(value or 0) for _, _, value in kept} == set(range(many))
