"""Drafts of forms and links to them: one a person and form, one a number."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.errors import Conflict
from bot.model.draft import FormDraft, Opener
from bot.model.form_link import FormLink
from bot.model.people import Person, Place, Profile
from bot.model.refs import PlaceRef, UserRef
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
ANN, BO = UserRef("slack", "T1", "U1"), UserRef("slack", "T1", "U2")
GENERAL = PlaceRef("slack", "T1", "C1")
FILL = Opener("standup.fill", "7")
LINK = FormLink("k1", 1, ANN, FILL, NOW + timedelta(hours=72), GENERAL)


async def _meet(store: SqlStore, *refs: UserRef) -> list[Person]:
    async with store() as db:
        met = [await db.people.meet(Profile(ref, f"Person {ref.id}")) for ref in refs]
        await db.commit()
    return met


async def test_a_draft_is_kept_as_it_was_typed(store: SqlStore) -> None:
    """Texts, several choices, nothing; the newest of each form."""
    ann, bo = await _meet(store, ANN, BO)
    values = {"a": "一 <b>\n", "b": ("x", "y"), "c": None, "d": ()}
    async with store() as db:
        await db.drafts.keep(FormDraft(ann.id, FILL, {"a": "old"}, NOW))
        await db.drafts.keep(FormDraft(ann.id, FILL, values, NOW))
        await db.commit()
    async with store.reading() as db:
        assert await db.drafts.of(ann.id, FILL) == FormDraft(ann.id, FILL, values, NOW)
        assert await db.drafts.of(bo.id, FILL) is None
        assert await db.drafts.of(ann.id, Opener("standup.fill", "8")) is None


async def test_drafts_are_forgotten(store: SqlStore) -> None:
    """One that was taken; all that nobody came back to."""
    (ann,) = await _meet(store, ANN)
    other = Opener("task.new")
    async with store() as db:
        await db.drafts.keep(FormDraft(ann.id, FILL, {}, NOW))
        await db.drafts.keep(FormDraft(ann.id, other, {}, NOW - timedelta(days=8)))
        await db.drafts.forget_old(NOW - timedelta(days=7))
        assert await db.drafts.of(ann.id, other) is None
        assert await db.drafts.of(ann.id, FILL)
        await db.drafts.forget(ann.id, FILL)
        assert await db.drafts.of(ann.id, FILL) is None


async def test_a_link_belongs_to_the_first_browser(store: SqlStore) -> None:
    """Whoever comes second changes nothing."""
    (ann,) = await _meet(store, ANN)
    link = replace(LINK, person_id=ann.id)
    async with store() as db:
        await db.form_links.add(link)
        assert await db.form_links.get("k1") == link
        await db.form_links.bind("k1", "hers")
        await db.form_links.bind("k1", "strange")
        bound = await db.form_links.get("k1")
        assert bound == replace(link, browser="hers")
        await db.form_links.use("k1", [("Reason", "the sea")], NOW)
        used = await db.form_links.get("k1")
        assert used is not None
        assert (used.taken, used.used_at) == ((("Reason", "the sea"),), NOW)
        await db.form_links.forget_old(link.expires)
        assert await db.form_links.get("k1")
        await db.form_links.forget_old(link.expires + timedelta(seconds=1))
        assert await db.form_links.get("k1") is None


async def test_a_number_is_used_once(store: SqlStore) -> None:
    """The database itself refuses a second link of one number."""
    (ann,) = await _meet(store, ANN)
    link = replace(LINK, person_id=ann.id)
    async with store() as db:
        await db.form_links.add(link)
        with pytest.raises(Conflict):
            await db.form_links.add(link)


async def test_the_secret_is_made_once(store: SqlStore) -> None:
    """Links of today open tomorrow."""
    async with store() as db:
        secret = await db.form_links.secret()
        await db.commit()
    async with store() as db:
        assert await db.form_links.secret() == secret
    assert len(secret) > 30


async def test_what_can_be_chosen(store: SqlStore) -> None:
    """A private place only where its people were seen in it."""
    ann, _ = await _meet(store, ANN, BO)
    hidden, group = (
        Place(PlaceRef("slack", "T1", "C2"), "secret", private=True),
        Place(PlaceRef("slack", "T1", "C3"), "stock", private=True, listed=False),
    )
    async with store() as db:
        workspace = await db.people.connect("slack", "T1", "")
        direct = Place(PlaceRef("slack", "T1", "D1"), "d", direct=True)
        abroad = Place(PlaceRef("dingtalk", "D1", "C9"), "abroad")
        for place in (Place(GENERAL, "general"), hidden, group, direct, abroad):
            await db.people.remember_place(place)
        await db.people.see_in(group.ref, [ann.id])
        places = await db.choices.places(workspace, ann.id)
        assert [place.name for place in places] == ["general", "stock"]
        places = await db.choices.places(workspace, ann.id + 1)
        assert [place.name for place in places] == ["general"]
