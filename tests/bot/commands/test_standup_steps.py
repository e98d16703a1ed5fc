"""The three steps that make a stand-up, and copies of one."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.commands import COMMANDS
from bot.events import Filled
from bot.model.standup import Chosen, Department, Everyone, Members, Standup
from tests.adapters.web.browser import a_web
from tests.driver import Member, Team, a_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna and Kim in Berlin, Bo in Shanghai; Monday, eight in Berlin."""
    async with a_team(commands=COMMANDS) as made:
        made.person("Anna Berger")
        made.person("Kim Lee")
        made.person("Bo Lin", zone="Asia/Shanghai", language="zh")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who makes the stand-ups."""
    return team.people["Anna Berger"]


async def standups(team: Team) -> dict[str, Standup]:
    """Every one there is, by name."""
    async with team.store.reading() as db:
        return {each.name: each for each in await db.standups.all()}


def value(member: Member, name: str) -> object:
    """What stands in a field of the form that is open."""
    (field,) = [each for each in member.form.fields if each.name == name]
    return getattr(field, "value", getattr(field, "values", None))


async def goes_back(member: Member, **typed: str) -> None:
    """Leaves the form for the step before, with this typed into it."""
    form = member.form
    assert form.back
    event = Filled(
        **member._event(),
        where=member.dm,
        form=form.name,
        values=typed,
        state=form.state,
        reopen=str(form.opener),
        back=f"{form.back.action}|{form.back.value}",
    )
    await member.team.receive(event)


async def test_each_step_asks_for_its_part(team: Team, anna: Member) -> None:
    """Who and where, when, what; the last one shows what people will get."""
    await anna.says("standup new", "#general")
    assert [each.name for each in anna.form.fields][:2] == ["template", "name"]
    assert await anna.fills(name="Daily EU") == {}
    assert next(each.name for each in anna.form.fields) == "at"
    assert await anna.fills(at="10:15", close="12:00") == {}
    preview = "".join(str(getattr(s, "text", s)) for s in anna.form.intro)
    for part in ("Daily EU", "10:15", "#general", "Yesterday", "12:00"):
        assert part in preview
    assert await anna.fills(missing="count") == {}
    made = (await standups(team))["Daily EU"]
    assert made.place == team.places["#general"]
    assert made.policy.missing == "count"


async def test_the_first_step_begins_with_the_place_it_is_asked_for_in(
    team: Team, anna: Member
) -> None:
    """Who is asked is who is there, as in one line; elsewhere nobody is left out."""
    await anna.says("standup new", "#general")
    assert value(anna, "who") == "members"
    await anna.fills()
    await anna.fills()
    await anna.fills()
    (made,) = (await standups(team)).values()
    assert made.roster == Members(team.places["#general"])


async def test_the_template_picked_fills_the_next_steps(
    team: Team, anna: Member
) -> None:
    """Its name too, unless another was typed."""
    await anna.says("standup new")
    await anna.fills(template="retro")
    assert value(anna, "days") == "every 2 weeks on Friday"
    await anna.fills()
    assert str(value(anna, "questions")).startswith("What went well?")
    await anna.fills()
    assert set(await standups(team)) == {"Retro"}


async def test_the_usual_questions_are_in_each_readers_words(
    team: Team, anna: Member
) -> None:
    """Whoever made it: nobody is asked "Yesterday" in Chinese."""
    bo = team.people["Bo Lin"]
    await anna.says("standup new", "#general")
    await anna.fills_all(name="Tea round")
    seen = await bo.says("站会 查看 Tea round")
    assert seen
    assert "昨天" in seen.text
    assert "Yesterday" not in seen.text
    seen = await anna.says("standup show Tea round")
    assert seen
    assert "Yesterday" in seen.text


async def test_going_back_keeps_what_was_typed(team: Team, anna: Member) -> None:
    """Sent or not."""
    await anna.says("standup new")
    await anna.fills(name="Early")
    await goes_back(anna, days="mon, wed", remind="15")
    assert value(anna, "name") == "Early"
    await anna.fills(name="Late")
    assert (value(anna, "days"), value(anna, "remind")) == ("mon, wed", "15")
    await anna.fills_all()
    made = (await standups(team))["Late"]
    assert (made.rule, made.remind_minutes) == ("FREQ=WEEKLY;BYDAY=MO,WE", 15)


async def test_another_template_picked_later_brings_its_own(
    team: Team, anna: Member
) -> None:
    """The questions of the first are not left in the second."""
    await anna.says("standup new")
    await anna.fills()
    await anna.fills()
    await goes_back(anna, questions="Mine?")
    await goes_back(anna)
    await anna.fills(template="weekly")
    assert value(anna, "days") == "every Friday"
    await anna.fills()
    assert str(value(anna, "questions")).startswith("What did you get done")


async def test_a_step_opened_yesterday_is_taken_today(team: Team, anna: Member) -> None:
    """What was said before is kept with the person."""
    await anna.says("standup new")
    await anna.fills(name="Slow")
    team.clock.set(team.clock.now() + timedelta(days=1))
    await anna.fills_all()
    assert set(await standups(team)) == {"Slow"}


async def test_one_that_was_made_is_not_made_again(team: Team, anna: Member) -> None:
    """The last step, sent once more from another window, is told so."""
    await anna.says("standup new")
    await anna.fills(name="Once")
    await anna.fills()
    last = anna.form
    await anna.fills()
    team.chat.forms[f"{anna.ref.id}:again"] = last
    assert "set up already" in str(await anna.fills())
    assert len(await standups(team)) == 1


async def test_a_name_that_was_taken_meanwhile_is_told_at_the_end(
    team: Team, anna: Member
) -> None:
    """And in the first step already, if it is taken by then."""
    await anna.says("standup new")
    await anna.fills(name="Mine")
    await anna.fills()
    await team.people["Kim Lee"].says("standup new Mine at 9:30")
    assert "is taken" in str(await anna.fills())
    await anna.says("standup new")
    assert "is taken" in (await anna.fills(name="MINE"))["name"]


@pytest.mark.parametrize(
    ("who", "roster"),
    [("everyone", Everyone()), ("dept:it", Department("it"))],
)
async def test_who_is_asked_can_be_chosen(
    team: Team, anna: Member, who: str, roster: object
) -> None:
    """Beside people by name."""
    await anna.says("standup new", "#general")
    await anna.fills_all(name="Daily", who=who)
    assert (await standups(team))["Daily"].roster == roster


async def test_a_copy_has_the_questions_and_choices_and_not_the_people(
    team: Team, anna: Member
) -> None:
    """PEERS A21, A32: its name is the next that is free."""
    await anna.says(
        "standup new Daily at 10:10 on mon for @Kim observers @Bo readers members"
        ' pool "What is new?" ask "How many parcels? (number)"'
    )
    await anna.says("standup copy Daily")
    assert (value(anna, "name"), value(anna, "people")) == ("Daily 2", ())
    await anna.fills_all()
    made = (await standups(team))["Daily 2"]
    old = (await standups(team))["Daily"]
    assert (made.at, made.rule, made.questions) == (old.at, old.rule, old.questions)
    assert (made.pool, made.policy) == (old.pool, old.policy)
    assert (made.roster, made.observers) == (Everyone(), ())


@pytest.mark.parametrize(
    "line", ["standup copy Daily as Daily EU", "站会 复制 Daily 叫 Daily EU"]
)
async def test_a_copy_may_be_named_at_once(team: Team, anna: Member, line: str) -> None:
    """Or it is told that the name is taken."""
    await anna.says("standup new Daily at 10:10 for @Kim")
    await anna.says(line)
    assert value(anna, "name") == "Daily EU"
    await anna.fills_all(people=(anna.ref.id,))
    assert isinstance((await standups(team))["Daily EU"].roster, Chosen)
    said = await anna.says(line)
    assert said is not None
    assert "is taken" in said.text


async def test_the_steps_can_be_answered_in_words(team: Team, anna: Member) -> None:
    """Who likes questions one by one goes from step to step as well."""
    await anna.says("settings forms chat")
    await anna.says("standup new")
    for _ in range(40):
        said = anna.last()
        assert said is not None
        if "is set up" in said.text:
            break
        labels = [each.label for each in said.controls]
        for label in ("Keep it", "Leave empty"):
            if label in labels:
                await anna.presses(label, said)
                break
        else:
            await anna.says(answer_to(said.text))
    assert len(await standups(team)) == 1


def answer_to(question: str) -> str:
    """What is typed where nothing can be kept or skipped."""
    return "Daily" if "Name" in question else "-"


async def test_a_page_goes_on_to_the_next_step_and_back() -> None:
    """Each step at an address of its own, in the same browser."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        await web.team.know_everyone()
        browser = web.browser()
        first = await browser.opens(await web.link(anna, "standup new"))
        assert "Step 1 of 3" in first.text
        second = await browser.sends(first, name="Paged")
        assert "Step 2 of 3" in second.text
        (back,) = [each for each in second.actions if each.endswith("/back")]
        again = await browser.sends(second, to=back, days="mon, wed")
        assert again.fields["name"] == ["Paged"]
        second = await browser.sends(again)
        assert second.fields["days"] == ["mon, wed"]
        third = await browser.sends(second, at="11:11")
        assert "Step 3 of 3" in third.text
        done = await browser.sends(third)
        assert done.status == 200
        made = (await standups(web.team))["Paged"]
        assert (made.at.minute, made.rule) == (11, "FREQ=WEEKLY;BYDAY=MO,WE")
