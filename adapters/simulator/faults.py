"""Faults on demand: what a test asks a platform to do wrong next."""

from __future__ import annotations

from dataclasses import dataclass

from adapters.simulator.wire import ControlError, Json


@dataclass(slots=True)
class Fault:
    """One armed fault: for one method or any, so many times."""

    kind: str
    method: str | None = None
    count: int = 1
    seconds: float = 1.0
    status: int | None = None
    error: str = "internal_error"


class Faults:
    """Keep armed faults and hand each out as often as it was asked for."""

    def __init__(self) -> None:
        self._armed: list[Fault] = []

    def arm(self, fault: Fault) -> None:
        """Make the fault happen to the next matching calls."""
        self._armed.append(fault)

    def clear(self) -> None:
        """Forget all armed faults."""
        self._armed.clear()

    def next_for(self, method: str) -> Fault | None:
        """The fault that this call must meet, counted down; None if all is well."""
        for fault in self._armed:
            if fault.method in (None, method):
                fault.count -= 1
                if fault.count <= 0:
                    self._armed.remove(fault)
                return fault
        return None


def fault_of(wish: Json, method: str | None) -> Fault:
    """The fault that a control request describes."""
    try:
        return Fault(
            str(wish["kind"]),
            method,
            int(wish.get("count", 1)),
            float(wish.get("seconds", 1)),
            int(wish["status"]) if wish.get("status") else None,
            str(wish.get("error", "internal_error")),
        )
    except (TypeError, ValueError):
        raise ControlError("count, seconds and status must be numbers") from None
