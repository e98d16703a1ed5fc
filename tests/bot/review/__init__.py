"""Reviews, through the public door."""
