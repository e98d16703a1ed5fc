"""Questions of every kind on a day of a stand-up: asked, answered, shown."""

from datetime import date, timedelta

import pytest

from bot.events import FieldValue
from bot.messages import ChoiceField, DateField, NumberField, TextField
from tests.bot.rituals.standups import ELEVEN, NINE_THIRTY, daily, prompt, sent, thread
from tests.driver import Member, Team

KINDS = (
    'in #general ask "How many parcels? (number, required)" "Mood (scale)" '
    '"Support? (scale)" "Which channel? (Tmall / JD / Shopify)" '
    '"Which teams? (any of: IT / Warehouse / Content)" "Blocked? (yes/no)" '
    '"if yes: What blocks you? (required)" "When is it live? (date)"'
)
ALL: dict[str, FieldValue] = {
    "q0": "1200",
    "q1": "4",
    "q2": "3",
    "q3": "JD",
    "q4": ("Content", "IT"),
    "q5": "yes",
    "q6": "no boxes",
    "q7": "2026-03-12",
}


async def asked(team: Team, anna: Member, words: str = KINDS) -> None:
    """The stand-up is open and the form stands before her."""
    await daily(anna, words)
    await team.until(NINE_THIRTY)
    await anna.presses("Fill", prompt(anna))


async def test_every_kind_has_its_own_field(team: Team, anna: Member) -> None:
    """Numbers are numbers, days are days, a condition says where it holds."""
    await asked(team, anna)
    fields = anna.form.fields
    kinds = [type(field) for field in fields]
    assert kinds[0] is NumberField
    assert kinds[6:] == [TextField, DateField]
    assert [field.required for field in fields][:2] == [True, False]
    mood = fields[1]
    assert isinstance(mood, ChoiceField)
    assert [option.label for option in mood.options] == [
        "1 😞 Bad", "2 🙁 Not so good", "3 😐 Okay", "4 🙂 Good", "5 😀 Great",
    ]  # fmt: skip
    why = fields[6].only_if
    assert why is not None
    assert (why.field, why.values) == ("q5", ("yes",))
    assert why.said == "Only if you answer “Yes” to “Blocked?”."


async def test_every_kind_is_shown_as_people_read_it(team: Team, anna: Member) -> None:
    """In the thread; kept so that any reader's language can say it."""
    await asked(team, anna)
    assert await anna.fills(**ALL) == {}
    (answer,) = sent(team, ":answer:")
    assert answer.text.splitlines()[1:] == [
        "How many parcels?", "1200", "Mood", "🙂 4", "Support?", "★★★☆☆ 3",
        "Which channel?", "✓ JD", "Which teams?", "✓ IT · ✓ Content", "Blocked?", "Yes",
        "What blocks you?", "no boxes", "When is it live?", "Thu 12 Mar",
    ]  # fmt: skip
    async with team.store() as db:
        (said,) = (await db.standups.days.answers(1)).values()
    assert said == (
        "1200", "4", "3", "JD", "IT\nContent", "yes", "no boxes", "2026-03-12",
    )  # fmt: skip


async def test_editing_shows_what_was_said(team: Team, anna: Member) -> None:
    """Every kind in its own field again."""
    await asked(team, anna)
    await anna.fills(**ALL)
    await anna.presses("Edit")
    fields = anna.form.fields
    assert [getattr(field, "value", None) for field in fields] == [
        "1200", "4", "3", "JD", None, "yes", "no boxes", date(2026, 3, 12),
    ]  # fmt: skip
    assert getattr(fields[4], "values") == ("IT", "Content")  # noqa: B009
    assert await anna.fills(q0="7", q7=None) == {}
    (answer,) = sent(team, ":answer:")
    assert "When is it live?" not in answer.text
    assert "edited" in answer.text


async def test_what_does_not_apply_is_neither_required_nor_kept(
    team: Team, anna: Member
) -> None:
    """Whatever the form still held."""
    await asked(team, anna)
    wrong = await anna.fills(**{**ALL, "q6": None})
    assert wrong == {"q6": "Please fill this in."}
    assert await anna.fills(**{**ALL, "q5": "no"}) == {}
    (answer,) = sent(team, ":answer:")
    assert "no boxes" not in answer.text


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("q0", None, "Please fill this in."),
        ("q0", "many", "Please type a number."),
        ("q1", "6", "Please choose one of these"),
        ("q3", "Amazon", "Please choose one of these: Tmall · JD · Shopify."),
        ("q4", ("IT", "Finance"), "Please choose one of these"),
        ("q5", "perhaps", "Please choose one of these: Yes · No."),
        ("q6", "x" * 10_000, "That has 10,000 characters; 3,000 are possible."),
        ("q7", "2026-02-30", "30"),
    ],
)
async def test_a_value_that_cannot_be_is_refused_beside_its_field(
    team: Team, anna: Member, name: str, value: FieldValue, said: str
) -> None:
    """Forged or typed: the form stays, and nothing is posted."""
    await asked(team, anna)
    wrong = await anna.fills(**{**ALL, name: value})
    assert list(wrong) == [name]
    assert said in wrong[name]
    assert not sent(team, ":answer:")


async def test_the_preview_shows_the_kinds_too(team: Team, anna: Member) -> None:
    """The same form, checked the same way; its answers go nowhere."""
    await daily(anna, KINDS)
    await anna.says("standup preview Daily")
    await anna.presses("Fill")
    assert isinstance(anna.form.fields[0], NumberField)
    assert await anna.fills(q0="many") == {"q0": "Please type a number."}
    assert await anna.fills(**ALL) == {}
    last = anna.last()
    assert last is not None
    assert "★★★☆☆ 3" in last.text
    assert "Nothing was posted" in last.text


async def test_the_mood_is_told_of_three_and_against_the_last_time(
    team: Team, anna: Member, kim: Member
) -> None:
    """In the wrap-up; nothing of two."""
    asha = team.people["Asha Rao"]
    await daily(anna, 'in #general ask "Mood (scale)" "Today?"')
    for day, moods in enumerate([("4", "4", "5"), ("3", "3", None), ("5", "4", "4")]):
        await team.until(NINE_THIRTY + timedelta(days=day))
        for who, mood in zip((anna, kim, asha), moods, strict=True):
            await who.presses("Fill", prompt(who))
            assert await who.fills(q0=mood, q1="work") == {}
        assert "mood" not in thread(team).text
        await team.until(ELEVEN + timedelta(days=day))
    first, second, third = (seen.text for seen in sent(team, ":parent"))
    assert "3 of 3 in · mood 4.3\n" in f"{first}\n"
    assert "mood" not in second
    assert "3 of 3 in · mood 4.3 (unchanged)" in third


async def test_a_form_of_yesterday_is_refused_kindly_with_everything_in_it(
    team: Team, anna: Member
) -> None:
    """The day is over: it says so, and what was typed is told again."""
    await asked(team, anna)
    await team.until(NINE_THIRTY + timedelta(days=1))
    wrong = await anna.fills(**ALL)
    assert "is over, and the time for late answers too" in wrong["q0"]
