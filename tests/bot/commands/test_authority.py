"""May they? Every button and every form, pressed and sent by who has no right to.

A press can be typed and a form can be made up: ids in them are never proof of a right.
"""

import pytest

from bot.commands import COMMANDS
from bot.events import Values
from bot.model.refs import PlaceRef
from tests.bot.commands.vault import SECRETS, Act, Vault, a_vault
from tests.driver import Member

# What each button is pressed with: the ids of what is not theirs.
THINGS = {
    "area.answer": "{question}",
    "area.change": "{area}",
    "area.handover": "{area}",
    "area.retire": "{area}",
    "area.right": "{area}",
    "team.apply": "{import}",
    "team.drop": "{import}",
    "team.import": "",
    "blocker.ack": "1",
    "blocker.outcome": "1",
    "blocker.reopen": "1",
    "blocker.resolve": "1",
    "blocker.say": "1",
    "blocker.show": "1",
    "blocker.still": "1",
    "blocker.ask": "1:{cy}",
    "blocker.tag": "1",
    "blocker.take": "1",
    "blocker.task": "1",
    "feedback.close": "1",
    "feedback.correct": "1",
    "feedback.decline": "1",
    "feedback.differ": "1",
    "feedback.door-drop": "{door}",
    "feedback.door-renew": "{door}",
    "feedback.route-drop": "{route}",
    "feedback.export": "csv",
    "feedback.fixed": "1",
    "feedback.join": "1:1",
    "feedback.note": "1",
    "feedback.part": "1",
    "feedback.plan": "1",
    "feedback.promise": "high",
    "feedback.reopen": "1",
    "feedback.reply": "1",
    "feedback.say": "1",
    "feedback.severity": "1:low",
    "feedback.show": "1",
    "feedback.solved": "1",
    "feedback.start": "1",
    "feedback.step": "1:cart",
    "feedback.take": "1",
    "feedback.task": "1",
    "feedback.undo": "1:1",
    "feedback.unsolved": "1",
    "feedback.wait": "1",
    "award.decide": "1",
    "award.export": "csv",
    "award.nominate": "1",
    "award.shortlist": "1",
    "award.vote": "1",
    "onboarding.change": "warehouse",
    "onboarding.check": "{check}",
    "onboarding.done": "{step}",
    "onboarding.end": "{onboarding}",
    "onboarding.held": "{onboarding}",
    "onboarding.later": "{step}",
    "onboarding.show": "{onboarding}",
    "onboarding.skip": "{step}",
    "kudos.drop": "1",
    "kudos.edit": "1",
    "kudos.values": "",
    "kudos.wall": "1",
    "absence.break": "2026-03-04|2026-03-05|",
    "absence.undo": "{absence}",
    "delivery.failed": "",
    "delivery.retry": "all",
    "delivery.show": "task:1:0",
    "leave.accept": "{leave}",
    "leave.refuse": "{leave}",
    "link.apart": "{mine}:{other}",
    "link.join": "{cy}:{twin}",
    "link.part": "{cy}:{twin}",
    "link.same": "{mine}:{other}",
    "link.unlink": "{mine}",
    "interview.keep": "last",
    "interview.pick": "last|2026-03-06",
    "interview.start": "task.edit|1",
    "project.finish": "{project}",
    "project.reach": "{project} {milestone}",
    "project.reopen": "{project}",
    "project.show": "{project}",
    "standup.archive": "{standup}",
    "standup.archiving": "{standup}",
    "standup.copy": "{standup}",
    "standup.edit": "{standup}:times",
    "standup.export": "{standup}",
    "standup.fill": "{day}",
    "standup.history": "{standup}",
    "standup.join": "{standup}",
    "standup.more": "later:{day}",
    "standup.open": "{standup}",
    "standup.pause": "{standup}",
    "standup.preview": "{standup}",
    "standup.report": "{standup}:12",
    "standup.resume": "{standup}",
    "standup.run": "{standup}",
    "standup.run_all": "{standup}",
    "standup.sample": "{standup}",
    "standup.show": "{standup}",
    "standup.skip": "{day}",
    "standup.unskip": "{day}",
    "task.accept": "4",
    "task.assign": "1",
    "task.batch-cancel": "{batch}",
    "task.batch-create": "{batch}",
    "task.batch-edit": "{batch}",
    "task.block": "1",
    "task.comment": "1",
    "task.decline": "4",
    "task.done": "1",
    "task.doze": "1 hour",
    "task.drop": "1",
    "task.edit": "1",
    "task.finish": "1",
    "task.finish-all": "1",
    "task.handover": "{cy}",
    "task.keep": "1",
    "task.list-done": "1 mine",
    "task.open": "1",
    "task.show": "1",
    "task.snooze": "1 hour",
    "task.start": "1",
    "task.tick": "1",
    "task.unblock": "3",
    "task.undo": "2",
    "task.undo-many": "2 2",
    "task.untick": "2",
    "usage.retry": "",
    "usage.save": "on",
    "usage.show": "",
    "workspace.link": "",
}
# About who presses and nobody else, whatever is in the button.
OWN = {
    "area.ask": "{area}",
    "area.list": "0:",
    "area.new": "",
    "area.show": "{area}",
    "area.who": "{area}",
    "team.list": "0:",
    "team.show": "{cy}",
    "blocker.list": "person:{cy}",
    "blocker.new": "1",
    "feedback.list": "open",
    "feedback.new": "1",
    "feedback.report": "4",
    "help.show": "task",
    "interview.stop": "{cy}",
    "celebration.own": "",
    "kudos.new": "C1",
    "onboarding.template": "warehouse",
    "link.code": "{mine}",
    "link.show": "{cy}",
    "people.away": "{cy}",
    "standup.list": "0",
    "people.back": "{cy}",
    "people.half": "2026-03-03:morning:dentist",
    "people.settings": "{cy}",
    "people.zone": "Europe/Berlin",
    "standup.asked": "{standup}",
    "standup.new": "{standup}",
    "standup.when": "{standup}",
    "task.list": "person:{cy} project:{project}",
    "task.new": "1",
    "who.pick": "{cy} Ev1",
}
TASK: Values = {
    "title": "zeppelin", "details": "", "owner": None, "day": "2026-03-06",
    "time": "17:00", "repeat": None, "priority": "normal", "project": None,
    "department": None, "followers": (),
}  # fmt: skip
STANDUP: Values = {
    "name": "Spy", "at": "09:30", "zone": "local", "days": "weekdays", "place": None,
    "people": (), "observers": (), "close": None, "remind": "30", "questions": "How?",
}  # fmt: skip
WHEN: Values = {
    "at": "09:30", "eve": "same", "days": "weekdays", "zone": "local", "close": None,
    "close_day": "same", "remind": "30",
}  # fmt: skip
ASKED: Values = {
    "questions": "How?", "optional": (), "observers": (), "readers": "all",
    "missing": "names", "after": "0",
}  # fmt: skip
PROMISE: Values = {"severity": "high", "answer-high": "1h", "hours-high": "always"}
EXPORT: Values = {"kind": "csv", "first": "2026-03-01", "last": None}
SETTINGS: Values = {
    "language": "en", "zone": "Berlin", "start": "09:00", "end": "18:00",
    "days": ("0", "1"), "reminders": "active", "forms": "form",
}  # fmt: skip
AREA: Values = {
    "name": "Pots", "owner": "Cy Twombly", "deputies": (), "informed": (), "also": None,
    "department": None,
}  # fmt: skip
AWAY: Values = {"first": "2026-03-04", "last": "2026-03-05", "reason": ""}
CHECK: Values = {"mood": "good", "answer": "I was here", "share": "yes"}
FORMS: dict[str, tuple[str, Values]] = {
    "area.answer": ("{question}", {"text": "I was here"}),
    "area.change": ("{area}", {**AREA, "name": "Mine now"}),
    "area.handover": ("{area}", {"owner": "Bo Lin", "place": None}),
    "area.new": ("", AREA),
    "team.import": ("", {"lines": "name,role\nCy Twombly,Spy"}),
    "blocker.outcome": ("1", {"text": "I was here"}),
    "blocker.say": ("1", {"text": "I was here"}),
    "blocker.tag": ("1", {"people": ("Bo Lin",)}),
    "feedback.correct": ("1", {"step": "returns", "severity": "low"}),
    "feedback.decline": ("1", {"text": "I was here"}),
    "feedback.export": ("", EXPORT),
    "feedback.fixed": ("1", {"text": "I was here"}),
    "feedback.note": ("1", {"text": "I was here"}),
    "feedback.plan": ("1", {"text": "I was here"}),
    "feedback.promise": ("", PROMISE),
    "feedback.reply": ("1", {"text": "I was here"}),
    "feedback.say": ("1", {"text": "I was here"}),
    "feedback.wait": ("1", {"text": "I was here"}),
    "award.decide": ("1", {"person": "1"}),
    "award.nominate": ("1", {"person": "Cy Twombly", "reason": "for the red banner"}),
    "award.shortlist": ("1", {"people": ("1", "2")}),
    "award.vote": ("1", {"person": "1"}),
    "onboarding.change": ("warehouse", {"lines": "0 IT: Mine now"}),
    "onboarding.check": ("{check}", CHECK),
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
    "blocker.new": ("1", {"text": "Mine", "people": ()}),
    "feedback.new": ("1", {"text": "Mine"}),
    "celebration.own": ("", {"birthday": "1990-03-12", "started": "2020-03-01"}),
    "kudos.new": ("", {"people": ("Cy Twombly",), "reason": "for the red banner"}),
    "people.away": ("{cy}", AWAY),
    "people.settings": ("{cy}", SETTINGS),
    "standup.new": ("{standup}", STANDUP),
    "task.new": ("1", {**TASK, "title": "Mine"}),
}
NO_GUESTS = {"area.ask", "celebration.own"}  # guests are refused whatever it is
ADMIN_MAY = (
    "area.change", "area.handover", "area.new", "area.retire", "area.right",
    "team.import", "absence.break", "delivery.", "feedback.door-", "feedback.promise",
    "feedback.route-", "kudos.values", "onboarding.change",
    "onboarding.done", "onboarding.end", "onboarding.held", "onboarding.later",
    "onboarding.show",
    "onboarding.skip", "link.", "standup.", "task.handover", "usage.",
    "workspace.",
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
async def test_nobody_outside_presses_anything_of_a_private_place() -> None:
    """Neither a member, nor a guest, nor an admin: nothing changes, nothing is told."""
    async with a_vault() as vault:
        for who in (vault.bo, vault.gus, vault.sofia):
            assert await refused(vault, who, THINGS) == {}, who.name


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
async def test_nobody_outside_sends_a_form_about_it() -> None:
    """With the id of somebody else's thing in its state."""
    async with a_vault() as vault:
        for who in (vault.bo, vault.gus, vault.sofia):
            assert await sent(vault, who, FORMS, own=False) == {}, who.name


@pytest.mark.heavy
async def test_a_form_of_ones_own_touches_nobody_else() -> None:
    """Whatever its state says."""
    for name in ("bo", "gus"):
        async with a_vault() as vault:
            who, but = getattr(vault, name), NO_GUESTS if name == "gus" else ()
            theirs = {form: OWN_FORMS[form] for form in OWN_FORMS if form not in but}
            assert await sent(vault, who, theirs, own=True) == {}, name
