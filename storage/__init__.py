"""Keeps what is true: SQLite or PostgreSQL, one room for each subject."""
