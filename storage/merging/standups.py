"""Days of stand-ups on which two persons who are one both were: they count once."""

from typing import Any

from sqlalchemy import Column, Row, delete, func, select, update

from bot.model.standup import ParticipantState
from storage.merging.people import Merge, move
from storage.tables.deliveries import deliveries
from storage.tables.standups import answers, occurrences, participants

# Who did something themselves wins over who was asked, who over who still waits.
STATES = (
    ParticipantState.ANSWERED, ParticipantState.SKIPPED, ParticipantState.ASKED,
    ParticipantState.WAITING, ParticipantState.AWAY, ParticipantState.MISSED,
)  # fmt: skip
RANK = {state.value: rank for rank, state in enumerate(STATES)}
FAR = 1_000_000  # beyond any version, while they are counted anew


async def participant(merge: Merge, column: Column[Any]) -> None:
    """One of the two stays; both's answers are kept, the later one counts."""
    for one, other in await _both(merge, column):
        stays, goes = sorted((one, other), key=_claim)
        await _join_answers(merge, stays, goes)
        await _say_of(merge, stays, goes)
        await merge.run(delete(participants).where(_same(merge, goes.id)))
        moments = ("reminded_at", "nudge_at", "ask_at")
        known = {name: getattr(stays, name) or getattr(goes, name) for name in moments}
        known |= {"person_id": merge.kept, "version": stays.version + goes.version}
        await merge.run(
            update(participants).where(_same(merge, stays.id)).values(known)
        )
    await move(merge, column)


def _claim(row: Row[Any]) -> tuple[bool, int, float, int]:
    """Who stays comes first: who said something, and later."""
    said = row.answered_at.timestamp() if row.answered_at else 0.0
    return row.version == 0, RANK[row.state], -said, row.id


async def _both(merge: Merge, column: Column[Any]) -> list[tuple[Row[Any], Row[Any]]]:
    theirs: dict[int, list[Row[Any]]] = {}
    wanted = select(participants).where(
        merge.ours(participants), column.in_([merge.kept, merge.lost])
    )
    for row in await merge.run(wanted.order_by(participants.c.id)):
        theirs.setdefault(row.occurrence_id, []).append(row)
    return [(rows[0], rows[1]) for rows in theirs.values() if len(rows) > 1]


async def _join_answers(merge: Merge, stays: Row[Any], goes: Row[Any]) -> None:
    """Who goes said it first: their versions come before, none is lost."""
    if not goes.version:
        return
    mine = answers.c.participant_id == stays.id
    for shift in (FAR, goes.version - FAR):  # in two steps: no number twice meanwhile
        await merge.run(
            update(answers)
            .where(merge.ours(answers), mine)
            .values(version=answers.c.version + shift)
        )
    theirs = answers.c.participant_id == goes.id
    await merge.run(
        update(answers)
        .where(merge.ours(answers), theirs)
        .values(participant_id=stays.id)
    )


async def _say_of(merge: Merge, stays: Row[Any], goes: Row[Any]) -> None:
    """The messages about who goes are about who stays."""
    day = select(occurrences).where(
        merge.ours(occurrences), occurrences.c.id == stays.occurrence_id
    )
    occurrence = (await merge.run(day)).one()
    prefix = f"standup:{occurrence.standup_id}:{occurrence.day}:"
    wanted = select(deliveries.c.id, deliveries.c.args).where(
        merge.ours(deliveries),
        func.substr(deliveries.c.key, 1, len(prefix)) == prefix,
    )
    for row in (await merge.run(wanted)).all():
        if row.args.get("participant") == goes.id:
            args = row.args | {"participant": stays.id}
            same = deliveries.c.id == row.id
            await merge.run(
                update(deliveries).where(merge.ours(deliveries), same).values(args=args)
            )


def _same(merge: Merge, participant_id: int) -> Any:
    return merge.ours(participants) & (participants.c.id == participant_id)
