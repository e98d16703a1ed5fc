"""A form that hangs on what was chosen just before it was sent."""

from bot.events import Filled
from tests.driver import a_team


async def test_a_field_that_was_not_there_comes_with_what_is_wrong() -> None:
    """In the answer itself: nobody sends it twice, and nothing else is kept."""
    async with a_team() as team:
        anna = team.person("Anna Berger", admin=True)
        await team.know_everyone()
        await anna.says("measure new")
        form = anna.form
        sent = Filled(
            id="E-hangs",
            at=team.clock.now(),
            who=anna.ref,
            form=form.name,
            values={"name": "Revenue", "unit": "money"},
            state=form.state,
            reopen=str(form.opener),
        )
        taken = await team.crew.dispatcher.submit(sent, within=2, stays=True)
        assert "currency" in taken.wrong
        assert taken.asked is not None
        fields = {field.name: field for field in taken.asked.fields}
        assert set(taken.wrong) <= set(fields)
        assert fields["name"].value == "Revenue"  # type: ignore[union-attr]
        whole = dict.fromkeys(fields) | {"name": "Revenue", "unit": "money"}
        again = Filled(
            id="E-whole",
            at=team.clock.now(),
            who=anna.ref,
            form=form.name,
            values=whole,
            state=form.state,
            reopen=str(form.opener),
        )
        taken = await team.crew.dispatcher.submit(again, within=2, stays=True)
        assert taken.wrong
        assert taken.asked is None
