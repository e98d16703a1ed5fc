"""Reviews, as they happen over time."""
