"""What becomes of each key to a person when two of them are one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select, update

from bot.errors import Conflict
from bot.model.link import higher
from bot.model.people import FormStyle, Hours, ReminderStyle, Role
from storage.merging.absences import absence
from storage.merging.deliveries import delivery
from storage.merging.onboardings import journey, passage
from storage.merging.people import (
    Merge,
    Rule,
    account,
    code,
    follower,
    manager,
    move,
    once_per,
    people_keys,
    standup_part,
)
from storage.merging.reviews import about, by
from storage.merging.standups import participant
from storage.tables.people import accounts, people

RULES: Mapping[str, Rule] = {
    "absences.by_id": move,
    "absences.person_id": absence,
    "accounts.person_id": account,
    "area_changes.person_id": move,
    "area_people.person_id": once_per("area_id"),
    "area_questions.asked_id": move,
    "area_questions.asker_id": move,
    "areas.owner_id": move,
    "award_ballots.person_id": once_per("round_id"),
    "award_finalists.person_id": once_per("round_id"),
    "award_jury.person_id": once_per("award_id"),
    "award_nominations.nominator_id": once_per("round_id", "person_id"),
    "award_nominations.person_id": once_per("round_id", "nominator_id"),
    "award_rounds.decided_by": move,
    "award_rounds.nudged_by": move,
    "award_rounds.proposed_id": move,
    "awards.approver_id": move,
    "awards.made_by": move,
    "blocker_calls.asker_id": move,
    "blocker_hooks.owner_id": move,
    "blocker_tags.person_id": once_per("blocker_id"),
    "blocker_updates.person_id": move,
    "blockers.escalated_to": move,
    "blockers.reporter_id": move,
    "blockers.resolved_by": move,
    "celebrations.person_id": once_per(),
    "chosen_managers.person_id": once_per(),
    "crossings.person_id": move,
    "deliveries.person_id": delivery,
    "department_heads.person_id": move,
    "expected_people.manager_id": move,
    "feedback.escalated_to": move,
    "feedback.owner_id": move,
    "feedback_approval_rules.person_id": move,
    "feedback_approvals.answered_by": move,
    "feedback_approvals.asked_id": move,
    "feedback_approvals.asker_id": move,
    "feedback_doors.owner_id": move,
    "feedback_followers.person_id": once_per("feedback_id"),
    "feedback_levels.escalate_to": move,
    "feedback_routes.person_id": move,
    "feedback_scores.person_id": once_per("feedback_id"),
    "feedback_updates.person_id": move,
    "feedback_voices.behalf_id": move,
    "feedback_voices.sender_id": move,
    "form_drafts.person_id": once_per("action", "value"),
    "form_links.person_id": move,
    "install_links.person_id": move,
    "interviews.person_id": once_per(),
    "kudos.giver_id": move,
    "kudos_receivers.person_id": once_per("kudos_id"),
    "link_codes.person_id": code,
    "link_tries.person_id": move,
    "measure_deputies.person_id": once_per("measure_id"),
    "measure_imports.person_id": once_per(),
    "measure_values.person_id": move,
    "measures.owner_id": move,
    "onboarding_steps.closed_by": move,
    "onboardings.buddy_id": move,
    "onboardings.it_id": move,
    "onboardings.made_by": move,
    "onboardings.manager_id": move,
    "onboardings.person_id": journey,
    "passages.closed_by": move,
    "passages.person_id": passage,
    "people.manager_id": manager,
    "people.merged_into": move,
    "person_departments.person_id": once_per("name"),
    "person_platforms.person_id": once_per("kind"),
    "place_people.person_id": once_per("place"),
    "projects.finished_by": move,
    "projects.owner_id": move,
    "retro_notes.author_id": move,
    "retros.opened_by": move,
    "review_cycles.made_by": move,
    "review_evidence.person_id": once_per(),
    "review_hours.person_id": once_per(),
    "review_log.person_id": move,
    "review_log.to_id": move,
    "review_words.by_id": move,
    "reviews.person_id": about,
    "reviews.reviewer_id": by,
    "risk_updates.person_id": move,
    "risks.closed_by": move,
    "risks.owner_id": move,
    "risks.reporter_id": move,
    "standup_participants.person_id": participant,
    "standup_people.person_id": standup_part,
    "standups.escalate_to": move,
    "standups.owner_id": move,
    "task_batches.person_id": move,
    "task_changes.person_id": move,
    "task_comments.person_id": move,
    "task_followers.person_id": follower,
    "tasks.closed_by": move,
    "tasks.creator_id": move,
    "tasks.owner_id": move,
    "team_facts.person_id": once_per(),
    "team_imports.person_id": once_per(),
}
_NEW = Hours()
# What somebody has not changed is no wish of theirs.
UNTOUCHED = {
    "own_zone": None,
    "own_language": None,
    "own_country": None,
    "email": None,
    "manager_id": None,
    "reminders": ReminderStyle.ACTIVE.value,
    "forms": FormStyle.FORM.value,
}
HOURS = {
    "starts": _NEW.start,
    "ends": _NEW.end,
    "days": "".join(map(str, sorted(_NEW.days))),
}


async def merge_people(merge: Merge) -> None:
    """Everything of who goes becomes who stays' own; a name for them remains.

    Raises Conflict for two accounts in one workspace, and for who is merged already.
    """
    kept, lost = await _held(merge)
    await _refuse_two_accounts(merge)
    await move_rest(merge)
    gone = {"merged_into": merge.kept, "active": False, "manager_id": None}
    await merge.run(update(people).where(merge.theirs(people.c.id)).values(gone))
    stays = people.c.id == merge.kept
    await merge.run(
        update(people)
        .where(merge.ours(people), stays)
        .values(_settings(merge, kept, lost))
    )


async def move_rest(merge: Merge) -> None:
    """Every row that names who goes; again for what was written at that instant."""
    for column in people_keys():
        await RULES[str(column)](merge, column)


async def _held(merge: Merge) -> tuple[Row[Any], Row[Any]]:
    """Both, kept from everybody else, in one order so that nobody waits in a ring."""
    wanted = (
        select(people)
        .where(merge.ours(people), people.c.id.in_([merge.kept, merge.lost]))
        .where(people.c.merged_into.is_(None))
        .order_by(people.c.id)
        .with_for_update()
    )
    rows = {row.id: row for row in await merge.run(wanted)}
    if merge.kept == merge.lost or len(rows) < 2:
        raise Conflict("somebody else was first")
    return rows[merge.kept], rows[merge.lost]


async def _refuse_two_accounts(merge: Merge) -> None:
    theirs = select(accounts.c.workspace_id).where(merge.theirs(accounts.c.person_id))
    both = select(accounts.c.id).where(
        merge.ours(accounts),
        accounts.c.person_id == merge.kept,
        accounts.c.workspace_id.in_(theirs),
    )
    if (await merge.run(both.limit(1))).first():
        raise Conflict("two accounts in one workspace")


def _settings(merge: Merge, kept: Row[Any], lost: Row[Any]) -> dict[str, object]:
    """What who stays has set, else what the other has."""
    values = {
        name: getattr(lost if getattr(kept, name) == untouched else kept, name)
        for name, untouched in UNTOUCHED.items()
    }
    if values["manager_id"] in (merge.kept, merge.lost):
        values["manager_id"] = None
    same = all(getattr(kept, name) == untouched for name, untouched in HOURS.items())
    values |= {name: getattr(lost if same else kept, name) for name in HOURS}
    may = higher(Role(kept.role), Role(lost.role))
    return values | {"active": kept.active or lost.active, "role": may.value}
