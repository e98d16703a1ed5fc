"""What a form says of places: hidden fields and ids can be made up by their sender."""

import json
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.model.task import Task
from tests.bot.commands.filled import STANDUP, TASK
from tests.bot.commands.vault import Vault, a_vault
from tests.driver import TENANTS


@pytest.fixture
async def vault() -> AsyncIterator[Vault]:
    """#gang is a group of 王芳's, of whose members DingTalk tells nothing."""
    async with a_vault() as made:
        team = made.team
        made.anna.team.person("王芳", platform="dingtalk", language="zh")
        gang = team.place("#gang", platform="dingtalk")
        secret = replace(team.chat.places[gang], private=True, listed=False)
        team.chat.places[gang] = secret
        async with team.store() as db:
            await db.people.connect("dingtalk", TENANTS["dingtalk"], "茶馆")
            await db.people.remember_place(secret)
            await db.commit()
        yield made


async def newest(vault: Vault) -> Task:
    """The task that was made last."""
    found: list[Task] = []
    async with vault.team.store() as db:
        while task := await db.tasks.numbered(len(found) + 1):
            found.append(task)
    return found[-1]


def claim(place: str, **more: object) -> str:
    """The hidden state of a task's form."""
    said = {"place": place, "private": False, "direct": False, "thread": "1.0"}
    return json.dumps(said | more)


async def test_a_task_is_not_put_where_its_maker_is_not(vault: Vault) -> None:
    """Its card is not shown there either: it stays where the form was sent."""
    before = len(vault.anna.sees("#bunker"))
    state = claim(vault.bunker.id)
    assert await vault.fill(vault.bo, "task.new", TASK, state) == {}
    assert len(vault.anna.sees("#bunker")) == before
    made = await newest(vault)
    assert made.place == vault.bo.dm
    assert made.private


async def test_a_task_does_not_become_public_by_saying_so(vault: Vault) -> None:
    """Whether a place is private is known, not told by the form."""
    state = claim(vault.bunker.id)
    where = vault.bunker
    assert await vault.fill(vault.cy, "task.new", TASK, state, where) == {}
    assert (await newest(vault)).private


async def test_nobody_is_written_to_through_the_state_of_a_form(vault: Vault) -> None:
    """A conversation of two is nobody else's place."""
    seen = len(vault.anna.inbox)
    state = claim(vault.anna.dm.id)
    assert await vault.fill(vault.bo, "task.new", TASK, state) == {}
    assert len(vault.anna.inbox) == seen
    assert (await newest(vault)).place == vault.bo.dm


async def test_who_is_in_a_group_makes_tasks_for_it_from_a_form(vault: Vault) -> None:
    """DingTalk shows forms in one's own conversation: who spoke in a group is in it."""
    wang = vault.team.people["王芳"]
    gang = vault.team.places["#gang"]
    assert await vault.fill(wang, "task.new", TASK, claim(gang.id)) == {}
    assert (await newest(vault)).place == wang.dm
    await wang.says("今天", "#gang")
    assert await vault.fill(wang, "task.new", TASK, claim(gang.id)) == {}
    made = await newest(vault)
    assert made.place == gang
    assert made.private
    assert f"T-{made.number}" in wang.sees("#gang")[-1].text


async def test_what_comes_with_a_message_is_kept_in_bounds(vault: Vault) -> None:
    """Twenty files at most, with names that can be read."""
    files = [["x" * 900, "https://x.example/f"]] * 90
    state = claim(vault.general.id, link="https://x.example/1", files=files)
    await vault.fill(vault.cy, "task.new", TASK, state, vault.general)
    made = await newest(vault)
    assert len(made.files) == 20
    assert {len(file.name) for file in made.files} == {200}


async def test_a_private_channel_is_not_found_by_its_name(vault: Vault) -> None:
    """Else an outsider would read there, as owner or observer of a stand-up."""
    for words in ("in bunker", 'in "Bunker"'):
        seen = await vault.bo.says(f"standup new Spy at 09:30 {words} observers @Bo")
        assert seen is not None
        assert "I do not know the channel" in seen.text
    seen = await vault.cy.says("standup new Ours at 09:30 in bunker", "#bunker")
    assert seen is not None
    assert "Ours is set up" in seen.text


async def test_a_stand_up_is_posted_in_nobody_elses_group(vault: Vault) -> None:
    """By its id neither: who was never seen in a group does not post there."""
    wang, gang = vault.team.people["王芳"], vault.team.places["#gang"].id
    wrong = await vault.fill(wang, "standup.new", {**STANDUP, "place": gang}, "")
    assert set(wrong) == {"place"}
    refused = await wang.says(f"standup new Spy at 09:30 in <#{gang}|gang>")
    assert refused is not None
    assert "没有找到群“gang”" in refused.text
    await wang.says("今天", "#gang")
    assert await vault.fill(wang, "standup.new", {**STANDUP, "place": gang}, "") == {}


async def test_a_stand_up_is_posted_in_nobody_elses_conversation(vault: Vault) -> None:
    """Nobody wants a stand-up in their own messages."""
    place = vault.cy.dm.id
    wrong = await vault.fill(vault.bo, "standup.new", {**STANDUP, "place": place}, "")
    assert set(wrong) == {"place"}


async def test_feedback_was_not_heard_where_its_sender_is_not(vault: Vault) -> None:
    """Whatever its form says; files and link are kept in bounds."""
    files = [["x" * 900, "https://x.example/f"]] * 90
    state = claim(vault.bunker.id, link="https://x.example/1", files=files)
    assert await vault.fill(vault.bo, "feedback.new", {"text": "Torn"}, state) == {}
    async with vault.team.store() as db:
        (newest, *_) = await db.feedback.where()
    (voice,) = newest.voices
    assert (voice.text, voice.place, voice.private) == ("Torn", vault.bo.dm, True)
    assert len(voice.files) <= 20
