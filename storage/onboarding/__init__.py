"""Ways into the company, within it, and out."""
