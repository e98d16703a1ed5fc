"""Every key to a person has a rule for when two persons turn out to be one."""

from sqlalchemy import Column, Index, PrimaryKeyConstraint, UniqueConstraint

from storage.merging.people import move, people_keys
from storage.merging.rules import HOURS, RULES, UNTOUCHED
from storage.tables.people import people

OF_THE_PLATFORM = {
    *("id", "organization_id", "name", "profile_zone", "profile_language"),
    *("role", "active", "merged_into"),
}


def test_every_key_to_a_person_has_a_rule() -> None:
    """A table that forgets its people would lose what was theirs: add it to
    `storage.merging.rules.RULES`.
    """
    assert {str(column) for column in people_keys()} == set(RULES)


def test_what_may_be_there_once_is_not_simply_moved() -> None:
    """Two persons may both have it: say which of the two stays."""
    moved = [column for column in people_keys() if RULES[str(column)] is move]
    assert [str(column) for column in moved if _is_unique(column)] == []


def test_every_setting_of_a_person_is_kept_by_one_of_two() -> None:
    """A new column of `people` belongs into `UNTOUCHED` or `HOURS`."""
    settings = {column.name for column in people.columns} - OF_THE_PLATFORM
    assert settings == set(UNTOUCHED) | set(HOURS)


def _is_unique(column: Column[object]) -> bool:
    """Whether a constraint says there may be one row for it and something else."""
    kinds = (PrimaryKeyConstraint, UniqueConstraint)
    constraints = [c for c in column.table.constraints if isinstance(c, kinds)]
    indexes = [index for index in column.table.indexes if _unique(index)]
    return any(column.name in each.columns for each in [*constraints, *indexes])


def _unique(index: Index) -> bool:
    return bool(index.unique)
