"""Ways in and out, through the public door."""
