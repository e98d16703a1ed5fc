"""Making, looking at and changing stand-ups, as people do it."""

from collections.abc import AsyncIterator

import pytest

from bot.commands import absence, settings, standup
from bot.events import Pressed
from bot.model.standup import Chosen, Department, Everyone, Members, Standup
from bot.registry import Commands
from tests.driver import Member, Team, a_team
from tests.fakes.chat import Seen

PARTS = (
    "Name and people",
    "Days and times",
    "Questions",
    "Readers and reminders",
    "Admins and blockers",
)

COMMANDS = Commands()
COMMANDS.include(absence.commands)
COMMANDS.include(settings.commands)
COMMANDS.include(standup.commands)


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna and Kim in Berlin, Bo in Shanghai; Monday, eight in Berlin."""
    async with a_team(commands=COMMANDS) as made:
        made.person("Anna Berger")
        made.person("Bo Lin", zone="Asia/Shanghai", language="zh")
        made.person("Kim Lee")
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who makes the stand-ups."""
    return team.people["Anna Berger"]


@pytest.fixture
def kim(team: Team) -> Member:
    """Who did not make them."""
    return team.people["Kim Lee"]


async def only(team: Team) -> Standup:
    """The one stand-up there is."""
    async with team.store.reading() as db:
        (found,) = await db.standups.all()
    return found


async def count(team: Team) -> int:
    """How many stand-ups there are."""
    async with team.store.reading() as db:
        return len(await db.standups.all())


def text(seen: Seen | None) -> str:
    """What a message says."""
    assert seen is not None
    return seen.text


async def test_one_line_makes_a_stand_up_and_says_what_was_chosen(
    team: Team, anna: Member
) -> None:
    """The grammar of the contract; everything is read back."""
    said = await anna.says(
        "standup new Store EU at 09:15 on mon,wed in #general for @Kim @Bo close 12:00"
        ' remind 15m zone Berlin ask "What was?" "What today?"',
        "#singles-day",
    )
    made = await only(team)
    assert made.name == "Store EU"
    assert made.rule == "FREQ=WEEKLY;BYDAY=MO,WE"
    assert isinstance(made.roster, Chosen)
    assert made.place == team.places["#general"]
    card = text(said)
    for part in ("Store EU", "09:15 in Berlin", "Monday", "#general", "Kim Lee"):
        assert part in card
    for part in ("12:00 (Berlin)", "15 minutes", "What was?", "Next: Mon 2 Mar"):
        assert part in card


async def test_chinese_words_make_the_same(team: Team) -> None:
    """Without keywords for time and days, answered in Chinese."""
    bo = team.people["Bo Lin"]
    said = await bo.says(
        "站会 新建 每日站会 16:30 工作日 在 #general 给 @Anna @Kim 截止 18:00"
        " 提醒 15分钟 问 “昨天？” “今天？”"
    )
    made = await only(team)
    assert (made.name, made.remind_minutes) == ("每日站会", 15)
    assert made.home_zone == "Asia/Shanghai"
    assert "已建好" in text(said)
    assert "18:00（上海）" in text(said)


async def test_in_a_channel_it_posts_there_and_says_so(
    team: Team, anna: Member
) -> None:
    """Nothing was said about where: here, with whoever is here."""
    said = await anna.says("standup new Daily at 09:30", "#singles-day")
    made = await only(team)
    assert made.place == team.places["#singles-day"]
    assert made.roster == Members(team.places["#singles-day"])
    assert "because you made it here" in text(said)


async def test_without_place_and_people_it_asks_everyone_and_says_so(
    team: Team, anna: Member
) -> None:
    """In a direct conversation: the answers come with the wrap-up."""
    said = await anna.says("standup new Daily at 09:30")
    assert (await only(team)).roster == Everyone()
    assert "It asks everyone: 3 people" in text(said)
    assert "It has no channel" in text(said)


async def test_a_department_can_be_asked(team: Team, anna: Member) -> None:
    """By any word people use for it; nobody in it yet is said."""
    said = await anna.says("standup new Daily for dept:客服")
    assert (await only(team)).roster == Department("customer-service")
    assert "nobody to ask yet" in text(said)


async def test_a_close_that_some_are_asked_after_is_said(
    team: Team, anna: Member
) -> None:
    """New York is asked long after 11:00 of Berlin."""
    team.person("Joe West", zone="America/New_York")
    await team.know_everyone()
    said = await anna.says("standup new Daily at 9:30 for @Anna @Joe close 11:00")
    assert "one hour after the last person" in text(said)


async def test_whose_time_has_passed_today_is_named(team: Team, anna: Member) -> None:
    """Eight in Berlin is three in the afternoon in Shanghai."""
    said = await anna.says("standup new Daily at 9:30 for @Anna @Bo")
    assert "Today it is too late for Bo Lin" in text(said)


