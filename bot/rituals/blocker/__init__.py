"""Blockers over time: from an answer to a nudge, an escalation, an end."""
