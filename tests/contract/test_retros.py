"""What the repository of retrospectives promises."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.model.people import Profile
from bot.model.refs import PlaceRef, UserRef
from bot.model.retro import Note, NoteKind, Retro
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
SHOP, GROUP, OTHER = (
    PlaceRef("slack", "T1", "C1"),
    PlaceRef("dingtalk", "D1", "c/2="),
    PlaceRef("slack", "T1", "C3"),
)


async def person(db: SqlUnitOfWork, number: int) -> int:
    """Somebody of the team."""
    ref = UserRef("slack", "T1", f"U{number}")
    return (await db.people.meet(Profile(ref, f"Person {number}"))).id


def note(author: int, place: PlaceRef = SHOP, text: str = "打包慢") -> Note:
    """Something to talk about."""
    return Note(
        author_id=author,
        place=place,
        kind=NoteKind.BAD,
        text=text,
        written_at=NOON,
        permalink="https://acme.slack.com/archives/C1/p10",
    )


async def test_notes_are_their_authors_until_they_are_opened(store: SqlStore) -> None:
    """Found, changed and dropped by nobody else; then without an author."""
    async with store() as db:
        ann, bo = [await person(db, number) for number in (1, 2)]
        first = await db.retros.note(note(ann))
        second = await db.retros.note(note(bo, GROUP))
        third = await db.retros.note(note(ann, OTHER))
        gone = await db.retros.note(note(ann))
        await db.retros.drop(gone)
        assert await db.retros.own(ann) == [first, third]
        assert await db.retros.own_numbered(ann, 2) is None
        assert await db.retros.own_numbered(bo, 2) == second
        changed = replace(first, text="slow", kind=NoteKind.IDEA)
        await db.retros.change(changed)
        assert await db.retros.own_numbered(ann, 1) == changed
        room = (SHOP, GROUP)
        assert await db.retros.waiting(room) == {SHOP: 1, GROUP: 1}
        assert await db.retros.writers(room) == 2
        new = Retro(place=SHOP, opened_at=NOON, opened_by=ann, people=0)
        retro = await db.retros.open(new, room)
        assert retro is not None
        assert retro == replace(new, id=retro.id, number=1, people=2)
        assert await db.retros.open(new, room) is None
        assert await db.retros.notes(retro.id) == [
            replace(each, author_id=None, retro_id=retro.id)
            for each in (changed, second)
        ]
        assert await db.retros.own(ann) == [third]
        await db.retros.drop(changed)
        assert len(await db.retros.notes(retro.id)) == 2
        assert await db.retros.get(retro.id) == await db.retros.numbered(1) == retro
        assert await db.retros.of(room) == [retro]
        assert await db.retros.of((OTHER,)) == []


async def test_other_organizations_see_nothing(store: SqlStore) -> None:
    """Every row belongs to one."""
    async with store() as db:
        ann = await person(db, 1)
        kept = await db.retros.note(note(ann))
        new = Retro(place=OTHER, opened_at=NOON, opened_by=ann, people=0)
        await db.retros.note(note(ann, OTHER))
        retro = await db.retros.open(new, (OTHER,))
        await db.commit()
    assert retro
    other = SqlStore(store.database, organization_id=2)
    await other.ensure_organization("Other", "UTC", "en", None)
    async with other() as db:
        assert await db.retros.own(ann) == []
        assert await db.retros.waiting((SHOP,)) == {}
        assert await db.retros.open(new, (SHOP,)) is None
        assert await db.retros.get(retro.id) is None
        assert await db.retros.notes(retro.id) == []
        assert await db.retros.of((OTHER,)) == []
        await db.retros.drop(kept)
        await db.commit()
    async with store() as db:
        assert await db.retros.own(ann) == [kept]
