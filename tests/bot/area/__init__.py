"""Facts about who answers for what."""
