"""JSON as it crosses the wire, and the two ways a request may be refused."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]


class ControlError(Exception):
    """A control request or a person's action that cannot be done, in a sentence."""
