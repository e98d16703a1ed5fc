"""May they? Every button and every form, pressed and sent by who has no right to.

A press can be typed and a form can be made up: ids in them are never proof of a right.
"""

import pytest

from bot.commands import COMMANDS
from bot.events import Values
from bot.model.refs import PlaceRef
from tests.bot.commands.buttons import OWN, THINGS
from tests.bot.commands.filled import (
    APPROVAL,
    AREA,
    ASKED,
    AWAY,
    CHECK,
    CYCLE,
    EXPORT,
    MEASURE,
    MEASURED,
    OWN_VIEW,
    PROMISE,
    REVIEW,
    RISK,
    SETTINGS,
    STANDUP,
    TASK,
    WHEN,
)
from tests.bot.commands.vault import SECRETS, Act, Vault, a_vault
from tests.driver import Member

OUTSIDE = ("bo", "gus", "sofia")  # a member, a guest, an admin
FORMS: dict[str, tuple[str, Values]] = {
    "area.answer": ("{question}", {"text": "I was here"}),
    "area.change": ("{area}", {**AREA, "name": "Mine now"}),
    "area.handover": ("{area}", {"owner": "Bo Lin", "place": None}),
    "area.new": ("", AREA),
    "measure.change": ("{measure}", {**MEASURE, "name": "Mine now"}),
    "measure.export": ("", {"kind": "csv"}),
    "measure.set": ("{measure}:2026-03-02", MEASURED),
    "risk.change": ("1", RISK),
    "risk.close": ("1", {"text": "I was here"}),
    "retro.change": ("1", {"kind": "good", "text": "Mine now"}),
    "risk.export": ("", {"kind": "csv"}),
    "team.import": ("", {"lines": "name,role\nCy Twombly,Spy"}),
    "blocker.outcome": ("1", {"text": "I was here"}),
    "blocker.say": ("1", {"text": "I was here"}),
    "blocker.tag": ("1", {"people": ("Bo Lin",)}),
    "feedback.approval": ("1", APPROVAL),
    "feedback.approve-with": ("1:1", {"text": "I was here"}),
    "feedback.correct": ("1", {"step": "returns", "severity": "low"}),
    "feedback.decline": ("1", {"text": "I was here"}),
    "feedback.export": ("", EXPORT),
    "feedback.fixed": ("1", {"text": "I was here"}),
    "feedback.note": ("1", {"text": "I was here"}),
    "feedback.plan": ("1", {"text": "I was here"}),
    "feedback.promise": ("", PROMISE),
    "feedback.reject": ("1:1", {"text": "I was here"}),
    "feedback.reply": ("1", {"text": "I was here"}),
    "feedback.say": ("1", {"text": "I was here"}),
    "feedback.wait": ("1", {"text": "I was here"}),
    "award.decide": ("1", {"person": "1"}),
    "award.nominate": ("1", {"person": "Cy Twombly", "reason": "for the red banner"}),
    "award.shortlist": ("1", {"people": ("1", "2")}),
    "award.vote": ("1", {"person": "1"}),
    "onboarding.change": ("warehouse", {"lines": "0 IT: Mine now"}),
    "onboarding.check": ("{check}", CHECK),
    "onboarding.handover": ("{onboarding}", {"all": "Bo Lin"}),
    "onboarding.stuck": ("{step}", {"why": "I was here"}),
    "onboarding.welcome": ("{came}", {"track": "it", "day": "2026-03-09"}),
    "review.acknowledge": ("{review} 1", {"comment": "I was here"}),
    "review.new": ("", CYCLE),
    "review.self": ("{review} 1", OWN_VIEW),
    "review.write": ("{review} 1", REVIEW),
    "kudos.edit": ("1", {"reason": "I was here all the time", "values": ()}),
    "kudos.values": ("", {"lines": "💙 care 用心\n🌱 better 进取\n🦁 calm 从容"}),
    "standup.asked": ("{standup}", ASKED),
    "standup.edit": ("{standup}-people", STANDUP),
    "standup.export": ("{standup}", EXPORT),
    "standup.when": ("{standup}", WHEN),
    "standup.fill": ("{day}", {"q0": "I was here"}),
    "standup.sample": ("{standup}", {"q0": "I was here"}),
    "task.assign": ("1", {"owner": "Bo Lin"}),
    "task.batch": ("{batch}", {"lines": "Mine now"}),
    "task.block": ("1", {"reason": "no"}),
    "task.comment": ("1", {"text": "I was here"}),
    "task.decline": ("4", {"reason": "no"}),
    "task.drop": ("1", {"reason": "no"}),
    "task.edit": ("1", {**TASK, "title": "Mine now"}),
    "task.handover": ("{cy}", {"owner": "Bo Lin"}),
}
OWN_FORMS: dict[str, tuple[str, Values]] = {
    "area.ask": ("{area}", {"text": "Which cups are mine?"}),
    "measure.import": ("", {"lines": "kpi,day,value\nPots,2026-03-02,5"}),
    "measure.new": ("", MEASURE),
    "retro.new": ('{{"place": "C1"}}', {"kind": "good", "text": "Mine"}),
    "risk.new": ("", {**RISK, "scenario": "Mine"}),
    "blocker.new": ("1", {"text": "Mine", "people": ()}),
    "feedback.new": ("1", {"text": "Mine"}),
    "celebration.own": ("", {"birthday": "1990-03-12", "started": "2020-03-01"}),
    "kudos.new": ("", {"people": ("Cy Twombly",), "reason": "for the red banner"}),
    "people.away": ("{cy}", AWAY),
    "people.settings": ("{cy}", SETTINGS),
    "standup.new": ("{standup}", STANDUP),
    "task.new": ("1", {**TASK, "title": "Mine"}),
}
# Guests are refused whatever it is.
NO_GUESTS = {"area.ask", "celebration.own", "measure.import", "measure.new", "risk.new"}
ADMIN_MAY = (
    "area.change", "area.handover", "area.new", "area.retire", "area.right",
    "measure.change", "measure.export", "measure.retire", "measure.set", "measure.show",
    "team.import", "absence.break", "delivery.", "feedback.door-", "feedback.promise",
    "blocker.hook-",
    "feedback.rhythm", "feedback.route-", "kudos.values", "onboarding.change",
    "onboarding.as-proposed", "onboarding.done", "onboarding.end", "onboarding.gone",
    "onboarding.handover", "onboarding.held", "onboarding.later", "onboarding.no-start",
    "onboarding.stuck",
    "onboarding.passage", "onboarding.welcome",
    "onboarding.show", "review.cycles", "review.erase", "review.export", "review.new",
    "review.show", "review.stop", "onboarding.skip", "link.", "standup.",
    "task.handover", "usage.",
    "risk.", "company.", "workspace.",
)  # fmt: skip


