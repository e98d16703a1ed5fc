"""Retrospectives in the database."""
