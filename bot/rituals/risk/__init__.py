"""Risks over time."""
