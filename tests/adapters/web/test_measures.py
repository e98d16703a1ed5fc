"""A shop's own systems bring values of measures: signed, once, late data said."""

import asyncio
import json
import re
import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.web.measures_body import One
from tests.adapters.web.gate import Gate, a_gate
from tests.databases import KINDS, Kind
from tests.sources import ROOT

OPENS = "measure door new"
WEEK = "2026-02-23"
GUIDES = (ROOT / "docs/measures.md", ROOT / "docs/measures.zh.md")
FENCED = re.compile(r"^```bash\n(.*?)^```", re.MULTILINE | re.DOTALL)
NEEDED = ("bash", "curl", "openssl", "base64", "od")


@pytest.fixture(params=KINDS)
async def gate(request: pytest.FixtureRequest) -> AsyncIterator[Gate]:
    """On both databases; Anna looks after two measures."""
    kind: Kind = request.param
    async with a_gate(kind, opens=OPENS) as made:
        await made.desk.anna.says('measure new "Refund rate" % target <2.5%')
        await made.desk.anna.says('measure new "Late parcels" private target <20')
        yield made


def one(value: object, measure: str = "Refund rate", **more: object) -> object:
    """One value of last week."""
    return {"measure": measure, "period": WEEK, "value": value, **more}


async def shown(gate: Gate, measure: str = "refund rate") -> str:
    """What its card says."""
    seen = await gate.desk.anna.says(f"measure show {measure}")
    assert seen
    return seen.text


async def test_a_signed_request_brings_values(gate: Gate) -> None:
    """Numbers as they are, text as people type it, both parts of a ratio."""
    answer = await gate.brings(
        values=[
            one(
                None, numerator=2.4, denominator="1.000", confidence="green", note="ok"
            ),
            one("1.234", "Late parcels", period="2026-W08"),
            one(1.5, "late parcels"),
        ]
    )
    assert (answer.status, answer.said) == (202, {"new": 3, "corrected": 0, "again": 0})
    said = await shown(gate)
    assert "23 Feb – 1 Mar: 0.24% · 2.4 / 1,000 · 🟢 · from a system · “ok”" in said
    said = await shown(gate, "late parcels")
    assert "23 Feb – 1 Mar: 1.5" in said
    assert "16 Feb – 22 Feb: 1,234" in said


async def test_the_same_again_changes_nothing(gate: Gate) -> None:
    """Not even after somebody corrected it: an id counts once for each period."""
    values = [one(2.4), one(2.6, period="2026-W08")]
    assert (await gate.brings(id="w9", values=values)).status == 202
    await gate.desk.anna.says(f"measure set refund rate 2.2% for {WEEK}")
    again = await gate.brings(id="w9", values=values)
    assert (again.status, again.said["again"]) == (200, 2)
    assert "2.2% · Anna Berger · corrected from 2.4%" in await shown(gate)
    other = await gate.brings(id="w10", values=[one(2.3)])
    assert (other.status, other.said["corrected"]) == (202, 1)
    assert "2.3% · from a system · corrected from 2.2% and 2.4%" in await shown(gate)


async def test_the_same_at_once_is_kept_once(gate: Gate) -> None:
    """Whoever was first."""
    both = [gate.brings(id="w9", values=[one(2.4)]) for _ in range(6)]
    answers = await asyncio.gather(*both)
    assert sorted(answer.status for answer in answers) == [200] * 5 + [202]


async def test_each_value_that_cannot_be_taken_is_named(gate: Gate) -> None:
    """The others are taken."""
    answer = await gate.brings(
        values=[
            one(2.4),
            one(5, "bananas"),
            one("3h"),
            one(2, period="2027-01-04"),
            one(None),
            one("9" * 100),
            one(1, confidence="purple"),
            one(None, numerator=1, denominator=-1),
        ]
    )
    assert (answer.status, answer.said["new"]) == (202, 1)
    errors = answer.said["errors"]
    assert isinstance(errors, list)
    told = {each["line"]: each["error"] for each in errors}
    assert sorted(told) == [2, 3, 4, 5, 6, 7, 8]
    assert "There is no measure “bananas”" in told[2]
    assert "“3h” is of another unit" in told[3]
    assert "“2027-01-04” has not begun yet" in told[4]
    nothing = await gate.brings(values=[one("NaN")])
    assert (nothing.status, nothing.said["new"]) == (422, 0)


async def test_late_data_is_said(gate: Gate) -> None:
    """To the system and to who reads it."""
    gate.desk.team.clock.set(gate.desk.team.clock.now() + timedelta(days=17))
    answer = await gate.brings(values=[one(3, period="2026-03-02")])
    assert answer.said["late"] == [{"line": 1, "days": 11}]
    assert "reported 11 days after the period" in await shown(gate)


@pytest.mark.parametrize(
    "body",
    [b"", b"[]", b'{"values": []}', b'{"values": [{"measure": "x"}]}', b'{"a": NaN}'],
)
async def test_what_is_no_list_of_values_is_refused(gate: Gate, body: bytes) -> None:
    """With what is wrong, by field."""
    answer = await gate.sends(body)
    assert answer.status == 422
    assert answer.fields


async def test_only_what_is_signed_comes_in(gate: Gate) -> None:
    """A stranger, an old request, and a door for something else are answered alike."""
    body = json.dumps({"values": [one(2.4)]}).encode()
    stranger = "whsec_" + "A" * 44
    for answer in (
        await gate.sends(body, secrets=(stranger,)),
        await gate.sends(body, late=timedelta(minutes=-6)),
        await gate.sends(body, path=gate.path.replace("measures", "feedback")),
        await gate.sends(body, path="/measures/in/nowhere"),
        await gate.sends(body, changed={"webhook-signature": ""}),
    ):
        assert answer.status == 401
    assert "no value yet" in await shown(gate)
    await gate.sends(body)
    seen = await gate.desk.anna.says("measure door")
    assert seen
    assert "one came" in seen.text


def told_by(guide: Path) -> str:
    """What a guide says."""
    return guide.read_text("utf-8")


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_the_guides_name_every_field(guide: Path) -> None:
    """A field nobody knows of might as well not be there."""
    said = told_by(guide)
    assert [name for name in One.model_fields if f"`{name}`" not in said] == []


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
async def test_the_example_works_as_it_stands(guide: Path) -> None:
    """With an address and a secret of one's own, where the shell has the tools."""
    (script,) = FENCED.findall(told_by(guide))
    if not all(map(shutil.which, NEEDED)):
        return
    async with a_gate(today=True, opens=OPENS) as gate:
        await gate.desk.anna.says('measure new "Refund rate" %')
        await gate.desk.anna.says('measure new "Late parcels"')
        address = str(gate.server.make_url(gate.path))
        mine = script.replace("https://crew.example.com/measures/in/THE-DOOR", address)
        mine = mine.replace("whsec_THE-SECRET", gate.secret)
        assert "THE-" not in mine
        run = await asyncio.create_subprocess_exec(
            "bash", "-c", mine,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE,
        )  # fmt: skip
        out, wrong = await run.communicate()
        told = json.loads(out)
        assert (told["new"], told["again"]) == (2, 0), wrong
        assert "2.4% · 24 / 1,000" in await shown(gate)