@pytest.mark.parametrize(
    ("typed", "part"),
    [
        ("standup new Daily at 25:99", "“25:99”"),
        ("standup new Daily at 9:30 on funday", "“funday”"),
        ("standup new Daily at 9:30 in #nowhere", "“nowhere”"),
        ("standup new Daily at 9:30 in #general #singles-day", "one channel"),
        ("standup new Daily at 9:30 for @Nobody", "“Nobody”"),
        ("standup new Daily at 9:30 for dept:wizards", "“wizards”"),
        ("standup new Daily at 9:30 close 9:00", "before it asks"),
        ("standup new Daily at 9:30 close soon", "“soon”"),
        ("standup new Daily at 9:30 remind 3 days", "“3 days”"),
        ("standup new Daily at 9:30 zone Atlantis", "“Atlantis”"),
        (f"standup new {'x' * 5000} at 9:30", "5,000 characters"),
        ("standup wibble", "“wibble”"),
        ("standup juggle Daily", "“juggle Daily”"),
    ],
)
async def test_what_is_wrong_is_said_kindly_and_nothing_is_lost(
    team: Team, anna: Member, typed: str, part: str
) -> None:
    """A private answer that names the part and keeps what was typed."""
    said = await anna.says(typed, "#general")
    assert said is not None
    assert said.only == anna.ref
    assert part in said.text
    assert typed in said.text
    assert await count(team) == 0


async def test_a_name_is_taken_once(team: Team, anna: Member) -> None:
    """Two of one name could not be told apart."""
    await anna.says("standup new Daily at 9:30")
    said = await anna.says("standup new ｄaily at 10:00")
    assert "is taken" in text(said)
    assert await count(team) == 1


async def test_the_form_makes_one_too(team: Team, anna: Member) -> None:
    """`standup new` alone opens it, with what most teams want."""
    await anna.says("standup new", "#general")
    assert anna.form.name == "standup.new"
    kim = team.people["Kim Lee"].ref.id
    assert await anna.fills_all(name="Daily", people=(kim,)) == {}
    made = await only(team)
    assert made.place == team.places["#general"]
    assert made.rule == "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
    assert isinstance(made.roster, Chosen)


async def test_the_form_names_every_wrong_field(team: Team, anna: Member) -> None:
    """All at once, in place; the form stays open."""
    await anna.says("standup new", "#general")
    assert set(await anna.fills(name="\u200b", people=("U999",))) == {"name", "people"}
    assert await anna.fills() == {}
    assert set(await anna.fills(days="funday", close="08:00")) == {"days", "close"}
    assert await count(team) == 0


async def test_the_list_shows_all_and_one_can_be_looked_at(anna: Member) -> None:
    """With its next time."""
    assert "no stand-up yet" in text(await anna.says("standup list"))
    await anna.says("standup new Daily at 9:30 in #general")
    assert "Daily #1 · every working day" in text(await anna.says("standup list"))
    assert "Owner: Anna Berger" in text(await anna.presses("Show"))
    assert "Owner: Anna Berger" in text(await anna.says("standup show"))
    assert "Owner: Anna Berger" in text(await anna.says("standup show 1"))


async def test_the_name_may_be_left_out_only_where_there_is_one(anna: Member) -> None:
    """Several: their names; a wrong one: the closest."""
    await anna.says("standup new Daily at 9:30")
    await anna.says("standup new Weekly at 9:30 on mon")
    assert "“Daily” or “Weekly”" in text(await anna.says("standup show"))
    assert "Did you mean “Weekly”" in text(await anna.says("standup show Wekly"))
    assert "Weekly" in text(await anna.says("standup show week"))


async def test_edit_shows_what_is_and_keeps_what_is_left(
    team: Team, anna: Member
) -> None:
    """Sent unchanged it stays the same; default questions stay each reader's own."""
    await anna.says(
        "standup new Retro at 15:00 on last fri of month in #general for @Anna @Kim"
        " observers @Bo"
    )
    before = await only(team)
    for part in PARTS:
        await anna.says("standup edit")
        await anna.presses(part)
        assert len(anna.form.fields) <= 7  # so many fit a phone
        assert await anna.fills() == {}
        assert await only(team) == before
    await anna.says("standup edit")
    await anna.presses("Days and times")
    assert await anna.fills(at="16:00", zone="home") == {}
    await anna.says("standup edit")
    await anna.presses("Questions")
    assert await anna.fills(questions="Mood?") == {}
    after = await only(team)
    assert (after.at.hour, after.zone) == (16, "Europe/Berlin")
    assert [each.text for each in after.questions] == ["Mood?"]


@pytest.mark.parametrize("word", ["edit", "pause", "archive", "run"])
async def test_only_owner_and_admins_may_change_it(
    team: Team, anna: Member, kim: Member, word: str
) -> None:
    """Others are told who can."""
    await anna.says("standup new Daily at 9:30")
    before = await only(team)
    said = await kim.says(f"standup {word} Daily")
    assert "Only Anna Berger or an admin" in text(said)
    assert await only(team) == before


