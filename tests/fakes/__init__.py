"""Fakes of the ports: small, visible state, no surprises."""
