"""Facts about what may go wrong."""
