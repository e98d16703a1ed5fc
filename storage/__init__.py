"""Keeps what is true: SQLite or PostgreSQL, one file for each subject."""
