"""All methods of both APIs, one file per subject."""

from __future__ import annotations

from adapters.simulator.dingtalk.methods import (
    attendance,
    cards,
    contacts,
    departments,
    failures,
    gateway,
    login,
    media,
    notices,
    recall,
    robot,
    todo,
    tokens,
)

API_METHODS = (
    *gateway.METHODS,
    *contacts.API_METHODS,
    *tokens.METHODS,
    *robot.METHODS,
    *recall.METHODS,
    *cards.METHODS,
    *todo.METHODS,
    *attendance.METHODS,
    *media.METHODS,
    *login.METHODS,
)
OAPI_METHODS = (
    *tokens.OAPI_METHODS,
    *contacts.METHODS,
    *departments.METHODS,
    *failures.METHODS,
    *attendance.OAPI_METHODS,
    *notices.METHODS,
    *media.OAPI_METHODS,
    *login.OAPI_METHODS,
)