def test_every_button_and_form_is_declared_here() -> None:
    """A new one needs a line above: whose is the thing it is about?"""
    assert {*THINGS, *OWN} == set(COMMANDS.buttons)
    assert {*FORMS, *OWN_FORMS} == set(COMMANDS.forms)


# Sent for those who triage to read: it comes to their room, and to nobody else.
TO_THE_DESK = {"feedback.new"}


async def wrong_with(
    vault: Vault, who: Member, act: Act, *, own: bool, desk: PlaceRef | None = None
) -> str:
    """What an outsider got done or got to know; nothing, if all is well."""
    before = await vault.rows(who if own else None)
    try:
        told = await vault.watched(who, act, desk=desk)
    except AssertionError as seen:
        return f"others see {seen}"
    after = await vault.rows(who if own else None)
    if changed := before - after if own else before ^ after:
        return f"changed {sorted(changed)}"
    if leaked := [word for word in SECRETS if word in told]:
        return f"said {leaked}"
    return "" if own or "tone.warning" in told else f"not refused: {told[:200]}"


async def refused(
    vault: Vault, who: Member, table: dict[str, str], *, own: bool = False
) -> dict[str, str]:
    """What is wrong with the buttons of a table, by name."""
    found: dict[str, str] = {}
    for action, value in table.items():
        if who is vault.sofia and action.startswith(ADMIN_MAY):
            continue
        meant = value.format(**vault.ids)
        for where in (who.dm, vault.general) if who is vault.bo else (vault.general,):

            async def act(
                action: str = action, meant: str = meant, where: object = where
            ) -> None:
                await vault.press(who, action, meant, where)  # type: ignore[arg-type]

            if wrong := await wrong_with(vault, who, act, own=own):
                found[action] = wrong
    return found


@pytest.mark.heavy
@pytest.mark.parametrize("name", OUTSIDE)
async def test_nobody_outside_presses_anything_of_a_private_place(name: str) -> None:
    """Neither a member, nor a guest, nor an admin: nothing changes, nothing is told."""
    async with a_vault() as vault:
        who: Member = getattr(vault, name)
        assert await refused(vault, who, THINGS) == {}


@pytest.mark.heavy
async def test_what_is_ones_own_touches_nobody_else() -> None:
    """Whatever id the button holds."""
    async with a_vault() as vault:
        for who in (vault.bo, vault.gus):
            assert await refused(vault, who, OWN, own=True) == {}, who.name


async def sent(
    vault: Vault, who: Member, table: dict[str, tuple[str, Values]], *, own: bool
) -> dict[str, str]:
    """What is wrong with the forms of a table, by name."""
    found: dict[str, str] = {}
    for form, (state, values) in table.items():
        if who is vault.sofia and form.startswith(ADMIN_MAY):
            continue
        meant, taken = state.format(**vault.ids), True

        async def act(
            form: str = form, meant: str = meant, values: Values = values
        ) -> None:
            nonlocal taken
            taken = not await vault.fill(who, form, values, meant)

        desk = vault.bunker if form in TO_THE_DESK else None
        wrong = await wrong_with(vault, who, act, own=own, desk=desk)
        if taken is not own:
            found[form] = f"taken: {taken}"
        elif wrong and not wrong.startswith("not refused"):  # it is beside the field
            found[form] = wrong
    return found


@pytest.mark.heavy
@pytest.mark.parametrize("name", OUTSIDE)
async def test_nobody_outside_sends_a_form_about_it(name: str) -> None:
    """With the id of somebody else's thing in its state."""
    async with a_vault() as vault:
        who: Member = getattr(vault, name)
        assert await sent(vault, who, FORMS, own=False) == {}


@pytest.mark.heavy
async def test_a_form_of_ones_own_touches_nobody_else() -> None:
    """Whatever its state says."""
    for name in ("bo", "gus"):
        async with a_vault() as vault:
            who, but = getattr(vault, name), NO_GUESTS if name == "gus" else ()
            theirs = {form: OWN_FORMS[form] for form in OWN_FORMS if form not in but}
            assert await sent(vault, who, theirs, own=True) == {}, name
