"""People as rows: what is selected, and how a row becomes a person and back."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, func, select

from bot.model.people import Account, FormStyle, Hours, Person, ReminderStyle, Role
from bot.model.refs import UserRef
from storage.tables.people import (
    accounts,
    departments,
    organizations,
    people,
    workspaces,
)

SEPARATOR = "\n"
DEPARTMENTS = (
    select(func.aggregate_strings(departments.c.name, SEPARATOR))
    .where(departments.c.person_id == people.c.id)
    .where(departments.c.organization_id == people.c.organization_id)
    .correlate(people)
    .scalar_subquery()
)
_theirs = accounts.alias()
CALLED = (
    select(func.aggregate_strings(_theirs.c.name, SEPARATOR))
    .where(_theirs.c.person_id == people.c.id)
    .where(_theirs.c.organization_id == people.c.organization_id)
    .where(_theirs.c.name.not_in(["", people.c.name]))
    .correlate(people)
    .scalar_subquery()
)
PEOPLE = select(
    people,
    DEPARTMENTS.label("departments"),
    CALLED.label("called"),
    organizations.c.zone.label("organization_zone"),
    organizations.c.language.label("organization_language"),
    organizations.c.reminders.label("most_reminders"),
).join(organizations, organizations.c.id == people.c.organization_id)

# People together with the account that names them.
WORKSPACE = (workspaces.c.platform, workspaces.c.tenant)
ACCOUNTS = (
    PEOPLE.add_columns(
        *WORKSPACE,
        accounts.c.id.label("account_id"),
        accounts.c.user_id,
        accounts.c.person_id,
        accounts.c.main,
        *(
            accounts.c[name].label(f"account_{name}")
            for name in (
                *("handle", "name", "email", "address", "staff_id", "zone"),
                *("language", "usual", "role", "manager", "active"),
            )
        ),
    )
    .join(accounts, accounts.c.person_id == people.c.id)
    .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
)


def person(row: Row[Any]) -> Person:
    """The person of a row; what they chose wins."""
    return Person(
        id=row.id,
        organization_id=row.organization_id,
        name=row.name,
        zone=row.own_zone or row.profile_zone or row.organization_zone,
        language=row.own_language or row.profile_language or row.organization_language,
        own_zone=row.own_zone,
        own_language=row.own_language,
        own_country=row.own_country,
        email=row.email,
        role=Role(row.role),
        hours=Hours(row.starts, row.ends, frozenset(map(int, row.days))),
        reminders=ReminderStyle(row.reminders),
        most_reminders=ReminderStyle(row.most_reminders),
        forms=FormStyle(row.forms),
        departments=tuple(sorted((row.departments or "").split(SEPARATOR)))
        if row.departments
        else (),
        active=row.active,
        manager_id=row.manager_id,
        also=tuple(sorted({*row.called.split(SEPARATOR)})) if row.called else (),
    )


def names_of(row: Row[Any]) -> tuple[str, ...]:
    """What the account of a row and its person are called, each name once."""
    called = (row.account_name, row.name, row.account_handle)
    return tuple(dict.fromkeys(name for name in called if name))


def values(person: Person) -> dict[str, object]:
    """The columns that a person or an admin may change."""
    return {
        "name": person.name,
        "email": person.email,
        "own_zone": person.own_zone,
        "own_language": person.own_language,
        "own_country": person.own_country,
        "role": person.role.value,
        "starts": person.hours.start,
        "ends": person.hours.end,
        "days": "".join(map(str, sorted(person.hours.days))),
        "reminders": person.reminders.value,
        "forms": person.forms.value,
        "active": person.active,
    }


def account(row: Row[Any]) -> Account:
    """The account of a row."""
    ref = UserRef(row.platform, row.tenant, row.user_id)
    return Account(
        row.id,
        row.person_id,
        row.workspace_id,
        ref,
        row.handle,
        row.dm,
        row.name,
        row.email or "",
    )


def department_names(names: Iterable[str]) -> list[str]:
    """Each once, and none with a line break: that stands between them in PEOPLE."""
    return sorted({" ".join(name.split()) for name in names})