async def test_an_admin_may_change_anybodys(team: Team, anna: Member) -> None:
    """The owner may be on holiday."""
    boss = team.person("Sofia Rossi", admin=True)
    await team.know_everyone()
    await anna.says("standup new Daily at 9:30")
    assert "Paused" in text(await boss.says("standup pause"))


async def test_pause_and_resume(team: Team, anna: Member) -> None:
    """Paused asks nobody; resumed asks from the next time on."""
    await anna.says("standup new Daily at 9:30 for @Anna")
    await anna.says("standup pause")
    await team.waits(days=1)
    assert not [seen for seen in team.chat.messages if ":ask:" in seen.key]
    assert "paused already" in text(await anna.says("standup pause"))
    said = await anna.says("standup resume")
    assert "Next: Tue 3 Mar, 09:30" in text(said)
    await team.waits(hours=2)
    assert [seen.key for seen in anna.inbox if ":ask:" in seen.key] == [
        "standup:1:2026-03-03:ask:person:1"
    ]


async def test_archive_ends_it_and_frees_the_name(team: Team, anna: Member) -> None:
    """Nobody is asked any more."""
    await anna.says("standup new Daily at 9:30 for @Anna")
    assert "Archive Daily?" in text(await anna.says("standup archive Daily"))
    assert "archived" in text(await anna.presses("Archive"))
    await team.waits(days=1)
    assert not [seen for seen in team.chat.messages if ":ask:" in seen.key]
    assert "is set up" in text(await anna.says("standup new Daily at 9:30"))


async def test_preview_shows_what_people_get_and_keeps_nothing(
    team: Team, anna: Member
) -> None:
    """The prompt, its form, and how the answer would look."""
    await anna.says("standup new Daily at 9:30 in #general")
    shown = await anna.says("standup preview", "#general")
    assert shown is not None
    assert shown.only == anna.ref
    assert "Takes about a minute" in shown.text
    await anna.presses("Fill", shown)
    assert await anna.fills(q0="sold tea") == {}
    assert "Nothing was posted" in text(anna.last())
    await team.waits(hours=1)
    assert not [seen for seen in team.chat.messages if ":answer:" in seen.key]


async def test_preview_says_who_will_read_the_answers(team: Team, anna: Member) -> None:
    """As the real one does: not everybody in the channel, where that was chosen."""
    await anna.says("standup new Quiet at 9:30 in #general readers admins")
    shown = await anna.says("standup preview Quiet")
    assert "Your answer goes to Anna Berger by direct message" in text(shown)
    assert "posted in" not in text(shown)


async def test_where_nothing_waits_the_next_time_is_said(anna: Member) -> None:
    """`report`, `standup` and 日报 alike."""
    assert "Nothing waits for you" in text(await anna.says("standup fill"))
    await anna.says("standup new Daily at 9:30 for @Anna")
    for word in ("report", "standup", "日报", "standup report"):
        said = text(await anna.says(word))
        assert "Nothing waits for you" in said
        assert "Daily: next Mon 2 Mar, 09:30" in said
    assert "Next: Mon 2 Mar, 09:30" in text(await anna.says("standup fill"))


async def test_fill_opens_what_was_answered_while_it_may_be_changed(
    team: Team, anna: Member
) -> None:
    """The prompt says it may be edited: the command finds it as its button does."""
    await anna.says("standup new Daily at 9:30 for @Anna close 11:00 ask Today?")
    await team.waits(hours=2)
    await anna.says("standup fill")
    assert await anna.fills(q0="sold tee") == {}
    await anna.says("standup fill")
    assert anna.form.fields[0].value == "sold tee"  # type: ignore[union-attr]
    assert await anna.fills(q0="sold tea") == {}
    await team.waits(hours=3)
    assert "Nothing waits for you" in text(await anna.says("standup fill daily"))


async def test_old_and_foreign_buttons_do_nothing_wrong(
    team: Team, anna: Member, kim: Member
) -> None:
    """A value that is no id, an id that is nobody's, somebody else's day."""
    await anna.says("standup new Daily at 9:30 for @Anna in #general")
    await team.waits(hours=2)
    await kim.presses("Fill")
    assert "You are not on the list" in text(kim.last())
    for action in ("fill", "skip", "unskip", "show", "run", "edit", "preview"):
        for value in ("", "x", "9" * 40, "-1", "999"):
            said = await press(kim, f"standup.{action}", value)
            assert "no longer there" in said.text


async def press(who: Member, action: str, value: str) -> Seen:
    """Presses a button that is not on any card."""
    event = Pressed(**who._event(), where=who.dm, action=action, value=value)
    await who.team.receive(event)
    last = who.last()
    assert last is not None
    return last
