"""How the database is opened, locked, written to and brought up to date."""
