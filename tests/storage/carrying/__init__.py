"""Backups, and the way from one database to another, as a person runs them."""
