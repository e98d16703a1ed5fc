"""Risks in the database."""
