"""The outbox: what is to be said, when it may be, and what became of it."""
