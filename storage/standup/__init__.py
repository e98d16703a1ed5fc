"""Stand-ups, their days and what was answered."""
