"""Stand-ups over time: planned, opened, asked, reminded, closed."""
