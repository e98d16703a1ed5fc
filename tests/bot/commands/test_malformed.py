"""Values that no button of ours holds and no form of ours sends: a kind answer."""

import pytest

from bot.commands import COMMANDS
from bot.events import FieldValue, Pressed, Values
from bot.model.task import Task
from bot.model.task.batch import Batch
from tests.bot.commands.test_authority import FORMS, OWN_FORMS
from tests.bot.commands.vault import Vault, a_vault
from tests.databases import KINDS, Kind

pytestmark = pytest.mark.heavy

JUNK = (
    "", "abc", "12|x", "-1", "9" * 40, "１２", "1:1", "last|x",
    '{"place": "C\\u0000", "thread": "\\ud800", "files": [["a", "b", "c"]]}',
    "[" * 10_000, "interview.start|" * 700, "person:1 " * 1200, "1\x00\ud800",
    "person:999999999 project:999999999",
)  # fmt: skip
# What a database might stumble over, and another one not.
KEPT_JUNK = ("2147483648", "9" * 40, "1\x00\ud800", "person:999999999")
FIELD_JUNK: tuple[FieldValue, ...] = (
    None, "x" * 10_000, "\x00\ud800", "9" * 40, "0001-01-01", "9999-12-31",
    "17:00+02:00", ("abc", "9", "\x00", "\ud800"),
)  # fmt: skip
ALL_FORMS = {**FORMS, **OWN_FORMS}


def bugs(caplog: pytest.LogCaptureFixture) -> set[str]:
    """What broke, each kind once."""
    return {
        repr(record.exc_info[1])[:120]
        for record in caplog.records
        if record.exc_info and record.exc_info[1]
    }


@pytest.mark.parametrize("kind", KINDS)
async def test_no_value_of_a_button_breaks_anything(
    kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    """Not even where the person may do everything."""
    async with a_vault(kind) as vault:
        found: dict[str, set[str]] = {}
        for action in COMMANDS.buttons:
            caplog.clear()
            for value in JUNK if kind == "sqlite" else KEPT_JUNK:
                pressed = Pressed(
                    **vault.anna._event(),
                    where=vault.anna.dm,
                    action=action,
                    value=value,
                )
                await vault.team.crew.dispatcher.accept(pressed)
            await vault.team.crew.pulse.settle()
            if bugs(caplog):
                found[action] = bugs(caplog)
        assert found == {}


@pytest.mark.parametrize("kind", KINDS)
async def test_no_state_of_a_form_breaks_anything(
    kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    """The state of another form, or none of ours."""
    async with a_vault(kind) as vault:
        found: dict[str, set[str]] = {}
        for form, (_, values) in ALL_FORMS.items():
            caplog.clear()
            for state in JUNK if kind == "sqlite" else KEPT_JUNK:
                await vault.fill(vault.anna, form, values, state)
            if bugs(caplog):
                found[form] = bugs(caplog)
        assert found == {}


@pytest.mark.parametrize("form", sorted(COMMANDS.forms))
async def test_no_value_of_a_field_breaks_anything(
    form: str, caplog: pytest.LogCaptureFixture
) -> None:
    """It is taken, or said to be wrong beside its field; the form stays open."""
    async with a_vault() as vault:
        found: dict[str, set[str]] = {}
        for name in ALL_FORMS[form][1]:
            caplog.clear()
            for value in FIELD_JUNK:
                state, values = await fresh(vault, form)
                await vault.fill(vault.anna, form, {**values, name: value}, state)
            if bugs(caplog):
                found[name] = bugs(caplog)
        assert found == {}


async def fresh(vault: Vault, form: str) -> tuple[str, Values]:
    """A state and values that would be taken: the last ones may have been, too."""
    state, values = ALL_FORMS[form]
    anna = vault.ids["anna"]
    async with vault.team.store() as db:
        if form == "task.batch":
            batch = Batch(0, anna, vault.team.clock.now(), "- a\n- b", "{}")
            state = str((await db.tasks.batches.add(batch)).id)
        elif form.startswith("task.") and state.isdigit():
            bo = await vault.id_of(vault.bo)
            task = Task(
                title="a",
                owner_id=anna,
                creator_id=bo,
                created_at=vault.team.clock.now(),
            )
            state = str((await db.tasks.add(task)).number)
        await db.commit()
    return state.format(**vault.ids), values


async def test_days_without_end_are_refused() -> None:
    """Beside the last of them."""
    async with a_vault() as vault:
        never = {"first": "9999-12-31", "last": "9999-12-31", "reason": ""}
        wrong = await vault.fill(vault.bo, "people.away", never, "")
        assert "more than a year" in wrong["last"]
