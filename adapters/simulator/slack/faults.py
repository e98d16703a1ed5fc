"""The faults that Slack's side knows."""

from __future__ import annotations

from adapters.simulator.faults import Fault, Faults

WEB_API_KINDS = frozenset({"ratelimit", "error", "slow", "reset", "accept_then_fail"})
DELIVERY_KINDS = frozenset(
    {"disconnect", "refresh", "warning", "link_disabled", "redeliver", "duplicate_next"}
)

__all__ = ["DELIVERY_KINDS", "WEB_API_KINDS", "Fault", "Faults"]
