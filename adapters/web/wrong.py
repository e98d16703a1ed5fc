"""A JSON body as a model has it, or what is wrong with it by field, in words."""

from collections.abc import Mapping
from typing import TypeVar

from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


def reasons(model: type[M], raw: bytes) -> M | Mapping[str, str]:
    """What it says, or why each of its fields cannot be taken."""
    try:
        return model.model_validate_json(raw)
    except ValidationError as wrong:
        return {
            ".".join(str(part) for part in error["loc"]) or "body": _reason(
                error["msg"]
            )
            for error in wrong.errors(include_url=False, include_input=False)
        }


def _reason(message: str) -> str:
    return message.removeprefix("Value error, ")
