"""Facts about retrospectives."""
